import { ShieldOff } from 'lucide-react';
import { useState } from 'react';
import type { StationRow } from '../../shared/contracts/central.ts';
import { Button } from '../ui/actions/button.tsx';
import { HoldButton } from '../ui/actions/hold-button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { useText } from '../ui/i18n.tsx';
import { Stack } from '../ui/layout/stack.tsx';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { useToasts } from '../ui/status/toast.tsx';
import { Text } from '../ui/text/text.tsx';
import { useOrder } from './ask.ts';
import { central } from './client.ts';

const SHORTEST_REASON = 3;

/** Takes a station's rights: held, with a reason that stays in the audit. */
export function RevokeDialog({ site, station: { station, name }, onClose }: { readonly site: string; readonly station: StationRow; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useOrder();
  const { show } = useToasts();
  const [reason, setReason] = useState('');
  const said = reason.trim().length >= SHORTEST_REASON;
  const revoke = async (): Promise<void> => {
    if (!(await run(() => central.revoke(site, station, reason.trim())))) return;
    show({ tone: 'success', title: t('centralPage.revoke.done', { station: name }) });
    onClose();
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <HoldButton disabled={busy || !said} icon={ShieldOff} label={t('centralPage.revoke.do')} onConfirm={() => void revoke()} />
        </>
      }
      open
      title={t('centralPage.revoke.ask', { station: name })}
      onClose={onClose}
    >
      <Stack gap={4}>
        <Text as="p">{t('centralPage.revoke.text')}</Text>
        <TextField autoFocus hint={t('centralPage.revoke.reason.error')} label={t('centralPage.revoke.reason')} maxLength={500} value={reason} onChange={setReason} />
      </Stack>
    </Dialog>
  );
}
