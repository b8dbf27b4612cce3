import { addMoney, perEach, type Money, type UnitCost } from '../../lib/money.ts';
import type { Line, Product } from '../state/entities.ts';

const positive = (amount: string | null | undefined): amount is string => amount !== null && amount !== undefined && Number(amount) > 0;

/**
 * Cost of one each of a line: the order's own cost (per ordered unit, so a case is divided by its size), else the item master's. Null
 * when neither names a cost above zero. `currency` stands in where neither names one, as the 850 never does. Where the size of a case is
 * not known yet a case counts as one each, as its quantities do.
 */
export function lineCost(line: Line, product: Product | undefined, currency: string): UnitCost | null {
  if (positive(line.cost)) {
    const amount = line.unit === 'cases' ? perEach(line.cost, line.unitSize ?? 1) : line.cost;
    return { amount, currency: line.currency ?? product?.currency ?? currency };
  }
  return positive(product?.cost) ? { amount: product.cost, currency: product.currency ?? currency } : null;
}

/** The sum of amounts of one currency; null where there are none or the currencies differ: then no single number is true. */
export function sumMoney(amounts: readonly Money[]): Money | null {
  const [first, ...rest] = amounts;
  if (!first || rest.some(({ currency }) => currency !== first.currency)) return null;
  return rest.reduce(addMoney, first);
}
