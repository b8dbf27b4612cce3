import { useLocation } from 'wouter';
import type { ImportAnswer } from '../../../shared/contracts/api.ts';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { Heading, Text } from '../../ui/text/text.tsx';
import { ImportedOrders } from './imported-orders.tsx';

/** What the station made of the files that were just handed in. */
export function ImportDialog({ answer, onClose }: { readonly answer: ImportAnswer; readonly onClose: () => void }) {
  const { t, tell } = useText();
  const [, go] = useLocation();
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => go('/queue')}>{t('documentsScreen.imported.queue')}</Button>
          <Button autoFocus variant="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
      open
      title={t('documentsScreen.imported')}
      wide
      onClose={onClose}
    >
      <Stack gap={6}>
        {answer.files.map(({ file, format, orders, error }, index) => (
          <Stack gap={2} key={index}>
            <Stack gap={2} row wrap>
              <Heading level={3}>{file}</Heading>
              <Text tone="quiet">{format}</Text>
            </Stack>
            {error && (
              <Banner title={tell(error.message)} tone="error">
                {t('documentsScreen.in.where', { where: error.where })}
              </Banner>
            )}
            {orders.length > 0 ? <ImportedOrders label={file} orders={orders} /> : error === null && <Text tone="quiet">{t('documentsScreen.imported.none')}</Text>}
          </Stack>
        ))}
      </Stack>
    </Dialog>
  );
}
