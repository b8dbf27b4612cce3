import type { CartView, TaskView } from '../../../shared/contracts/views.ts';
import { carriedBy } from '../../../shared/domain/picking/cart.ts';
import { notWorkable } from '../../../shared/domain/picking/workable.ts';
import { toteOf } from '../../../shared/domain/picking/totes.ts';
import { joinable } from '../../../shared/domain/scanning/join.ts';
import type { Order, Task } from '../../../shared/domain/state/entities.ts';
import { heldElsewhere } from '../../../shared/domain/sync/claims.ts';
import { orderClaim } from '../../../shared/domain/sync/hold.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Message } from '../../../shared/messages/say.ts';
import type { Station } from '../station.ts';

/** The orders of a cart by their places; none while one order is picked. */
export function cartView({ reader }: Station, task: Task, next: PoNumber | undefined): CartView[] {
  return carriedBy(reader, task).flatMap(({ place, order }): CartView[] => {
    if (place === null) return [];
    const { po, hpo, picked, accepted } = order;
    return [{ place, po, hpo, picked, accepted, isNext: next === po, stopped: notWorkable(order) ?? null, changed: changedSince(order, task).length > 0, tote: toteOf(task, po) ?? null }];
  });
}

/** What the customer changed since the task began: shown when the carton in hand is finished. */
export const changedSince = (order: Order, task: Task): readonly Message[] => order.changes.filter((change) => change.at > task.startedAt).flatMap((change) => change.what);

/** Hot orders that this station's walk could take to its front now: acknowledged, not all picked, and nobody else's. */
export function waitingHot({ reader, queue, acting }: Station, task: Task): TaskView['waitingHot'] {
  const hot: Order[] = [];
  for (const { po, hpo, state } of queue.live()) {
    if (!hpo) break;
    const order = state === 'acknowledged' || state === 'picking' ? reader.get('order', { po }) : undefined;
    if (order && !heldElsewhere(reader, orderClaim(po), acting)) hot.push(order);
  }
  return hot.length === 0 ? [] : joinable(reader, task, hot).map(({ po, accepted, picked }) => ({ po, left: accepted - picked }));
}
