import type { OperationDraft } from '../../contracts/operations.ts';
import type { Location, Sku } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { binsOf, filledBins } from '../picking/bins.ts';
import { leftToPick, pickLines } from '../picking/pick-lines.ts';
import type { Order, Product, Trace } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { accepted, answered, ask, wrong, type ScanDecision } from './answer.ts';
import { eachesOfScan, shareOut, wantedBy, type Wanted } from './quantity.ts';
import type { ProductMatch } from './resolve.ts';
import { allPicked, at, pickNextLine, pickProduct, pickStep } from './steps.ts';
import { setTask, type AtOrder } from './task.ts';
import { NO_TRACE, shelfLife } from './tracing.ts';

/*
 * Picking: the bin, then its products. The bin may be left out where a product lies in one place only, because then the
 * product's own code says it. Never more than was accepted. What the books think is in the bin does not stop a picker
 * who holds the goods: the bin goes to zero and a count is suggested. Which scan comes here is declared in `scenarios/pick.ts`.
 */

export const unitWhilePicking = ({ reader, task, order }: AtOrder, sscc: string): ScanDecision =>
  wrong(message('scanning.wrong.unitWhilePicking', { unit: unitName(reader, sscc) }), pickStep(reader, task, order));

interface Open {
  readonly sku: Sku;
  readonly left: number;
}

/** What the order still wants of what lies in a bin. Reads the bin's own products only. */
function openAt(reader: Reader, order: Order, location: Location): Open[] {
  return filledBins(reader, { location }).flatMap(({ sku }) => {
    const left = leftOf(reader, order, sku);
    return left > 0 ? [{ sku, left }] : [];
  });
}

const leftOf = (reader: Reader, order: Order, sku: Sku): number => reader.find('line', { po: order.po, sku }).reduce((sum, line) => sum + leftToPick(line), 0);

/**
 * Whether other products are still wanted although the totals are met: only so after the customer or a new acknowledgement
 * cut what was picked already. Looks at every line, so never for an order that stands as it came.
 */
const othersOpen = (reader: Reader, order: Order, sku: Sku): boolean =>
  (order.revision > 1 || order.acknowledgementVersion > 1) && pickLines(reader, order.po).some((line) => line.sku !== sku && line.accepted > line.picked);

/** Products whose home this is although the books say it is empty. Looks at every line: only for a bin that holds nothing wanted. */
function homesAt(reader: Reader, order: Order, location: Location): Open[] {
  const lines = pickLines(reader, order.po).filter((line) => line.location === location && line.accepted > line.picked);
  return lines.map(({ sku, accepted: of, picked }) => ({ sku, left: of - picked }));
}

export function goTo({ reader, task, order }: AtOrder, location: Location): ScanDecision {
  if (location === task.location) return answered('info', message('scanning.pick.alreadyAt', { location }), pickStep(reader, task, order));
  const held = openAt(reader, order, location);
  const [first] = held.length > 0 ? held : homesAt(reader, order, location);
  if (!first) return wrong(message('scanning.wrong.bin', { location }), pickStep(reader, task, order));
  const next = pickProduct(at(task, { location, sku: first.sku }), first.sku, first.left);
  return accepted(message('scanning.pick.at', { location }), next, [setTask(task, { location, sku: null })]);
}

/** A quantity without a product is enough where the bin leaves no choice. */
export function pickKeyed(scanned: AtOrder, quantity: number): ScanDecision {
  const { reader, task, order } = scanned;
  const here = task.location === null ? [] : openAt(reader, order, task.location);
  const [only] = here;
  const product = only && here.length === 1 ? reader.get('product', { sku: only.sku }) : undefined;
  if (!product) return wrong(message('scanning.wrong.quantityOfWhat'), pickStep(reader, task, order));
  return pickProducts(scanned, [{ product, level: 'item', eaches: null }], quantity, NO_TRACE);
}

