import type { HistoryEntry } from '../../shared/contracts/views.ts';
import { Timeline } from '../ui/data/timeline.tsx';
import { useText } from '../ui/i18n.tsx';
import { actorName } from '../ui/text/actor-name.ts';

/** Entries of the journal in words: what, when, who, at which station. */
export function HistoryList({ history, empty }: { readonly history: readonly HistoryEntry[]; readonly empty: string }) {
  const words = useText();
  const { tell, format } = words;
  return <Timeline empty={empty} items={history.map(({ opId, at, actor, station, what }) => ({ id: opId, words: tell(what), note: `${format.dateTime(at)} · ${actorName(words, actor)} · ${station}` }))} />;
}
