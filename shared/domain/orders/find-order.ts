import { poNumber } from '../../lib/ids.ts';
import { refuse } from '../decision.ts';
import type { Refused } from '../staffing/rights.ts';
import type { Order } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** How people name an order: `PO 1PCPDX1U`. */
export const orderName = (po: string): string => `PO ${poNumber(po)}`;

/** The order, or the refusal that there is none. */
export function findOrder(reader: Reader, po: string): { readonly ok: true; readonly order: Order } | Refused {
  const order = reader.get('order', { po: poNumber(po) });
  return order ? { ok: true, order } : refuse('orders.refused.unknown', orderName(po), { po: poNumber(po) }, 'orders.hint.import');
}

/** Ended for good: shipped, cancelled or closed. A rejected order may still be answered anew. */
export function refuseEnded(order: Order): Refused | undefined {
  if (order.state !== 'shipped' && order.state !== 'cancelled' && order.state !== 'closed') return undefined;
  return refuse('orders.refused.ended', orderName(order.po), { po: order.po, state: order.state }, 'orders.hint.customerDecides');
}

/** A reason is some words, not blanks. */
export function refuseNoReason(reason: string, where: string): Refused | undefined {
  return reason.trim() === '' ? refuse('orders.refused.reasonMissing', where, {}, 'orders.hint.writeReason') : undefined;
}
