import type { QueueRow } from '../../../shared/contracts/views.ts';

export type FloorTask = 'pick' | 'pack' | 'load';

/** What the floor can do for an order now; null while it waits for a desk or is over. */
export function floorTaskOf({ state, next, units }: Pick<QueueRow, 'state' | 'next' | 'units'>): FloorTask | null {
  switch (state) {
    case 'acknowledged':
    case 'picking':
    case 'packing':
    case 'ready':
    case 'loading':
      if (units.picked < units.accepted) return 'pick';
      if (units.packed < units.accepted) return 'pack';
      return next === 'load' ? 'load' : null;
    case 'received':
    case 'shipped':
    case 'rejected':
    case 'cancelled':
    case 'closed':
      return null;
  }
}

export interface Work {
  readonly row: QueueRow;
  readonly task: FloorTask;
}

/** The orders with floor work, in the order given, none of `except` among them. */
export function workAmong(rows: readonly QueueRow[], except: readonly Work[] = []): Work[] {
  const taken = new Set(except.map(({ row }) => row.po));
  return rows.flatMap((row) => {
    const task = taken.has(row.po) ? null : floorTaskOf(row);
    return task === null ? [] : [{ row, task }];
  });
}

/** Eaches that a task on the order still has before it. */
export function leftOf({ row: { units }, task }: Work): number {
  if (task === 'pick') return units.accepted - units.picked;
  return task === 'pack' ? units.accepted - units.packed : units.packed;
}
