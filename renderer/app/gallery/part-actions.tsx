import { Ban, Check, Filter, MoreHorizontal, Printer, RefreshCw, Trash2, Truck } from 'lucide-react';
import { useState } from 'react';
import { Button, LinkButton } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { MenuButton } from '../../ui/actions/menu-button.tsx';
import { PopoverButton } from '../../ui/actions/popover-button.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';
import { Section, State, States } from './section.tsx';

const nothing = (): void => undefined;

export function Actions() {
  const toasts = useToasts();
  const [dialog, setDialog] = useState(false);
  const [departed, setDeparted] = useState(0);
  return (
    <>
      <Section from="actions/button.tsx" name="Button">
        <States>
          <State name="primary">
            <Button variant="primary">Accept 480, reject 120 now</Button>
          </State>
          <State name="secondary">
            <Button>Print list</Button>
          </State>
          <State name="quiet">
            <Button variant="quiet">Show why</Button>
          </State>
          <State name="danger">
            <Button variant="danger">Cancel order</Button>
          </State>
          <State name="disabled">
            <Button disabled variant="primary">
              Close pallet
            </Button>
          </State>
          <State name="busy">
            <Button busy variant="primary">
              Sending
            </Button>
          </State>
          <State name="icon and keys">
            <Button icon={Printer} keys={['P']}>
              Print
            </Button>
          </State>
          <State name="link">
            <LinkButton href="#/gallery">Open order</LinkButton>
          </State>
          <State name="floor">
            <Button icon={Check} size="floor" variant="primary">
              Close pallet
            </Button>
          </State>
          <State name="floor danger">
            <Button icon={Ban} size="floor" variant="danger">
              Reject line
            </Button>
          </State>
        </States>
      </Section>
      <Section from="actions/hold-button.tsx" name="HoldButton">
        <States>
          <State name="danger">
            <HoldButton icon={Truck} label="Depart 1 pallet short" size="floor" onConfirm={() => setDeparted((count) => count + 1)} />
          </State>
          <State name="primary">
            <HoldButton label="Override and accept 600" size="floor" variant="primary" onConfirm={nothing} />
          </State>
          <State name="disabled">
            <HoldButton disabled label="Depart" size="floor" onConfirm={nothing} />
          </State>
        </States>
        <Text size={14} tone="quiet">
          Confirmed {departed} times
        </Text>
      </Section>
      <Section from="actions/icon-button.tsx, menu-button.tsx, popover-button.tsx" name="IconButton, MenuButton, PopoverButton">
        <States>
          <IconButton icon={RefreshCw} label="Read again" onPress={nothing} />
          <IconButton icon={Printer} label="Print" variant="secondary" onPress={nothing} />
          <IconButton icon={Filter} label="Only mine" pressed onPress={nothing} />
          <IconButton disabled icon={Trash2} label="Delete" onPress={nothing} />
          <MenuButton
            items={[
              { id: 'print', label: 'Print again', icon: Printer },
              { id: 'ship', label: 'Request routing', icon: Truck, disabled: true },
              { id: 'cancel', label: 'Cancel order', icon: Ban, danger: true },
            ]}
            label="Order"
            onAction={nothing}
          />
          <MenuButton icon={MoreHorizontal} iconOnly items={[{ id: 'pin', label: 'Pin to the front' }]} label="More" onAction={nothing} />
          <PopoverButton icon={Filter} label="Filter">
            {(close) => (
              <States>
                <Text size={16}>Orders at risk only</Text>
                <Button onPress={close}>Apply</Button>
              </States>
            )}
          </PopoverButton>
        </States>
      </Section>
      <Section from="overlays/dialog.tsx, status/toast.tsx" name="Dialog, Toast">
        <States>
          <Button onPress={() => setDialog(true)}>Open dialog</Button>
          <Button onPress={() => toasts.show({ tone: 'success', title: 'Acknowledgement prepared', detail: 'In the outbox, not yet confirmed' })}>Success toast</Button>
          <Button
            onPress={() =>
              toasts.show({ tone: 'hot', title: 'New HPO 4GRNDR7K', detail: '1,000 units, acknowledge in 24 h', action: { label: 'Open', onPress: nothing } })
            }
          >
            Hot toast
          </Button>
          <Button onPress={() => toasts.show({ tone: 'error', title: 'Pick list was not printed', detail: 'Printer Dock 2 is out of paper. Fill it, the job still waits.' })}>
            Error toast
          </Button>
        </States>
        <Dialog
          actions={
            <>
              <Button onPress={() => setDialog(false)}>Keep</Button>
              <Button variant="primary" onPress={() => setDialog(false)}>
                Release to Sam
              </Button>
            </>
          }
          open={dialog}
          title="Release pallet 12"
          onClose={() => setDialog(false)}
        >
          <Text size={16}>Maria has had it since 12:40. Sam can take it from the same count.</Text>
        </Dialog>
      </Section>
    </>
  );
}
