import { Printer } from 'lucide-react';
import { usePrint } from '../../../app/use-print.ts';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';

const kinds = ['commands', 'locations', 'badges'] as const;

export function SheetsSection() {
  const { t } = useText();
  const { run, busy } = useCommand();
  const print = usePrint();
  return (
    <Stack gap={6}>
      <Text as="p">{t('settingsScreen.sheets.text')}</Text>
      {kinds.map((kind) => (
        <SettingsPart key={kind} title={t('settingsScreen.sheets.kind', { kind })}>
          <Stack gap={4} justify="between" row wrap>
            <Text as="p" tone="quiet">{t('settingsScreen.sheets.kind.text', { kind })}</Text>
            <Button busy={busy} icon={Printer} onPress={() => void run(async (client) => print(await client.printing.sheet({ kind })))}>
              {t('settingsScreen.sheets.print', { kind })}
            </Button>
          </Stack>
        </SettingsPart>
      ))}
    </Stack>
  );
}
