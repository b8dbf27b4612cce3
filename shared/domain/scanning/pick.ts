import type { OperationDraft } from '../../contracts/operations.ts';
import type { Location, Sku } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { binsOf, filledBins } from '../picking/bins.ts';
import type { Carried } from '../picking/cart.ts';
import { leftToPick, pickLines } from '../picking/pick-lines.ts';
import { waitingForTotes, withPicked } from '../picking/totes.ts';
import { notWorkable } from '../picking/workable.ts';
import type { Order, Product, Trace } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { accepted, answered, ask, wrong, type ScanDecision, type Step } from './answer.ts';
import { cartDetails, pickedWords, type Portion } from './cart-words.ts';
import { eachesOfScan, shareOut, wantedBy, type Share, type Wanted } from './quantity.ts';
import type { ProductMatch } from './resolve.ts';
import { allPicked, at, pickNextLine, pickProduct, pickStep, toteStep } from './steps.ts';
import { setTask, type Picking } from './task.ts';
import { NO_TRACE, shelfLife } from './tracing.ts';

/*
 * Picking: the bin, then its products. The bin may be left out where a product lies in one place only, because then the
 * product's own code says it. Never more than was accepted. What the books think is in the bin does not stop a picker
 * who holds the goods: the bin goes to zero and a count is suggested. Which scan comes here is declared in `scenarios/pick.ts` and
 * `scenarios/cart.ts`.
 *
 * One order or several on one cart: what is scanned goes to the order in front that wants it, and the answer says to which place. What is
 * more than that order wants is shared with those behind it, as parts of one scan.
 */

export const unitWhilePicking = (here: Picking, sscc: string): ScanDecision => wrong(message('scanning.wrong.unitWhilePicking', { unit: unitName(here.reader, sscc) }), now(here));

const now = ({ reader, task }: Picking): Step => pickStep(reader, task);

/** The one order, where no cart is picked. */
const only = ({ task, orders }: Picking): Order | undefined => (task.cart.length > 0 ? undefined : orders[0]?.order);

interface Open {
  readonly carried: Carried;
  readonly sku: Sku;
  readonly left: number;
}

/** What the orders still want of what lies in a bin, the order in front first. Reads the bin's own products only. */
function openAt(reader: Reader, orders: readonly Carried[], location: Location): Open[] {
  const skus = filledBins(reader, { location }).map(({ sku }) => sku);
  return orders.flatMap((carried) => skus.flatMap((sku) => {
    const left = leftOf(reader, carried.order, sku);
    return left > 0 ? [{ carried, sku, left }] : [];
  }));
}

const leftOf = (reader: Reader, order: Order, sku: Sku): number => reader.find('line', { po: order.po, sku }).reduce((sum, line) => sum + leftToPick(line), 0);

/**
 * Whether other products are still wanted although the totals are met: only so after the customer or a new acknowledgement
 * cut what was picked already. Looks at every line, so never for an order that stands as it came.
 */
const othersOpen = (reader: Reader, order: Order, sku: Sku): boolean =>
  (order.revision > 1 || order.acknowledgementVersion > 1) && pickLines(reader, order.po).some((line) => line.sku !== sku && line.accepted > line.picked);

/** Products whose home this is although the books say it is empty. Looks at every line: only for a bin that holds nothing wanted. */
function homesAt(reader: Reader, orders: readonly Carried[], location: Location): Open[] {
  return orders.flatMap((carried) =>
    pickLines(reader, carried.order.po)
      .filter((line) => line.location === location && line.accepted > line.picked)
      .map(({ sku, accepted: of, picked }) => ({ carried, sku, left: of - picked })));
}

export function goTo(here: Picking, location: Location): ScanDecision {
  const { reader, task, meant: orders } = here;
  if (location === task.location) return answered('info', message('scanning.pick.alreadyAt', { location }), now(here));
  const held = openAt(reader, orders, location);
  const [first] = held.length > 0 ? held : homesAt(reader, orders, location);
  if (!first) return wrong(message(only(here) ? 'scanning.wrong.bin' : 'cart.wrongBin', { location }), now(here));
  const next = pickProduct(at(task, { location, sku: first.sku, po: first.carried.order.po }), first.sku, first.left, first.carried);
  return accepted(message('scanning.pick.at', { location }), next, [setTask(task, { location, sku: null })]);
}

/** A quantity without a product is enough where the bin leaves no choice. */
export function pickKeyed(here: Picking, quantity: number): ScanDecision {
  const { reader, task, meant } = here;
  const open = task.location === null ? [] : openAt(reader, meant, task.location);
  const [sku, ...others] = new Set(open.map((each) => each.sku));
  const product = sku !== undefined && others.length === 0 ? reader.get('product', { sku }) : undefined;
  if (!product) return wrong(message('scanning.wrong.quantityOfWhat'), now(here));
  return pickProducts(here, [{ product, level: 'item', eaches: null }], quantity, NO_TRACE);
}

