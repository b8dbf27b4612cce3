import type { PoNumber } from '../../lib/ids.ts';
import type { Order, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { notWorkable } from './workable.ts';

/*
 * Batch picking (cluster picking, as OCA's shopfloor calls it): one walk for several orders, each with a place of its own on the cart.
 * Orders join behind and none is ever taken out of the list, so a place stays its order's for the whole walk. An order that may not be
 * worked on any longer keeps its place and is passed over.
 */

/** More orders than this nobody keeps apart on one cart. */
export const MOST_ON_CART = 8;

type Work = Pick<Task, 'po' | 'cart'>;

/** The orders a task works on: those of its cart, else its one order, else none. */
export function ordersOfTask({ po, cart }: Work): readonly PoNumber[] {
  if (cart.length > 0) return cart;
  return po === null ? [] : [po];
}

/** Everybody's tasks that work on an order, alone or with others. */
export const tasksOn = (reader: Reader, po: PoNumber): Task[] => reader.find('task', {}).filter((task) => ordersOfTask(task).includes(po));

/** The letter of a place on the cart: A for the first. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** An order that a walk picks. */
export interface Carried {
  readonly order: Order;
  /** Its place on the cart; null while it is picked alone. */
  readonly place: string | null;
}

/** Every order of a picking task by its place, those included that may not be worked on any longer. */
export const carriedBy = (reader: Reader, task: Work): Carried[] =>
  ordersOfTask(task).flatMap((po, index): Carried[] => {
    const order = reader.get('order', { po });
    return order ? [{ order, place: task.cart.length > 0 ? letterOf(index) : null }] : [];
  });

/** The orders a task still picks for, whoever is in front first: HPOs, of these the one that ships first, then by place. */
export const ordersInFront = (reader: Reader, task: Work): Carried[] =>
  carriedBy(reader, task).filter(({ order }) => notWorkable(order) === undefined).sort(({ order: left }, { order: right }) =>
    Number(right.hpo) - Number(left.hpo) || (left.hpo && right.hpo ? (left.shipBy ?? NEVER) - (right.shipBy ?? NEVER) : 0));

/** Later than any cut-off. */
const NEVER = Number.MAX_SAFE_INTEGER;
