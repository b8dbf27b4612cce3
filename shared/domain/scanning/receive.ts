import type { Location } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { hotOrdersWaiting } from '../stock/waiting-orders.ts';
import type { Product } from '../state/entities.ts';
import { accepted, answered, ask, wrong, type ScanDecision } from './answer.ts';
import { named } from './pick.ts';
import type { ProductMatch } from './resolve.ts';
import { at, receiveStep } from './steps.ts';
import { setTask, type Scanned } from './task.ts';

/*
 * Receiving: goods that were boxed come into a bin. The bin, then each case or piece by its code, or a product and the quantity keyed. What
 * is received adds to what lies there; a count sets it. Which scan comes here is declared in `scenarios/receive.ts`.
 */

/** Eaches that one scan adds without a question: a truck of pallets comes pallet by pallet, and a count on a label may be read wrongly. */
const UNASKED = 10_000;
/** More eaches than this no scan adds. */
const MOST = 1_000_000;

export function receiveAt({ task }: Scanned, location: Location): ScanDecision {
  const next = receiveStep(at(task, { location, sku: null }));
  if (location === task.location && task.sku === null) return answered('info', message('scanning.pick.alreadyAt', { location }), next);
  return accepted(message('scanning.receive.at', { location }), next, [setTask(task, { location, sku: null })]);
}

/** A GTIN says how much it stands for. A SKU, an ASIN or a pallet's GTIN only names the product: its quantity is asked for. */
export function receiveProduct(scanned: Scanned, matches: readonly ProductMatch[]): ScanDecision {
  const { reader, task, quantity } = scanned;
  const { location } = task;
  if (location === null) return wrong(message('scanning.wrong.binFirstToReceive'), receiveStep(task));
  const here = matches.filter(({ product }) => product.location === location || reader.get('bin', { sku: product.sku, location }));
  const [match, ...others] = here.length > 0 ? here : matches;
  const skus = new Set([match, ...others].map((each) => each?.product.sku ?? ''));
  // Goods of which nothing else says which product they are would come onto the wrong one's books.
  if (skus.size > 1) return wrong(message('scanning.wrong.whichProduct', { skus: [...skus].join(', ') }), receiveStep(task));
  if (!match) return wrong(message('scanning.wrong.notHere'), receiveStep(task));
  const eaches = quantity ?? match.eaches;
  if (eaches !== null) return received(scanned, location, match.product, eaches, quantity !== null);
  const { sku } = match.product;
  const next = receiveStep(at(task, { sku }));
  if (task.sku === sku) return answered('info', next.instruction, next);
  return accepted(message('scanning.receive.product', named(match.product)), next, [setTask(task, { sku })]);
}

export function receiveQuantity(scanned: Scanned, quantity: number): ScanDecision {
  const { reader, task } = scanned;
  const product = task.sku === null ? undefined : reader.get('product', { sku: task.sku });
  if (task.location === null || !product) return wrong(message('scanning.wrong.quantityOfWhat'), receiveStep(task));
  return received(scanned, task.location, product, quantity, true);
}

function received(scanned: Scanned, location: Location, product: Product, eaches: number, keyed: boolean): ScanDecision {
  const { reader, task, code, confirmed } = scanned;
  const { sku, location: home } = product;
  if (eaches === 0) return wrong(message('scanning.wrong.receiveNothing'), receiveStep(task));
  if (eaches > MOST) return wrong(message('scanning.wrong.receiveTooMany', { sku, eaches, most: MOST }), receiveStep(task));
  if (eaches > UNASKED && !confirmed) return ask(code, message('scanning.receive.askMany', { sku, eaches, location }), receiveStep(task));
  const before = reader.get('bin', { sku, location })?.boxed ?? 0;
  const waiting = hotOrdersWaiting(reader, sku, reader.get('stock', { sku })?.boxed ?? 0);
  const details = [
    ...waiting.map(({ po, eaches: missing }) => message('scanning.receive.waits', { po, eaches: missing, sku })),
    ...(home === null || home === location ? [] : [message('scanning.receive.home', { sku, home })]),
    ...(home === location || reader.find('bin', { location }).length > 0 ? [] : [message('scanning.receive.newBin', { location })]),
  ];
  const forgets = task.sku === null ? [] : [setTask(task, { sku: null })];
  return accepted(message('scanning.receive.received', { sku, location, eaches, boxed: before + eaches }), receiveStep(at(task, { sku: null })), [
    { kind: 'stock.received', body: { sku, location, eaches, code, keyed } },
    ...forgets,
  ], { details });
}
