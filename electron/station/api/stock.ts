import type { CsvAnswer } from '../../../shared/contracts/api.ts';
import type { ColumnMapping } from '../../../shared/documents/csv/columns.ts';
import { ITEM_FIELDS, readItemMaster } from '../../../shared/documents/csv/item-master.ts';
import { readStock, STOCK_FIELDS } from '../../../shared/documents/csv/stock.ts';
import type { Context, Decision } from '../../../shared/domain/decision.ts';
import { decideProductImport, decideProductPut, type RowsResult } from '../../../shared/domain/stock/decide-product.ts';
import { decideStockImport, decideStockSet } from '../../../shared/domain/stock/decide-stock.ts';
import { decideSettleCode } from '../../../shared/domain/scanning/unknown-codes.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { sku } from '../../../shared/lib/ids.ts';
import { productPage, productView } from '../queries/stock.ts';
import type { Station } from '../station.ts';
import { act, api, notFound, personOf, settle, type CallContext } from './base.ts';
import { csvAnswer, decodeText } from './csv.ts';

function requireProduct(station: Station, text: string) {
  const product = station.reader.get('product', { sku: sku(text) });
  if (!product) throw notFound('stock.refused.unknownSku', `SKU ${text}`, { sku: text }, 'stock.hint.addProduct');
  return productView(station, product);
}

export const stock = {
  products: api.stock.products.handler(({ context, input }) => productPage(context.station, input)),
  product: api.stock.product.handler(({ context, input }) => requireProduct(context.station, input.sku)),
  putProduct: api.stock.putProduct.handler(({ context, input }) => {
    const product = act(context, (reader, decision) => decideProductPut(reader, input, decision));
    return productView(context.station, product);
  }),
  set: api.stock.set.handler(({ context, input }) => {
    act(context, (reader, decision) => decideStockSet(reader, input, decision));
    return requireProduct(context.station, input.sku);
  }),
  importProducts: api.stock.importProducts.handler(({ context, input }): CsvAnswer => {
    const reading = readItemMaster(decodeText(input.base64), input.mapping === null ? undefined : columnsOf(input.mapping, ITEM_FIELDS));
    const result = importRows(context, input.dryRun, (reader, decision) => decideProductImport(reader, reading.rows, decision));
    return csvAnswer(reading, ITEM_FIELDS, result, input.dryRun);
  }),
  importStock: api.stock.importStock.handler(({ context, input }): CsvAnswer => {
    const reading = readStock(decodeText(input.base64), input.mapping === null ? undefined : columnsOf(input.mapping, STOCK_FIELDS));
    const result = importRows(context, input.dryRun, (reader, decision) => decideStockImport(reader, reading.rows, decision));
    return csvAnswer(reading, STOCK_FIELDS, result, input.dryRun);
  }),
  unknownCodes: api.stock.unknownCodes.handler(({ context }) => context.station.reader.find('unknownCode', {})),
  settleUnknownCode: api.stock.settleUnknownCode.handler(({ context, input }) => {
    act(context, (reader, decision) => decideSettleCode(reader, input, decision));
    return context.station.reader.find('unknownCode', {});
  }),
};

function columnsOf<Field extends string>(mapping: Readonly<Record<string, number | null>>, fields: readonly Field[]): ColumnMapping<Field> {
  const chosen: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const column = mapping[field];
    if (column !== null && column !== undefined) chosen[field] = column;
  }
  return chosen;
}

/** Takes the rows in; on a trial only says what would become of them. */
function importRows(context: CallContext, dryRun: boolean, decision: (reader: Reader, of: Context) => Decision<RowsResult>): RowsResult {
  if (!dryRun) return act(context, decision);
  const { station } = context;
  return settle(decision(station.reader, station.contextOf(personOf(context))));
}
