import type { ScannerFindings } from '../../../../shared/lib/scanner-test.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { StatusMark } from '../../../ui/status/status-mark.tsx';
import { Text } from '../../../ui/text/text.tsx';

interface Finding {
  readonly id: string;
  readonly well: boolean;
  readonly what: string;
  /** What to change, or what it means. */
  readonly advice: string;
}

/** How the scanner is set up, a line each, in words for whoever holds its manual. `line`: it is no keyboard, and has no layout and no key that ends a scan. */
export function ScannerFindingsList({ findings: { keyboard, wrong, gs, end, prefix, identifier }, line }: { readonly findings: ScannerFindings; readonly line: boolean }) {
  const { t } = useText();
  const [printed = '', arrived = ''] = wrong.find(([from]) => from === '-') ?? wrong[0] ?? [];
  const ending = end === null ? 'none' : end === 'Enter' || end === 'Tab' ? end : 'other';
  const own = gs.how === 'own' ? gs.text : '';
  const list: readonly Finding[] = [
    { id: 'keyboard', well: keyboard === 'right', what: t('settingsScreen.scanner.keyboard', { keyboard }), advice: t('settingsScreen.scanner.keyboard.advice', { keyboard, printed, arrived }) },
    { id: 'gs', well: gs.how !== 'missing', what: t('settingsScreen.scanner.gs', { how: gs.how, text: own }), advice: t('settingsScreen.scanner.gs.advice', { how: gs.how }) },
    { id: 'end', well: end !== null, what: t('settingsScreen.scanner.end', { end: ending, key: end ?? '' }), advice: t('settingsScreen.scanner.end.advice', { end: ending }) },
    { id: 'prefix', well: true, what: t('settingsScreen.scanner.prefix', { has: prefix === '' ? 'no' : 'yes', prefix }), advice: t('settingsScreen.scanner.prefix.advice', { has: prefix === '' ? 'no' : 'yes' }) },
    { id: 'identifier', well: true, what: t('settingsScreen.scanner.identifier', { sent: identifier ? 'yes' : 'no' }), advice: t('settingsScreen.scanner.identifier.advice', { sent: identifier ? 'yes' : 'no' }) },
  ];
  return (
    <ul className="scanner-findings">
      {list.filter(({ id }) => !line || (id !== 'keyboard' && id !== 'end')).map(({ id, well, what, advice }) => (
        <li key={id}>
          <Stack gap={1}>
            <StatusMark status={well ? 'done' : 'atRisk'}>{what}</StatusMark>
            <Text as="p" tone="quiet">{advice}</Text>
          </Stack>
        </li>
      ))}
    </ul>
  );
}
