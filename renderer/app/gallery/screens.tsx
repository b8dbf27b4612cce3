import { Hand, Inbox, PackageX, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { DataTable } from '../../ui/data/data-table.tsx';
import { KeyValue } from '../../ui/data/key-value.tsx';
import { QuantityField } from '../../ui/fields/quantity-field.tsx';
import { SearchField } from '../../ui/fields/search-field.tsx';
import { PalletStack } from '../../ui/floor/pallet-stack.tsx';
import { PinPad } from '../../ui/floor/pin-pad.tsx';
import { TaskStage } from '../../ui/floor/task-stage.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { HotCard, HotStrip } from '../../ui/layout/hot-card.tsx';
import { ActionBar, Page, PageHeader, Toolbar } from '../../ui/layout/page.tsx';
import { Split } from '../../ui/layout/split.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SidePanel } from '../../ui/overlays/side-panel.tsx';
import { Clock } from '../../ui/status/clock.tsx';
import { HotBadge } from '../../ui/status/hot-badge.tsx';
import { LineBar } from '../../ui/status/line-bar.tsx';
import { PeopleMark } from '../../ui/status/people-mark.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { UnitsBar } from '../../ui/status/units-bar.tsx';
import { casesOf } from '../../ui/text/amounts.tsx';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Text } from '../../ui/text/text.tsx';
import { HOUR, MINUTE } from '../../../shared/lib/time.ts';
import { Framed } from './framed.tsx';
import { orderColumns } from './order-columns.tsx';
import { NOW, SSCC, hotOrders, inTime, manyOrders, type SampleOrder } from './samples.ts';

const nothing = (): void => undefined;

export function QueueScreen() {
  const [open, setOpen] = useState<string>();
  const [find, setFind] = useState('');
  const standard = useMemo(() => manyOrders(10_000), []);
  const shown = hotOrders.concat(standard).find(({ po }) => po === open);
  return (
    <Framed current="queue" listening="Any order, pallet or product">
      <Split panel={shown && <OrderPanel order={shown} onClose={() => setOpen(undefined)} />}>
        <Page fill>
          <PageHeader actions={<Button variant="primary">Import orders</Button>} subtitle="3 hot, 10,000 standard" title="Queue" />
          <HotStrip label="Hot orders">
            {hotOrders.map((order) => (
              <HotOrder key={order.po} order={order} selected={order.po === open} onOpen={() => setOpen(order.po)} />
            ))}
          </HotStrip>
          <Toolbar label="Filters" end={<Text tone="quiet">Next standard cutoff 16:00</Text>}>
            <SearchField keys={['/']} label="Find orders" placeholder="PO, ASIN or SKU" value={find} onChange={setFind} />
          </Toolbar>
          <Stack fill>
            <DataTable columns={orderColumns} label="Standard orders" rowId={({ po }) => po} rows={standard} selectedId={open} onSelect={setOpen} />
          </Stack>
        </Page>
      </Split>
    </Framed>
  );
}

function HotOrder({ order, selected, onOpen }: { order: SampleOrder; selected: boolean; onOpen: () => void }) {
  return (
    <HotCard
      action={{ label: order.next, onPress: nothing, icon: Hand }}
      clocks={
        <>
          <Clock deadline={order.acknowledgeBy} label="Acknowledge" now={NOW} size="card" {...(order.acknowledged ? { done: 'done 09:40' } : {})} />
          <Clock atRisk={order.atRisk} deadline={order.shipBy} label="Ship by 16:05 CST" now={NOW} size="card" />
        </>
      }
      goods={order.goods}
      people={<PeopleMark names={order.people} />}
      po={order.po}
      selected={selected}
      shipTo={order.shipTo}
      units={<UnitsBar size="card" units={order.units} />}
      why={order.why}
      onOpen={onOpen}
    />
  );
}

function OrderPanel({ order, onClose }: { order: SampleOrder; onClose: () => void }) {
  return (
    <SidePanel
      footer={
        <Button size="floor" variant="primary">
          {order.next}
        </Button>
      }
      label={`Order ${order.po}`}
      subtitle={order.goods}
      title={
        <Stack gap={2} row>
          {order.hpo && <HotBadge size={20} />}
          <CodeText kind="po" value={order.po} />
        </Stack>
      }
      onClose={onClose}
    >
      <Stack gap={6}>
        <UnitsBar size="card" units={order.units} />
        <KeyValue
          items={[
            { label: 'Ship to', value: order.shipTo },
            { label: 'Ship by', value: <Clock deadline={order.shipBy} now={NOW} /> },
            { label: 'Freight', value: 'collect' },
            { label: 'Received', value: 'Tue, Nov 24, 08:12' },
          ]}
        />
      </Stack>
    </SidePanel>
  );
}

