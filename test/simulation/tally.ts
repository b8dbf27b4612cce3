/*
 * What happened in the seeds of a run. A simulation in which some kind of trouble never came up proves nothing about it, and nobody
 * sees that from a green run: so the run itself fails when one came up too seldom.
 */

/** The least number of times in a thousand seeds. */
export const LEAST = {
  'answer lost': 0,
  'answered 429': 0,
  'answered 503': 0,
  'answered as a duplicate': 0,
  'began in the middle of a copy': 0,
  'central busy': 0,
  'central went down': 0,
  'central restored, operations lost': 0,
  'central restored, nothing lost': 0,
  'clock set': 0,
  'cut off both ways': 0,
  'cut off from central': 0,
  'cut off to central': 0,
  'disk full': 0,
  'document sent': 0,
  'forked': 0,
  'looked at what people see': 0,
  'new life continued': 0,
  'new life from the beginning': 0,
  'offered anew after a gap': 0,
  'old disk put in': 0,
  'pending laid on again': 0,
  'power cut after the commit': 0,
  'power cut before the commit': 0,
  'rebuilt': 0,
  'recovered after a restore': 0,
  'refused by a full disk': 0,
  'refused epoch': 0,
  'refused fork': 0,
  'refused gap': 0,
  'refused invalid': 0,
  'refused opFork': 0,
  'refused otherSite': 0,
  'request lost': 0,
  'request twice': 0,
  'station crashed': 0,
  'token no longer good': 0,
  'tokens made worthless': 0,
  'work of a dead central': 0,
} as const satisfies Readonly<Record<string, number>>;

export type Event = keyof typeof LEAST | `ordered ${string}` | `case ${string}`;

export class Tally {
  readonly #counts = new Map<string, number>();

  note(event: Event, times = 1): void {
    this.#counts.set(event, this.of(event) + times);
  }

  of(event: string): number {
    return this.#counts.get(event) ?? 0;
  }

  /** What came up too seldom for this many seeds, in words. */
  tooSeldom(seeds: number): readonly string[] {
    return Object.entries(LEAST)
      .map(([event, least]) => ({ event, least: Math.floor((least * seeds) / 1_000), times: this.of(event) }))
      .filter(({ least, times }) => times < least)
      .map(({ event, least, times }) => `${event}: ${times} times in ${seeds} seeds, and at least ${least} were wanted`);
  }

  lines(): readonly string[] {
    return [...this.#counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([event, times]) => `${String(times).padStart(8)} ${event}`);
  }
}
