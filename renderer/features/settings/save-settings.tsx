import { Check, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { settingsPatch } from '../../../shared/domain/settings/settings.ts';
import { takeStatus, useCommand } from '../../app/station.tsx';
import { useUnsaved } from '../../app/unsaved.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useToasts } from '../../ui/status/toast.tsx';

export interface SaveSettings {
  /** True when they were saved. */
  readonly save: (patch: z.input<typeof settingsPatch>) => Promise<boolean>;
  readonly busy: boolean;
}

/** Changes settings of the station and says so. */
export function useSaveSettings(): SaveSettings {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const save = async (patch: z.input<typeof settingsPatch>): Promise<boolean> => {
    const saved = await run(async (client) => takeStatus(await client.station.changeSettings(patch)));
    if (saved) show({ tone: 'success', title: t('settingsScreen.saved') });
    return saved;
  };
  return { save, busy };
}

interface SettingsFormProps {
  /** Something was changed and is not saved. */
  readonly changed: boolean;
  readonly busy: boolean;
  /** What saving says; "Save" unless told. */
  readonly label?: string | undefined;
  readonly onSubmit: () => void;
  readonly onUndo: () => void;
  readonly children: ReactNode;
}

/** One section's fields and the way to keep or drop what was changed. */
export function SettingsForm({ changed, busy, label, onSubmit, onUndo, children }: SettingsFormProps) {
  const { t } = useText();
  useUnsaved(changed);
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap={6}>
        {children}
        <Stack gap={3} row wrap>
          <Button busy={busy} disabled={!changed} icon={Check} size="floor" type="submit" variant="primary">
            {label ?? t('settingsScreen.save')}
          </Button>
          {changed && (
            <Button icon={Undo2} size="floor" variant="quiet" onPress={onUndo}>
              {t('settingsScreen.undo')}
            </Button>
          )}
        </Stack>
      </Stack>
    </form>
  );
}
