import type { OperationDraft } from '../../contracts/operations.ts';
import type { ItemMasterRow } from '../../documents/csv/item-master.ts';
import { sku } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { mayDo, requireRight } from '../staffing/rights.ts';
import type { Product, ProductNeeds } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import { GTIN_FIELDS, readProduct, type ProductFields } from './product-fields.ts';
import { settle } from './settle-stock.ts';

/** Adds a product or changes it; lines of open orders that meant it are completed. A product that says the same as before is no operation. */
export function decideProductPut(reader: Reader, fields: ProductFields, context: Context): Decision<Product> {
  const where = `SKU ${fields.sku.trim()}`;
  const refused = requireRight(context, 'products', where);
  if (refused) return refused;
  const reading = readProduct(reader, fields, settingsOf(reader).currency);
  if (!reading.ok) return refuse(reading.problem.message.key, where, reading.problem.message.params, reading.problem.hint);
  return decided(putOperations(reader, reading.product), reading.product);
}

export interface RowFault {
  readonly row: number;
  /** The field that is wrong; null for the row as a whole. */
  readonly column: string | null;
  readonly message: Message;
}

export interface RowsResult {
  /** Rows that changed something. */
  readonly written: number;
  /** Rows that said what was known already. */
  readonly unchanged: number;
  /** Rows that were left out, and why. */
  readonly problems: readonly RowFault[];
}

/**
 * Takes an item master in. A field that a row leaves empty stays as it was; a new product needs its case size. Rows that are wrong are
 * left out and named; the others are written. Boxed and safety stock in the file are written where the person may set stock.
 */
export function decideProductImport(reader: Reader, rows: readonly ItemMasterRow[], context: Context): Decision<RowsResult> {
  const refused = requireRight(context, 'products', 'CSV');
  if (refused) return refused;
  const { currency } = settingsOf(reader);
  const claimed = new Map<string, string>();
  const operations: OperationDraft[] = [];
  const problems: RowFault[] = [];
  let written = 0;
  let unchanged = 0;
  for (const row of rows) {
    const fields = fieldsOf(row, reader);
    if (!fields) {
      problems.push({ row: row.row, column: 'caseSize', message: message('stock.refused.caseSizeMissing', { sku: row.vendorSku }) });
      continue;
    }
    const reading = readProduct(reader, fields, currency, claimed);
    if (!reading.ok) {
      problems.push({ row: row.row, column: reading.problem.field, message: reading.problem.message });
      continue;
    }
    const { product } = reading;
    for (const field of GTIN_FIELDS) {
      const gtin = product[field];
      if (gtin !== null) claimed.set(gtin, product.sku);
    }
    const drafts = [...putOperations(reader, product)];
    if (row.boxed !== null || row.safety !== null) {
      const count = settle(reader, { product, boxed: row.boxed, safety: row.safety, location: row.homeLocation, reason: 'CSV' });
      if (!mayDo(context.actor.role, 'stock')) problems.push({ row: row.row, column: 'boxed', message: message('stock.refused.stockBySupervisor', { sku: product.sku }) });
      else if (count.ok) drafts.push(...count.operations);
      else problems.push({ row: row.row, column: 'location', message: count.message });
    }
    operations.push(...drafts);
    if (drafts.length > 0) written += 1;
    else unchanged += 1;
  }
  return decided(operations, { written, unchanged, problems });
}

/** The row over what is known of the product; undefined for a new one without case size. */
function fieldsOf(row: ItemMasterRow, reader: Reader): ProductFields | undefined {
  const known = reader.get('product', { sku: sku(row.vendorSku) });
  const caseSize = row.caseSize ?? known?.caseSize;
  if (caseSize === undefined) return undefined;
  return {
    sku: row.vendorSku,
    asin: row.asin ?? known?.asin ?? null,
    title: row.title ?? known?.title ?? '',
    gtinEach: row.gtinEach ?? known?.gtinEach ?? null,
    gtinCase: row.gtinCase ?? known?.gtinCase ?? null,
    gtinPallet: row.gtinPallet ?? known?.gtinPallet ?? null,
    caseSize,
    cost: row.cost ?? known?.cost ?? null,
    currency: row.currency ?? known?.currency ?? null,
    weightGrams: row.weightGrams ?? known?.weightGrams ?? null,
    lengthMm: row.lengthMillimetres ?? known?.lengthMm ?? null,
    widthMm: row.widthMillimetres ?? known?.widthMm ?? null,
    heightMm: row.heightMillimetres ?? known?.heightMm ?? null,
    location: row.homeLocation ?? known?.location ?? null,
    needs: needsIn(row, known?.needs ?? null),
    cartonsPerLayer: row.cartonsPerLayer ?? known?.cartonsPerLayer ?? null,
    layersPerPallet: row.layersPerPallet ?? known?.layersPerPallet ?? null,
  };
}

/** Each column over what is known; a row that says nothing of needs leaves them as they are. */
function needsIn({ needsLot, needsExpiry, needsSerial, shelfLifeDays }: ItemMasterRow, known: ProductNeeds | null): ProductNeeds {
  const before = known ?? { lot: false, expiry: false, serial: false, shelfLifeDays: null };
  const expiry = needsExpiry ?? before.expiry;
  return { lot: needsLot ?? before.lot, expiry, serial: needsSerial ?? before.serial, shelfLifeDays: shelfLifeDays ?? (expiry ? before.shelfLifeDays : null) };
}

function putOperations(reader: Reader, product: Product): readonly OperationDraft[] {
  const known = reader.get('product', { sku: product.sku });
  return known && sameProduct(known, product) ? [] : [{ kind: 'product.put', body: product }];
}

function sameProduct(left: Product, right: Product): boolean {
  const values: Readonly<Record<string, unknown>> = { ...left };
  return Object.entries(right).every(([field, value]) => (field === 'needs' ? sameNeeds(left.needs, right.needs) : values[field] === value));
}

function sameNeeds(left: ProductNeeds | null, right: ProductNeeds | null): boolean {
  if (left === null || right === null) return left === right;
  return left.lot === right.lot && left.expiry === right.expiry && left.serial === right.serial && left.shelfLifeDays === right.shelfLifeDays;
}
