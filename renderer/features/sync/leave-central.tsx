import { Unlink } from 'lucide-react';
import { useCommand } from '../../app/station.tsx';
import { HoldButton } from '../../ui/actions/hold-button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';

/** Ends the talk with central; held, because the other stations miss this one's work from then on. */
export function LeaveCentral({ unsent }: { readonly unsent: number }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const leave = async (): Promise<void> => {
    if (await run((client) => client.sync.leave({}))) show({ tone: 'success', title: t('syncScreen.leave.done') });
  };
  return (
    <Stack gap={4}>
      <Text as="p">{t('syncScreen.leave.text', { unsent })}</Text>
      <Stack row>
        <HoldButton disabled={busy} icon={Unlink} label={t('syncScreen.leave.do')} onConfirm={() => void leave()} />
      </Stack>
    </Stack>
  );
}
