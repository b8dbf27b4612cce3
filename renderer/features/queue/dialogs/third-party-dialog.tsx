import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Text } from '../../../ui/text/text.tsx';
import type { OrderDialogProps } from './dialog-props.ts';
import { askAbout } from '../order-dialog-store.ts';

/** Why a third-party order cannot be an HPO, and what can be done for it instead. */
export function ThirdPartyDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useText();
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => askAbout({ ask: 'pin', po: order.po })}>{t('queueScreen.action.pin')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
      open
      title={t('queueScreen.ask.third-party', { po: order.po })}
      onClose={onClose}
    >
      <Stack gap={3}>
        <Text as="p">{t('orders.refused.thirdParty', { po: order.po, channel: order.channel })}</Text>
        <Text as="p" tone="quiet">
          {t('orders.hint.priority')}
        </Text>
      </Stack>
    </Dialog>
  );
}
