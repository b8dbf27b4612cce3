import type { OperationDraft } from '../../contracts/operations.ts';
import { location, type Location } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { filledBins } from '../picking/bins.ts';
import type { Product } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

export interface StockStatement {
  readonly product: Product;
  /** Null: what lies there stays as it is. */
  readonly boxed: number | null;
  readonly safety: number | null;
  /** Null: the product's home, else the only bin it lies in. */
  readonly location: string | null;
  readonly reason: string;
}

/** What is needed so that the books say what somebody states about a bin; nothing where they say it already. */
export function settle(reader: Reader, statement: StockStatement): { readonly ok: true; readonly operations: readonly OperationDraft[] } | { readonly ok: false; readonly message: Message } {
  const { sku } = statement.product;
  const bin = binOf(reader, statement);
  if (bin === undefined) return { ok: false, message: message('stock.refused.locationMissing', { sku }) };
  const boxedNow = reader.get('bin', { sku, location: bin })?.boxed ?? 0;
  const safetyNow = reader.get('stock', { sku })?.safety ?? 0;
  const boxed = statement.boxed ?? boxedNow;
  const safety = statement.safety === null || statement.safety === safetyNow ? null : statement.safety;
  if (boxed === boxedNow && safety === null) return { ok: true, operations: [] };
  return { ok: true, operations: [{ kind: 'stock.set', body: { sku, location: bin, boxed, safety, reason: statement.reason, code: null } }] };
}

function binOf(reader: Reader, { product, location: named }: StockStatement): Location | undefined {
  if (named !== null && named.trim() !== '') return location(named);
  if (product.location !== null) return product.location;
  const bins = filledBins(reader, { sku: product.sku });
  return bins.length === 1 ? bins[0]?.location : undefined;
}
