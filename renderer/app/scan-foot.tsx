import { useMemo } from 'react';
import { ScanBar } from '../ui/floor/scan-bar.tsx';
import { useText } from '../ui/i18n.tsx';
import { useScanDoor } from './scan-door.tsx';
import { useScans } from './scanning.ts';
import { useAnswer, useStationState } from './station.tsx';

/** The scan bar as it stands on every screen, with the words of this reader's language. */
export function ScanFoot() {
  const { t, tell } = useText();
  const door = useScanDoor();
  const waiting = useScans((state) => state.waiting);
  const recent = useScans((state) => state.recent);
  const reply = useScans((state) => state.reply);
  const signedIn = useStationState(({ session }) => session?.person != null);
  const task = useAnswer(['tasks', 'orders'], ['task', signedIn], (client) => (signedIn ? client.floor.task({}) : Promise.resolve(null)));
  const answers = useMemo(
    () => recent.map(({ id, outcome, words, detail, code, at }) => ({ id, outcome, words: tell(words), detail: detail === null ? undefined : tell(detail), code, at })),
    [recent, tell],
  );
  const listening = task.data?.listensFor;
  return (
    <ScanBar
      listening={listening ? tell(listening) : t('app.scan.anything')}
      recent={answers}
      waiting={waiting}
      onUndo={signedIn && reply?.answer.undoable ? door.undo : undefined}
    />
  );
}
