import { settingsSchema, type Settings } from '../../../../shared/domain/settings/settings.ts';
import { FormSwitch, FormText } from '../../../app/form-fields.tsx';
import { FieldGrid } from '../../../ui/fields/field-grid.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';

const schema = settingsSchema.pick({ ediQualifier: true, ediId: true, ediPartnerQualifier: true, ediPartnerId: true, ediTest: true });
const sides = [
  { id: 'ours', qualifier: 'ediQualifier', party: 'ediId' },
  { id: 'theirs', qualifier: 'ediPartnerQualifier', party: 'ediPartnerId' },
] as const;

export function EdiSection({ settings: { ediQualifier, ediId, ediPartnerQualifier, ediPartnerId, ediTest } }: { readonly settings: Settings }) {
  const { t } = useText();
  const { form, bind } = useSettingsForm(schema, { ediQualifier, ediId, ediPartnerQualifier, ediPartnerId, ediTest }, (patch) => patch);
  const { control } = form;
  return (
    <SettingsForm {...bind}>
      <Text as="p">{t('settingsScreen.edi.text')}</Text>
      {sides.map(({ id, qualifier, party }) => (
        <SettingsPart key={id} title={t(`settingsScreen.edi.${id}`)}>
          <FieldGrid min={220}>
            <FormText code control={control} error={t('settingsScreen.edi.qualifier.error')} label={t('settingsScreen.edi.qualifier')} maxLength={2} name={qualifier} />
            <FormText code control={control} error={t('settingsScreen.atMost', { max: 15 })} label={t('settingsScreen.edi.id')} maxLength={15} name={party} />
          </FieldGrid>
        </SettingsPart>
      ))}
      <FormSwitch control={control} hint={t('settingsScreen.edi.test.hint')} label={t('settingsScreen.edi.test')} name="ediTest" />
    </SettingsForm>
  );
}
