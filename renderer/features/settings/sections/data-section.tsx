import { DatabaseBackup, LogOut } from 'lucide-react';
import { useState } from 'react';
import { DISPUTE } from '../../../../shared/domain/evidence/dispute.ts';
import { takeStatus, useAnswer, useCommand, useStationState } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { HoldButton } from '../../../ui/actions/hold-button.tsx';
import { KeyValue } from '../../../ui/data/key-value.tsx';
import { useText, type Words } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Skeleton } from '../../../ui/states/skeleton.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';
import { MomentText } from '../../../ui/text/amounts.tsx';
import { Text } from '../../../ui/text/text.tsx';

/** Backup, disk and the demo warehouse. A demo is only ever started where nothing is set up yet. */
export function DataSection() {
  const words = useText();
  const { t } = words;
  const status = useStationState((state) => state.status);
  if (!status) return <Skeleton lines={6} />;
  const { disk, saved, lastSavedAt, demo } = status;
  return (
    <Stack gap={8}>
      <BackupPart />
      <SettingsPart title={t('settingsScreen.data.disk')}>
        <KeyValue
          items={[
            {
              label: t('settingsScreen.data.free'),
              value: (
                <StatusMark status={disk.level === 'ok' ? 'onTrack' : disk.level === 'low' ? 'atRisk' : 'overdue'}>
                  {sizeText(disk.freeBytes, words)} · {t('settingsScreen.data.level', { level: disk.level })}
                </StatusMark>
              ),
            },
            { label: t('settingsScreen.data.saved'), value: words.format.number(saved) },
            { label: t('settingsScreen.data.lastSaved'), value: lastSavedAt === null ? '–' : <MomentText at={lastSavedAt} show="dateTime" /> },
          ]}
        />
      </SettingsPart>
      <PhotosPart />
      <SettingsPart title={t('settingsScreen.data.demo')}>{demo ? <LeaveDemo /> : <Text as="p">{t('settingsScreen.data.demo.barred')}</Text>}</SettingsPart>
    </Stack>
  );
}

function BackupPart() {
  const words = useText();
  const { t } = words;
  const { run, busy } = useCommand();
  const lastBackupAt = useStationState(({ status }) => status?.lastBackupAt ?? null);
  const [written, setWritten] = useState<{ readonly file: string; readonly bytes: number }>();
  return (
    <SettingsPart title={t('settingsScreen.data.backup')}>
      <Stack gap={4}>
        <Text as="p">{t('settingsScreen.data.backup.text')}</Text>
        <KeyValue items={[{ label: t('settingsScreen.data.last'), value: lastBackupAt === null ? t('settingsScreen.data.never') : <MomentText at={lastBackupAt} show="dateTime" /> }]} />
        {written && (
          <Banner title={t('settingsScreen.data.backup.done')} tone="success">
            {t('settingsScreen.data.backup.file', { file: written.file, size: sizeText(written.bytes, words) })}
          </Banner>
        )}
        <Stack row>
          <Button busy={busy} icon={DatabaseBackup} size="floor" variant="primary" onPress={() => void run(async (client) => setWritten(await client.station.backup({})))}>
            {t('settingsScreen.data.backup.do')}
          </Button>
        </Stack>
      </Stack>
    </SettingsPart>
  );
}

/** How long photos stay, and why that is long enough. */
function PhotosPart() {
  const words = useText();
  const { t } = words;
  const { data } = useAnswer(['units'], ['photos-kept'], (client) => client.evidence.kept({}));
  return (
    <SettingsPart title={t('settingsScreen.data.photos')}>
      <Stack gap={4}>
        <Text as="p">{t('settingsScreen.data.photos.text', { days: DISPUTE.days, tries: DISPUTE.tries, all: DISPUTE.days * DISPUTE.tries })}</Text>
        {data && (
          <KeyValue
            items={[
              { label: t('settingsScreen.data.photos.kept'), value: t('settingsScreen.data.photos.count', { count: data.photos, size: sizeText(data.bytes, words) }) },
              { label: t('settingsScreen.data.photos.oldest'), value: data.oldestAt === null ? '–' : <MomentText at={data.oldestAt} show="dateTime" /> },
            ]}
          />
        )}
      </Stack>
    </SettingsPart>
  );
}

function LeaveDemo() {
  const { t } = useText();
  const { run, busy } = useCommand();
  return (
    <Stack gap={4}>
      <Text as="p">{t('settingsScreen.data.demo.in')}</Text>
      <Stack row>
        <HoldButton disabled={busy} icon={LogOut} label={t('settingsScreen.data.demo.leave')} onConfirm={() => void run(async (client) => takeStatus(await client.station.leaveDemo({})))} />
      </Stack>
    </Stack>
  );
}

const KB = 1000;

/** Bytes in the largest unit that leaves a whole. */
function sizeText(bytes: number, { t, format }: Words): string {
  if (bytes >= KB ** 3) return t('settingsScreen.data.gb', { size: format.number(bytes / KB ** 3, 1) });
  if (bytes >= KB ** 2) return t('settingsScreen.data.mb', { size: format.number(bytes / KB ** 2, 1) });
  return t('settingsScreen.data.kb', { size: format.number(bytes / KB) });
}
