import type { PoNumber, Sku } from '../../lib/ids.ts';
import { HOUR, MINUTE, instant, type Instant } from '../../lib/time.ts';
import { endClaim, orderClaim } from '../sync/hold.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import type { Line, Order, OrderState, Stock } from './entities.ts';
import type { Reader, World } from './world.ts';

/*
 * The one place where a line's numbers reach its order, its product's allocation and the order's state. Every fold
 * function changes lines and orders through here, so that totals can never drift from what they total.
 */

export const settingsOf = (reader: Reader): Settings => wholeOf(reader.get('settings', { id: 'site' })?.settings);

/** The site's row has every field. This is asked with every scan, so the row is not copied. */
const wholeOf = (row: Partial<Settings> | undefined): Settings => (row !== undefined && isWhole(row) ? row : defaultSettings);

const isWhole = (row: Partial<Settings>): row is Settings => 'zone' in row;

const FINAL: ReadonlySet<OrderState> = new Set(['shipped', 'rejected', 'cancelled', 'closed']);

/** Nothing is left to do on it, for better or worse. */
export const isFinal = (state: OrderState): boolean => FINAL.has(state);

/** An ended order claims no stock. A rejected one has nothing accepted, and may still be answered anew. */
const claimsStock = (state: OrderState): boolean => state !== 'shipped' && state !== 'cancelled' && state !== 'closed';

/** Units a line still claims in stock: accepted and not yet picked, while its order is alive. */
const allocationOf = (line: Line, alive: boolean): number => (alive ? Math.max(0, line.accepted - line.picked) : 0);

export const emptyStock = (sku: Sku): Stock => ({ sku, boxed: 0, allocated: 0, safety: 0, acceptedBy: null });

function allocate(world: World, sku: Sku | null, delta: number): void {
  if (sku === null || delta === 0) return;
  const stock = world.get('stock', { sku }) ?? emptyStock(sku);
  world.put('stock', { ...stock, allocated: stock.allocated + delta });
}

/** Writes a new or changed line and carries the difference to its order's totals and the products' allocations. */
export function putLine(world: World, next: Line): void {
  const before = world.get('line', { po: next.po, line: next.line });
  const order = world.get('order', { po: next.po });
  if (!order) throw new Error(`line of an unknown order: ${next.po}`);
  const alive = claimsStock(order.state);
  world.put('line', next);
  const claimed = before ? allocationOf(before, alive) : 0;
  const claims = allocationOf(next, alive);
  if (before?.sku === next.sku) {
    allocate(world, next.sku, claims - claimed);
  } else {
    allocate(world, before?.sku ?? null, -claimed);
    allocate(world, next.sku, claims);
  }
  const was = before ?? { requested: 0, accepted: 0, rejected: 0, backordered: 0, picked: 0, packed: 0, shipped: 0, shippedInWindow: 0 };
  putOrder(world, {
    ...order,
    requested: order.requested + next.requested - was.requested,
    accepted: order.accepted + next.accepted - was.accepted,
    rejected: order.rejected + next.rejected - was.rejected,
    backordered: order.backordered + next.backordered - was.backordered,
    picked: order.picked + next.picked - was.picked,
    packed: order.packed + next.packed - was.packed,
    shipped: order.shipped + next.shipped - was.shipped,
    shippedInWindow: order.shippedInWindow + next.shippedInWindow - was.shippedInWindow,
    lineCount: order.lineCount + (before ? 0 : 1),
    incompleteLines: order.incompleteLines + Number(isIncomplete(next)) - Number(before !== undefined && isIncomplete(before)),
  });
}

/** A line that cannot be accepted as it stands: no product of the item master, or cases of unknown size. */
const isIncomplete = (line: Line): boolean => line.requested > 0 && (line.sku === null || line.unitSize === null);

/** Writes an order with its state and latest start made to fit its numbers. */
export function putOrder(world: World, order: Order): void {
  const state = stateOf(world, order);
  const settled = { ...order, state };
  world.put('order', { ...settled, latestStart: latestStartOf(settled, settingsOf(world)) });
}

