import { Download, FileText } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '../../app/files.ts';
import { useCommand } from '../../app/station.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { useText } from '../../ui/i18n.tsx';
import { FileDialog } from './file-dialog.tsx';

/** Look at the file, or keep it. */
export function FileButtons({ documentId, fileName }: { readonly documentId: string; readonly fileName: string }) {
  const { t } = useText();
  const { run, busy } = useCommand();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button icon={FileText} onPress={() => setShown(true)}>
        {t('documentsScreen.act.view')}
      </Button>
      <Button busy={busy} icon={Download} onPress={() => void run(async (client) => saveFile(await client.documents.file({ documentId })))}>
        {t('documentsScreen.act.download')}
      </Button>
      {shown && <FileDialog documentId={documentId} name={fileName} onClose={() => setShown(false)} />}
    </>
  );
}
