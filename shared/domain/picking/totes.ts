import type { PoNumber, Sku } from '../../lib/ids.ts';
import type { Placed, Put, Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { carriedBy, type Carried } from './cart.ts';
import { notWorkable } from './workable.ts';

/*
 * Totes on a cart. A place may have a tote with a bar code of its own: then what is picked for the place is confirmed by scanning the tote.
 * Once for a product and bin, not once for a piece: as many pieces of it as go into the same place come first. A place without a tote works
 * as it always did.
 */

/** The tote in an order's place; undefined where it has none. */
export const toteOf = ({ totes }: Pick<Task, 'totes'>, po: PoNumber): string | undefined => totes.find((each) => each.po === po)?.tote;

/** Where a tote stands: the walk of whatever station, and whose place. */
export function placeOfTote(reader: Reader, tote: string): { readonly task: Task; readonly carried: Carried } | undefined {
  for (const task of reader.find('task', {})) {
    const po = task.totes.find((each) => each.tote === tote)?.po;
    const carried = po === undefined ? undefined : carriedBy(reader, task).find(({ order }) => order.po === po);
    if (carried) return { task, carried };
  }
  return undefined;
}

/** Places that a tote can be scanned into: of orders that are still worked on, A first. */
export const placesWithoutTote = (reader: Reader, task: Task): Carried[] =>
  carriedBy(reader, task).filter(({ order }) => notWorkable(order) === undefined && toteOf(task, order.po) === undefined);

/** What was picked for one place and waits for its tote. */
export interface Waiting {
  readonly carried: Carried;
  readonly tote: string;
  readonly sku: Sku;
  readonly eaches: number;
}

/** What waits for its tote to be scanned, the place first that was picked for first. Of orders that are over nothing waits. */
export function waitingForTotes(reader: Reader, task: Task): Waiting[] {
  const carried = task.put.length === 0 ? [] : carriedBy(reader, task).filter(({ order }) => notWorkable(order) === undefined);
  return task.put.flatMap(({ po, sku, eaches }): Waiting[] => {
    const own = carried.find(({ order }) => order.po === po);
    const tote = toteOf(task, po);
    return own && tote !== undefined ? [{ carried: own, tote, sku, eaches }] : [];
  });
}

/** With what one scan picked for the places that have totes. */
export function withPicked(task: Task, sku: Sku, picked: readonly Pick<Put, 'po' | 'eaches'>[]): readonly Put[] {
  return picked
    .filter(({ po, eaches }) => eaches > 0 && toteOf(task, po) !== undefined)
    .reduce<readonly Put[]>((put, { po, eaches }) => {
      const before = put.find((each) => each.po === po && each.sku === sku);
      return before ? put.map((each) => (each === before ? { ...each, eaches: each.eaches + eaches } : each)) : [...put, { po, sku, eaches }];
    }, task.put);
}

/** Without what was taken back of it. */
export const withoutPicked = (put: readonly Put[], po: PoNumber, sku: Sku, eaches: number): readonly Put[] =>
  put.flatMap((each) => (each.po !== po || each.sku !== sku ? [each] : each.eaches > eaches ? [{ ...each, eaches: each.eaches - eaches }] : []));

export const withTote = (totes: readonly Placed[], po: PoNumber, tote: string): readonly Placed[] => [...totes.filter((each) => each.po !== po), { po, tote }];
