import { checkDigit } from '../../../shared/lib/gtin.ts';

/** A product of the stories, as the warehouse's own lists have it. */
export interface Goods {
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly upc: string;
  readonly caseGtin: string;
  readonly caseSize: number;
  readonly cost: string;
  readonly pounds: number;
  readonly bin: string;
  readonly boxed: number;
  readonly safety: number;
}

const caseGtinOf = (upc: string): string => {
  const digits = `10${upc.slice(0, -1)}`;
  return `${digits}${checkDigit(digits)}`;
};

/** The 2 lb ceramic coffee grinder of both stories: 1,000 are boxed, 200 of them kept for hot orders. */
export const grinder: Goods = {
  sku: 'CG-200', asin: 'B0CERGRND1', title: 'Ceramic coffee grinder, 2 lb', upc: '036000291452', caseGtin: caseGtinOf('036000291452'),
  caseSize: 10, cost: '18.40', pounds: 2, bin: 'A-01-02', boxed: 1000, safety: 200,
};

export const kettle: Goods = {
  sku: 'KT-300', asin: 'B0KETTLE01', title: 'Gooseneck kettle, 1.0 l', upc: '012345678905', caseGtin: caseGtinOf('012345678905'),
  caseSize: 6, cost: '27.10', pounds: 2.2, bin: 'B-02-01', boxed: 240, safety: 0,
};

const csv = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : cell)).join(',')).join('\r\n')}\r\n`;

/** The item master as a spreadsheet writes it. */
export const productsCsv = (goods: readonly Goods[]): string =>
  csv([
    ['SKU', 'ASIN', 'UPC', 'Case GTIN', 'Title', 'Case size', 'Cost', 'Currency', 'Weight (lb)', 'Length (in)', 'Width (in)', 'Height (in)', 'Location'],
    ...goods.map(({ sku, asin, upc, caseGtin, title, caseSize, cost, pounds, bin }) => [sku, asin, upc, caseGtin, title, caseSize, cost, 'USD', pounds, 18, 12, 10, bin]),
  ]);

export const stockCsv = (goods: readonly Goods[]): string =>
  csv([['SKU', 'Boxed', 'Safety stock', 'Location'], ...goods.map(({ sku, boxed, safety, bin }) => [sku, boxed, safety, bin])]);
