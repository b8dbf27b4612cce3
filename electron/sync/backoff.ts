import { MINUTE, SECOND } from '../../shared/lib/time.ts';

const BASE = 0.5 * SECOND;

/**
 * The longest wait between two attempts. Below the usual minute: after a long cut a queue must be empty a minute after the
 * line is whole, and the last attempt before that may just have begun to wait.
 */
export const LONGEST_BACKOFF = 45 * SECOND;

/** Stations that see the network come back at once must not arrive at once. */
export const SPREAD = 5 * SECOND;

const LONGEST_RETRY_AFTER = 10 * MINUTE;

/** Full jitter: anything up to the doubled limit, so that stations which failed together do not try again together. */
export function backoff(failures: number, random: number): number {
  return random * Math.min(LONGEST_BACKOFF, BASE * 2 ** Math.min(failures, 20));
}

/** As long as central asks, and a little of one's own. */
export function afterRetryAfter(retryAfterMs: number, random: number): number {
  return Math.min(LONGEST_RETRY_AFTER, Math.max(0, retryAfterMs)) + random * SPREAD;
}
