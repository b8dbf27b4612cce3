import type { LineView } from '../../../shared/contracts/views.ts';
import type { Product } from '../../../shared/domain/state/entities.ts';
import { casesOf, eaches, type CountUnit } from '../../ui/text/amounts.tsx';

/** How a person may count what is left: in whole cases first where at least one is wanted, always in eaches. */
export function unitsToKey(left: number, caseSize: number | null): readonly CountUnit[] {
  return caseSize !== null && caseSize > 1 && left >= caseSize ? [casesOf(caseSize), eaches] : [eaches];
}

export const sizeOf = (unit: CountUnit): number => (unit.kind === 'cases' ? unit.size : 1);

/** A quantity of eaches as whole cases and what is over. */
export function inCases(quantity: number, size: number): { readonly cases: number; readonly loose: number } {
  return { cases: Math.floor(quantity / size), loose: quantity % size };
}

/** The code that names a line's product to the scan door where nothing can be scanned. Null: nothing does. */
export const codeOf = (line: LineView | null, product: Product | null): string | null =>
  product?.sku ?? line?.sku ?? line?.gtin ?? line?.vendorSku ?? line?.asin ?? null;
