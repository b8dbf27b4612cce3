import { setImmediate as settled } from 'node:timers/promises';

interface Appointment {
  readonly at: number;
  readonly run: () => void;
}

/** What happens on one network arrives in steps of this: so things meet in the same moment, and central orders them in one batch. */
const TICK = 5;

/** Virtual time: it passes only from one appointment to the next. */
export class Agenda {
  #now = 0;
  #appointments: Appointment[] = [];

  get now(): number {
    return this.#now;
  }

  /** Those of one moment run in the order in which they were made. */
  after(milliseconds: number, run: () => void): void {
    const at = Math.ceil((this.#now + milliseconds) / TICK) * TICK;
    const behind = this.#appointments.findLastIndex((each) => each.at <= at);
    this.#appointments.splice(behind + 1, 0, { at, run });
  }

  /** Runs until `until` is true or `limit` has come; answers whether it is. */
  async run(limit: number, until: () => boolean): Promise<boolean> {
    for (let next = this.#appointments[0]; next && next.at <= limit; next = this.#appointments[0]) {
      if (next.at > this.#now) {
        if (until()) return true;
        this.#now = next.at;
      }
      while (this.#appointments[0]?.at === this.#now) this.#appointments.shift()?.run();
      // What central has begun in this moment ends in it.
      await settled();
    }
    this.#now = Math.max(this.#now, limit);
    return until();
  }
}
