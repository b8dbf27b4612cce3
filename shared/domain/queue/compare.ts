import type { Order } from '../state/entities.ts';

/** What the place of an order in the queue depends on. */
export type Queued = Pick<Order, 'po' | 'hpo' | 'pin' | 'latestStart' | 'shipBy' | 'receivedAt'>;

/**
 * The queue's order, the same on every station: HPOs before standard orders; inside a class pinned ones, then those in turn, then demoted
 * ones; then the earliest latest start, ship-by and receipt (unknown last); at last the number, so that no two orders are equal.
 */
export function compareQueue(left: Queued, right: Queued): number {
  return (
    Number(right.hpo) - Number(left.hpo) ||
    left.pin - right.pin ||
    unknownLast(left.latestStart, right.latestStart) ||
    unknownLast(left.shipBy, right.shipBy) ||
    left.receivedAt - right.receivedAt ||
    (left.po < right.po ? -1 : Number(left.po > right.po))
  );
}

function unknownLast(left: number | null, right: number | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left - right;
}
