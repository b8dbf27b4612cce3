import { Printer } from 'lucide-react';
import { useState } from 'react';
import { usePrint } from '../../../app/use-print.ts';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';

const kinds = ['commands', 'locations', 'badges', 'totes'] as const;

export function SheetsSection() {
  const { t } = useText();
  const { run, busy } = useCommand();
  const print = usePrint();
  const [first, setFirst] = useState(1);
  return (
    <Stack gap={6}>
      <Text as="p">{t('settingsScreen.sheets.text')}</Text>
      {kinds.map((kind) => (
        <SettingsPart key={kind} title={t('settingsScreen.sheets.kind', { kind })}>
          <Stack gap={4} justify="between" row wrap>
            <Text as="p" tone="quiet">{t('settingsScreen.sheets.kind.text', { kind })}</Text>
            {kind === 'totes' && <NumberField label={t('tote.sheet.first')} max={9_980} min={1} value={first} onChange={setFirst} />}
            <Button busy={busy} icon={Printer} onPress={() => void run(async (client) => print(await client.printing.sheet({ kind, first: Number.isNaN(first) ? 1 : first })))}>
              {t('settingsScreen.sheets.print', { kind })}
            </Button>
          </Stack>
        </SettingsPart>
      ))}
    </Stack>
  );
}
