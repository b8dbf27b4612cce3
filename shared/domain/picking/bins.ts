import type { Location, Sku } from '../../lib/ids.ts';
import type { Bin } from '../state/entities.ts';
import { emptyStock } from '../state/totals.ts';
import type { Reader, World } from '../state/world.ts';

/**
 * Changes what a bin holds by the books, never below nothing, and the product's stock with it.
 * @returns eaches taken off the books; negative when they were put on. A picker holds goods in hand that the books did
 * not know: then less is taken than was picked, stock stays at zero, and putting the same back restores it exactly.
 */
export function takeFromBin(world: World, sku: Sku, location: Location, eaches: number): number {
  const held = world.get('bin', { sku, location })?.boxed ?? 0;
  const taken = Math.min(held, eaches);
  if (taken === 0) return 0;
  if (held === taken) world.remove('bin', { sku, location });
  else world.put('bin', { sku, location, boxed: held - taken });
  const stock = world.get('stock', { sku }) ?? emptyStock(sku);
  world.put('stock', { ...stock, boxed: stock.boxed - taken });
  return taken;
}

/**
 * Where a product can be taken from: bins that hold some first, its home before others, then by address. A bin leaves
 * the books when they say it is empty; the home stays, and is the place to look where the books know of none.
 */
export function binsOf(reader: Reader, sku: Sku): Bin[] {
  const home = reader.get('product', { sku })?.location ?? null;
  const bins = reader.find('bin', { sku });
  const known = home === null || bins.some((bin) => bin.location === home) ? bins : [...bins, { sku, location: home, boxed: 0 }];
  const rank = (bin: Bin): number => (bin.boxed > 0 ? 0 : 2) + (bin.location === home ? 0 : 1);
  return known.sort((left, right) => rank(left) - rank(right) || byAddress(left.location, right.location));
}

const pieces = (address: string): string[] => address.match(/\d+|\D+/g) ?? [];

/** Walking order of addresses: numbers in them count as numbers, so A-2 comes before A-10. */
export function byAddress(left: string, right: string): number {
  const these = pieces(left);
  const those = pieces(right);
  for (let index = 0; index < Math.min(these.length, those.length); index += 1) {
    const one = these[index] ?? '';
    const other = those[index] ?? '';
    const difference = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
    if (difference !== 0) return difference;
    if (one !== other) return one < other ? -1 : 1;
  }
  return these.length - those.length;
}
