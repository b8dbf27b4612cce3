import { Save, Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { usualSystem, type MeasureSystem } from '../../../shared/lib/mass.ts';
import { volumeIn, weightIn } from '../../../shared/lib/measures.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { useUnsavedForm } from '../../app/unsaved.ts';
import { Button } from '../../ui/actions/button.tsx';
import { RadioGroup } from '../../ui/fields/radio-group.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';
import { Figure, timeFault, Typed } from './form-fields.tsx';
import { momentOf } from './moment-fields.ts';
import { ProposalNote } from './proposal-note.tsx';
import { RoutingClash } from './routing-clash.tsx';
import { changedShipment, routingValues, type RoutingValues } from './routing-values.ts';
import { termChoices } from './term-choices.ts';

/** Freight figures and the request for a truck. What has left, and what the person may not do, is read only. */
export function RoutingForm({ shipment, disabled }: { readonly shipment: ShipmentView; readonly disabled: boolean }) {
  const words = useText();
  const { t, format, zone } = words;
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const paperSize = useStationState(({ status }) => status?.settings.paperSize ?? 'Letter');
  const cutoff = useStationState(({ status }) => status?.settings.shipCutoff ?? '');
  const [system, setSystem] = useState<MeasureSystem>(usualSystem(paperSize));
  const values = useMemo(() => routingValues(shipment, zone, cutoff), [shipment, zone, cutoff]);
  const { control, handleSubmit, reset, setError, setValue, formState } = useForm<RoutingValues>({ values, resetOptions: { keepDirtyValues: true } });
  useUnsavedForm(control);
  const [term, readyDay] = useWatch({ control, name: ['freightTerm', 'readyDay'] });

  const { shipmentId, requestedAt, departedAt, earliestPickup } = shipment;
  const off = disabled || departedAt !== null;
  const asks = term === 'collect' && !off && requestedAt === null;
  const soon = asks && readyDay !== '' && readyDay < earliestPickup;
  const clash = asks && shipment.clash !== null;

  const save = handleSubmit(async (typed) => {
    if (!(await run((client) => client.shipments.change(changedShipment(shipment, typed, zone))))) return;
    reset(typed);
    show({ tone: 'success', title: t('shippingScreen.saved') });
  });
  const request = handleSubmit(async (typed) => {
    if (momentOf(zone, { day: typed.readyDay, time: typed.readyTime }) === null) {
      setError('readyDay', { message: t('shippingScreen.field.day') }, { shouldFocus: true });
      return;
    }
    const done = await run(async (client) => {
      await client.shipments.change(changedShipment(shipment, typed, zone));
      const agreed = typed.agreed.trim();
      await client.shipments.requestRouting({ shipmentId, agreed: agreed === '' ? null : agreed });
    });
    if (done) reset({ ...typed, agreed: '' });
  });

  return (
    <form noValidate onSubmit={(event) => void (asks ? request(event) : save(event))}>
      <Card title={t(term === 'collect' ? 'shippingScreen.routing' : 'shippingScreen.routing.prepaid')}>
        <Stack gap={4}>
          <Controller
            control={control}
            name="freightTerm"
            render={({ field: { value, onChange } }) => (
              <RadioGroup
                disabled={off || requestedAt !== null}
                hint={requestedAt === null ? undefined : t('shippingScreen.term.fixed')}
                label={t('shippingScreen.term')}
                look="cards"
                options={termChoices(words)}
                value={value}
                onChange={onChange}
              />
            )}
          />
          {(clash || soon) && <RoutingClash control={control} shipment={shipment} />}
          <div className="shipment__fields">
            <Typed
              check={(value, { readyTime }) => (value === '' && readyTime !== '' ? t('shippingScreen.field.dayToo') : undefined)}
              control={control}
              disabled={off}
              hint={asks ? t('shippingScreen.routing.readyHint', { day: format.day(earliestPickup) }) : undefined}
              label={t('shippingScreen.routing.readyDay')}
              name="readyDay"
              optional={term === 'prepaid'}
              type="date"
            />
            <Typed
              check={(value, { readyDay: day }) => timeFault(words, value, day !== '')}
              control={control}
              disabled={off}
              label={t('shippingScreen.routing.readyTime')}
              name="readyTime"
              optional={term === 'prepaid'}
              placeholder="16:00"
            />
          </div>
          <div className="shipment__fields shipment__fields--three">
            <Figure control={control} disabled={off} label={t('shippingScreen.routing.cartons')} name="cartons" />
            <Figure control={control} disabled={off} label={t('shippingScreen.routing.stackable')} name="palletsStackable" />
            <Figure control={control} disabled={off} label={t('shippingScreen.routing.nonStackable')} name="palletsNonStackable" />
            <Figure control={control} disabled={off} label={t('shippingScreen.routing.weight')} name="weightGrams" {...weightIn[system]} key={`weight-${system}`} />
            <Figure control={control} disabled={off} label={t('shippingScreen.routing.volume')} name="volumeCubicCentimetres" {...volumeIn[system]} key={`volume-${system}`} />
            <SelectField
              label={t('shippingScreen.routing.units')}
              options={(['imperial', 'metric'] as const).map((id) => ({ id, label: t(`shippingScreen.routing.units.${id}`) }))}
              value={system}
              onChange={setSystem}
            />
          </div>
          {!off && <ProposalNote control={control} proposal={shipment.proposal} setValue={setValue} system={system} />}
          {requestedAt !== null && <Text tone="quiet">{t('shippingScreen.routing.requested', { moment: format.dateTime(requestedAt) })}</Text>}
          {!off && (
            <Stack gap={3} justify="end" row wrap>
              <Button busy={busy} disabled={!formState.isDirty} icon={Save} onPress={() => void save()}>
                {t('shippingScreen.routing.save')}
              </Button>
              {asks && (
                <Button busy={busy} icon={Send} type="submit" variant="primary">
                  {t('shippingScreen.routing.request')}
                </Button>
              )}
            </Stack>
          )}
        </Stack>
      </Card>
    </form>
  );
}
