import { useId } from 'react';
import type { StationClient } from '../../../bridge.ts';
import { useCommand } from '../../../app/station.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { FormActions } from '../../../ui/overlays/form-actions.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';
import { ReasonField, useReasonForm } from './reason-field.tsx';

interface ReasonDialogProps extends OrderDialogProps {
  readonly question: 'flag' | 'unflag' | 'pin' | 'demote' | 'in-turn';
  readonly command: (client: StationClient, reason: string) => Promise<unknown>;
}

/** Something a supervisor decides with a reason that stays in the journal. */
export function ReasonDialog({ order, question, command, onClose }: ReasonDialogProps) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const { control, handleSubmit } = useReasonForm();
  const form = useId();
  const submit = handleSubmit(async ({ reason }) => {
    if (await run((client) => command(client, reason))) onClose();
  });
  return (
    <Dialog
      actions={<FormActions busy={busy} form={form} label={t(`queueScreen.action.${question}`)} onCancel={onClose} />}
      open
      title={t(`queueScreen.ask.${question}`, { po: order.po })}
      onClose={onClose}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <Text as="p">{t(`queueScreen.ask.text.${question}`)}</Text>
          <ReasonField control={control} label={t('queueScreen.reason')} />
        </Stack>
      </form>
    </Dialog>
  );
}
