/** Ends within this time belong together; an older one says nothing about the present trouble. */
const WINDOW_MS = 120_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;
/** After so many ends in the window a person is told, instead of the machine being kept busy. */
const TOO_MANY = 6;

export type Next = { readonly do: 'restart'; readonly afterMs: number } | { readonly do: 'stop' };

/** What to do after the station ended by itself. `ends` are the moments of all its ends in ms, this one last. */
export function afterEnd(ends: readonly number[]): Next {
  const now = ends.at(-1) ?? 0;
  const recent = ends.filter((at) => now - at < WINDOW_MS).length;
  if (recent >= TOO_MANY) return { do: 'stop' };
  return { do: 'restart', afterMs: Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, recent - 1)) };
}
