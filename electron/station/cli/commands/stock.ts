import type { ProductInput } from '../../../../shared/contracts/api.ts';
import type { ProductView } from '../../../../shared/contracts/views.ts';
import { ITEM_FIELDS } from '../../../../shared/documents/csv/item-master.ts';
import { STOCK_FIELDS } from '../../../../shared/documents/csv/stock.ts';
import { message } from '../../../../shared/messages/say.ts';
import type { StationClient } from '../connect.ts';
import { csvAnswer, readCsv } from '../csv.ts';
import { atDesk, type Desk } from '../desk.ts';
import { refusalOf, refused } from '../failure.ts';
import type { Globals } from '../globals.ts';
import { stockJson } from '../json.ts';
import { productInputOf, type ProductOptions } from '../product-input.ts';
import { table } from '../table.ts';
import type { Words } from '../words.ts';

const PAGE = 500;

export interface StockSetOptions extends ProductOptions {
  readonly boxed: number;
  readonly safety?: number;
  readonly reason?: string;
}

/** Every product with what lies boxed, promised and free. */
export async function stockCommand(globals: Globals, { search = '' }: { readonly search?: string }): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const rows: ProductView[] = [];
    for (;;) {
      const page = await client.stock.products({ search, offset: rows.length, limit: PAGE });
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) break;
    }
    return { json: { stock: rows.map(stockJson), total: rows.length }, lines: rows.length === 0 ? [words.text('cli.stock.empty')] : stockLines(words, rows) };
  });
}

/**
 * Says what lies boxed in a bin. A SKU that is not known yet becomes a product: from the options, and from the order
 * line that asks for it.
 */
export async function stockSetCommand(globals: Globals, sku: string, options: StockSetOptions): Promise<void> {
  await atDesk(globals, async (desk) => {
    const { client, words } = desk;
    const known = await knownProduct(client, sku);
    const added = known ? undefined : await addProduct(desk, sku, options);
    const location = options.location ?? known?.location ?? known?.bins[0]?.location;
    if (location === undefined) throw refused('stock.refused.locationMissing', `SKU ${sku}`, { sku }, message('stock.hint.location'));
    const product = await client.stock.set({ sku, location, boxed: options.boxed, safety: options.safety ?? null, reason: options.reason ?? words.text('cli.stock.reason') });
    const lines = added ? [words.text('cli.stock.added', { sku, caseSize: added.caseSize })] : [];
    return { json: stockJson(product), lines: [...lines, ...stockLines(words, [product])] };
  });
}

async function knownProduct(client: StationClient, sku: string): Promise<ProductView | undefined> {
  try {
    return await client.stock.product({ sku });
  } catch (error) {
    if (refusalOf(error)?.code === 'stock.refused.unknownSku') return undefined;
    throw error;
  }
}

async function addProduct({ client }: Desk, sku: string, options: StockSetOptions): Promise<ProductInput> {
  const fromOrder = await productOnOrder(client, sku);
  const named = options.caseSize !== undefined || options.asin !== undefined || options.gtin !== undefined || options.title !== undefined;
  if (!fromOrder && !named) throw refused('stock.refused.unknownSku', `SKU ${sku}`, { sku }, message('cli.hint.newProduct'));
  const product = productInputOf(sku, options, fromOrder);
  await client.stock.putProduct(product);
  return product;
}

/** What a live order's line says of a SKU that the item master does not have. */
async function productOnOrder(client: StationClient, sku: string): Promise<Partial<ProductInput> | undefined> {
  const { rows } = await client.queue.page({ search: sku, limit: PAGE });
  for (const { po } of rows) {
    const { lines } = await client.orders.get({ po });
    const line = lines.find(({ vendorSku }) => vendorSku === sku);
    if (!line) continue;
    const perCase = line.unit === 'cases' && line.unitSize !== null;
    return {
      asin: line.asin, title: line.title, gtinEach: line.gtin, ...(perCase ? { caseSize: line.unitSize } : {}),
      ...(line.cost !== null && line.unit === 'eaches' ? { cost: line.cost, currency: line.currency } : {}),
    };
  }
  return undefined;
}

/** Counted stock from a CSV; a file that describes products too (case size and the rest) is an item master and is read as one. */
export async function stockImportCommand(globals: Globals, file: string): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const csv = readCsv(file);
    const described = await describesProducts(client, csv);
    const answer = described ? await client.stock.importProducts(csv) : await client.stock.importStock(csv);
    return csvAnswer(words, file, answer, described ? ITEM_FIELDS : STOCK_FIELDS);
  });
}

async function describesProducts(client: StationClient, csv: { readonly name: string; readonly base64: string }): Promise<boolean> {
  const { mapping } = await client.stock.importProducts({ ...csv, dryRun: true });
  return typeof mapping['caseSize'] === 'number';
}

const stockLines = (words: Words, rows: readonly ProductView[]): string[] =>
  table(rows, [
    { title: words.text('cli.column.sku'), value: ({ sku }) => sku },
    { title: words.text('cli.column.what'), value: ({ title }) => title, widest: 40 },
    { title: words.text('cli.column.bin'), value: ({ location, bins }) => location ?? bins[0]?.location ?? '–' },
    { title: words.text('cli.column.caseSize'), value: ({ caseSize }) => words.count(caseSize), right: true },
    { title: words.text('cli.column.boxed'), value: ({ stock }) => words.count(stock.boxed), right: true },
    { title: words.text('cli.column.allocated'), value: ({ stock }) => words.count(stock.allocated), right: true },
    { title: words.text('cli.column.free'), value: ({ free }) => words.count(free), right: true },
    { title: words.text('cli.column.safety'), value: ({ stock }) => words.count(stock.safety), right: true },
  ]);
