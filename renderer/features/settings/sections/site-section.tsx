import { settingsSchema, type Settings } from '../../../../shared/domain/settings/settings.ts';
import { FormChoice, FormText } from '../../../app/form-fields.tsx';
import { useStationState } from '../../../app/station.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';
import { zoneChoices } from '../zones.ts';

const schema = settingsSchema.pick({ siteName: true, zone: true, stationName: true, stationUse: true });
const uses = ['floor', 'shipping', 'supervisor'] as const;

export function SiteSection({ settings: { siteName, zone, stationName, stationUse } }: { readonly settings: Settings }) {
  const { t } = useText();
  const version = useStationState(({ status }) => status?.version ?? '');
  const { form, bind } = useSettingsForm(schema, { siteName, zone, stationName, stationUse }, (patch) => patch);
  const { control } = form;
  return (
    <SettingsForm {...bind}>
      <FieldGrid min={300}>
        <FormText control={control} error={t('settingsScreen.length', { max: 80 })} label={t('settingsScreen.site.siteName')} name="siteName" />
        <FormChoice control={control} hint={t('settingsScreen.site.zone.hint')} label={t('settingsScreen.site.zone')} look="combo" name="zone" options={zoneChoices(zone)} />
        <FormText control={control} error={t('settingsScreen.length', { max: 40 })} label={t('settingsScreen.site.stationName')} name="stationName" />
      </FieldGrid>
      <FormChoice
        control={control}
        label={t('settingsScreen.site.stationUse')}
        look="cards"
        name="stationUse"
        options={uses.map((use) => ({ id: use, label: t('settingsScreen.site.use', { use }), description: t('settingsScreen.site.use.text', { use }) }))}
      />
      <Text size={14} tone="quiet">{t('settingsScreen.site.version', { version })}</Text>
    </SettingsForm>
  );
}
