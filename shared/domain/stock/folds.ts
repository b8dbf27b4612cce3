import type { Folds } from '../folds.ts';
import { takeFromBin } from '../picking/bins.ts';
import { recordScan } from '../scanning/record.ts';
import { touch } from '../sync/act.ts';
import type { Line } from '../state/entities.ts';
import { emptyStock, putLine, putOrder } from '../state/totals.ts';
import type { World } from '../state/world.ts';
import { countedInEaches } from './complete-line.ts';
import { linesThatMayMean, matchProduct } from './match-product.ts';

export const stockFolds: Folds<'product.put' | 'stock.set' | 'stock.received'> = {
  'product.put': (world, body) => {
    const { sku } = body;
    const known = world.get('product', { sku });
    const { needs = known?.needs ?? null, cartonsPerLayer = known?.cartonsPerLayer ?? null, layersPerPallet = known?.layersPerPallet ?? null } = body;
    const product = { ...body, needs, cartonsPerLayer, layersPerPallet };
    world.put('product', product);
    for (const line of linesThatMayMean(world, product)) completeLine(world, line);
  },

  'stock.set': (world, body, occurrence) => {
    const { sku, location, boxed, safety, code } = body;
    const bin = world.get('bin', { sku, location });
    const before = bin?.boxed ?? 0;
    const stock = world.get('stock', { sku }) ?? emptyStock(sku);
    world.put('stock', { ...stock, boxed: stock.boxed + boxed - before, safety: safety ?? stock.safety });
    world.put('bin', { sku, location, boxed, movedBy: touch(bin?.movedBy ?? null, occurrence), countedBy: touch(bin?.countedBy ?? null, occurrence) });
    if (code !== null) recordScan(world, occurrence, { kind: 'count', code, sku, location, eaches: boxed, taken: before - boxed });
  },

  'stock.received': (world, { sku, location, eaches, code }, occurrence) => {
    const taken = takeFromBin(world, sku, location, -eaches, occurrence);
    recordScan(world, occurrence, { kind: 'receive', code, sku, location, eaches, taken });
  },
};

/** Gives a line the product that it means, now that the item master has it, and counts it in eaches. */
function completeLine(world: World, line: Line): void {
  const order = world.get('order', { po: line.po });
  const product = matchProduct(world, line);
  if (!order || !product || order.state === 'shipped' || order.state === 'cancelled' || order.state === 'closed') return;
  const completed: Line = { ...(line.unitSize === null ? countedInEaches(line, product.caseSize) : line), sku: product.sku };
  putLine(world, completed);
  const grown = completed.originalRequested - line.originalRequested;
  const current = world.get('order', { po: line.po });
  if (grown !== 0 && current) putOrder(world, { ...current, originalRequested: current.originalRequested + grown });
}
