import type { Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';
import type { Order } from '../state/entities.ts';
import { changeableUntil } from './phase.ts';

/** Why an order cannot be acknowledged at all; null when it can. */
export function notAnswerable(order: Order): Message | null {
  const { po, channel, state, requested } = order;
  if (channel !== 'vendor') return message('acknowledgement.refused.thirdParty', { po, channel: channel === 'seller-fba' ? 'fba' : 'fbm' });
  if (state === 'cancelled' || state === 'closed' || state === 'shipped') return message('acknowledgement.refused.ended', { po, state });
  return requested === 0 ? message('acknowledgement.refused.nothingAsked', { po }) : null;
}

/** Where the clock of the acknowledgement stands. */
export function clockMessage(order: Order, settings: Settings, now: Instant): Message {
  const until = changeableUntil(order, settings);
  if (until === null) {
    return now < order.acknowledgeBy
      ? message('acknowledgement.clock.due', { dueAt: order.acknowledgeBy, leftMs: order.acknowledgeBy - now })
      : message('acknowledgement.clock.overdue', { dueAt: order.acknowledgeBy, overdueMs: now - order.acknowledgeBy });
  }
  return now < until
    ? message('acknowledgement.clock.changeable', { untilAt: until, leftMs: until - now })
    : message('acknowledgement.clock.datesOnly', { untilAt: until });
}
