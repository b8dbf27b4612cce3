import type { Sku } from '../../lib/ids.ts';
import type { Line, Order, Stock } from '../state/entities.ts';
import { emptyStock, isFinal } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';

/** What of a product an order may count on, and where the rest is. Eaches. */
export interface Availability {
  readonly boxed: number;
  /** Promised to other orders and not picked yet. */
  readonly allocated: number;
  readonly safety: number;
  /** Safety stock that is kept from this order: all of it for a standard order, none for an HPO. */
  readonly heldBack: number;
  /** Of this order, units a picker could not find: the books still have them. */
  readonly short: number;
  readonly free: number;
}

/** Units an order's lines have claimed themselves: they count as available to it. An ended order claims nothing. */
const ownClaim = (order: Pick<Order, 'state'>, lines: readonly Line[]): number =>
  isFinal(order.state) ? 0 : lines.reduce((sum, line) => sum + Math.max(0, line.accepted - line.picked), 0);

/** @param lines all lines of the order with this product. */
function availabilityOf(stock: Stock, order: Pick<Order, 'state' | 'hpo'>, lines: readonly Line[]): Availability {
  const allocated = Math.max(0, stock.allocated - ownClaim(order, lines));
  const heldBack = order.hpo ? 0 : stock.safety;
  const short = lines.reduce((sum, line) => sum + line.short, 0);
  return { boxed: stock.boxed, allocated, safety: stock.safety, heldBack, short, free: Math.max(0, stock.boxed - allocated - heldBack - short) };
}

/** The availability of every product of an order, shared by its lines. */
export function availabilities(reader: Reader, order: Pick<Order, 'state' | 'hpo'>, lines: readonly Line[]): ReadonlyMap<Sku, Availability> {
  const bySku = new Map<Sku, Line[]>();
  for (const line of lines) {
    if (line.sku === null) continue;
    const same = bySku.get(line.sku);
    if (same) same.push(line);
    else bySku.set(line.sku, [line]);
  }
  return new Map([...bySku].map(([sku, same]) => [sku, availabilityOf(reader.get('stock', { sku }) ?? emptyStock(sku), order, same)]));
}

/** Free units of an order's products, taken by its lines one after another in the document's order. */
export class SharedStock {
  readonly #left: Map<Sku, number>;

  constructor(available: ReadonlyMap<Sku, Availability>) {
    this.#left = new Map([...available].map(([sku, { free }]) => [sku, free]));
  }

  left(sku: Sku | null): number {
    return sku === null ? 0 : (this.#left.get(sku) ?? 0);
  }

  /** Takes up to `units` and says how many there were. */
  take(sku: Sku | null, units: number): number {
    const taken = Math.max(0, Math.min(units, this.left(sku)));
    if (sku !== null) this.#left.set(sku, this.left(sku) - taken);
    return taken;
  }
}
