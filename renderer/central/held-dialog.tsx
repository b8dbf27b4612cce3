import type { StationRow } from '../../shared/contracts/central.ts';
import { message } from '../../shared/messages/say.ts';
import { Button } from '../ui/actions/button.tsx';
import { DecisionButton } from '../ui/actions/decision-button.tsx';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { useToasts } from '../ui/status/toast.tsx';
import { Text } from '../ui/text/text.tsx';
import { useOrder } from './ask.ts';
import { central } from './client.ts';

/** What a station sent since its rights were taken: into the site's order, or not. */
export function HeldDialog({ site, station: { station, name, heldAside }, onClose }: { readonly site: string; readonly station: StationRow; readonly onClose: () => void }) {
  const { t, tell } = useText();
  const { run, busy } = useOrder();
  const { show } = useToasts();
  const decide = async (decision: 'let-in' | 'keep-out'): Promise<void> => {
    if (!(await run(() => central.decideHeld(site, station, decision)))) return;
    show({ tone: 'success', title: t('centralPage.held.done', { station: name }) });
    onClose();
  };
  return (
    <Dialog actions={<Button onPress={onClose}>{t('common.cancel')}</Button>} open title={t('centralPage.held.ask', { station: name })} onClose={onClose}>
      <Stack gap={4}>
        <Text as="p">{t('centralPage.held.text', { count: heldAside })}</Text>
        <DecisionButton busy={busy} consequence={t('centralPage.held.letIn', { count: heldAside })} label={tell(message('cases.decide.letIn'))} onPress={() => void decide('let-in')} />
        <DecisionButton busy={busy} consequence={tell(message('cases.do.keepOut', { name, count: heldAside }))} label={tell(message('cases.decide.keepOut'))} onPress={() => void decide('keep-out')} />
      </Stack>
    </Dialog>
  );
}
