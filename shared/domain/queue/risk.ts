import { MINUTE, type Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';
import type { Order } from '../state/entities.ts';
import { isFinal } from '../state/totals.ts';

/** `overdue`: a deadline has passed. `atRisk`: no deadline has passed yet, but the work no longer fits or soon will not. */
export type Risk = 'onTrack' | 'atRisk' | 'overdue';

export interface RiskVerdict {
  readonly risk: Risk;
  /** What is wrong, in words; null on track. */
  readonly why: Message | null;
}

/** What an order's risk depends on. */
export type Judged = Pick<Order, 'channel' | 'state' | 'acknowledgementVersion' | 'acknowledgeBy' | 'shipBy' | 'latestStart'>;

/** An order that Amazon still waits to hear about. Third-party orders are not acknowledged. */
export const awaitsAnswer = (order: Judged): boolean => order.channel === 'vendor' && order.acknowledgementVersion === 0 && !isFinal(order.state);

/**
 * How an order stands against its two clocks. Overdue: unanswered after the acknowledgement deadline, or not shipped after the ship-by
 * cut-off. At risk: its latest start has passed (at the measured pace the rest of the work ends after the cut-off), or less than the
 * site's margin is left before it. An order that has ended is on track: nothing can be saved any more.
 */
export function assessRisk(order: Judged, settings: Settings, now: Instant): RiskVerdict {
  if (isFinal(order.state)) return { risk: 'onTrack', why: null };
  if (awaitsAnswer(order) && now >= order.acknowledgeBy) return { risk: 'overdue', why: message('orders.risk.acknowledgementOverdue', { overdueMs: now - order.acknowledgeBy }) };
  if (order.shipBy !== null && now >= order.shipBy) return { risk: 'overdue', why: message('orders.risk.shipOverdue', { overdueMs: now - order.shipBy }) };
  if (order.latestStart === null) return { risk: 'onTrack', why: null };
  const left = order.latestStart - now;
  if (left <= 0) return { risk: 'atRisk', why: message('orders.risk.startPassed', { overdueMs: -left }) };
  if (left < settings.riskMarginMinutes * MINUTE) return { risk: 'atRisk', why: message('orders.risk.soon', { leftMs: left }) };
  return { risk: 'onTrack', why: null };
}

export const riskOf = (order: Judged, settings: Settings, now: Instant): Risk => assessRisk(order, settings, now).risk;
