import type { PoNumber } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { carriedBy, MOST_ON_CART, ordersInFront, ordersOfTask, type Carried } from '../picking/cart.ts';
import { notWorkable } from '../picking/workable.ts';
import { openLines } from '../picking/walk.ts';
import { requireRight, type Refused } from '../staffing/rights.ts';
import type { Order, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { refuseHeld, takeClaims } from '../sync/claims.ts';
import { answered, ask, wrong, type ScanDecision, type Step } from './answer.ts';
import { placeWords } from './cart-words.ts';
import { pickStep } from './steps.ts';
import { newTask, setTask } from './task.ts';

/*
 * An order joins the walk that goes on: an HPO that came meanwhile, taken to the front, or one more standard order. What is picked stays
 * picked, the bin stays the picker's, the other orders keep their places.
 */

/** Whether a walk still goes on: something is left to look for. Reads every line of its orders. */
export const isWalking = (reader: Reader, task: Task): boolean => task.kind === 'pick' && openLines(reader, ordersInFront(reader, task)).length > 0;

/**
 * Refuses other work at a station whose cart is half picked: goods lie in its places, and the letters on it would mean other orders.
 * Undefined where nothing is picked yet, nothing is left to look for, or the person knows and leaves it (`leave`).
 */
export function refuseHalfPicked(reader: Reader, task: Task | undefined, leave: boolean, where: string): Refused | undefined {
  if (leave || !task || task.cart.length === 0) return undefined;
  const lying = carriedBy(reader, task).filter(({ order }) => order.picked > order.packed);
  if (lying.length === 0 || !isWalking(reader, task)) return undefined;
  return refuse('cart.goesOn', where, { places: lying.map(({ place, order }) => `${place ?? ''} ${order.po}`).join(', ') }, 'cart.goesOn.hint');
}

/** Whether anything of an order is to be picked now. */
const isPickable = (order: Order): boolean => notWorkable(order) === undefined && order.picked < order.accepted;

/** Orders that could join a station's walk; none when it does not pick or has no place left. */
export function joinable(reader: Reader, task: Task | undefined, orders: readonly Order[]): Order[] {
  if (!task || ordersOfTask(task).length >= MOST_ON_CART || !isWalking(reader, task)) return [];
  return orders.filter((order) => isPickable(order) && !ordersOfTask(task).includes(order.po));
}

/** The task with one order more on its cart. The order of a single pick gets the first place. */
const withOrder = (task: Task, po: PoNumber): Task => {
  const cart = [...ordersOfTask(task), po];
  return { ...task, po: cart[0] ?? po, cart };
};

function carriedAs(reader: Reader, task: Task, order: Order): Carried {
  return carriedBy(reader, task).find((each) => each.order.po === order.po) ?? { order, place: null };
}

/** What scanning the order again would do, in words. */
export const joinQuestion = (reader: Reader, task: Task, order: Order): Message => message('cart.askJoin', placeWords(carriedAs(reader, withOrder(task, order.po), order)));

export interface Joining {
  readonly task: Task;
  readonly order: Order;
  readonly code: string;
  readonly confirmed: boolean;
  /** What else is to be read with the answer. */
  readonly details: readonly Message[];
}

/** Another order's list scanned in the middle of a walk: it joins when it is scanned again. */
export function scanToJoin(reader: Reader, { task, order, code, confirmed, details }: Joining): ScanDecision {
  const here = pickStep(reader, task);
  if (ordersOfTask(task).length >= MOST_ON_CART) return wrong(message('cart.full', { most: MOST_ON_CART, po: order.po }), here);
  if (!confirmed) return ask(code, joinQuestion(reader, task, order), here, [...details, message('cart.alone', { po: order.po })]);
  const joined = withOrder(task, order.po);
  return answered('accepted', message('cart.joined', placeWords(carriedAs(reader, joined, order))), pickStep(reader, joined), [setTask(joined)], { details });
}

/** Takes an order along on this station's walk, by touch: an HPO to the front. `share`: knowingly together with the station that holds it. */
export function decideJoinWalk(reader: Reader, { po, share }: { readonly po: PoNumber; readonly share: boolean }, context: Context): Decision<Step> {
  const where = `PO ${po}`;
  const forbidden = requireRight(context, 'pick', where);
  if (forbidden) return forbidden;
  const order = reader.get('order', { po });
  if (!order) return refuse('scanning.refused.unknownOrder', where, { po });
  const stopped = notWorkable(order);
  if (stopped) return refuse(stopped.key, where, stopped.params);
  const task = reader.get('task', { station: context.station });
  if (!task || !isWalking(reader, task)) return refuse('cart.noWalk', where, { po });
  if (ordersOfTask(task).includes(po)) return decided([], pickStep(reader, task));
  if (!isPickable(order)) return refuse('cart.nothingToPick', where, { po });
  if (ordersOfTask(task).length >= MOST_ON_CART) return refuse('cart.full', where, { most: MOST_ON_CART, po });
  return begin(reader, withOrder(task, po), share, context);
}

function begin(reader: Reader, task: Task, share: boolean, context: Context): Decision<Step> {
  const operations = [setTask(task)];
  const taking = takeClaims(reader, operations, context, share);
  return taking.ok ? decided([...operations, ...taking.claims], pickStep(reader, task)) : refuseHeld(reader, taking.held);
}

/** The cart that goes on with orders more behind, its letters kept; undefined where one of its orders is left out or no cart goes on. */
function withMore(reader: Reader, task: Task, pos: readonly PoNumber[]): Task | undefined {
  if (task.cart.length === 0 || !isWalking(reader, task)) return undefined;
  const going = carriedBy(reader, task).filter(({ order }) => notWorkable(order) === undefined && order.picked < order.accepted);
  if (!going.every(({ order }) => pos.includes(order.po))) return undefined;
  return pos.filter((po) => !task.cart.includes(po)).reduce(withOrder, task);
}

interface WalkInput {
  readonly pos: readonly PoNumber[];
  readonly share: boolean;
  /** Knowingly away from a cart that is half picked. */
  readonly leave?: boolean;
}

/** Begins one walk for several orders, A for the first of them; or goes on with the one that is running, the new ones behind. */
export function decideStartWalk(reader: Reader, { pos, share, leave = false }: WalkInput, context: Context): Decision<Step> {
  const where = `PO ${pos.join(', ')}`;
  const forbidden = requireRight(context, 'pick', where);
  if (forbidden) return forbidden;
  const [first, second] = pos;
  if (first === undefined || second === undefined || new Set(pos).size < pos.length) return refuse('cart.tooFew', where);
  if (pos.length > MOST_ON_CART) return refuse('cart.tooMany', where, { most: MOST_ON_CART, count: pos.length });
  for (const po of pos) {
    const order = reader.get('order', { po });
    if (!order) return refuse('scanning.refused.unknownOrder', `PO ${po}`, { po });
    const stopped = notWorkable(order);
    if (stopped) return refuse(stopped.key, `PO ${po}`, stopped.params);
    if (!isPickable(order)) return refuse('cart.nothingToPick', `PO ${po}`, { po });
  }
  const current = reader.get('task', { station: context.station });
  if (current?.kind === 'pick' && current.cart.join() === pos.join()) return decided([], pickStep(reader, current));
  const joined = current && withMore(reader, current, pos);
  if (joined) return joined.cart.length > MOST_ON_CART ? refuse('cart.full', where, { most: MOST_ON_CART, po: pos.at(-1) ?? first }) : begin(reader, joined, share, context);
  const half = refuseHalfPicked(reader, current, leave, where);
  if (half) return half;
  return begin(reader, { ...newTask(context, 'pick', { po: first }), cart: pos }, share, context);
}
