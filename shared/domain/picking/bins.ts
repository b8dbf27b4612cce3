import type { Location, Sku } from '../../lib/ids.ts';
import type { Occurrence } from '../decision.ts';
import type { Bin } from '../state/entities.ts';
import { touch } from '../sync/act.ts';
import { emptyStock } from '../state/totals.ts';
import type { Reader, Where, World } from '../state/world.ts';

/**
 * Changes what a bin holds by the books, never below nothing, and the product's stock with it.
 * @returns eaches taken off the books; negative when they were put on. A picker holds goods in hand that the books did
 * not know: then less is taken than was picked, stock stays at zero, and putting the same back restores it exactly.
 */
export function takeFromBin(world: World, sku: Sku, location: Location, eaches: number, occurrence: Occurrence): number {
  const bin = world.get('bin', { sku, location });
  const held = bin?.boxed ?? 0;
  const taken = Math.min(held, eaches);
  if (taken === 0) return 0;
  world.put('bin', { sku, location, boxed: held - taken, movedBy: touch(bin?.movedBy ?? null, occurrence), countedBy: bin?.countedBy ?? null });
  const stock = world.get('stock', { sku }) ?? emptyStock(sku);
  world.put('stock', { ...stock, boxed: stock.boxed - taken });
  return taken;
}

/** Bins that hold some by the books. Emptied ones stay rows, because they say who took the last of it. */
export const filledBins = (reader: Reader, where: Where<'bin'>): Bin[] => reader.find('bin', where).filter(({ boxed }) => boxed > 0);

/**
 * Where a product can be taken from: bins that hold some first, its home before others, then by address. A bin of which
 * the books say that it is empty is none to go to; the home is, and the place to look where the books know of none.
 */
export function binsOf(reader: Reader, sku: Sku): Bin[] {
  const home = reader.get('product', { sku })?.location ?? null;
  const bins = filledBins(reader, { sku });
  const known = home === null || bins.some((bin) => bin.location === home) ? bins : [...bins, { sku, location: home, boxed: 0, movedBy: null, countedBy: null }];
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
