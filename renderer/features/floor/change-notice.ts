/** What is known of an order's changes while somebody works on it. */
export interface ChangeSighting {
  readonly po: string;
  /** How many changes were there when they were first seen here. */
  readonly count: number;
  /** Scans answered here by then; -1 when they were there before this screen was. */
  readonly answered: number;
  /** How many of them the person has put away. */
  readonly dismissed: number;
}

/** Follows the task's changes: a new order or a further change is a new sighting, anything else leaves it as it was. */
export function sight(before: ChangeSighting | undefined, po: string, count: number, answered: number): ChangeSighting {
  if (before?.po !== po) return { po, count, answered: count > 0 ? -1 : answered, dismissed: 0 };
  return count > before.count ? { ...before, count, answered } : before;
}

/**
 * Whether the changes are to be shown: not in the middle of a carton but with the next answered scan, which ends what was
 * in hand. With nothing in hand, or after this screen was opened anew, they are shown at once.
 */
export const isDue = ({ count, answered, dismissed }: ChangeSighting, answeredNow: number, inHand: boolean): boolean =>
  count > dismissed && (answeredNow > answered || !inHand);
