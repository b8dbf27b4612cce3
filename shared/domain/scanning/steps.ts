import { message, type Message, type MessageParams } from '../../messages/say.ts';
import { unitName } from '../handling-units/names.ts';
import { ordersInFront, type Carried } from '../picking/cart.ts';
import { waitingForTotes, type Waiting } from '../picking/totes.ts';
import { isLookedFor } from '../picking/pick-lines.ts';
import { nextOnWalk } from '../picking/walk.ts';
import type { Order, Shipment, Task, TraceInHand, WaitingScan } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import type { Step } from './answer.ts';
import { placeWords } from './cart-words.ts';
import { states, type StateName } from './states.ts';
import { lacking } from './tracing.ts';

/*
 * The steps of the four tasks: what each asks for in words and what it takes. A step after a scan is told what the scan
 * changed, because the decision is made before the operations are folded.
 */

type Place = Pick<Task, 'kind' | 'po' | 'location' | 'sku' | 'sscc' | 'shipmentId' | 'carton' | 'trace'>;

/** The task as a step sees it. */
export const at = (task: Place, change: Partial<Place> = {}): Place => ({ ...task, ...change });

/** On another unit, or none: the lot in hand was that of the one before. */
export const onUnit = (task: Place, sscc: string | null): Place => (task.sscc === sscc ? task : at(task, { sscc, trace: null }));

type Spoken = { [Name in StateName]: (typeof states)[Name]['instruction'] extends null ? never : Name }[StateName];

function step(place: Place | null, state: StateName, instruction: Message): Step {
  return {
    state, task: place?.kind ?? null, po: place?.po ?? null, location: place?.location ?? null, sku: place?.sku ?? null, sscc: place?.sscc ?? null,
    shipmentId: place?.shipmentId ?? null, instruction, accepts: states[state].accepts,
  };
}

/** A step in its state's own words. */
export const inState = (place: Place | null, state: Spoken, params: MessageParams = {}): Step => step(place, state, message(states[state].instruction, params));

export const idleStep = (): Step => inState(null, 'idle');

/** The order may not be worked on any longer: why, and away from it. */
export const stoppedStep = (place: Place, why: Message): Step => step(place, place.kind === 'pack' ? 'pack.stopped' : 'pick.stopped', why);

export function pickProduct(place: Place, sku: string, left: number, carried: Carried): Step {
  const words = { sku, left, location: place.location ?? '', located: place.location === null ? 'no' : 'yes' };
  return carried.place === null ? inState(place, 'pick.product', words) : inState(place, 'cart.product', { ...words, ...placeWords(carried) });
}

export const pickNextLine = (place: Place, orders: readonly Carried[]): Step => inState(place, isCart(orders) ? 'cart.nextLine' : 'pick.nextLine');

const isCart = ([first]: readonly Carried[]): boolean => first !== undefined && first.place !== null;

/** The order that is packed first once the walk is over. */
export const packsFirst = (orders: readonly Carried[]): Carried | undefined => orders.find(({ order }) => order.packed < order.accepted) ?? orders[0];

/** Everything is picked: on to packing the order in front. */
export function allPicked(place: Place, orders: readonly Carried[]): Step {
  const first = packsFirst(orders);
  return first && first.place !== null ? inState(place, 'cart.done', placeWords(first)) : inState(place, 'pick.done', { po: place.po ?? '' });
}

/** What is in hand goes into its tote. */
export const toteStep = (place: Place, { carried, tote, sku, eaches }: Waiting): Step =>
  inState(at(place, { po: carried.order.po, sku }), 'cart.tote', { ...placeWords(carried), tote, sku, eaches });

/** What picking wants now, the orders in front first. Looks at every line, so it is for answers that change nothing. */
export function pickStep(reader: Reader, task: Task): Step {
  const [waiting] = waitingForTotes(reader, task);
  if (waiting) return toteStep(task, waiting);
  const orders = ordersInFront(reader, task);
  const next = nextOnWalk(reader, orders, task.location);
  if (!next) {
    const missing = orders.find(({ order }) => order.picked < order.accepted);
    if (!missing) return allPicked(task, orders);
    return missing.place === null ? inState(task, 'pick.restIsShort', { po: missing.order.po }) : inState(task, 'cart.restIsShort');
  }
  const { location, sku, remaining: left, carried } = next;
  const { po } = carried.order;
  if (location === null) return pickProduct(at(task, { po }), sku, left, carried);
  const here = at(task, { po, sku });
  if (location === task.location) return pickProduct(here, sku, left, carried);
  return carried.place === null ? inState(here, 'pick.toBin', { location, sku, left }) : inState(here, 'cart.toBin', { location, sku, left, ...placeWords(carried) });
}

/** What packing wants, `left` eaches being picked and not packed, and `unpicked` not even picked. */
export function packStep(reader: Reader, place: Place, left: number, unpicked: number): Step {
  const po = place.po ?? '';
  if (left === 0 && unpicked === 0) return inState(place, place.sscc === null ? 'pack.done' : 'pack.close', { po });
  if (left === 0 && place.po !== null && !isLookedFor(reader, place.po)) return inState(place, 'pack.restIsShort', { po });
  if (left === 0) return inState(place, 'pack.pickMore', { po, unpicked });
  if (place.trace?.waiting) return waitingStep(reader, place, place.trace, place.trace.waiting);
  if (place.carton !== null) return cartonProduct(reader, place, place.carton);
  if (place.sscc === null) return inState(place, 'pack.openUnit', { left });
  return inState(place, 'pack.onto', { unit: unitName(reader, place.sscc), left });
}

export const packOrderStep = (reader: Reader, place: Place, order: Order): Step =>
  packStep(reader, place, Math.max(0, order.picked - order.packed), Math.max(0, order.accepted - order.picked));

/** The label of the product that was scanned has more to say. */
function waitingStep(reader: Reader, place: Place, hand: TraceInHand, { sku }: WaitingScan): Step {
  const missing = lacking(reader.get('product', { sku })?.needs ?? null, hand, place.sscc);
  return inState(place, 'pack.trace', { sku, missing: missing.join('') });
}

export const cartonProduct = (reader: Reader, place: Place, carton: string): Step =>
  inState(place, 'pack.cartonProduct', { carton: unitName(reader, carton) });

export function loadStep(place: Place, shipment: Shipment | null, loaded: number, of: number): Step {
  const here = at(place, { shipmentId: shipment?.shipmentId ?? null });
  if (shipment === null) return inState(here, 'load.noShipment');
  return of > 0 && loaded >= of ? inState(here, 'load.done', { loaded }) : inState(here, 'load.pallet', { loaded, of });
}

export function countStep(place: Place): Step {
  const { location, sku } = place;
  if (location === null) return inState(place, 'count.bin');
  return sku === null ? inState(place, 'count.product', { location }) : inState(place, 'count.quantity', { location, sku });
}

export function receiveStep(place: Place): Step {
  const { location, sku } = place;
  if (location === null) return inState(place, 'receive.bin');
  return sku === null ? inState(place, 'receive.product', { location }) : inState(place, 'receive.quantity', { location, sku });
}

export const lookupStep = (place: Place): Step => inState(place, 'lookup');
