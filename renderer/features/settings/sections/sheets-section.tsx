import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { Settings } from '../../../../shared/domain/settings/settings.ts';
import { showPaper } from '../../../app/print.ts';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { ChoiceBar } from '../../../ui/fields/choice-bar.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { SettingsPart } from '../settings-part.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';

const kinds = ['commands', 'locations', 'badges'] as const;

export function SheetsSection({ settings: { paperSize } }: { readonly settings: Settings }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const [size, setSize] = useState(paperSize);
  return (
    <Stack gap={6}>
      <Text as="p">{t('settingsScreen.sheets.text')}</Text>
      <Stack gap={3} row>
        <Text weight="medium">{t('settingsScreen.sheets.size')}</Text>
        <ChoiceBar label={t('settingsScreen.sheets.size')} options={[{ id: 'A4', label: 'A4' }, { id: 'Letter', label: 'Letter' }]} value={size} onChange={setSize} />
      </Stack>
      {kinds.map((kind) => (
        <SettingsPart key={kind} title={t('settingsScreen.sheets.kind', { kind })}>
          <Stack gap={4} justify="between" row wrap>
            <Text as="p" tone="quiet">{t('settingsScreen.sheets.kind.text', { kind })}</Text>
            <Button busy={busy} icon={Printer} onPress={() => void run(async (client) => showPaper(await client.papers.codeSheet({ kind, size }), null))}>
              {t('settingsScreen.sheets.print', { kind })}
            </Button>
          </Stack>
        </SettingsPart>
      ))}
    </Stack>
  );
}
