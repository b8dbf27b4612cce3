import { LockOpen } from 'lucide-react';
import { useId, useState } from 'react';
import type { ClaimView } from '../../../shared/contracts/views.ts';
import { mayDo } from '../../../shared/domain/staffing/rights.ts';
import { useCommand, useStationState } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { FormActions } from '../../ui/overlays/form-actions.tsx';
import { useToasts } from '../../ui/status/toast.tsx';
import { Text } from '../../ui/text/text.tsx';
import { ReasonField, useReasonForm } from '../queue/dialogs/reason-field.tsx';
import { subjectText } from './claim-text.ts';

/** For supervisors: frees work that somebody holds. Nothing for others. */
export function ReleaseClaim({ claim }: { readonly claim: ClaimView }) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const role = useStationState(({ session }) => session?.person?.role);
  if (role === undefined || !mayDo(role, 'claims')) return null;
  return (
    <>
      <Button icon={LockOpen} size="desk" onPress={() => setAsking(true)}>
        {t('casesScreen.claim.release')}
      </Button>
      {asking && <ReleaseDialog claim={claim} onClose={() => setAsking(false)} />}
    </>
  );
}

function ReleaseDialog({ claim, onClose }: { readonly claim: ClaimView; readonly onClose: () => void }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { show } = useToasts();
  const { control, handleSubmit } = useReasonForm();
  const form = useId();
  const what = subjectText(claim);
  const words = { subject: what, name: claim.person.name, station: claim.stationName };
  const submit = handleSubmit(async ({ reason }) => {
    if (!(await run((client) => client.claims.release({ subject: claim.subject, reason })))) return;
    show({ tone: 'success', title: t('casesScreen.claim.released', words) });
    onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={form} label={t('casesScreen.claim.release.do')} onCancel={onClose} />}
      open
      title={t('casesScreen.claim.release.ask', words)}
      onClose={onClose}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <Text as="p">{t('casesScreen.claim.release.text', words)}</Text>
          <ReasonField control={control} label={t('queueScreen.reason')} />
        </Stack>
      </form>
    </Dialog>
  );
}
