import { setImmediate as settled } from 'node:timers/promises';

interface Appointment {
  readonly at: number;
  readonly run: () => void;
  /** Whether all that was begun before it in its moment must have ended. */
  readonly interrupts: boolean;
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
    this.#add(milliseconds, run, false);
  }

  /** For what ends a process or changes a disk: nobody is in the middle of a turn then. */
  interruptAfter(milliseconds: number, run: () => void): void {
    this.#add(milliseconds, run, true);
  }

  /** Runs until `until` is true or `limit` has come; answers whether it is. */
  async run(limit: number, until: () => boolean): Promise<boolean> {
    for (let next = this.#appointments[0]; next && next.at <= limit; next = this.#appointments[0]) {
      if (next.at > this.#now) {
        if (until()) return true;
        this.#now = next.at;
      }
      for (let due = this.#due(); due; due = this.#due()) {
        if (due.interrupts) await settled();
        due.run();
      }
      // What was begun in this moment ends in it.
      await settled();
    }
    this.#now = Math.max(this.#now, limit);
    return until();
  }

  #due(): Appointment | undefined {
    return this.#appointments[0]?.at === this.#now ? this.#appointments.shift() : undefined;
  }

  #add(milliseconds: number, run: () => void, interrupts: boolean): void {
    const at = Math.ceil((this.#now + milliseconds) / TICK) * TICK;
    const behind = this.#appointments.findLastIndex((each) => each.at <= at);
    this.#appointments.splice(behind + 1, 0, { at, run, interrupts });
  }
}
