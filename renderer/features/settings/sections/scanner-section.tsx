import { Printer } from 'lucide-react';
import { useState } from 'react';
import { decodeScan } from '../../../../shared/lib/barcode/decode-scan.ts';
import { readScannerTest, type ScannerFindings } from '../../../../shared/lib/scanner-test.ts';
import { useScanClaim, useScanDoor, useSounds } from '../../../app/scan-door.tsx';
import { keepDeviceScanner, useDeviceScanner, usualScanner } from '../../../app/scanner-settings.ts';
import { stationNow, useCommand } from '../../../app/station.tsx';
import { usePrint } from '../../../app/use-print.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { KeyValue } from '../../../ui/data/key-value.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { Text } from '../../../ui/text/text.tsx';
import { ScannedCodeWords } from './scanned-code-words.tsx';
import { ScalePart } from './scale-part.tsx';
import { SerialScanners } from './serial-scanners.tsx';
import { WebScanners } from './web-scanners.tsx';
import { ScannerFindingsList } from './scanner-findings.tsx';

/** `device`: the scanner's name, null for one that types like a keyboard. */
type Heard = ({ readonly kind: 'test'; readonly findings: ScannerFindings } | { readonly kind: 'code'; readonly text: string }) & { readonly device: string | null };

/** The scanner's test: print the label, scan it, see how the scanner is set up and what to change; what differs from the usual is kept here. */
export function ScannerSection() {
  const { t } = useText();
  const { run, busy } = useCommand();
  const print = usePrint();
  const [heard, setHeard] = useState<Heard>();
  const door = useScanDoor();
  const sounds = useSounds();
  useScanClaim((text, end, device) => {
    const findings = readScannerTest(text, end);
    // A badge works on every screen; a command would act on work that nobody looks at here.
    if (!findings && decodeScan(text).kind === 'badge') {
      door.scan(text);
      return;
    }
    sounds.play(findings && !isRight(findings) ? 'wrong' : 'accepted');
    setHeard(findings ? { kind: 'test', findings, device } : { kind: 'code', text, device });
  });
  return (
    <Stack gap={6}>
      <SettingsPart title={t('settingsScreen.scanner.print')}>
        <Stack gap={4} justify="between" row wrap>
          <Text as="p" tone="quiet">{t('settingsScreen.scanner.print.text')}</Text>
          <Button busy={busy} icon={Printer} onPress={() => void run(async (client) => print(await client.printing.sheet({ kind: 'scanner' })))}>
            {t('settingsScreen.scanner.print.do')}
          </Button>
        </Stack>
      </SettingsPart>
      <SettingsPart title={t('settingsScreen.scanner.scan')}>
        <Stack gap={4}>
          <Text as="p" tone="quiet">{t('settingsScreen.scanner.scan.text')}</Text>
          {heard?.device != null && <Text as="p" weight="bold">{t('devices.heard', { device: heard.device })}</Text>}
          {heard?.kind === 'test' && <TestResult device={heard.device} findings={heard.findings} />}
          {heard?.kind === 'code' && <ScannedCodeWords text={heard.text} />}
        </Stack>
      </SettingsPart>
      <KeptScanner />
      <SerialScanners />
      <WebScanners />
      <ScalePart />
    </Stack>
  );
}

/** Nothing has to change at the scanner or this machine for every code to arrive whole. */
const isRight = ({ keyboard, gs }: ScannerFindings): boolean => keyboard === 'right' && gs.how !== 'missing';

/** With a wrong layout the rest of what was found is mangled too, and not worth keeping. */
function TestResult({ findings, device }: { readonly findings: ScannerFindings; readonly device: string | null }) {
  const { t } = useText();
  const { prefix: keptPrefix } = useDeviceScanner();
  const keep = (): void =>
    keepDeviceScanner({
      // The prefix that is kept already was taken off before the test saw the scan.
      prefix: findings.prefix === '' ? keptPrefix : findings.prefix,
      gsText: findings.gs.how === 'own' ? findings.gs.text : '',
      ends: findings.end !== null,
      testedAt: stationNow(),
    });
  return (
    <Stack gap={4}>
      <Banner tone={isRight(findings) ? 'success' : 'warning'} title={t('settingsScreen.scanner.result', { right: isRight(findings) ? 'yes' : 'no' })}>
        {(device === null || !isRight(findings)) && t('settingsScreen.scanner.result.next', { right: isRight(findings) ? 'yes' : 'no' })}
      </Banner>
      <ScannerFindingsList findings={findings} line={device !== null} />
      {device !== null && <Text as="p">{t('devices.heard.next')}</Text>}
      {device === null && findings.keyboard === 'right' && (
        <Stack row>
          <Button variant="primary" onPress={keep}>{t('settingsScreen.scanner.keep')}</Button>
        </Stack>
      )}
    </Stack>
  );
}

/** What this machine knows of its scanners. */
function KeptScanner() {
  const { t, format } = useText();
  const { prefix, gsText, ends, testedAt } = useDeviceScanner();
  return (
    <SettingsPart title={t('settingsScreen.scanner.kept')}>
      <Stack gap={4}>
        <KeyValue
          columns={2}
          items={[
            { label: t('settingsScreen.scanner.kept.tested'), value: testedAt === null ? t('settingsScreen.scanner.kept.never') : format.dayTime(testedAt) },
            { label: t('settingsScreen.scanner.kept.end'), value: t('settingsScreen.scanner.kept.end.is', { ends: ends ? 'yes' : 'no' }) },
            { label: t('settingsScreen.scanner.kept.prefix'), value: prefix === '' ? t('settingsScreen.scanner.kept.none') : <code>{prefix}</code> },
            { label: t('settingsScreen.scanner.kept.gs'), value: gsText === '' ? t('settingsScreen.scanner.kept.gs.usual') : <code>{gsText}</code> },
          ]}
        />
        {testedAt !== null && (
          <Stack row>
            <Button onPress={() => keepDeviceScanner(usualScanner)}>{t('settingsScreen.scanner.forget')}</Button>
          </Stack>
        )}
      </Stack>
    </SettingsPart>
  );
}
