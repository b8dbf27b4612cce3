import { dateIn, type CalendarDate, type Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';
import { earliestPickup } from '../shipment/routing-rule.ts';
import type { Order } from '../state/entities.ts';
import { isFinal } from '../state/totals.ts';

/** What can still be done where Amazon's collect pickup comes too late. */
export type RoutingWayOut = 'prepaid-or-parcel' | 'call-carrier-team' | 'reject';

export interface RoutingClash {
  readonly message: Message;
  /** The first day for which a pickup can be asked now. */
  readonly earliestPickup: CalendarDate;
  /** The day on which the order must leave at the latest. */
  readonly lastDay: CalendarDate;
  readonly remains: readonly RoutingWayOut[];
}

/** Who books the carrier. Where the document does not say, its window does: Amazon gives collect orders ship windows, prepaid ones delivery windows. */
export function freightTermOf(order: Pick<Order, 'freightTerm' | 'windowKind'>): 'collect' | 'prepaid' | null {
  if (order.freightTerm !== null) return order.freightTerm;
  return order.windowKind === 'ship' ? 'collect' : order.windowKind === 'delivery' ? 'prepaid' : null;
}

/**
 * Says, from the minute an order arrives, that its window is shorter than Amazon's notice for a collect pickup (two business days, by the
 * API's own rule for `requestedPickUp`; a setting). Null where there is no clash, and once routing has been asked for (`routed`).
 * `pickupDay` is the first day for which a pickup can be asked now, where the caller knows it.
 */
export function routingClash(order: Order, settings: Settings, now: Instant, routed = false, pickupDay: CalendarDate = earliestPickup(now, settings)): RoutingClash | null {
  if (routed || isFinal(order.state) || order.channel !== 'vendor' || order.shipBy === null || freightTermOf(order) !== 'collect') return null;
  const lastDay = dateIn(settings.zone, order.shipBy);
  if (lastDay >= pickupDay) return null;
  return {
    message: message('orders.routing.clash', { days: settings.routingBusinessDays, pickupDay, lastDay }),
    earliestPickup: pickupDay,
    lastDay,
    remains: ['prepaid-or-parcel', 'call-carrier-team', ...(order.acknowledgementVersion === 0 ? (['reject'] as const) : [])],
  };
}
