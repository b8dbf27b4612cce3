import { RowCells, type RowProblem } from './cells.ts';
import { matchColumns, type ColumnMapping, type FieldNames } from './columns.ts';
import type { DocumentProblem } from '../incoming.ts';
import { problem } from '../problem.ts';
import { readTable } from './table.ts';

export const STOCK_FIELDS = ['vendorSku', 'boxed', 'safety', 'location'] as const;

export type StockField = (typeof STOCK_FIELDS)[number];

const NAMES: FieldNames<StockField> = {
  vendorSku: ['vendorsku', 'sku', 'merchantsku', 'item', 'itemnumber', 'modelnumber', 'skudelproveedor', 'referencia', 'articulo', 'codigo'],
  boxed: ['boxed', 'boxedonhand', 'onhand', 'quantityonhand', 'stock', 'quantity', 'qty', 'encajas', 'encajado', 'existencias', 'cantidad'],
  safety: ['safety', 'safetystock', 'stockdeseguridad', 'seguridad'],
  location: ['location', 'homelocation', 'bin', 'binlocation', 'ubicacion'],
};

/** Stock of one product in eaches; null where the file does not say, so that what is known stays. */
export interface StockRow {
  readonly row: number;
  readonly vendorSku: string;
  readonly boxed: number | null;
  readonly safety: number | null;
  readonly location: string | null;
}

export interface StockReading {
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping<StockField>;
  readonly rows: readonly StockRow[];
  readonly problems: readonly RowProblem[];
  readonly problem: DocumentProblem | null;
}

/** Reads counted stock from a CSV, its columns matched by their headings unless `given` says which they are. A row without SKU, with an unreadable number or for a SKU that came before is left out: a count is whole or not at all. */
export function readStock(text: string, given?: ColumnMapping<StockField>): StockReading {
  const table = readTable(text);
  if (!table.ok) return { headings: [], mapping: {}, rows: [], problems: [], problem: table.problem };
  const { headings, mapping: proposed, body } = matchColumns(table.rows, STOCK_FIELDS, NAMES);
  const mapping = given ?? proposed;
  if (mapping.vendorSku === undefined) {
    const found = problem('documents.csv.no-sku-column', `row ${table.rows[0]?.row ?? 1}`, { headings: headings.join(', ').slice(0, 200) });
    return { headings, mapping, rows: [], problems: [], problem: found };
  }
  const problems: RowProblem[] = [];
  const bySku = new Map<string, StockRow>();
  for (const row of body) {
    const found: RowProblem[] = [];
    const cells = new RowCells(row, table.separator, headings, found);
    const vendorSku = cells.text(mapping.vendorSku);
    const stock = { boxed: cells.whole(mapping.boxed, 0), safety: cells.whole(mapping.safety, 0), location: cells.text(mapping.location) };
    const earlier = vendorSku === null ? undefined : bySku.get(vendorSku);
    if (vendorSku === null) cells.leaveOut('documents.csv.sku-missing');
    else if (earlier) cells.leaveOut('documents.csv.sku-repeated', { sku: vendorSku, earlier: earlier.row });
    else if (found.length === 0) bySku.set(vendorSku, { row: row.row, vendorSku, ...stock });
    problems.push(...found.map((each) => ({ ...each, rowLeftOut: true })));
  }
  return { headings, mapping, rows: [...bySku.values()], problems, problem: null };
}
