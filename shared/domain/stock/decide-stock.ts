import type { OperationDraft } from '../../contracts/operations.ts';
import type { StockRow } from '../../documents/csv/stock.ts';
import { sku } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import { decided, done, refuse, type Context, type Decision } from '../decision.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Reader } from '../state/world.ts';
import type { RowFault, RowsResult } from './decide-product.ts';
import { settle } from './settle-stock.ts';

export interface StockSetInput {
  readonly sku: string;
  /** Eaches that lie boxed in the bin now. */
  readonly boxed: number;
  /** Eaches of the product, over all bins, that standard orders may not take; null leaves it. */
  readonly safety: number | null;
  readonly location: string | null;
  readonly reason: string;
}

/** Sets what lies in a bin, by a supervisor's word. */
export function decideStockSet(reader: Reader, input: StockSetInput, context: Context): Decision {
  const where = `SKU ${input.sku.trim()}`;
  const refused = requireRight(context, 'stock', where);
  if (refused) return refused;
  const product = reader.get('product', { sku: sku(input.sku) });
  if (!product) return refuse('stock.refused.unknownSku', where, { sku: input.sku.trim() }, 'stock.hint.addProduct');
  if (!isQuantity(input.boxed) || (input.safety !== null && !isQuantity(input.safety))) return refuse('stock.refused.quantity', where, {}, 'stock.hint.quantity');
  const settled = settle(reader, { ...input, product });
  return settled.ok ? done(...settled.operations) : refuse(settled.message.key, where, settled.message.params, 'stock.hint.location');
}

/** Takes counted stock in, a row for each product. Rows that are wrong are left out and named. */
export function decideStockImport(reader: Reader, rows: readonly StockRow[], context: Context): Decision<RowsResult> {
  const refused = requireRight(context, 'stock', 'CSV');
  if (refused) return refused;
  const operations: OperationDraft[] = [];
  const problems: RowFault[] = [];
  let written = 0;
  for (const row of rows) {
    const product = reader.get('product', { sku: sku(row.vendorSku) });
    if (!product) {
      problems.push({ row: row.row, column: 'vendorSku', message: message('stock.refused.unknownSku', { sku: row.vendorSku }) });
      continue;
    }
    const settled = settle(reader, { ...row, product, reason: 'CSV' });
    if (settled.ok) {
      operations.push(...settled.operations);
      written += settled.operations.length;
    } else {
      problems.push({ row: row.row, column: 'location', message: settled.message });
    }
  }
  return decided(operations, { written, unchanged: rows.length - written - problems.length, problems });
}

const isQuantity = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= 100_000_000;
