import { message, type Message } from '../../messages/say.ts';
import type { Carried } from '../picking/cart.ts';

/** What of a scan goes to one order. In eaches. */
export interface Portion extends Carried {
  readonly gets: number;
  /** What the order still wants of the product afterwards. */
  readonly left: number;
}

/** A letter and its number stay on one line. */
const NO_BREAK = '\u00a0';

/** To which place something goes, in the parameters every text about a place has. */
export const placeWords = ({ place, order }: Carried): { readonly place: string; readonly po: string; readonly hpo: 'yes' | 'no' } => ({ place: place ?? '', po: order.po, hpo: order.hpo ? 'yes' : 'no' });

/** What a scan picked, and on a cart for whom: a piece must never come to the wrong order. */
export function pickedWords({ sku }: { readonly sku: string }, portions: readonly Portion[]): Message {
  const given = portions.filter(({ gets }) => gets > 0);
  const eaches = given.reduce((sum, { gets }) => sum + gets, 0);
  const [first, ...others] = given;
  if (!first || first.place === null) return message('scanning.pick.picked', { sku, eaches, left: first?.left ?? 0 });
  if (others.length === 0) return message('cart.picked', { sku, eaches, left: first.left, ...placeWords(first) });
  return message('cart.split', { sku, eaches, shares: given.map(({ gets, place }) => `${place ?? ''}${NO_BREAK}${gets}`).join(' + ') });
}

/** Of a cart: who gets what of a scan that was shared, and the orders that it completed. */
export function cartDetails(portions: readonly Portion[]): Message[] {
  const given = portions.filter(({ gets, place }) => gets > 0 && place !== null);
  const shares = given.length < 2 ? [] : given.map((portion) => message('cart.share', { eaches: portion.gets, ...placeWords(portion) }));
  const complete = given.filter(({ order, gets }) => order.picked + gets >= order.accepted);
  return [...shares, ...complete.map((portion) => message('cart.complete', placeWords(portion)))];
}
