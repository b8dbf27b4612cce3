import { message, type Message } from '../../messages/say.ts';
import type { Order } from '../state/entities.ts';

/** Why an order is not to be worked on, in words; undefined when it may be picked, packed and loaded. */
export function notWorkable(order: Order): Message | undefined {
  switch (order.state) {
    case 'cancelled':
      return message(order.picked > order.shipped ? 'scanning.order.cancelledPutBack' : 'scanning.order.cancelled', { po: order.po });
    case 'closed':
      return message('scanning.order.closed', { po: order.po });
    case 'shipped':
      return message('scanning.order.shipped', { po: order.po });
    case 'rejected':
      return message('scanning.order.rejected', { po: order.po });
    case 'received':
      return message('scanning.order.notAcknowledged', { po: order.po });
    case 'acknowledged':
    case 'picking':
    case 'packing':
    case 'ready':
    case 'loading':
      return undefined;
  }
}
