import type { Location } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { filledBins } from '../picking/bins.ts';
import { notWorkable } from '../picking/workable.ts';
import type { HandlingUnit } from '../state/entities.ts';
import { answered, wrong, type ScanDecision } from './answer.ts';
import { confirmLabel } from './pack.ts';
import { named } from './pick.ts';
import type { ProductMatch } from './resolve.ts';
import { idleStep, packOrderStep } from './steps.ts';
import { setTask, taskOn, type Incoming } from './task.ts';

/*
 * A station that does nothing yet says what it was shown; an open pallet is taken up again. Which scan comes here is declared in
 * `scenarios/lookup.ts`.
 */

export function lookUpProduct({ reader }: Incoming, matches: readonly ProductMatch[]): ScanDecision {
  const product = matches[0]?.product;
  const stock = product && reader.get('stock', { sku: product.sku });
  return answered('info', message('scanning.idle.product', { ...named(product), boxed: stock?.boxed ?? 0, allocated: stock?.allocated ?? 0 }), idleStep());
}

export function lookUpBin({ reader }: Incoming, location: Location): ScanDecision {
  const held = filledBins(reader, { location }).map((bin) => `${bin.sku} (${bin.boxed})`);
  return answered('info', message('scanning.idle.location', { location, count: held.length, held: held.slice(0, 5).join(', ') }), idleStep());
}

export function takeUpUnit({ reader, context }: Incoming, unit: HandlingUnit): ScanDecision {
  const next = idleStep();
  if (unit.state === 'closed' && unit.labelPrints > 0 && unit.labelConfirmedAt === null) return confirmLabel(reader, unit, next);
  const words = { unit: unitName(reader, unit.sscc), po: unit.po, state: unit.state, eaches: unit.eaches, cartons: unit.cartons };
  const order = reader.get('order', { po: unit.po });
  if (unit.state !== 'open' || !order) return answered('info', message('scanning.idle.unit', words), next);
  const stopped = notWorkable(order);
  if (stopped) return wrong(stopped, next);
  const task = { ...taskOn(reader, context, 'pack', unit.po), sscc: unit.sscc };
  return answered('accepted', message('scanning.pack.takenInHand', words), packOrderStep(reader, task, order), [setTask(task)]);
}