export function pickProducts(scanned: AtOrder, matches: readonly ProductMatch[], keyed: number | null, label: Trace): ScanDecision {
  const { reader, task, order, code, context, confirmed } = scanned;
  const wanted = wantedBy(reader, order.po, matches, leftToPick);
  if (!wanted) return wrong(message('scanning.wrong.notOnOrder', { ...named(matches[0]?.product), po: order.po }), pickStep(reader, task, order));
  const { product } = wanted.match;
  const words = named(product);
  if (wanted.room === 0) {
    const of = wanted.lines.reduce((sum, { line }) => sum + line.accepted, 0);
    return wrong(message('scanning.wrong.allPicked', { ...words, of }), pickStep(reader, task, order));
  }
  const eaches = eachesOfScan(wanted, keyed);
  if (eaches === null) return wrong(message('scanning.wrong.keyQuantity', words), pickStep(reader, task, order));
  if (eaches > wanted.room) return wrong(message('scanning.wrong.tooMany', { ...words, eaches, left: wanted.room }), pickStep(reader, task, order));
  const place = placeOf(reader, task.location, product);
  if (!place.ok) return wrong(message(place.key, { ...words, bins: place.bins.join(', ') }), pickStep(reader, task, order));
  const life = shelfLife(product, label.expiry, { zone: settingsOf(reader).zone, now: context.now });
  if (life.kind === 'expired') return wrong(life.words, pickStep(reader, task, order));
  if (life.kind === 'short' && !confirmed) return ask(code, life.words, pickStep(reader, task, order));
  const operations = picks(wanted, eaches, place.location, code, keyed !== null);
  const left = wanted.room - eaches;
  const finished = left === 0 && order.picked + eaches >= order.accepted && !othersOpen(reader, order, product.sku);
  const here = at(task, { sku: product.sku, location: place.location });
  const next = finished ? allPicked(here) : left > 0 ? pickProduct(here, product.sku, left) : pickNextLine(at(task, { sku: null }));
  const details = place.location !== null && place.boxed < eaches ? [message('scanning.pick.countSuggested', { location: place.location, boxed: place.boxed })] : [];
  return answered(finished ? 'done' : 'accepted', message('scanning.pick.picked', { ...words, eaches, left }), next, operations, {
    undoable: true, details, progress: { done: order.picked + eaches, of: order.accepted, unit: 'eaches' },
  });
}

type Place =
  | { readonly ok: true; readonly location: Location | null; readonly boxed: number }
  | { readonly ok: false; readonly key: 'scanning.wrong.otherBin' | 'scanning.wrong.binFirst'; readonly bins: readonly Location[] };

/** Where the picked goods come from: the bin scanned, or the only place the product can lie in. */
function placeOf(reader: Reader, scannedBin: Location | null, product: Product): Place {
  const bins = binsOf(reader, product.sku);
  const here = bins.find((bin) => bin.location === scannedBin);
  if (here) return { ok: true, location: here.location, boxed: here.boxed };
  const filled = bins.filter((bin) => bin.boxed > 0);
  const places = filled.length > 0 ? filled : bins;
  const [only] = places;
  if (!only) return { ok: true, location: scannedBin, boxed: 0 };
  if (scannedBin === null && places.length === 1) return { ok: true, location: only.location, boxed: only.boxed };
  return { ok: false, key: scannedBin === null ? 'scanning.wrong.binFirst' : 'scanning.wrong.otherBin', bins: places.map((bin) => bin.location) };
}

function picks(wanted: Wanted, eaches: number, location: Location | null, code: string, keyed: boolean): OperationDraft[] {
  const { sku } = wanted.match.product;
  return shareOut(wanted, eaches).map((share) => ({
    kind: 'pick.confirmed', body: { po: share.line.po, line: share.line.line, sku, location, eaches: share.eaches, code, keyed, ...share.part },
  }));
}

export const named = (product: Product | undefined): { readonly sku: string; readonly title: string } => ({ sku: product?.sku ?? '', title: product?.title ?? '' });
