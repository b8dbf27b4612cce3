import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DevicesView } from '../../../../shared/contracts/devices.ts';
import { useAnswer, useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';
import { useToasts } from '../../../ui/status/toast.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { deviceStatus } from './device-status.ts';
import { SerialScannerDialog } from './serial-scanner-dialog.tsx';

type Scanner = DevicesView['scanners'][number];

/** The scanners on serial ports of the station's machine, and how each of them stands now. */
export function SerialScanners() {
  const { t } = useText();
  const answer = useAnswer(['devices'], ['devices'], (client) => client.devices.view({}));
  /** Null: a new one. */
  const [editing, setEditing] = useState<Scanner | null>();
  const scanners = answer.data?.scanners ?? [];
  return (
    <SettingsPart title={t('devices.title')}>
      <Stack gap={4}>
        <Text as="p" tone="quiet">{t('devices.text')}</Text>
        {answer.data && scanners.length === 0 && <Text as="p">{t('devices.empty')}</Text>}
        {scanners.length > 0 && (
          <ul className="device-list">
            {scanners.map((scanner) => (
              <ScannerRow key={scanner.id} scanner={scanner} onChange={() => setEditing(scanner)} />
            ))}
          </ul>
        )}
        <Stack row wrap>
          <Button icon={Plus} onPress={() => setEditing(null)}>{t('devices.add')}</Button>
        </Stack>
      </Stack>
      {editing !== undefined && <SerialScannerDialog known={editing} onClose={() => setEditing(undefined)} />}
    </SettingsPart>
  );
}

function ScannerRow({ scanner, onChange }: { readonly scanner: Scanner; readonly onChange: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const { id, name, path, baudRate, dataBits, parity, stopBits, state, detail } = scanner;
  const remove = async (): Promise<void> => {
    if (await run((client) => client.devices.removeScanner({ id }))) show({ tone: 'success', title: t('devices.removed', { name }) });
  };
  return (
    <li>
      <Stack gap={1}>
        <Text weight="bold">{name}</Text>
        <Text size={14} tone="quiet">{t('devices.line', { path, baud: baudRate, bits: dataBits, parity, stop: stopBits })}</Text>
        <StatusMark status={deviceStatus[state]}>{t('devices.state', { state })}</StatusMark>
        {detail !== null && detail !== '' && <Text size={14} tone="quiet"><bdi lang="en">{detail}</bdi></Text>}
      </Stack>
      <Stack gap={2} row wrap>
        <Button icon={Pencil} onPress={onChange}>{t('devices.change')}</Button>
        <Button busy={busy} icon={Trash2} onPress={() => void remove()}>{t('devices.remove')}</Button>
      </Stack>
    </li>
  );
}
