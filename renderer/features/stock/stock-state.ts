import type { ProductView } from '../../../shared/contracts/views.ts';
import type { BarPart } from '../../ui/status/bar.tsx';

/** How the boxed eaches of a product divide, for the eye. All in eaches. */
export interface StockParts {
  readonly free: number;
  readonly safety: number;
  readonly allocated: number;
  readonly short: number;
}

/** The station's `free` holds the safety stock; here it stands apart. */
export function stockParts({ stock, free }: Pick<ProductView, 'stock' | 'free'>): StockParts {
  const rest = Math.max(0, free);
  const safety = Math.min(stock.safety, rest);
  return { free: rest - safety, safety, allocated: Math.min(stock.allocated, stock.boxed), short: Math.max(0, -free) };
}

/** Free for any order; below zero where more is promised than lies there. */
export const freeOf = (product: Pick<ProductView, 'stock' | 'free'>): number => (product.free < 0 ? product.free : stockParts(product).free);

export const barParts = ({ free, safety, allocated, short }: StockParts): readonly BarPart[] => [
  { kind: 'free', value: free },
  { kind: 'safety', value: safety },
  { kind: 'allocated', value: allocated },
  { kind: 'short', value: short },
];

export const sumOf = ({ free, safety, allocated, short }: StockParts): number => free + safety + allocated + short;

export type StockStatus = 'short' | 'empty' | 'safety' | 'fine';

/** The worst that holds, as the station's filters tell it. */
export function stockStatus({ stock, free }: Pick<ProductView, 'stock' | 'free'>): StockStatus {
  if (free < 0) return 'short';
  if (stock.boxed <= 0) return 'empty';
  return free < stock.safety ? 'safety' : 'fine';
}
