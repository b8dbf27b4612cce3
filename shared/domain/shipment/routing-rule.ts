import { addBusinessDays, dateIn, instantAt, type CalendarDate, type Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';
import type { Order } from '../state/entities.ts';

type Rule = Pick<Settings, 'zone' | 'routingBusinessDays' | 'shipCutoff'>;

/**
 * The first day Amazon's carrier can be asked for: `requestedPickUp` must be at least two business days after today
 * (SP-API, "Submit or update a shipment request"; the days are a setting). Public holidays are not known here.
 */
export const earliestPickup = (now: Instant, { zone, routingBusinessDays }: Rule): CalendarDate => addBusinessDays(dateIn(zone, now), routingBusinessDays);

/** The latest moment of a day at which the site hands over goods. */
export const pickupOn = (day: CalendarDate, { zone, shipCutoff }: Rule): Instant => instantAt(zone, day, shipCutoff);

/** Whether freight ready at `ready` leaves Amazon's carrier the days it asks for. */
export const pickupAllowed = (now: Instant, ready: Instant, rule: Rule): boolean => dateIn(rule.zone, ready) >= earliestPickup(now, rule);

type Window = Pick<Order, 'freightTerm' | 'shipBy' | 'state'>;

const ALREADY_LEAVING: ReadonlySet<Order['state']> = new Set(['loading', 'shipped', 'rejected', 'cancelled', 'closed']);

/**
 * A collect order whose window ends before Amazon's carrier can come: what the clash is and what remains (prepaid or
 * parcel, a call to the carrier team, rejecting the rest). An order that does not say who pays the freight may be collect.
 * Null where there is no clash; known from the minute the order arrives.
 */
export function routingClash({ freightTerm, shipBy, state }: Window, now: Instant, rule: Rule): Message | null {
  if (freightTerm === 'prepaid' || shipBy === null || ALREADY_LEAVING.has(state)) return null;
  const first = earliestPickup(now, rule);
  if (dateIn(rule.zone, shipBy) >= first) return null;
  return message(freightTerm === 'collect' ? 'shipment.clash.collect' : 'shipment.clash.unstated', { first, last: dateIn(rule.zone, shipBy), days: rule.routingBusinessDays });
}

