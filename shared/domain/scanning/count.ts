import type { Location, Sku } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { accepted, answered, wrong, type ScanDecision } from './answer.ts';
import { named } from './pick.ts';
import type { ProductMatch } from './resolve.ts';
import { at, countStep } from './steps.ts';
import { setTask, type Scanned } from './task.ts';

/** Digits typed where a quantity is wanted; zero is a count too. */
const TYPED = /^\d{1,6}$/;

/*
 * Counting: a bin, a product in it, how many eaches lie there boxed.
 */
export function scanCount(scanned: Scanned): ScanDecision {
  const { task, resolved, code } = scanned;
  if (task.location !== null && task.sku !== null && TYPED.test(code) && resolved.kind !== 'location') {
    return counted(scanned, task.location, task.sku, Number(code));
  }
  switch (resolved.kind) {
    case 'location': {
      const { location } = resolved;
      const next = countStep(at(task, { location, sku: null }));
      if (location === task.location && task.sku === null) return answered('info', message('scanning.pick.alreadyAt', { location }), next);
      return accepted(message('scanning.count.at', { location }), next, [setTask(task, { location, sku: null })]);
    }
    case 'product':
      return countProduct(scanned, resolved.matches);
    case 'quantity':
      if (task.location === null || task.sku === null) return wrong(message('scanning.wrong.quantityOfWhat'), countStep(task));
      return counted(scanned, task.location, task.sku, resolved.quantity);
    default:
      return wrong(message('scanning.wrong.notHere'), countStep(task));
  }
}

function countProduct(scanned: Scanned, matches: readonly ProductMatch[]): ScanDecision {
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
  return accepted(message('scanning.count.counted', { sku, location, boxed, before, difference: boxed - before }), next, [
    { kind: 'stock.set', body: { sku, location, boxed, safety: null, reason: 'count', code } },
    setTask(task, { sku: null, location }),
  ]);
}
