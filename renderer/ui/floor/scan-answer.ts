import { CheckCheck, CircleCheck, Copy, Info, OctagonX, type LucideIcon } from 'lucide-react';
import type { Instant } from '../../../shared/lib/time.ts';

/** How a scan ended. `info` answers commands and questions. */
export type ScanOutcome = 'accepted' | 'wrong' | 'duplicate' | 'done' | 'info';

export interface ScanAnswer {
  /** New for every scan, also for the same code twice. */
  readonly id: string;
  readonly outcome: ScanOutcome;
  /** The answer: "Added, 7 of 20", "Wrong product", "Already on pallet 0 0614141 …". */
  readonly words: string;
  /** What was expected, or what to do: "Expected CG-1000 at A-01-02". */
  readonly detail?: string | undefined;
  readonly code?: string | undefined;
  /** The scanner's name, where it has one. */
  readonly device?: string | null | undefined;
  readonly at: Instant;
}

/** Four shapes that cannot be mistaken for one another at three metres: circle, octagon, two squares, two ticks. */
export const outcomeIcon: Readonly<Record<ScanOutcome, LucideIcon>> = {
  accepted: CircleCheck,
  wrong: OctagonX,
  duplicate: Copy,
  done: CheckCheck,
  info: Info,
};

export const FLOOD_FOR = 250;
/** WCAG 2.3.1: nothing may flash more than three times in any one second. */
const FLASHES_PER_SECOND = 3;

/**
 * Whether an answer at `now` may light the screen up. Answers that come while it is lit only change what it shows;
 * in a burst beyond three flashes a second the bar itself, the sound and the words still answer each scan.
 */
export const mayFlood = (starts: readonly number[], now: number): boolean =>
  starts.filter((start) => now - start < 1_000).length < FLASHES_PER_SECOND;
