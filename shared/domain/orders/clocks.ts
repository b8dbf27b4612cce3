import { HOUR, addDays, instantAt, later, type CalendarDate, type Instant } from '../../lib/time.ts';
import type { WindowKind } from '../../documents/incoming.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * When an order must be answered: Amazon's guide for vendors asks for the acknowledgement within 24 hours (back orders included), counted
 * here from the receipt of the order. Whether a rush order has less is published nowhere, so the hours are a setting.
 */
export const acknowledgeBy = (receivedAt: Instant, settings: Settings): Instant => later(receivedAt, settings.acknowledgeHours * HOUR);

export interface ShippingTerms {
  readonly windowKind: WindowKind;
  readonly windowEnd: CalendarDate | null;
  readonly freightTerm: 'collect' | 'prepaid' | null;
}

/**
 * When the goods must have left: the carrier's last collection at this site on the window's last day. A window that speaks of delivery,
 * or that does not say and is prepaid (Amazon's guide: collect orders have ship windows, prepaid ones delivery windows), ends at the FC's
 * dock, so the days on the road come off. Null when the document names no last day.
 */
export function shipBy({ windowKind, windowEnd, freightTerm }: ShippingTerms, settings: Settings): Instant | null {
  if (windowEnd === null) return null;
  const atFc = windowKind === 'delivery' || (windowKind === 'unstated' && freightTerm === 'prepaid');
  const lastDay = atFc ? addDays(windowEnd, -settings.transitDays) : windowEnd;
  return instantAt(settings.zone, lastDay, settings.shipCutoff);
}
