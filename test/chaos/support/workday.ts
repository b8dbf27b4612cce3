import { setTimeout as after } from 'node:timers/promises';
import { Random } from '../../simulation/random.ts';
import type { ChaosSite } from './chaos-site.ts';
import { Ledger } from './ledger.ts';
import { Shift } from './shift.ts';

/** Milliseconds between two things that people do at one station. */
const BREATH = 20;

/** People at every station of a site, until the day ends. */
export class Workday {
  readonly ledger: Ledger;
  readonly shifts: readonly Shift[];
  readonly #home = new AbortController();
  readonly #days: Promise<unknown>;

  /**
   * The same seed is the same people with the same whims.
   * @param ledger the record of the days before, where this is not the first
   */
  constructor({ stations }: ChaosSite, seed: number, ledger = new Ledger()) {
    this.ledger = ledger;
    const orders = ['C100001X'];
    this.shifts = stations.map((station, at) => new Shift({ station, ledger, orders, random: new Random(seed * 10 + at) }));
    this.#days = Promise.all(this.shifts.map((shift) => this.#work(shift)));
  }

  /** What stations have said they saved. */
  get saved(): number {
    return this.ledger.size;
  }

  /** Resolves when so much more was saved. */
  async saves(more: number): Promise<void> {
    const enough = this.saved + more;
    while (this.saved < enough) await after(BREATH);
  }

  async end(): Promise<void> {
    this.#home.abort();
    await this.#days;
  }

  async #work(shift: Shift): Promise<void> {
    while (!this.#home.signal.aborted) {
      await shift.step();
      await after(BREATH);
    }
  }
}
