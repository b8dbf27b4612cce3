import type { Location } from '../../lib/ids.ts';
import type { Reader } from '../state/world.ts';
import { binsOf, byAddress } from './bins.ts';
import type { Carried } from './cart.ts';
import { pickLines, type PickLine } from './pick-lines.ts';

/*
 * The way through the warehouse for one or several orders.
 *
 * While an HPO wants anything, its bins come first, in walking order; what standard orders want of those same bins is taken along, because
 * the picker stands there anyway. Then the rest, in walking order. Within a bin HPOs come first, then the cart's own order, then the
 * customer's document. An HPO has hours and stands above every standard order, so its bins do not wait for a shorter way; a bin that the
 * picker has begun is finished first, as NEXT leaves it at any time.
 */

/** A line of a walk, and whose it is. */
export interface WalkLine extends PickLine {
  readonly carried: Carried;
  readonly hpo: boolean;
  /** The order's turn within a bin: 0 is in front. */
  readonly turn: number;
}

/** What the orders (the one in front first) still want, in the order of the walk. Reads every line of them: for screens and paper, not for deciding a scan. */
export const openLines = (reader: Reader, orders: readonly Carried[]): WalkLine[] =>
  inWalkOrder(orders.flatMap((carried, turn) =>
    pickLines(reader, carried.order.po).filter(({ remaining }) => remaining > 0).map((line) => ({ ...line, carried, hpo: carried.order.hpo, turn }))));

type Sortable = Pick<WalkLine, 'location' | 'hpo' | 'turn' | 'position'>;

/** The lines in the order of the walk. Every line is in it once; lines without a known bin end their part of the walk. */
export function inWalkOrder<Line extends Sortable>(lines: readonly Line[]): Line[] {
  const hot = new Set(lines.flatMap(({ hpo, location }) => (hpo && location !== null ? [location] : [])));
  const part = ({ hpo, location }: Line): number => (hpo || (location !== null && hot.has(location)) ? 0 : 1);
  return [...lines].sort((left, right) =>
    part(left) - part(right) || byBin(left.location, right.location) || byTurn(left, right) || left.position - right.position);
}

function byBin(left: Location | null, right: Location | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return byAddress(left, right);
}

const byTurn = (left: Sortable, right: Sortable): number => Number(right.hpo) - Number(left.hpo) || left.turn - right.turn;

/** The line to pick next: at the bin where the picker stands before any other. Undefined when nothing is left to look for. */
export function nextOnWalk(reader: Reader, orders: readonly Carried[], at: Location | null): WalkLine | undefined {
  const open = openLines(reader, orders);
  if (at === null) return open[0];
  const here = open.filter((line) => line.location === at || binsOf(reader, line.sku).some((bin) => bin.location === at));
  const [first] = here.sort(byTurn);
  return first ? { ...first, location: at } : open[0];
}
