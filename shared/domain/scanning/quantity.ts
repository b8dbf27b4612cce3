import type { Line } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import type { PoNumber } from '../../lib/ids.ts';
import type { ProductMatch } from './resolve.ts';

/** The lines that want a scanned product, by order and in the document's order, with how much each takes. */
export interface Wanted {
  readonly match: ProductMatch;
  readonly lines: readonly { readonly line: Line; readonly room: number }[];
  /** Eaches that all of them together take. */
  readonly room: number;
}

/** Reads by (order, product) only; the orders in the order given. Undefined when no line of them has any of the products. */
export function wantedBy(reader: Reader, pos: readonly PoNumber[], matches: readonly ProductMatch[], roomOf: (line: Line) => number): Wanted | undefined {
  let best: Wanted | undefined;
  for (const match of matches) {
    const lines = pos.flatMap((po) => reader.find('line', { po, sku: match.product.sku }).sort((left, right) => left.position - right.position));
    if (lines.length === 0) continue;
    const rooms = lines.map((line) => ({ line, room: roomOf(line) }));
    const room = rooms.reduce((sum, each) => sum + each.room, 0);
    if (!best || (best.room === 0 && room > 0)) best = { match, lines: rooms, room };
  }
  return best;
}

/**
 * Eaches that one scan stands for. A keyed quantity is meant as it is; a code that speaks of a quantity (GTIN of each or
 * case, AI 30, AI 37) as it says. A SKU or ASIN only names the product: it means one ordered unit, and as products are
 * kept boxed that is a whole case while the order in front wants a whole case, else one piece. Null: a pallet's GTIN says no quantity.
 */
export function eachesOfScan({ match, lines }: Wanted, keyed: number | null): number | null {
  if (keyed !== null) return keyed;
  if (match.eaches !== null) return match.eaches;
  if (match.level === 'pallet') return null;
  const open = lines.find((each) => each.room > 0)?.line;
  const size = open?.unit === 'cases' && open.unitSize !== null ? open.unitSize : match.product.caseSize;
  const room = lines.reduce((sum, each) => sum + (each.line.po === open?.po ? each.room : 0), 0);
  return room >= size ? size : 1;
}

/** Whole cartons among the eaches of a scan; a scanned case is a carton whatever it holds. */
export function cartonsOfScan({ product, level }: ProductMatch, eaches: number): number {
  return Math.max(level === 'case' ? 1 : 0, Math.floor(eaches / product.caseSize));
}

export interface Share {
  readonly line: Line;
  readonly eaches: number;
  /** Its place among the operations of the scan: absent for the first, then 1, 2, ... They are undone together. */
  readonly part: { readonly part?: number };
}

/** Fills the lines in the document's order, after `before` other operations of the same scan. The eaches must fit. */
export function shareOut({ lines }: Wanted, eaches: number, before = 0): Share[] {
  const shares: Share[] = [];
  let left = eaches;
  for (const { line, room } of lines) {
    const take = Math.min(room, left);
    if (take === 0) continue;
    shares.push({ line, eaches: take, part: before + shares.length === 0 ? {} : { part: before + shares.length } });
    left -= take;
  }
  return shares;
}
