import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { settingsSchema, type Settings } from '../../../../shared/domain/settings/settings.ts';
import { usualSystem } from '../../../../shared/lib/mass.ts';
import { boundsIn, lengthIn, weightIn } from '../../../../shared/lib/measures.ts';
import { FormChoice, FormMeasure, FormNumber, FormText } from '../../../app/form-fields.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';

const resolutions = ['203', '300'] as const;

/** A list chooses texts; the printer's resolution is a number. */
const schema = settingsSchema
  .pick({ companyPrefix: true, ssccExtension: true, shipFrom: true, paperSize: true, currency: true, palletHeightMm: true, palletWeightGrams: true })
  .extend({ labelDpi: z.enum(resolutions).transform((text) => (text === '203' ? (203 as const) : (300 as const))) });

const partyFields = ['name', 'id', 'addressLine', 'city', 'region', 'postalCode', 'country'] as const;
const partyMax = { id: 80, name: 100, addressLine: 100, city: 60, region: 40, postalCode: 20, country: 2 } as const;

export function LabelsSection({ settings: { companyPrefix, ssccExtension, shipFrom, paperSize, currency, labelDpi, palletHeightMm, palletWeightGrams } }: { readonly settings: Settings }) {
  const { t, format } = useText();
  const { form, bind } = useSettingsForm(schema, { companyPrefix, ssccExtension, shipFrom, paperSize, currency, palletHeightMm, palletWeightGrams, labelDpi: labelDpi === 203 ? '203' : '300' }, (patch) => patch);
  const { control } = form;
  const system = usualSystem(paperSize);
  const heights = boundsIn(lengthIn[system], 500, 5_000);
  const weights = boundsIn(weightIn[system], 50_000, 5_000_000);
  const [prefix, extension] = useWatch({ control, name: ['companyPrefix', 'ssccExtension'] });
  return (
    <SettingsForm {...bind}>
      <SettingsPart title={t('settingsScreen.labels.sscc')}>
        <FieldGrid min={300}>
          <FormText code control={control} error={t('settingsScreen.labels.companyPrefix.error')} hint={t('settingsScreen.labels.companyPrefix.hint')} label={t('settingsScreen.labels.companyPrefix')} name="companyPrefix" optional />
          <FormNumber control={control} error={t('settingsScreen.number', { min: 0, max: 9 })} hint={t('settingsScreen.labels.ssccExtension.hint')} label={t('settingsScreen.labels.ssccExtension')} max={9} min={0} name="ssccExtension" />
        </FieldGrid>
        {/^\d{6,12}$/.test(prefix) && (
          <Text as="p" tone="quiet">
            {t('settingsScreen.labels.next', { start: `${format.number(extension)} ${prefix}` })}
          </Text>
        )}
      </SettingsPart>
      <SettingsPart title={t('settingsScreen.labels.pallets')}>
        <FieldGrid min={300}>
          <FormMeasure control={control} error={t('settingsScreen.number', heights)} hint={t('settingsScreen.labels.palletHeightMm.hint')} label={t('settingsScreen.labels.palletHeightMm')} measure={lengthIn[system]} name="palletHeightMm" {...heights} />
          <FormMeasure control={control} error={t('settingsScreen.number', weights)} hint={t('settingsScreen.labels.palletWeightGrams.hint')} label={t('settingsScreen.labels.palletWeightGrams')} measure={weightIn[system]} name="palletWeightGrams" {...weights} />
        </FieldGrid>
      </SettingsPart>
      <SettingsPart title={t('settingsScreen.labels.shipFrom')}>
        <FieldGrid min={300}>
          {partyFields.map((field) => (
            <FormText control={control} error={t('settingsScreen.atMost', { max: partyMax[field] })} key={field} label={t(`settingsScreen.labels.shipFrom.${field}`)} name={`shipFrom.${field}`} optional />
          ))}
        </FieldGrid>
      </SettingsPart>
      <SettingsPart title={t('settingsScreen.labels.print')}>
        <FieldGrid min={300}>
          <FormChoice control={control} label={t('settingsScreen.labels.paperSize')} name="paperSize" options={[{ id: 'A4', label: 'A4' }, { id: 'Letter', label: 'Letter' }]} />
          <FormChoice control={control} label={t('settingsScreen.labels.labelDpi')} name="labelDpi" options={resolutions.map((id) => ({ id, label: t('settingsScreen.labels.dpi', { dpi: Number(id) }) }))} />
          <FormText control={control} error={t('settingsScreen.labels.currency.error')} hint={t('settingsScreen.labels.currency.hint')} label={t('settingsScreen.labels.currency')} maxLength={3} name="currency" />
        </FieldGrid>
      </SettingsPart>
    </SettingsForm>
  );
}
