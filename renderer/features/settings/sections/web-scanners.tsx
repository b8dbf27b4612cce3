import { Plus, Trash2 } from 'lucide-react';
import { webHid, webSerial } from '../../../app/web-devices.ts';
import { askForHid, askForPort, forgetScanner, useWebScanners } from '../../../app/web-scanners.ts';
import { isDesktop } from '../../../bridge.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { deviceStatus } from './device-status.ts';

/** Scanners that the browser reads itself: HID POS, and serial ports where the browser offers them. */
export function WebScanners() {
  const { t } = useText();
  const scanners = useWebScanners((state) => state.scanners);
  // In the desktop app the station reads serial ports, and the page may not.
  const serial = webSerial() !== undefined && !isDesktop();
  const hid = webHid() !== undefined;
  return (
    <SettingsPart title={t('devices.web.title')}>
      <Stack gap={4}>
        <Text as="p" tone="quiet">{t('devices.web.text')}</Text>
        {!serial && !hid && <Text as="p">{t('devices.web.none')}</Text>}
        {scanners.length > 0 && (
          <ul className="device-list">
            {scanners.map(({ id, name, kind, state, detail }) => (
              <li key={id}>
                <Stack gap={1}>
                  <Text weight="bold">{name}</Text>
                  <Text size={14} tone="quiet">{t('devices.web.kind', { kind })}</Text>
                  <StatusMark status={deviceStatus[state]}>{t('devices.state', { state })}</StatusMark>
                  {detail !== null && <Text size={14} tone="quiet"><bdi lang="en">{detail}</bdi></Text>}
                </Stack>
                <Button icon={Trash2} onPress={() => void forgetScanner(id)}>{t('devices.remove')}</Button>
              </li>
            ))}
          </ul>
        )}
        <Stack gap={2} row wrap>
          {hid && <Button icon={Plus} onPress={() => void askForHid()}>{t('devices.web.add.hid')}</Button>}
          {serial && <Button icon={Plus} onPress={() => void askForPort()}>{t('devices.web.add.serial')}</Button>}
        </Stack>
      </Stack>
    </SettingsPart>
  );
}
