import { Truck } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ShipmentView, UnitView } from '../../../shared/contracts/views.ts';
import type { Departure, OrderLeaving } from '../../../shared/domain/shipment/departure.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { StatusMark } from '../../ui/status/status-mark.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { codeGroups } from '../../ui/text/code-groups.ts';
import { CodeText } from '../../ui/text/code-text.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { timeFault, Typed } from './form-fields.tsx';
import { momentOf } from './moment-fields.ts';

interface DepartDialogProps {
  readonly shipment: ShipmentView;
  readonly departure: Departure;
  readonly onClose: () => void;
}

/** What the departure will do, in words, before a second's hold does it. */
export function DepartDialog({ shipment, departure, onClose }: DepartDialogProps) {
  const words = useText();
  const { t, tell, zone } = words;
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const minutes = useStationState(({ status }) => status?.settings.confirmationMinutes ?? 30);
  const [ending, setEnding] = useState<ReadonlySet<string>>(new Set());
  const [behind, setBehind] = useState<ReadonlySet<string>>(new Set());
  const [earlier, setEarlier] = useState(false);
  const { control, handleSubmit } = useForm({ defaultValues: { day: '', time: '' } });
  const { shipmentId, units, loaded } = shipment;
  const staying = units.filter(({ state }) => state !== 'loaded');
  const unanswered = staying.filter(({ sscc }) => !behind.has(sscc)).length;

  const depart = handleSubmit(async (left) => {
    const done = await run((client) =>
      client.shipments.depart({
        shipmentId,
        finished: [...ending],
        leftBehind: staying.map(({ sscc }) => sscc).filter((sscc) => behind.has(sscc)),
        departedAt: earlier ? momentOf(zone, left) : null,
      }),
    );
    if (!done) return;
    onClose();
    show({ tone: 'warning', title: t('shippingScreen.departed', { shipmentId }) });
  });

  return (
    <Dialog
      actions={
        <>
          {unanswered > 0 && <StatusMark status="overdue">{t('shippingScreen.depart.blocked', { count: unanswered })}</StatusMark>}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <HoldButton
            disabled={busy || unanswered > 0}
            icon={Truck}
            label={t('shippingScreen.depart.confirm', { eaches: departure.eaches, short: departure.orders.filter(({ short }) => short > 0).length })}
            size="floor"
            variant="primary"
            onConfirm={() => void depart()}
          />
        </>
      }
      open
      title={t('shippingScreen.depart.title', { shipmentId })}
      wide
      onClose={onClose}
    >
      <Stack gap={6}>
        <Text as="p" size={20}>
          {t('shippingScreen.depart.what', { eaches: departure.eaches, pallets: loaded, minutes })}
        </Text>
        {departure.warnings.map((warning) => (
          <Banner key={warning.key} title={tell(warning)} tone="warning" />
        ))}
        <ul className="depart__orders">
          {departure.orders.map((order) => (
            <li key={order.po}>
              <OrderLeaves ending={ending.has(order.po)} order={order} onEnd={(end) => setEnding(toggled(ending, order.po, end))} />
            </li>
          ))}
        </ul>
        {staying.length > 0 && <Staying behind={behind} units={staying} onBehind={setBehind} />}
        <Stack gap={2}>
          <Checkbox checked={earlier} hint={t('shippingScreen.depart.earlier.hint')} label={t('shippingScreen.depart.earlier')} onChange={setEarlier} />
          {earlier && (
            <div className="shipment__fields">
              <Typed check={(value) => (value === '' ? t('shippingScreen.field.day') : undefined)} control={control} label={t('shippingScreen.depart.day')} name="day" type="date" />
              <Typed check={(value) => timeFault(words, value, true)} control={control} label={t('shippingScreen.depart.time')} name="time" placeholder="16:00" />
            </div>
          )}
        </Stack>
      </Stack>
    </Dialog>
  );
}

function toggled(set: ReadonlySet<string>, item: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}

function OrderLeaves({ order: { po, leaving, short, mayEnd }, ending, onEnd }: { readonly order: OrderLeaving; readonly ending: boolean; readonly onEnd: (end: boolean) => void }) {
  const { t } = useText();
  return (
    <div className="depart__order">
      <div className="depart__order-head">
        <CodeText kind="po" value={po} />
        <Text tone="quiet">{leaving === 0 ? t('shippingScreen.depart.nothing') : t('shippingScreen.depart.leaving', { leaving })}</Text>
        {short === 0 ? <StatusMark status="done">{t('shippingScreen.depart.complete')}</StatusMark> : <StatusMark status="atRisk">{t('shippingScreen.depart.short', { short })}</StatusMark>}
      </div>
      {mayEnd && <Checkbox checked={ending} hint={t('shippingScreen.depart.end.hint')} label={t('shippingScreen.depart.end', { po, short })} onChange={onEnd} />}
    </div>
  );
}

interface StayingProps {
  readonly units: readonly UnitView[];
  readonly behind: ReadonlySet<string>;
  readonly onBehind: (behind: ReadonlySet<string>) => void;
}

/** The pallets that are not on the truck: each must be left behind on purpose. */
function Staying({ units, behind, onBehind }: StayingProps) {
  const { t } = useText();
  const prefixLength = useStationState(({ status }) => status?.settings.companyPrefix.length || undefined);
  const all = units.every(({ sscc }) => behind.has(sscc));
  const some = units.some(({ sscc }) => behind.has(sscc));
  return (
    <Stack gap={2}>
      <Heading level={3}>{t('shippingScreen.depart.behind')}</Heading>
      <Text size={14} tone="quiet">
        {t('shippingScreen.depart.behind.hint')}
      </Text>
      {units.length > 1 && (
        <Checkbox
          checked={all}
          label={t('shippingScreen.depart.behind.all', { count: units.length })}
          mixed={some && !all}
          onChange={(on) => onBehind(on ? new Set(units.map(({ sscc }) => sscc)) : new Set())}
        />
      )}
      <div className="depart__staying" role="group" aria-label={t('shippingScreen.depart.behind')}>
        {units.map(({ sscc, po, eaches, state }) => (
          <Checkbox
            checked={behind.has(sscc)}
            hint={t('shippingScreen.depart.behind.about', { po, eaches, state })}
            key={sscc}
            label={t('shippingScreen.depart.behind.one', { sscc: codeGroups('sscc', sscc, prefixLength).join(' ') })}
            onChange={(on) => onBehind(toggled(behind, sscc, on))}
          />
        ))}
      </div>
    </Stack>
  );
}
