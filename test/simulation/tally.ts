/*
 * What happened in the seeds of a run. A simulation in which some kind of trouble never came up proves nothing about it, and nobody
 * sees that from a green run: so the run itself fails when one came up too seldom.
 */

/** The least number of times in a thousand seeds: at most half of what comes up, so that work which is added does not thin it out by chance. */
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
  'began in the middle of a copy': 10,
  // The line.
  'request lost': 1500,
  'answer lost': 1000,
  'request twice': 2000,
  'cut off to central': 100,
  'cut off from central': 100,
  'cut off both ways': 100,
  // Central.
  'central went down': 150,
  'power cut before the commit': 30,
  'power cut after the commit': 30,
  'central busy': 150,
  'answered 429': 400,
  'answered 503': 400,
  'tokens made worthless': 75,
  'token no longer good': 1000,
  'answered as a duplicate': 1000,
  'refused fork': 5,
  'refused epoch': 300,
  'document sent': 140,
  // A new life of central.
  'central restored, operations lost': 50,
  'central restored, nothing lost': 50,
  'new life continued': 150,
  'new life from the beginning': 70,
  'recovered after a restore': 200,
  // What people did.
  'ordered pick.confirmed': 380,
  'ordered pick.returned': 2,
  'ordered pick.short': 18,
  'ordered unit.packed': 400,
  'ordered unit.unpacked': 80,
  'ordered unit.loaded': 80,
  'ordered unit.unloaded': 32,
  'ordered shipment.created': 95,
  'ordered shipment.departed': 30,
  'ordered stock.set': 100,
  'ordered stock.received': 200,
  'ordered unit.nested': 8,
  'ordered goods.damaged': 18,
  'ordered order.acknowledged': 140,
  'ordered order.assigned': 50,
  'ordered order.received': 100,
  'ordered order.cancelled': 66,
  'ordered document.received': 110,
  'ordered settings.changed': 42,
  'ordered scan.undone': 150,
  'ordered claim.taken': 1000,
  'ordered claim.released': 28,
  'ordered case.resolved': 10,
  // What their acts were.
  'packed with a lot': 100,
  'packed with a serial number': 130,
  'moved': 8,
  'split': 48,
  'damaged on a unit': 16,
  'damaged in a bin or in hand': 4,
  'counted by scanning': 44,
  'walked for several orders': 44,
  'undid count': 12,
  'undid pack': 18,
  'undid pick': 28,
  'undid receive': 32,
  'undid unpack': 4,
  // What the customer did.
  'ordered by central order.received': 350,
  'ordered by central order.changed': 3,
  'ordered by central order.cancelled': 130,
  'ordered by central station.forked': 5,
  // What contradicted each other.
  'case acknowledged-twice': 6,
  'case claimed-twice': 100,
  'case cloned-station': 5,
  'case count-against-movement': 14,
  'case departed-twice': 2,
  'case loaded-twice': 2,
  'case over-pick': 30,
  'case over-pack': 1,
  'case packed-twice': 8,
  'case planned-twice': 6,
  'case shipped-after-change': 1,
  'case staff-two-places': 1,
  'case worked-after-change': 4,
} as const satisfies Readonly<Record<string, number>>;

export type Event = keyof typeof LEAST | `ordered ${string}` | `case ${string}` | `refused ${string}` | `undid ${string}` | 'work of a dead central' | 'offered anew after a gap';

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
