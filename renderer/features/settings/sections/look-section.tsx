import type { Settings } from '../../../../shared/domain/settings/settings.ts';
import { takeStatus, useCommand } from '../../../app/station.tsx';
import { RadioGroup } from '../../../ui/fields/radio-group.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Text } from '../../../ui/text/text.tsx';

const locales = ['en', 'es'] as const;
const themes = ['system', 'light', 'dark', 'contrast'] as const;

/** Takes effect with the choice: everybody sees at once whether it was the right one. */
export function LookSection({ settings: { locale, theme } }: { readonly settings: Settings }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const change = (patch: Partial<Pick<Settings, 'locale' | 'theme'>>): void => void run(async (client) => takeStatus(await client.station.changeSettings(patch)));
  return (
    <Stack gap={6}>
      <Text as="p">{t('settingsScreen.look.text')}</Text>
      <RadioGroup
        disabled={busy}
        label={t('settingsScreen.look.locale')}
        look="cards"
        options={locales.map((id) => ({ id, label: t('settingsScreen.look.language', { locale: id }) }))}
        value={locale}
        onChange={(next) => change({ locale: next })}
      />
      <RadioGroup
        disabled={busy}
        label={t('settingsScreen.look.theme')}
        look="cards"
        options={themes.map((id) => ({ id, label: t('settingsScreen.look.themeName', { theme: id }) }))}
        value={theme}
        onChange={(next) => change({ theme: next })}
      />
    </Stack>
  );
}
