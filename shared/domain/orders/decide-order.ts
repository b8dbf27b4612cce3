import { decided, done, refuse, type Context, type Decision } from '../decision.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Reader } from '../state/world.ts';
import { findOrder, orderName, refuseEnded, refuseNoReason } from './find-order.ts';

/** Pins an order to the front of its class (-1), demotes it to the end (1) or puts it back in turn (0). */
export function decidePin(reader: Reader, input: { readonly po: string; readonly pin: -1 | 0 | 1; readonly reason: string }, context: Context): Decision {
  const where = orderName(input.po);
  const refused = requireRight(context, 'pin', where) ?? refuseNoReason(input.reason, where);
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  const ended = refuseEnded(found.order);
  return ended ?? done({ kind: 'order.pinned', body: { po: found.order.po, pin: input.pin, reason: input.reason.trim() } });
}

/** Somebody has seen what the customer changed after the acknowledgement. Nothing happens when there was nothing to see. */
export function decideReview(reader: Reader, input: { readonly po: string }, context: Context): Decision {
  const refused = requireRight(context, 'review', orderName(input.po));
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  return found.order.needsReview ? done({ kind: 'order.reviewed', body: { po: found.order.po } }) : done();
}

/** A person ends an order of which nothing has left; what it had claimed is free again. */
export function decideCancel(reader: Reader, input: { readonly po: string; readonly reason: string }, context: Context): Decision {
  const where = orderName(input.po);
  const refused = requireRight(context, 'cancel', where) ?? refuseNoReason(input.reason, where);
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  const { order } = found;
  const ended = refuseEnded(order);
  if (ended) return ended;
  if (order.shipped > 0) return refuse('orders.refused.shippedPartly', where, { po: order.po, eaches: order.shipped }, 'orders.hint.reportRest');
  return done({ kind: 'order.cancelled', body: { po: order.po, documentId: null, reason: input.reason.trim(), by: 'person' } });
}

/** Records that a pick list is being printed. A list of a revision that was printed before is a reprint. */
export function decideListPrinted(reader: Reader, input: { readonly po: string }, context: Context): Decision<{ readonly revision: number; readonly reprint: boolean }> {
  const refused = requireRight(context, 'print', orderName(input.po));
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  const { po, revision, listRevision } = found.order;
  const printed = { revision, reprint: listRevision === revision };
  return decided([{ kind: 'list.printed', body: { po, ...printed } }], printed);
}
