import { Ban } from 'lucide-react';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { HoldButton } from '../../../ui/actions/hold-button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';
import { ReasonField, useReasonForm } from './reason-field.tsx';

/** Giving up an order: with a reason, and held, for it cannot be taken back here. */
export function CancelDialog({ order, onClose }: OrderDialogProps) {
  const { t, format } = useText();
  const { run, busy } = useCommand();
  const { control, handleSubmit } = useReasonForm();
  const submit = handleSubmit(async ({ reason }) => {
    if (await run((client) => client.orders.cancel({ po: order.po, reason }))) onClose();
  });
  const threatens = order.exposure.total;
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{t('queueScreen.cancel.keep')}</Button>
          <HoldButton disabled={busy} icon={Ban} label={t('queueScreen.cancel.do', { po: order.po })} onConfirm={() => void submit()} />
        </>
      }
      open
      title={t('queueScreen.ask.cancel', { po: order.po })}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <Stack gap={4}>
          <Text as="p">{t('queueScreen.ask.text.cancel')}</Text>
          {threatens && threatens.minor > 0 && (
            <Text as="p" tone="warn" weight="medium">
              {t('queueScreen.cancel.exposure', { amount: format.money(threatens) })}
            </Text>
          )}
          <ReasonField control={control} label={t('queueScreen.reason')} />
        </Stack>
      </form>
    </Dialog>
  );
}
