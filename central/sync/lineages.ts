import type { Lineage } from './port.ts';

const keyOf = (station: string, incarnation: number): string => `${station} ${incarnation}`;

/** The lineages that a batch touches, as they become while it is being ordered. */
export class Lineages {
  readonly #byKey = new Map<string, Lineage>();
  readonly #changed = new Set<string>();
  /** Numbers held above a gap, of the lineages that have one. */
  readonly #above = new Map<string, Set<number>>();

  constructor(lineages: readonly Lineage[], above: ReadonlyMap<Lineage, readonly number[]>) {
    for (const each of lineages) this.#byKey.set(keyOf(each.station, each.incarnation), each);
    for (const [{ station, incarnation }, numbers] of above) this.#above.set(keyOf(station, incarnation), new Set(numbers));
  }

  of(station: string, incarnation: number): Lineage {
    return this.#byKey.get(keyOf(station, incarnation)) ?? { station, incarnation, base: 0, have: 0, highest: 0, forkedBy: null };
  }

  /** The lineage that a misfit operation began when it came the first time. */
  forkedBy(station: string, opId: string): Lineage | undefined {
    return [...this.#byKey.values()].find((each) => each.station === station && each.forkedBy === opId);
  }

  /** A forked lineage that goes on with this number. */
  continuedBy(station: string, stationSeq: number): Lineage | undefined {
    return [...this.#byKey.values()].find((each) => each.station === station && each.forkedBy !== null && each.have === stationSeq - 1);
  }

  nextIncarnation(station: string): number {
    return 1 + Math.max(1, ...[...this.#byKey.values()].filter((each) => each.station === station).map(({ incarnation }) => incarnation));
  }

  holds(lineage: Lineage, stationSeq: number): boolean {
    return stationSeq <= lineage.have || this.#above.get(keyOf(lineage.station, lineage.incarnation))?.has(stationSeq) === true;
  }

  /** Forked, and where from is not known: central lost its beginning in a restore. */
  isRootless({ incarnation, have, forkedBy }: Lineage): boolean {
    return incarnation > 1 && have === 0 && forkedBy === null;
  }

  /** Begins a lineage whose beginning is not known with the oldest number there is of it. */
  root(station: string, incarnation: number, stationSeq: number): void {
    const before = this.of(station, incarnation);
    const above = this.#above.get(keyOf(station, incarnation)) ?? new Set();
    const base = Math.min(stationSeq, ...above) - 1;
    let have = base;
    while (above.delete(have + 1)) have += 1;
    this.put({ ...before, base, have, highest: Math.max(before.highest, have) });
  }

  /** Notes that a number is held now; what was held above the gap joins when the gap closes. */
  hold(station: string, incarnation: number, stationSeq: number): void {
    const before = this.of(station, incarnation);
    const key = keyOf(station, incarnation);
    let have = stationSeq === before.have + 1 ? stationSeq : before.have;
    const above = this.#above.get(key);
    if (stationSeq > have + 1) this.#above.set(key, (above ?? new Set()).add(stationSeq));
    while (above?.delete(have + 1) === true) have += 1;
    this.put({ ...before, have, highest: Math.max(before.highest, stationSeq, have) });
  }

  put(lineage: Lineage): void {
    const key = keyOf(lineage.station, lineage.incarnation);
    this.#byKey.set(key, lineage);
    this.#changed.add(key);
  }

  changed(): readonly Lineage[] {
    return [...this.#byKey].filter(([key]) => this.#changed.has(key)).map(([, lineage]) => lineage);
  }
}
