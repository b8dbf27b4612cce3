import type { Message } from '../../../shared/messages/say.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Text } from '../../ui/text/text.tsx';

/** What the station proposes after goods were reported missing or damaged; read before the work goes on. */
export function NextStep({ what, details = [], onClose }: { readonly what: Message; readonly details?: readonly Message[] | undefined; readonly onClose: () => void }) {
  const { t, tell } = useText();
  return (
    <Dialog
      actions={
        <Button autoFocus size="floor" variant="primary" onPress={onClose}>
          {t('floorScreen.short.go')}
        </Button>
      }
      open
      title={t('floorScreen.short.next')}
      onClose={onClose}
    >
      <Banner title={tell(what)} tone="info">
        {details.length > 0 && (
          <Stack gap={2}>
            {details.map((detail) => (
              <Text as="p" key={detail.key}>
                {tell(detail)}
              </Text>
            ))}
          </Stack>
        )}
      </Banner>
    </Dialog>
  );
}
