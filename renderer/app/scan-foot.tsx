import { TextCursorInput, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { IconButton } from '../ui/actions/icon-button.tsx';
import { ScanBar } from '../ui/floor/scan-bar.tsx';
import { useText } from '../ui/i18n.tsx';
import { useScanDoor } from './scan-door.tsx';
import { useScans } from './scanning.ts';
import { useDeviceSounds } from './sound-settings.ts';
import { SoundDialog } from './sound-dialog.tsx';
import { useStationState } from './station.tsx';
import { useTask } from './task.ts';
import { TypeCode } from './type-code.tsx';
import { isTyping } from './use-shortcuts.ts';

/** The scan bar as it stands on every screen, with the words of this reader's language. */
export function ScanFoot() {
  const { t, tell } = useText();
  const door = useScanDoor();
  const waiting = useScans((state) => state.waiting);
  const stalled = useScans((state) => state.stalled);
  const recent = useScans((state) => state.recent);
  const answered = useScans((state) => state.answered);
  const signedIn = useStationState(({ session }) => session?.person != null);
  const muted = useDeviceSounds((state) => state.muted);
  const task = useTask();
  const [open, setOpen] = useState<'type' | 'sounds' | null>(null);
  useTypeKey(() => setOpen('type'));
  const answers = useMemo(
    () => recent.map(({ id, outcome, words, detail, code, device, at }) => ({ id, outcome, words: tell(words), detail: detail === null ? undefined : tell(detail), code, device, at })),
    [recent, tell],
  );
  const listening = task.data?.listensFor;
  const recalled = answered === 0 && recent.length > 0;
  return (
    <>
      <ScanBar
        // What the journal recalls is history and must not flood the screen like a new answer.
        key={recalled ? 'recalled' : 'live'}
        listening={listening ? tell(listening) : t('app.scan.anything')}
        more={
          <>
            <IconButton icon={TextCursorInput} label={t('floorScreen.type')} variant="secondary" onPress={() => setOpen('type')} />
            <IconButton icon={muted ? VolumeX : Volume2} label={t('floorScreen.sounds')} variant="secondary" onPress={() => setOpen('sounds')} />
          </>
        }
        recent={answers}
        stalled={stalled}
        waiting={waiting}
        onUndo={signedIn && recent.length > 0 ? door.undo : undefined}
      />
      {open === 'type' && <TypeCode onClose={() => setOpen(null)} />}
      {open === 'sounds' && <SoundDialog onClose={() => setOpen(null)} />}
    </>
  );
}

/** A key this soon after another comes from a scanner whose code begins with `/`. */
const SCANNER_MS = 80;

/** `/` opens the field for typed codes. */
function useTypeKey(open: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent): void => {
      clearTimeout(timer);
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      timer = setTimeout(open, SCANNER_MS);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
