import { addBusinessDays, dateIn, type Instant } from '../../lib/time.ts';
import type { Settings } from '../settings/settings.ts';
import type { Line, Order } from '../state/entities.ts';
import type { ChargebackEvent } from './rules.ts';

/** Something Amazon charges for, in units of an order's lines. */
export interface OrderEvent {
  readonly event: ChargebackEvent;
  /** False: it has not happened yet, but will if nothing more is done. */
  readonly happened: boolean;
  /** When it happened or will: decides which rules count. */
  readonly at: Instant;
  /** Eaches concerned, by line number. */
  readonly units: ReadonlyMap<string, number>;
}

/** A rejection counts against the confirmation rate of an item confirmed below this share (published with the rule of 2016). */
export const CONFIRMED_ENOUGH = 0.8;

/** Reductions up to this many business days after the window's start are free (In Full Delivery, 2025; five days before it). */
const FREE_REDUCTION_DAYS = 5;

/** The last moment for goods to leave has come. */
export const windowClosed = (order: Order, now: Instant): boolean => order.shipBy !== null && now >= order.shipBy;

/** When an order ended without (all of) its goods; null while it is alive. */
export function endedAt(order: Order): Instant | null {
  if (order.state === 'cancelled') return order.cancelledAt;
  if (order.state === 'shipped') return order.shippedAt;
  return order.state === 'closed' ? (order.changes.at(-1)?.at ?? null) : null;
}

/** We gave up the order ourselves: to Amazon its accepted units simply never come. */
export const cancelledHere = (order: Order): boolean =>
  order.state === 'cancelled' && order.changes.some(({ what }) => what.some(({ key }) => key === 'orders.change.cancelledHere'));

/** The customer took the order back while it could still be met: nobody owes anything for what did not leave. */
export function releasedByCustomer(order: Order): boolean {
  if (order.state !== 'cancelled' && order.state !== 'closed') return false;
  const at = endedAt(order);
  return at !== null && !windowClosed(order, at) && !cancelledHere(order);
}

/** Units Amazon counts on and has not got: what was accepted, or all that was asked for while nobody answered. */
export const owed = (order: Order, line: Line): number => Math.max(0, (order.acknowledgementVersion === 0 ? line.requested : line.accepted) - line.shipped);

/** Everything chargeable about an order, as it stands and if nothing more happens. Only first-party orders are charged. */
export function eventsOf(order: Order, lines: readonly Line[], settings: Settings, now: Instant): readonly OrderEvent[] {
  if (order.channel !== 'vendor') return [];
  const ended = endedAt(order);
  const over = ended !== null || windowClosed(order, now);
  const found: OrderEvent[] = [];
  const add = (event: ChargebackEvent, happened: boolean, at: Instant, unitsOf: (line: Line) => number): void => {
    const units = new Map(lines.map((line) => [line.line, unitsOf(line)] as const).filter(([, count]) => count > 0));
    if (units.size > 0) found.push({ event, happened, at, units });
  };
  if (!releasedByCustomer(order) && order.state !== 'rejected') add('not-filled', over, notFilledAt(order, ended, now), (line) => owed(order, line));
  add('late', true, order.shippedAt ?? now, (line) => (order.shipBy === null ? 0 : line.shipped - line.shippedInWindow));
  add('overage', true, order.shippedAt ?? now, (line) => line.shipped - Math.max(line.requested, line.originalRequested));
  add('down-confirmed', true, order.acknowledgedAt ?? now, (line) => (line.downConfirmedAt !== null && reducedTooLate(order, line.downConfirmedAt, settings) ? line.downConfirmed : 0));
  if (!releasedByCustomer(order) && (order.firstAcknowledgedAt !== null || now >= order.acknowledgeBy)) {
    add('low-confirmation', true, order.firstAcknowledgedAt ?? order.acknowledgeBy, (line) => (line.accepted < line.requested * CONFIRMED_ENOUGH ? line.requested - line.accepted : 0));
  }
  return found;
}

const notFilledAt = (order: Order, ended: Instant | null, now: Instant): Instant => ended ?? order.shipBy ?? now;

/** An order without a window has no free days to count: the worse is assumed. */
function reducedTooLate(order: Order, at: Instant, settings: Settings): boolean {
  return order.windowStart === null || dateIn(settings.zone, at) > addBusinessDays(order.windowStart, FREE_REDUCTION_DAYS);
}
