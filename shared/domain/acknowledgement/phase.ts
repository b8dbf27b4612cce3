import { HOUR, later, type Instant } from '../../lib/time.ts';
import type { Settings } from '../settings/settings.ts';
import type { Line, Order } from '../state/entities.ts';

/**
 * Amazon's rule for acknowledgements: the first within 24 h; for 48 h after it quantities may be replaced; then only dates. Units that the
 * customer asked for since then are open and may be answered at any time.
 */
export type Phase = 'first' | 'replace' | 'dates-only';

/** Until when quantities may be replaced; null before the first acknowledgement. */
export const changeableUntil = (order: Order, settings: Settings): Instant | null =>
  order.firstAcknowledgedAt === null ? null : later(order.firstAcknowledgedAt, settings.acknowledgementChangeHours * HOUR);

export function phaseOf(order: Order, settings: Settings, now: Instant): Phase {
  const until = changeableUntil(order, settings);
  if (until === null) return 'first';
  return now < until ? 'replace' : 'dates-only';
}

/** Units of a line that nobody has answered yet. */
export const openUnits = (line: Line): number => Math.max(0, line.requested - line.accepted - line.rejected - line.backordered);
