import type { CsvAnswer } from '../../../shared/contracts/api.ts';
import { ITEM_FIELDS, readItemMaster, type ItemField, type ItemMapping } from '../../../shared/documents/csv/item-master.ts';
import { readStock, STOCK_FIELDS } from '../../../shared/documents/csv/stock.ts';
import { decideProductImport, decideProductPut, type RowsResult } from '../../../shared/domain/stock/decide-product.ts';
import { decideStockImport, decideStockSet } from '../../../shared/domain/stock/decide-stock.ts';
import { decideSettleCode } from '../../../shared/domain/scanning/unknown-codes.ts';
import { sku } from '../../../shared/lib/ids.ts';
import { productPage, productView } from '../queries/stock.ts';
import type { Station } from '../station.ts';
import { act, api, notFound } from './base.ts';
import { csvAnswer, decodeText } from './csv.ts';

function requireProduct(station: Station, text: string) {
  const product = station.reader.get('product', { sku: sku(text) });
  if (!product) throw notFound('stock.refused.unknownSku', `SKU ${text}`, 'stock.hint.addProduct');
  return productView(station, product);
}

const nothingWritten: RowsResult = { written: 0, unchanged: 0, problems: [] };

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
    const reading = readItemMaster(decodeText(input.base64), input.mapping === null ? undefined : asMapping(input.mapping));
    const result = input.dryRun ? nothingWritten : act(context, (reader, decision) => decideProductImport(reader, reading.rows, decision));
    return csvAnswer(reading, ITEM_FIELDS, result);
  }),
  importStock: api.stock.importStock.handler(({ context, input }): CsvAnswer => {
    const reading = readStock(decodeText(input.base64));
    const result = input.dryRun ? nothingWritten : act(context, (reader, decision) => decideStockImport(reader, reading.rows, decision));
    return csvAnswer(reading, STOCK_FIELDS, result);
  }),
  unknownCodes: api.stock.unknownCodes.handler(({ context }) => context.station.reader.find('unknownCode', {})),
  settleUnknownCode: api.stock.settleUnknownCode.handler(({ context, input }) => {
    act(context, (reader, decision) => decideSettleCode(reader, input, decision));
    return context.station.reader.find('unknownCode', {});
  }),
};

function asMapping(mapping: Readonly<Record<string, number | null>>): ItemMapping {
  const chosen: Partial<Record<ItemField, number>> = {};
  for (const field of ITEM_FIELDS) {
    const column = mapping[field];
    if (column !== null && column !== undefined) chosen[field] = column;
  }
  return chosen;
}
