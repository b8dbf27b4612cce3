import { settingsSchema, type Settings } from '../../../../shared/domain/settings/settings.ts';
import { FormChoice, FormText } from '../../../app/form-fields.tsx';
import { useAnswer, useStationState } from '../../../app/station.tsx';
import { KeyValue } from '../../../ui/data/key-value.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Skeleton } from '../../../ui/states/skeleton.tsx';
import { CodeText } from '../../../ui/text/code-text.tsx';
import { SettingsForm } from '../save-settings.tsx';
import { useSettingsForm } from '../use-settings-form.ts';

const schema = settingsSchema.pick({ watchedFolder: true, outboxFolder: true, handOver: true });

export function FoldersSection({ settings: { watchedFolder, outboxFolder, handOver } }: { readonly settings: Settings }) {
  const { t } = useText();
  const { form, bind } = useSettingsForm(schema, { watchedFolder, outboxFolder, handOver }, (patch) => patch);
  const { control } = form;
  const documents = useAnswer(['settings', 'documents'], ['folders'], (client) => client.documents.list({}));
  const inUse = documents.data;
  const paired = useStationState(({ status }) => status !== undefined && status.sync.state !== 'alone');
  const error = t('settingsScreen.atMost', { max: 1000 });
  return (
    <SettingsForm {...bind}>
      <FormText code control={control} error={error} hint={t('settingsScreen.folders.watched.hint')} label={t('settingsScreen.folders.watched')} name="watchedFolder" optional />
      <FormText code control={control} error={error} hint={t('settingsScreen.folders.outbox.hint')} label={t('settingsScreen.folders.outbox')} name="outboxFolder" optional />
      {paired && (
        <FormChoice
          control={control}
          hint={t('settingsScreen.folders.handOver.hint')}
          label={t('settingsScreen.folders.handOver')}
          look="list"
          name="handOver"
          options={(['central', 'station'] as const).map((id) => ({ id, label: t(`settingsScreen.folders.handOver.${id}`) }))}
        />
      )}
      <SettingsPart title={t('settingsScreen.folders.now')}>
        {inUse ? (
          <KeyValue
            items={[
              { label: t('settingsScreen.folders.watched'), value: inUse.watchedFolder === '' ? t('settingsScreen.folders.off') : <CodeText value={inUse.watchedFolder} wrap /> },
              { label: t('settingsScreen.folders.outbox'), value: <CodeText value={inUse.outboxFolder} wrap /> },
            ]}
          />
        ) : (
          <Skeleton lines={2} />
        )}
      </SettingsPart>
    </SettingsForm>
  );
}
