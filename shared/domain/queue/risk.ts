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

/** From when on an order is at risk, and from when on overdue; infinite where it never will be. */
export interface RiskTimes {
  readonly atRisk: number;
  readonly overdue: number;
}

const NEVER: RiskTimes = { atRisk: Number.POSITIVE_INFINITY, overdue: Number.POSITIVE_INFINITY };

/**
 * When an order's risk changes. Overdue: unanswered after the acknowledgement deadline, or not shipped after the ship-by cut-off.
 * At risk: no more than the site's margin is left before its latest start (at the measured pace the rest of the work ends after the
 * cut-off when it begins later). An order that has ended is on track: nothing can be saved any more.
 */
export function riskTimes(order: Judged, settings: Pick<Settings, 'riskMarginMinutes'>): RiskTimes {
  if (isFinal(order.state)) return NEVER;
  return {
    atRisk: order.latestStart === null ? Number.POSITIVE_INFINITY : order.latestStart - settings.riskMarginMinutes * MINUTE,
    overdue: Math.min(awaitsAnswer(order) ? order.acknowledgeBy : Number.POSITIVE_INFINITY, order.shipBy ?? Number.POSITIVE_INFINITY),
  };
}

export const riskAt = ({ atRisk, overdue }: RiskTimes, now: Instant): Risk => (now >= overdue ? 'overdue' : now >= atRisk ? 'atRisk' : 'onTrack');

export const riskOf = (order: Judged, settings: Settings, now: Instant): Risk => riskAt(riskTimes(order, settings), now);

/** How an order stands against its two clocks, and why. */
export function assessRisk(order: Judged, settings: Settings, now: Instant): RiskVerdict {
  const risk = riskOf(order, settings, now);
  if (risk === 'overdue' && awaitsAnswer(order) && now >= order.acknowledgeBy) return { risk, why: message('orders.risk.acknowledgementOverdue', { overdueMs: now - order.acknowledgeBy }) };
  if (risk === 'overdue' && order.shipBy !== null) return { risk, why: message('orders.risk.shipOverdue', { overdueMs: now - order.shipBy }) };
  if (risk !== 'atRisk' || order.latestStart === null) return { risk, why: null };
  const left = order.latestStart - now;
  return { risk, why: left > 0 ? message('orders.risk.soon', { leftMs: left }) : message('orders.risk.startPassed', { overdueMs: -left }) };
}