export function pickProducts(here: Picking, matches: readonly ProductMatch[], keyed: number | null, label: Trace): ScanDecision {
  const { reader, task, code, orders, meant, context, confirmed } = here;
  const wanted = wantedBy(reader, meant.map(({ order }) => order.po), matches, leftToPick);
  if (!wanted) return notWanted(here, matches);
  const { product } = wanted.match;
  const words = named(product);
  if (wanted.room === 0) {
    const of = wanted.lines.reduce((sum, { line }) => sum + line.accepted, 0);
    return wrong(message('scanning.wrong.allPicked', { ...words, of }), now(here));
  }
  const eaches = eachesOfScan(wanted, keyed);
  if (eaches === null) return wrong(message('scanning.wrong.keyQuantity', words), now(here));
  if (eaches > wanted.room) return wrong(message('scanning.wrong.tooMany', { ...words, eaches, left: wanted.room }), now(here));
  const place = placeOf(reader, task.location, product);
  if (!place.ok) return wrong(message(place.key, { ...words, bins: place.bins.join(', ') }), now(here));
  const life = shelfLife(product, label.expiry, { zone: settingsOf(reader).zone, now: context.now });
  if (life.kind === 'expired') return wrong(life.words, now(here));
  if (life.kind === 'short' && !confirmed) return ask(code, life.words, now(here));
  const shares = shareOut(wanted, eaches);
  const portions = orders.map((carried) => portionOf(reader, carried, wanted, shares));
  const put = withPicked(task, product.sku, portions.map(({ order, gets }) => ({ po: order.po, eaches: gets })));
  const [waiting] = waitingForTotes(reader, { ...task, put });
  const finished = waiting === undefined && eaches === wanted.room && portions.every(({ order, gets }) => order.picked + gets >= order.accepted && !othersOpen(reader, order, product.sku));
  const next = waiting ? toteStep(at(task, { location: place.location }), waiting) : finished ? allPicked(at(task, { sku: product.sku, location: place.location }), orders) : nextHere(here, portions, product.sku, place.location);
  const count = place.location !== null && place.boxed < eaches ? [message('scanning.pick.countSuggested', { location: place.location, boxed: place.boxed })] : [];
  const picked = picks(shares, { sku: product.sku, location: place.location, code, keyed: keyed !== null });
  const operations = put === task.put ? picked : [...picked, setTask(task, { put })];
  return answered(finished ? 'done' : 'accepted', pickedWords(words, portions), next, operations, {
    undoable: true,
    details: [...cartDetails(portions), ...count],
    progress: { done: eaches + total(orders, ({ picked }) => picked), of: total(orders, ({ accepted: of }) => of), unit: 'eaches' },
  });
}

const total = (orders: readonly Carried[], of: (order: Order) => number): number => orders.reduce((sum, { order }) => sum + of(order), 0);

/** What of a scan goes to one order, and what it wants of the product after that. */
function portionOf(reader: Reader, carried: Carried, { match, lines }: Wanted, shares: readonly Share[]): Portion {
  const { po } = carried.order;
  const gets = shares.reduce((sum, { line, eaches }) => sum + (line.po === po ? eaches : 0), 0);
  const own = lines.filter(({ line }) => line.po === po);
  // An order that the scan was not meant for may want of the product all the same.
  const room = own.length > 0 ? own.reduce((sum, each) => sum + each.room, 0) : leftOf(reader, carried.order, match.product.sku);
  return { ...carried, gets, left: room - gets };
}

/** After a scan: what else is wanted from this bin, the order in front first; then the next bin. Reads the bin's own products only. */
function nextHere({ reader, task, orders }: Picking, portions: readonly Portion[], sku: Sku, location: Location | null): Step {
  const place = at(task, { location });
  for (const { left, ...carried } of portions) {
    const { po } = carried.order;
    if (left > 0) return pickProduct(at(place, { sku, po }), sku, left, carried);
    const others = carried.place === null || location === null ? [] : openAt(reader, [carried], location);
    const other = others.find((open) => open.sku !== sku);
    if (other) return pickProduct(at(place, { sku: other.sku, po }), other.sku, other.left, carried);
  }
  return pickNextLine(at(place, { sku: null }), orders);
}

/** Not of these orders; or of one that has dropped out: then its own word. */
function notWanted(here: Picking, matches: readonly ProductMatch[]): ScanDecision {
  const { reader, carried, named: wanted } = here;
  const product = matches[0]?.product;
  for (const { order } of carried) {
    if (wanted !== null && order.po !== wanted) continue;
    const stopped = notWorkable(order);
    if (stopped && wantedBy(reader, [order.po], matches, leftToPick)) return wrong(stopped, now(here));
  }
  const po = wanted ?? only(here)?.po;
  const words = named(product);
  return wrong(po !== undefined ? message('scanning.wrong.notOnOrder', { ...words, po }) : message('cart.notOnCart', words), now(here));
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
  const [first] = places;
  if (!first) return { ok: true, location: scannedBin, boxed: 0 };
  if (scannedBin === null && places.length === 1) return { ok: true, location: first.location, boxed: first.boxed };
  return { ok: false, key: scannedBin === null ? 'scanning.wrong.binFirst' : 'scanning.wrong.otherBin', bins: places.map((bin) => bin.location) };
}

interface Taken {
  readonly sku: Sku;
  readonly location: Location | null;
  readonly code: string;
  readonly keyed: boolean;
}

const picks = (shares: readonly Share[], taken: Taken): OperationDraft[] =>
  shares.map(({ line, eaches, part }) => ({ kind: 'pick.confirmed', body: { po: line.po, line: line.line, eaches, ...taken, ...part } }));

export const named = (product: Product | undefined): { readonly sku: string; readonly title: string } => ({ sku: product?.sku ?? '', title: product?.title ?? '' });
