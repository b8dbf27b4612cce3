/**
 * Grows when folding or judging changes what the same operations add up to, also by a new kind of operation, which the release before may
 * have ordered without reading it: verdicts are stored with it, and snapshots of another version are left aside for the log.
 */
export const RULE_VERSION = 2;
