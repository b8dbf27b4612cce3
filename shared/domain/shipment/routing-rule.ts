import { addBusinessDays, dateIn, instantAt, type CalendarDate, type Instant } from '../../lib/time.ts';
import type { Settings } from '../settings/settings.ts';

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
