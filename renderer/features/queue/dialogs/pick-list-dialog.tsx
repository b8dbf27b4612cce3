import { Download, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FileAnswer } from '../../../../shared/contracts/api.ts';
import { fileBlob, saveFile } from '../../../app/files.ts';
import { useCommand } from '../../../app/station.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useText } from '../../../ui/i18n.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Progress } from '../../../ui/status/progress.tsx';
import type { OrderDialogProps } from './dialog-props.ts';

interface Paper {
  readonly address: string;
  readonly file: FileAnswer;
}

/** The pick list as it will be printed. The station makes it once a dialog: each one counts as printed, with its revision. */
export function PickListDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useText();
  const { run } = useCommand();
  const [paper, setPaper] = useState<Paper>();
  const asked = useRef(false);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void run(async (client) => {
      const file = await client.papers.pickList({ po: order.po });
      setPaper({ address: URL.createObjectURL(fileBlob(file)), file });
    }).then((made) => {
      if (!made) onClose();
    });
  }, [order.po, onClose, run]);
  useEffect(() => (paper ? () => URL.revokeObjectURL(paper.address) : undefined), [paper]);

  return (
    <Dialog
      actions={
        paper && (
          <>
            <Button icon={Download} onPress={() => saveFile(paper.file)}>
              {t('queueScreen.paper.save')}
            </Button>
            <Button icon={Printer} variant="primary" onPress={() => frame.current?.contentWindow?.print()}>
              {t('queueScreen.paper.print')}
            </Button>
          </>
        )
      }
      open
      title={t('queueScreen.ask.pick-list', { po: order.po })}
      wide
      onClose={onClose}
    >
      {paper ? <iframe className="paper-frame" ref={frame} src={`${paper.address}#navpanes=0&view=FitH`} title={t('queueScreen.ask.pick-list', { po: order.po })} /> : <Progress label={t('queueScreen.paper.making')} />}
    </Dialog>
  );
}
