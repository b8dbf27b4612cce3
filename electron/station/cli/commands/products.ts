import type { ProductInput } from '../../../../shared/contracts/api.ts';
import { ITEM_FIELDS } from '../../../../shared/documents/csv/item-master.ts';
import { csvAnswer, readCsv } from '../csv.ts';
import { atDesk } from '../desk.ts';
import { refusalOf } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { stockJson } from '../json.ts';
import { productInputOf, type ProductOptions } from '../product-input.ts';

export async function productsImportCommand(globals: Globals, file: string): Promise<void> {
  await atDesk(globals, async ({ client, words }) => csvAnswer(words, file, await client.stock.importProducts(readCsv(file)), ITEM_FIELDS));
}

export async function productsPutCommand(globals: Globals, sku: string, options: ProductOptions): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    let known: Partial<ProductInput> | undefined;
    try {
      known = await client.stock.product({ sku });
    } catch (error) {
      if (refusalOf(error)?.code !== 'stock.refused.unknownSku') throw error;
    }
    const product = await client.stock.putProduct(productInputOf(sku, options, known));
    return { json: stockJson(product), lines: [words.text('cli.products.put', { sku: product.sku, title: product.title, caseSize: product.caseSize })] };
  });
}
