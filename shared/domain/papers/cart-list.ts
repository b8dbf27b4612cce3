import type { PoNumber, Sku } from '../../lib/ids.ts';
import type { Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import { carriedBy } from '../picking/cart.ts';
import { notWorkable } from '../picking/workable.ts';
import type { Order, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import type { DatedChange } from './day-sheet.ts';

/*
 * The pick list of a cart: one paper for a walk with several orders. It is named after the order in place A, which keeps that place as long
 * as the walk goes on.
 */

/** What makes a cart's list right or outdated: who is in which place and wants how much. What is picked meanwhile does not outdate it. */
interface CartList {
  readonly startedAt: Instant;
  readonly places: readonly {
    readonly place: string;
    readonly po: PoNumber;
    readonly hpo: boolean;
    readonly over: boolean;
    readonly lines: readonly { readonly line: string; readonly sku: Sku | null; readonly accepted: number }[];
  }[];
}

/** The walk that carries an order on a cart, at whatever station; of several the one that has it in place A. */
export function walkWith(reader: Reader, po: PoNumber): Task | undefined {
  const walks = reader.find('task', {}).filter(({ kind, cart }) => kind === 'pick' && cart.includes(po));
  return walks.find(({ cart }) => cart[0] === po) ?? walks[0];
}

/** Undefined when no cart has the order in place A: the walk is over. */
export function cartListOf(reader: Reader, po: PoNumber): CartList | undefined {
  const task = walkWith(reader, po);
  if (task?.cart[0] !== po) return undefined;
  return {
    startedAt: task.startedAt,
    places: carriedBy(reader, task).map(({ order, place }) => ({
      place: place ?? '', po: order.po, hpo: order.hpo, over: notWorkable(order) !== undefined,
      lines: reader.find('line', { po: order.po }).map(({ line, sku, accepted }) => ({ line, sku, accepted })),
    })),
  };
}

/** What has happened to a cart's orders since (changes, answers, ends), and last who is on the cart now: an order may have joined. */
export function cartChanges(reader: Reader, po: PoNumber, since: Instant): readonly DatedChange[] {
  const task = walkWith(reader, po);
  const carried = task ? carriedBy(reader, task) : [];
  const changes = carried.flatMap(({ order }) => orderChanges(order)).filter(({ at }) => at >= since);
  const last = changes.reduce((latest, { at }) => (at > latest ? at : latest), since);
  const places = carried.map(({ place, order }) => `${place ?? ''} ${order.po}${order.hpo ? ' (HPO)' : ''}`).join(', ');
  return [...changes, { at: last, words: message('cartList.now', { places }) }];
}

function orderChanges(order: Order): DatedChange[] {
  const told = (at: Instant | undefined, words: Message | undefined): DatedChange[] => (at === undefined || words === undefined ? [] : [{ at, words }]);
  const { po, changes, acknowledgedBy, changedBy } = order;
  // What the customer's document changed says what, not of which order.
  const changed = (at: Instant, what: string): Message => message('sheets.changed.order', { po, what, changedAt: at });
  return [
    ...changes.flatMap(({ at, what }) => [changed(at, 'changed'), ...what].map((words) => ({ at, words }))),
    ...(acknowledgedBy ? [{ at: acknowledgedBy.at, words: changed(acknowledgedBy.at, 'acknowledged') }] : []),
    ...(changes.at(-1)?.at === changedBy?.at ? [] : told(changedBy?.at, notWorkable(order))),
  ];
}
