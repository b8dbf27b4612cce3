import { Download } from 'lucide-react';
import { fileText, saveFile } from '../../app/files.ts';
import { useAnswer } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { Skeleton } from '../../ui/states/skeleton.tsx';
import { Text } from '../../ui/text/text.tsx';
import './documents.css';

/** More makes a page slow and is read by nobody; the file itself is one press away. */
const SHOWN = 200_000;

/** The document exactly as it came or goes. */
export function FileDialog({ documentId, name, onClose }: { readonly documentId: string; readonly name: string; readonly onClose: () => void }) {
  const { t } = useText();
  const { data, isError, refetch } = useAnswer([], ['file', documentId], (client) => client.documents.file({ documentId }));
  const text = data && fileText(data);
  return (
    <Dialog
      actions={
        <Button disabled={!data} icon={Download} onPress={() => data && saveFile(data)}>
          {t('documentsScreen.act.download')}
        </Button>
      }
      open
      title={name}
      wide
      onClose={onClose}
    >
      {isError ? (
        <ErrorState next={t('documentsScreen.error.next')} what={t('documentsScreen.missing')} onRetry={() => void refetch()} />
      ) : text === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <Stack gap={3}>
          {text.length > SHOWN && <Text tone="quiet">{t('documentsScreen.view.long', { count: SHOWN })}</Text>}
          <pre aria-label={name} className="documents__raw" role="region" tabIndex={0} translate="no">
            {text.slice(0, SHOWN)}
          </pre>
        </Stack>
      )}
    </Dialog>
  );
}
