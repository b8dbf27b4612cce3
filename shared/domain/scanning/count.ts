import type { Location, Sku } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { accepted, answered, wrong, type ScanDecision } from './answer.ts';
import { named } from './pick.ts';
import type { ProductMatch } from './resolve.ts';
import { at, countStep } from './steps.ts';
import { setTask, type Scanned } from './task.ts';

/*
 * Counting: a bin, a product in it, how many eaches lie there boxed. Which scan comes here is declared in `scenarios/count.ts`.
 */

export function countAt({ task }: Scanned, location: Location): ScanDecision {
  const next = countStep(at(task, { location, sku: null }));
  if (location === task.location && task.sku === null) return answered('info', message('scanning.pick.alreadyAt', { location }), next);
  return accepted(message('scanning.count.at', { location }), next, [setTask(task, { location, sku: null })]);
}

export function countQuantity(scanned: Scanned, quantity: number): ScanDecision {
  const { task } = scanned;
  if (task.location === null || task.sku === null) return wrong(message('scanning.wrong.quantityOfWhat'), countStep(task));
  return counted(scanned, task.location, task.sku, quantity);
}

export function countProduct(scanned: Scanned, matches: readonly ProductMatch[]): ScanDecision {
  const { reader, task, quantity } = scanned;
  if (task.location === null) return wrong(message('scanning.wrong.binFirstToCount'), countStep(task));
  const { location } = task;
  const match = matches.find(({ product }) => (reader.get('bin', { sku: product.sku, location })?.boxed ?? 0) > 0) ?? matches[0];
  if (!match) return wrong(message('scanning.wrong.notHere'), countStep(task));
  const { sku } = match.product;
  if (quantity !== null) return counted(scanned, location, sku, quantity);
  const next = countStep(at(task, { sku }));
  if (task.sku === sku) return answered('info', next.instruction, next);
  return accepted(message('scanning.count.product', named(match.product)), next, [setTask(task, { sku })]);
}

function counted({ reader, task, code }: Scanned, location: Location, sku: Sku, boxed: number): ScanDecision {
  const before = reader.get('bin', { sku, location })?.boxed ?? 0;
  const next = countStep(at(task, { sku: null, location }));
  const stock = reader.get('stock', { sku });
  const uncovered = (stock?.allocated ?? 0) - ((stock?.boxed ?? 0) + boxed - before);
  return accepted(message('scanning.count.counted', { sku, location, boxed, before, difference: boxed - before }), next, [
    { kind: 'stock.set', body: { sku, location, boxed, safety: null, reason: 'count', code } },
    setTask(task, { sku: null, location }),
  ], { details: boxed < before && uncovered > 0 ? [message('scanning.count.uncovered', { sku, eaches: uncovered })] : [] });
}
