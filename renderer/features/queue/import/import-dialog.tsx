import { Button } from '../../../ui/actions/button.tsx';
import { FileDrop } from '../../../ui/fields/file-drop.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Progress } from '../../../ui/status/progress.tsx';
import { ImportResults } from './import-results.tsx';
import type { Imports } from './use-import.ts';

const ACCEPTED = ['.json', '.txt', '.edi', '.x12', '.850'];

interface ImportDialogProps {
  readonly open: boolean;
  readonly imports: Imports;
  readonly onClose: () => void;
  /** Words of the button that ends it; it goes back to the queue unless told. */
  readonly done?: string | undefined;
}

/** Files in, and what became of every order in them. */
export function ImportDialog({ open, imports, onClose, done }: ImportDialogProps) {
  const { t } = useText();
  const { files, running } = imports;
  return (
    <Dialog
      actions={
        files.length > 0 && running === undefined ? (
          <Button autoFocus variant="primary" onPress={onClose}>
            {done ?? t('queueScreen.import.done')}
          </Button>
        ) : undefined
      }
      open={open}
      title={t('queueScreen.import')}
      wide
      onClose={onClose}
    >
      <Stack gap={4}>
        {running ? (
          <Progress
            label={t('queueScreen.import.running', { file: running.file, index: running.done + 1, total: running.total })}
            ratio={running.total > 1 ? running.done / running.total : undefined}
            onCancel={running.total > 1 ? imports.stop : undefined}
          />
        ) : (
          <FileDrop accept={ACCEPTED} hint={t('queueScreen.import.hint')} label={t('queueScreen.import.label')} onFiles={(chosen) => void imports.start(chosen)} />
        )}
        {files.length > 0 && <ImportResults files={files} />}
      </Stack>
    </Dialog>
  );
}
