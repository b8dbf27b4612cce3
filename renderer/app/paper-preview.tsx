import { FileDown, Printer } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import type { FileAnswer, PageFacts } from '../../shared/contracts/api.ts';
import { lengthIn } from '../../shared/lib/measures.ts';
import { Button } from '../ui/actions/button.tsx';
import { useText } from '../ui/i18n.tsx';
import { sidesText } from '../ui/measures.ts';
import { Dialog } from '../ui/overlays/dialog.tsx';
import { Text } from '../ui/text/text.tsx';
import { saveFile } from './files.ts';
import { putPaperAway, usePaper, type Paper } from './print.ts';
import { useScans } from './scanning.ts';
import './app.css';

/** Above every screen: the paper that waits to be printed, if there is one. */
export function PaperPreview() {
  const paper = usePaper((state) => state.paper);
  return paper === null ? null : <Preview key={paper.file.base64.length + paper.answered} paper={paper} />;
}

/** The next scan puts it away: whoever scans has the paper in hand, and work goes on. */
function Preview({ paper: { file, labelOf, answered } }: { readonly paper: Paper }) {
  const { t } = useText();
  const frame = useShown(file);
  const now = useScans((state) => state.answered);
  useEffect(() => {
    if (now > answered) putPaperAway();
  }, [now, answered]);
  return (
    <Dialog
      actions={
        <>
          <Button icon={FileDown} onPress={() => saveFile(file)}>
            {t('floorScreen.paper.save')}
          </Button>
          <Button autoFocus icon={Printer} variant="primary" onPress={() => frame.current?.contentWindow?.print()}>
            {t('floorScreen.paper.print')}
          </Button>
        </>
      }
      open
      title={file.fileName}
      wide
      onClose={putPaperAway}
    >
      <div className="paper">
        {file.pages && <PaperFacts pages={file.pages} />}
        {labelOf !== null && <Text size={20}>{t('floorScreen.label.scan')}</Text>}
        <iframe className="paper__page" ref={frame} title={file.fileName} />
      </div>
    </Dialog>
  );
}

/** What will come out: how many pages of which size, and what a printer's dialog must be left at. */
function PaperFacts({ pages: { count, widthMm, heightMm } }: { readonly pages: PageFacts }) {
  const words = useText();
  const { t, system } = words;
  const size = SIZES.find(({ width, height }) => width === widthMm && height === heightMm)?.name ?? sidesText(words, [widthMm, heightMm], lengthIn[system]);
  return <Text tone="quiet">{t('floorScreen.paper.pages', { count, size })}</Text>;
}

const SIZES = [{ name: 'A4', width: 210, height: 297 }, { name: 'Letter', width: 216, height: 279 }, { name: '4 × 6 in', width: 102, height: 152 }] as const;

/** Shows the file's bytes in a frame, as long as it is on the screen. */
function useShown({ base64, mediaType }: FileAnswer): RefObject<HTMLIFrameElement | null> {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    if (frame.current) frame.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [base64, mediaType]);
  return frame;
}