export function TaskScreen() {
  return (
    <Framed current="tasks" listening="Product CG-1000">
      <TaskStage
        actions={
          <>
            <Button icon={PackageX} size="floor">
              Short pick
            </Button>
            <Button icon={Undo2} size="floor">
              Undo last scan
            </Button>
          </>
        }
        context={
          <>
            <CodeText kind="po" value="8QWX3NTP" />
            <span>line 2 of 5</span>
            <Clock atRisk deadline={inTime(3 * HOUR + 5 * MINUTE)} now={NOW} purpose="ship" size="inline" />
          </>
        }
        expected={{ label: 'Expect', kind: 'gtin', value: '10614141000019' }}
        hot
        instruction="Scan 13 more cases of CG-1000"
        place={{ label: 'Location', value: 'A-01-02' }}
        product={{ title: 'Ceramic grinder, adjustable, white', facts: <span>CG-1000 · ASIN B0CGRNDR10</span> }}
        quantity={{ label: 'Picked', done: 7, of: 20, unit: casesOf(24) }}
        rest={{
          title: '3 lines to go',
          content: (
            <KeyValue
              items={[
                { label: 'A-02-07 · PM-200', value: '12 cases' },
                { label: 'B-11-01 · GS-12', value: '4 cases' },
                { label: 'C-03-04 · LT-30', value: '96 eaches' },
              ]}
            />
          ),
        }}
      />
    </Framed>
  );
}

export function PalletScreen() {
  return (
    <Framed current="shipping" listening="Carton or product for this pallet">
      <TaskStage
        actions={
          <>
            <Button size="floor" variant="primary">
              Close pallet
            </Button>
            <HoldButton label="Close 17 short" size="floor" onConfirm={nothing} />
          </>
        }
        context={<CodeText kind="po" value="8QWX3NTP" />}
        hot
        instruction="Scan cartons onto the pallet"
      >
        <PalletStack
          cartons={23}
          height={{ value: 1180, max: 1830, text: '46 of 72 in' }}
          label={<StatusMark status="neutral">Label not printed</StatusMark>}
          perLayer={8}
          planned={40}
          sscc={SSCC}
          weight={{ value: 412, max: 680, text: '412 of 680 kg' }}
        />
      </TaskStage>
    </Framed>
  );
}

export function AcknowledgeScreen() {
  const [accepted, setAccepted] = useState(17);
  return (
    <Framed current="queue" listening="Any order, pallet or product">
      <Page
        footer={
          <ActionBar
            summary={
              <Stack gap={6} row wrap>
                <Text size={20} weight="bold">
                  720 of 840 units
                </Text>
                <Clock deadline={inTime(3 * HOUR + 5 * MINUTE)} label="Acknowledge by 16:05 CST" now={NOW} size="card" />
              </Stack>
            }
          >
            <Button size="floor" variant="primary">
              Accept 720, reject 120 now
            </Button>
          </ActionBar>
        }
      >
          <PageHeader subtitle="PHX3 Phoenix AZ, received 08:12" title="Acknowledge 8QWX3NTP" />
          <Card title="1 · CG-1000 ceramic grinder">
            <Stack>
              <LineBar allocated={120} boxed={600} requested={600} safety={80} safetyUsable />
              <QuantityField advised={20} label="Accept" max={25} ordered={25} unit={casesOf(24)} value={accepted} onChange={setAccepted} />
            </Stack>
          </Card>
          <Card title="2 · PM-200 pepper mill">
            <LineBar allocated={0} boxed={900} requested={240} safety={60} safetyUsable />
          </Card>
      </Page>
    </Framed>
  );
}

export function SignInScreen() {
  return (
    <main className="gallery-signin">
      <Stack gap={6}>
        <Stack gap={2} row>
          <Inbox aria-hidden size={28} />
          <Text as="h1" size={28} weight="bold">
            Phoenix South, Dock 2
          </Text>
        </Stack>
        <PinPad label="PIN for Maria Lopez, or scan your badge" onSubmit={nothing} />
      </Stack>
    </main>
  );
}
