import { MINUTE, SECOND, instant, type Instant } from '../../../shared/lib/time.ts';
import type { Moment } from '../../sync/events.ts';

/** A smaller difference is the way of the answer, not the clock. */
const NOTICEABLE = 2 * SECOND;
/** Somebody set the clock, or the machine slept, since central was heard: what was measured may no longer hold. */
const JUMP = 2 * MINUTE;

/**
 * This machine's time put right by central's. Deadlines are shown by it; nothing is ever refused because of a clock. Before
 * central was heard, and after the clock jumped, the machine's own time is all there is.
 */
export class CentralTime {
  #measured: { readonly at: Moment; readonly skewMs: number } | null = null;

  /** `skewMs`: this machine's clock less central's, as an answer said at `at`. */
  measure(at: Moment, skewMs: number): void {
    this.#measured = { at, skewMs };
  }

  correct({ clock, steady }: Moment): Instant {
    if (this.#measured === null || Math.abs(this.#measured.skewMs) < NOTICEABLE) return clock;
    const { at, skewMs } = this.#measured;
    const jumped = clock - at.clock - (steady - at.steady);
    return Math.abs(jumped) > JUMP ? clock : instant(clock - skewMs);
  }
}
