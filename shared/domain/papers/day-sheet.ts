import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import { dayIn, instantAt, type CalendarDate, type Instant, type TimeOfDay } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import { liveOrders } from '../orders/live-orders.ts';
import { compareQueue } from '../queue/compare.ts';
import { openShipments } from '../shipment/open-shipments.ts';
import type { Order, Shipment } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';

/** What the day sheet says of one order: the plan, not how far the work has come, so that it is right as long as the plan is. */
export interface DayOrder {
  readonly po: PoNumber;
  readonly hpo: boolean;
  /** Null once it is acknowledged. */
  readonly acknowledgeBy: Instant | null;
  readonly shipBy: Instant | null;
  /** Eaches: accepted, or requested while nothing is acknowledged. */
  readonly units: number;
  readonly shipToId: string | null;
  readonly shipment: { readonly shipmentId: ShipmentId; readonly scac: string | null; readonly appointment: Instant | null } | null;
  readonly assigned: readonly string[];
}

export interface DaySheet {
  readonly day: CalendarDate;
  /** In the queue's order: hot ones first. */
  readonly orders: readonly DayOrder[];
}

const NOON = '12:00' as TimeOfDay;

/**
 * A day's orders: every hot one, every one in work or with people on it, and every one with a clock that runs out, work that must begin or a
 * truck that comes before the day has ended.
 */
export function daySheet(reader: Reader, day: CalendarDate): DaySheet {
  const { zone } = settingsOf(reader);
  const { end } = dayIn(zone, instantAt(zone, day, NOON));
  const shipments = new Map<PoNumber, Shipment>();
  for (const shipment of openShipments(reader).reverse()) for (const po of shipment.pos) shipments.set(po, shipment);
  const orders = liveOrders(reader).filter((order) => isOfDay(order, shipments.get(order.po), end)).sort(compareQueue);
  return { day, orders: orders.map((order) => rowOf(order, shipments.get(order.po))) };
}

const IN_WORK: ReadonlySet<Order['state']> = new Set(['picking', 'packing', 'ready', 'loading']);

function isOfDay(order: Order, shipment: Shipment | undefined, end: Instant): boolean {
  if (order.hpo || order.assigned.length > 0 || IN_WORK.has(order.state)) return true;
  const clocks = [order.acknowledgementVersion === 0 ? order.acknowledgeBy : null, order.latestStart, order.shipBy, shipment?.appointment ?? null];
  return clocks.some((at) => at !== null && at < end);
}

function rowOf({ po, hpo, acknowledgementVersion, acknowledgeBy, shipBy, accepted, requested, shipToId, assigned }: Order, shipment: Shipment | undefined): DayOrder {
  const open = acknowledgementVersion === 0;
  return {
    po, hpo, shipBy, shipToId, assigned,
    acknowledgeBy: open ? acknowledgeBy : null,
    units: open ? requested : accepted,
    shipment: shipment ? { shipmentId: shipment.shipmentId, scac: shipment.scac, appointment: shipment.appointment } : null,
  };
}

export interface DatedChange {
  readonly at: Instant;
  readonly words: Message;
}

/** What has happened to orders and shipments since, as far as their rows tell: new orders, answers, people, ends, trucks. */
export function dayChanges(reader: Reader, since: Instant): readonly DatedChange[] {
  const orders = [...liveOrders(reader), ...(['cancelled', 'rejected', 'closed'] as const).flatMap((state) => reader.find('order', { state }))];
  const shipments = [...openShipments(reader), ...reader.find('shipment', { state: 'departed' }), ...reader.find('shipment', { state: 'cancelled' })];
  return [...orders.flatMap(orderChanges), ...shipments.flatMap(shipmentChanges)].filter(({ at }) => at >= since);
}

function orderChanges({ po, receivedAt, acknowledgedBy, assignedBy, changedBy, changes, state }: Order): DatedChange[] {
  const told = (at: Instant | undefined, what: string): DatedChange[] => (at === undefined ? [] : [{ at, words: message('sheets.changed.order', { po, what, changedAt: at }) }]);
  return [
    ...told(receivedAt, 'received'),
    ...told(acknowledgedBy?.at, 'acknowledged'),
    ...told(assignedBy?.at, 'assigned'),
    ...told(changes.at(-1)?.at ?? changedBy?.at, state),
  ];
}

function shipmentChanges({ shipmentId, plannedBy, changedBy, departedAt }: Shipment): DatedChange[] {
  const told = (at: Instant): DatedChange => ({ at, words: message('sheets.changed.shipment', { shipmentId, changedAt: at }) });
  const changed = [plannedBy?.at, changedBy?.at].filter((at) => at !== undefined);
  return [
    ...(changed.length === 0 ? [] : [told(changed.reduce((last, at) => (at > last ? at : last)))]),
    ...(departedAt === null ? [] : [{ at: departedAt, words: message('sheets.changed.departed', { shipmentId, changedAt: departedAt }) }]),
  ];
}
