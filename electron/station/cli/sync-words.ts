import type { SyncView } from '../../../shared/contracts/views.ts';
import { iso, selector, type Words } from './words.ts';

/** How the station stands with central, for scripts. */
export const syncJson = (words: Words, view: SyncView) => ({
  ...view,
  oldestUnsentAt: iso(view.oldestUnsentAt),
  lastSentAt: iso(view.lastSentAt),
  lastHeardAt: iso(view.lastHeardAt),
  nextAttemptAt: iso(view.nextAttemptAt),
  trouble: view.trouble === null ? null : words.say(view.trouble),
});

/** A clock this far off is worth a line. */
const SKEW_SHOWN = 120_000;

/** The same for people. */
export function syncLines(words: Words, view: SyncView): string[] {
  const { state, address, stationNumber, unsent, oldestUnsentAt, behind, lastSentAt, lastHeardAt, nextAttemptAt, trouble, skewMs, openCases } = view;
  if (address === null) return [words.text('cli.sync.state', { state: selectorOf(state) })];
  return [
    words.text('cli.sync.state', { state: selectorOf(state) }),
    words.text('cli.sync.central', { address, number: stationNumber ?? 0 }),
    words.text('cli.sync.unsent', { unsent, since: words.moment(oldestUnsentAt) }),
    words.text('cli.sync.behind', { behind }),
    words.text('cli.sync.heard', { sent: words.moment(lastSentAt), heard: words.moment(lastHeardAt) }),
    ...(trouble === null ? [] : [words.say(trouble)]),
    ...(nextAttemptAt === null ? [] : [words.text('cli.sync.next', { next: words.moment(nextAttemptAt) })]),
    ...(skewMs === null || Math.abs(skewMs) < SKEW_SHOWN ? [] : [words.text('cli.sync.skew', { seconds: Math.round(Math.abs(skewMs) / 1000), direction: skewMs > 0 ? 'fast' : 'slow' })]),
    ...(openCases === 0 ? [] : [words.text('cli.sync.cases', { count: openCases })]),
  ];
}

const selectorOf = (state: SyncView['state']): string => selector(state);
