import { Save } from 'lucide-react';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { useCommand } from '../../app/station.tsx';
import { useUnsavedForm } from '../../app/unsaved.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';
import { timeFault, Typed } from './form-fields.tsx';
import { momentOf, typedMoment } from './moment-fields.ts';
import { shipmentInputOf } from './shipment-input.ts';

interface CarrierValues {
  readonly arn: string;
  readonly scac: string;
  readonly pro: string;
  readonly bol: string;
  readonly day: string;
  readonly time: string;
}

/** What the carrier and Amazon answer later. It may still be entered after the truck has left. */
export function CarrierForm({ shipment, disabled }: { readonly shipment: ShipmentView; readonly disabled: boolean }) {
  const words = useText();
  const { t, zone } = words;
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const { arn, scac, pro, bol, appointment } = shipment;
  const values = useMemo<CarrierValues>(() => ({ arn: arn ?? '', scac: scac ?? '', pro: pro ?? '', bol: bol ?? '', ...typedMoment(zone, appointment) }), [arn, scac, pro, bol, appointment, zone]);
  const { control, handleSubmit, reset, formState } = useForm<CarrierValues>({ values, resetOptions: { keepDirtyValues: true } });
  useUnsavedForm(control);

  const save = handleSubmit(async (typed) => {
    const { day, time, ...references } = typed;
    const done = await run((client) => client.shipments.change({ ...shipmentInputOf(shipment), ...references, appointment: momentOf(zone, { day, time }) }));
    if (!done) return;
    reset(typed);
    show({ tone: 'success', title: t('shippingScreen.saved') });
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Card title={t('shippingScreen.carrier')}>
        <Stack gap={4}>
          <Text size={14} tone="quiet">
            {t('shippingScreen.carrier.text')}
          </Text>
          <div className="shipment__fields">
            <Typed code control={control} disabled={disabled} hint={t('shippingScreen.carrier.arn.hint')} label={t('shippingScreen.carrier.arn')} maxLength={40} name="arn" optional />
            <Typed code control={control} disabled={disabled} hint={t('shippingScreen.carrier.scac.hint')} label={t('shippingScreen.carrier.scac')} maxLength={4} name="scac" optional />
            <Typed code control={control} disabled={disabled} label={t('shippingScreen.carrier.pro')} maxLength={40} name="pro" optional />
            <Typed code control={control} disabled={disabled} hint={t('shippingScreen.carrier.bol.hint')} label={t('shippingScreen.carrier.bol')} maxLength={40} name="bol" optional />
            <Typed
              check={(value, { time }) => (value === '' && time !== '' ? t('shippingScreen.field.dayToo') : undefined)}
              control={control}
              disabled={disabled}
              label={t('shippingScreen.carrier.day')}
              name="day"
              optional
              type="date"
            />
            <Typed
              check={(value, { day }) => timeFault(words, value, day !== '')}
              control={control}
              disabled={disabled}
              label={t('shippingScreen.carrier.time')}
              name="time"
              optional
              placeholder="16:00"
            />
          </div>
          {!disabled && (
            <Stack gap={3} justify="end" row>
              <Button busy={busy} disabled={!formState.isDirty} icon={Save} type="submit">
                {t('shippingScreen.carrier.save')}
              </Button>
            </Stack>
          )}
        </Stack>
      </Card>
    </form>
  );
}
