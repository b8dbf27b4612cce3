import type { Location, PoNumber, Sku } from '../../lib/ids.ts';
import type { Line, Product } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { binsOf, byAddress } from './bins.ts';

/** One line as a picker sees it. Quantities in eaches. */
export interface PickLine {
  readonly po: PoNumber;
  readonly line: string;
  readonly position: number;
  readonly sku: Sku;
  readonly title: string;
  readonly caseSize: number;
  /** The bin to go to; null where none is known. */
  readonly location: Location | null;
  /** What the books say lies there. */
  readonly boxed: number;
  readonly accepted: number;
  readonly picked: number;
  /** Reported missing and not resolved. */
  readonly short: number;
  /** Left to look for: accepted, neither picked nor reported missing. */
  readonly remaining: number;
}

export const leftToPick = ({ accepted, picked }: Pick<Line, 'accepted' | 'picked'>): number => Math.max(0, accepted - picked);
export const leftToPack = ({ picked, packed }: Pick<Line, 'picked' | 'packed'>): number => Math.max(0, picked - packed);

/**
 * The order's accepted lines in walking order: by bin, then as the customer's document has them. Lines whose bin is not
 * known come last. Reads every line: for screens and paper, not for deciding a scan.
 */
export function pickLines(reader: Reader, po: PoNumber): PickLine[] {
  const lines = reader.find('line', { po }).flatMap((line) => {
    if (line.sku === null || line.accepted === 0) return [];
    const product = reader.get('product', { sku: line.sku });
    return [pickLine(reader, line, line.sku, product)];
  });
  return lines.sort(inWalkingOrder);
}

function pickLine(reader: Reader, line: Line, sku: Sku, product: Product | undefined): PickLine {
  const bin = binsOf(reader, sku)[0];
  const left = leftToPick(line);
  const short = Math.min(line.short, left);
  return {
    po: line.po, line: line.line, position: line.position, sku, title: product?.title ?? line.title ?? sku, caseSize: product?.caseSize ?? 1,
    location: bin?.location ?? null, boxed: bin?.boxed ?? 0, accepted: line.accepted, picked: line.picked, short, remaining: left - short,
  };
}

function inWalkingOrder(left: PickLine, right: PickLine): number {
  if (left.location === null || right.location === null) {
    return Number(left.location === null) - Number(right.location === null) || left.position - right.position;
  }
  return byAddress(left.location, right.location) || left.position - right.position;
}

/** Whether anything of the order is still to be looked for: accepted, neither picked nor reported missing. Reads every line. */
export const isLookedFor = (reader: Reader, po: PoNumber): boolean => pickLines(reader, po).some(({ remaining }) => remaining > 0);
