import type { Instant } from '../../../shared/lib/time.ts';
import { clockFrom, systemClock, type Clock } from '../clock.ts';

/** What every command takes besides its own words. */
export interface Globals {
  /** The data folder, absolute. */
  readonly data: string;
  /** One JSON document on standard output and nothing else. */
  readonly json: boolean;
  /** Staff id, badge or name to act as; undefined acts as the console. */
  readonly as: string | undefined;
  /** Where the clock starts, for demos and tests; undefined: the machine's own time. */
  readonly now: Instant | undefined;
}

export const clockOf = ({ now }: Pick<Globals, 'now'>): Clock => (now === undefined ? systemClock : clockFrom(now));
