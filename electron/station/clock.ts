import { instant, type Instant } from '../../shared/lib/time.ts';

export type Clock = () => Instant;

export const systemClock: Clock = () => instant(Date.now());

/** A clock for demos and tests: it starts at `from` and goes on at the machine's pace. */
export function clockFrom(from: Instant): Clock {
  const started = performance.now();
  return () => instant(from + (performance.now() - started));
}
