import type { Order } from '../../../shared/domain/state/entities.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { notFound } from '../api/base.ts';
import type { Station } from '../station.ts';

/** The order of a number; throws the refusal when there is none. */
export function requireOrder(station: Station, po: string): Order {
  const order = station.reader.get('order', { po: poNumber(po) });
  if (!order) throw notFound('orders.refused.unknown', `PO ${poNumber(po)}`, { po: poNumber(po) }, 'orders.hint.import');
  return order;
}
