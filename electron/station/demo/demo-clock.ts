import { instant, type Instant } from '../../../shared/lib/time.ts';

/** The demo's own time: it only goes forward, and never beyond now. */
export class DemoClock {
  readonly #now: Instant;
  readonly #set: (at: Instant) => void;
  #at: Instant;

  constructor(start: Instant, now: Instant, set: (at: Instant) => void) {
    this.#now = now;
    this.#set = set;
    this.#at = start;
    this.#set(start);
  }

  /** Forward to an instant; one that has passed already leaves the clock where it is. */
  to(at: Instant): void {
    this.#at = instant(Math.min(this.#now, Math.max(this.#at, at)));
    this.#set(this.#at);
  }

  pass(milliseconds: number): void {
    this.to(instant(this.#at + milliseconds));
  }
}
