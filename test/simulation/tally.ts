/*
 * What happened in the seeds of a run. A simulation in which some kind of trouble never came up proves nothing about it, and nobody
 * sees that from a green run: so the run itself fails when one came up too seldom.
 */

/** The least number of times in a thousand seeds. */
export const LEAST = {
  // A station and its disk.
  'station crashed': 250,
  'old disk put in': 100,
  'forked': 5,
  'disk full': 150,
  'refused by a full disk': 300,
  'clock set': 75,
  'looked at what people see': 150,
  'rebuilt': 100,
  'pending laid on again': 150,
  'began in the middle of a copy': 15,
  // The line.
  'request lost': 1500,
  'answer lost': 1000,
  'request twice': 2000,
  'cut off to central': 100,
  'cut off from central': 100,
  'cut off both ways': 100,
  // Central.
  'central went down': 150,
  'power cut before the commit': 35,
  'power cut after the commit': 30,
  'central busy': 150,
  'answered 429': 400,
  'answered 503': 400,
  'tokens made worthless': 90,
  'token no longer good': 1000,
  'answered as a duplicate': 1000,
  'refused fork': 5,
  'refused epoch': 300,
  'document sent': 200,
  // A new life of central.
  'central restored, operations lost': 60,
  'central restored, nothing lost': 50,
  'new life continued': 150,
  'new life from the beginning': 90,
  'recovered after a restore': 200,
  // What people did.
  'ordered pick.confirmed': 450,
  'ordered pick.returned': 3,
  'ordered pick.short': 25,
  'ordered unit.packed': 150,
  'ordered unit.unpacked': 1,
  'ordered unit.loaded': 100,
  'ordered unit.unloaded': 50,
  'ordered shipment.created': 95,
  'ordered shipment.departed': 30,
  'ordered stock.set': 75,
  'ordered order.acknowledged': 250,
  'ordered order.assigned': 75,
  'ordered order.received': 100,
  'ordered order.cancelled': 85,
  'ordered document.received': 150,
  'ordered settings.changed': 65,
  'ordered scan.undone': 80,
  'ordered claim.taken': 900,
  'ordered claim.released': 50,
  'ordered case.resolved': 10,
  // What the customer did.
  'ordered by central order.received': 350,
  'ordered by central order.changed': 3,
  'ordered by central order.cancelled': 150,
  'ordered by central station.forked': 5,
  // What contradicted each other.
  'case acknowledged-twice': 15,
  'case claimed-twice': 100,
  'case cloned-station': 5,
  'case departed-twice': 2,
  'case loaded-twice': 10,
  'case over-pick': 40,
  'case over-pack': 1,
  'case planned-twice': 10,
  'case shipped-after-change': 1,
  'case staff-two-places': 1,
  'case worked-after-change': 4,
} as const satisfies Readonly<Record<string, number>>;

export type Event = keyof typeof LEAST | `ordered ${string}` | `case ${string}` | `refused ${string}` | 'work of a dead central' | 'offered anew after a gap';

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