/** Ends an order: what it had claimed in stock is free again. An order that has ended already stays as it is. */
export function endOrder(world: World, po: PoNumber, state: 'shipped' | 'cancelled' | 'closed', at: Instant): void {
  const order = world.get('order', { po });
  if (!order || !claimsStock(order.state)) return;
  for (const line of world.find('line', { po })) allocate(world, line.sku, -allocationOf(line, true));
  world.put('order', {
    ...order,
    state,
    cancelledAt: state === 'cancelled' ? at : null,
    shippedAt: state === 'shipped' ? at : null,
    latestStart: null,
  });
  endClaim(world, orderClaim(po));
}

/** Every accepted unit of every line has left: one line's surplus is no other line's shipment. */
export const isAllShipped = (world: Reader, { po, accepted, shipped }: Order): boolean =>
  accepted > 0 && shipped >= accepted && world.find('line', { po }).every((line) => line.shipped >= line.accepted);

/**
 * Ends an order of which everything accepted has left, because the customer or an answer took back the rest after a first
 * truck. Units still open or picked and not shipped keep it alive: somebody answers them or puts them back.
 */
export function endIfAllShipped(world: World, po: PoNumber): void {
  const order = world.get('order', { po });
  if (!order || isFinal(order.state) || order.shipped === 0) return;
  const open = order.requested - order.accepted - order.rejected - order.backordered;
  if (open > 0 || order.backordered > 0 || order.picked > order.shipped || !isAllShipped(world, order)) return;
  const departures = world.find('unit', { po }).flatMap(({ shipmentId }) => (shipmentId === null ? [] : (world.get('shipment', { shipmentId })?.departedAt ?? [])));
  const last = departures.reduce<Instant | null>((latest, at) => (latest === null || at > latest ? at : latest), null);
  if (last !== null) endOrder(world, po, 'shipped', last);
}

/** Brings an ended order back (the customer un-cancelled it): it claims its accepted units again. */
export function reviveOrder(world: World, po: PoNumber): void {
  const order = world.get('order', { po });
  if (!order || (order.state !== 'cancelled' && order.state !== 'closed')) return;
  for (const line of world.find('line', { po })) allocate(world, line.sku, allocationOf(line, true));
  putOrder(world, { ...order, state: 'received', cancelledAt: null });
}

/** Cancelled, closed and shipped are decided by events; all else follows from the numbers. */
function stateOf(world: World, order: Order): OrderState {
  if (order.state === 'cancelled' || order.state === 'closed' || order.state === 'shipped') return order.state;
  if (order.acknowledgementVersion === 0) return 'received';
  if (order.accepted === 0 && order.backordered === 0 && order.picked === 0) return 'rejected';
  if (order.picked === 0) return 'acknowledged';
  if (order.picked < order.accepted) return 'picking';
  if (order.packed < order.accepted) return 'packing';
  const units = world.find('unit', { po: order.po }).filter((unit) => unit.state !== 'voided');
  if (units.some((unit) => unit.state === 'loaded')) return 'loading';
  return units.some((unit) => unit.state === 'open') ? 'packing' : 'ready';
}

/** Work left on an order, in milliseconds, at the site's pace: picking and packing of what is or may be accepted. */
export function remainingWork(order: Order, settings: Settings): number {
  const target = order.acknowledgementVersion === 0 ? order.requested : order.accepted;
  const left = Math.max(0, target - order.packed);
  return Math.ceil((left * HOUR) / settings.paceEachesPerHour) + settings.orderOverheadMinutes * MINUTE;
}

/**
 * When work must have begun to meet the next cut-off: the ship-by cut-off less the remaining work, or the
 * acknowledgement deadline while the order is unanswered, whichever comes first.
 */
export function latestStartOf(order: Order, settings: Settings): Instant | null {
  if (isFinal(order.state)) return null;
  const toShip = order.shipBy === null ? null : instant(order.shipBy - remainingWork(order, settings));
  if (order.acknowledgementVersion > 0 || order.channel !== 'vendor') return toShip;
  return toShip === null ? order.acknowledgeBy : instant(Math.min(toShip, order.acknowledgeBy));
}
