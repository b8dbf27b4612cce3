import type { PoNumber, Sku } from '../../lib/ids.ts';
import { leftToPick } from '../picking/pick-lines.ts';
import type { Order, OrderState } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

export interface Waiting {
  readonly po: PoNumber;
  /** Eaches of it that are not there: accepted beyond what lies boxed, reported missing, or put on back order. */
  readonly eaches: number;
}

/** Past their answer to the customer and not gone. */
const WORKED: readonly OrderState[] = ['acknowledged', 'picking', 'packing', 'ready', 'loading'];

/** The hot orders that wait for a product of which so much lies boxed, the one that must ship first before the others. */
export function hotOrdersWaiting(reader: Reader, sku: Sku, boxed: number): readonly Waiting[] {
  let there = boxed;
  const waiting: Waiting[] = [];
  for (const { po } of WORKED.flatMap((state) => reader.find('order', { state, hpo: true })).sort(byShipping)) {
    let eaches = 0;
    for (const line of reader.find('line', { po, sku })) {
      const left = leftToPick(line);
      eaches += Math.max(left - there, Math.min(line.short, left)) + line.backordered;
      there = Math.max(0, there - left);
    }
    if (eaches > 0) waiting.push({ po, eaches });
  }
  return waiting;
}

const byShipping = (left: Order, right: Order): number => (left.shipBy ?? Infinity) - (right.shipBy ?? Infinity) || left.po.localeCompare(right.po);
