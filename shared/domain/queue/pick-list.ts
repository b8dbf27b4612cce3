import { message, type Message } from '../../messages/say.ts';
import type { Order } from '../state/entities.ts';

/** What to say when a printed pick list is scanned whose order has changed since; null for a list that still holds. */
export function pickListRevisionText(order: Pick<Order, 'revision'>, printedRevision: number): Message | null {
  return printedRevision === order.revision ? null : message('orders.list.outdated', { printed: printedRevision, current: order.revision });
}
