import { settingsSchema, type Settings } from '../../../../shared/domain/settings/settings.ts';
import { FormNumber, FormText } from '../../../app/form-fields.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import type { MessageKey } from '../../../../shared/messages/catalogue.ts';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';

const schema = settingsSchema.pick({
  shipCutoff: true, transitDays: true, acknowledgeHours: true, acknowledgementChangeHours: true, routingBusinessDays: true, confirmationMinutes: true, paceEachesPerHour: true,
  orderOverheadMinutes: true, riskMarginMinutes: true,
});

type NumberName = Exclude<keyof typeof schema.shape, 'shipCutoff'>;

interface ClockField {
  readonly name: NumberName;
  readonly unit: 'h' | 'min' | 'days' | 'businessDays' | 'eachesPerHour';
  readonly min: number;
  readonly max: number;
  readonly hint?: MessageKey;
}

const fields: readonly ClockField[] = [
  { name: 'acknowledgeHours', unit: 'h', min: 1, max: 168, hint: 'settingsScreen.clocks.acknowledgeHours.hint' },
  { name: 'acknowledgementChangeHours', unit: 'h', min: 1, max: 336, hint: 'settingsScreen.clocks.acknowledgementChangeHours.hint' },
  { name: 'transitDays', unit: 'days', min: 0, max: 30, hint: 'settingsScreen.clocks.transitDays.hint' },
  { name: 'routingBusinessDays', unit: 'businessDays', min: 0, max: 10 },
  { name: 'confirmationMinutes', unit: 'min', min: 1, max: 1440 },
  { name: 'riskMarginMinutes', unit: 'min', min: 0, max: 2880, hint: 'settingsScreen.clocks.riskMarginMinutes.hint' },
  { name: 'paceEachesPerHour', unit: 'eachesPerHour', min: 1, max: 100_000 },
  { name: 'orderOverheadMinutes', unit: 'min', min: 0, max: 1440, hint: 'settingsScreen.clocks.orderOverheadMinutes.hint' },
];

export function ClocksSection({ settings }: { readonly settings: Settings }) {
  const { t } = useText();
  const {
    shipCutoff, transitDays, acknowledgeHours, acknowledgementChangeHours, routingBusinessDays, confirmationMinutes, paceEachesPerHour, orderOverheadMinutes, riskMarginMinutes,
  } = settings;
  const { form, bind } = useSettingsForm(
    schema,
    { shipCutoff, transitDays, acknowledgeHours, acknowledgementChangeHours, routingBusinessDays, confirmationMinutes, paceEachesPerHour, orderOverheadMinutes, riskMarginMinutes },
    // A pace that was not touched is not sent: entering one ends the measured one.
    ({ paceEachesPerHour: pace, ...patch }) => (pace === paceEachesPerHour ? patch : { ...patch, paceEachesPerHour: pace }),
  );
  const { control } = form;
  const paceHint: MessageKey = settings.paceMeasured ? 'settingsScreen.clocks.pace.measured' : 'settingsScreen.clocks.pace.default';
  return (
    <SettingsForm {...bind}>
      <FieldGrid min={300}>
        <FormText control={control} error={t('settingsScreen.clocks.shipCutoff.error')} hint={t('settingsScreen.clocks.shipCutoff.hint')} label={t('settingsScreen.clocks.shipCutoff')} name="shipCutoff" placeholder="16:00" />
        {fields.map(({ name, unit, min, max, hint = name === 'paceEachesPerHour' ? paceHint : undefined }) => (
          <FormNumber
            after={t(`settingsScreen.unit.${unit}`)}
            control={control}
            error={t('settingsScreen.number', { min, max })}
            hint={hint && t(hint)}
            key={name}
            label={t(`settingsScreen.clocks.${name}`)}
            max={max}
            min={min}
            name={name}
          />
        ))}
      </FieldGrid>
    </SettingsForm>
  );
}
