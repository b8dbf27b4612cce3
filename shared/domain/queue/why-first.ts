import { dayIn, type Day, type Instant } from '../../lib/time.ts';
import { message, type Message, type MessageParams } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';
import type { Order } from '../state/entities.ts';
import { isFinal } from '../state/totals.ts';
import { awaitsAnswer } from './risk.ts';

/** Why an order stands where it does: its class and the clocks that run. `HPO · acknowledge in 3 h 05 · ship by 16:00` */
export function whyFirst(order: Order, settings: Settings, now: Instant, today: Day = dayIn(settings.zone, now)): Message {
  if (isFinal(order.state)) return message('orders.queue.ended', { state: order.state });
  return message('orders.queue.whyFirst', {
    pin: order.pin === -1 ? 'first' : order.pin === 1 ? 'last' : 'none',
    class: order.hpo ? 'hot' : 'standard',
    ...answerClock(order, now),
    ...shipClock(order, now, today),
    ...startClock(order, now),
  });
}

function answerClock(order: Order, now: Instant): MessageParams {
  if (!awaitsAnswer(order)) return { answer: 'none' };
  const left = order.acknowledgeBy - now;
  return { answer: left > 0 ? 'due' : 'late', acknowledgeMs: Math.abs(left) };
}

function shipClock({ shipBy }: Order, now: Instant, today: Day): MessageParams {
  if (shipBy === null) return { ship: 'none' };
  if (shipBy <= now) return { ship: 'late', shipMs: now - shipBy };
  return shipBy < today.end ? { ship: 'today', shipTime: shipBy } : { ship: 'day', shipAt: shipBy };
}

/** Said once the order is answered: before, its latest start is mostly the answer's own deadline. */
function startClock(order: Order, now: Instant): MessageParams {
  if (awaitsAnswer(order) || order.latestStart === null || order.shipBy === null || order.shipBy <= now) return { start: 'none' };
  const left = order.latestStart - now;
  return { start: left > 0 ? 'in' : 'late', startMs: Math.abs(left) };
}
