import { matchColumns, type ColumnMapping, type FieldNames } from './columns.ts';
import { RowCells, type RowProblem } from './cells.ts';
import type { DocumentProblem } from '../incoming.ts';
import { problem } from '../problem.ts';
import { readTable, type Separator } from './table.ts';

export const ITEM_FIELDS = [
  'vendorSku',
  'asin',
  'gtinCase',
  'gtinPallet',
  'gtinEach',
  'title',
  'caseSize',
  'cost',
  'currency',
  'weight',
  'length',
  'width',
  'height',
  'needsLot',
  'needsExpiry',
  'needsSerial',
  'shelfLifeDays',
  'cartonsPerLayer',
  'layersPerPallet',
  'homeLocation',
  'boxed',
  'safety',
] as const;

export type ItemField = (typeof ITEM_FIELDS)[number];

/**
 * Headings by which a field is known, without case, blanks, accents and signs: plain English and Spanish, and those of Vendor Central's
 * exports (`Merchant SKU`, `Model number`, `External ID`, `Product name`, `Case size`, `Cost`), today's and older ones.
 */
const NAMES: FieldNames<ItemField> = {
  vendorSku: [
    'vendorsku', 'merchantsku', 'sku', 'suppliersku', 'vendoritem', 'vendoritemnumber', 'itemnumber', 'partnumber', 'modelnumber', 'model',
    'skudelproveedor', 'skuproveedor', 'referencia', 'codigo', 'articulo', 'numerodemodelo', 'catalognumber',
  ],
  asin: ['asin', 'amazonasin', 'childasin'],
  gtinCase: ['gtincase', 'casegtin', 'caseupc', 'caseean', 'caseitf', 'itf14', 'casebarcode', 'gtincaja', 'codigodecaja', 'masterpackgtin'],
  gtinPallet: ['gtinpallet', 'palletgtin', 'palletbarcode', 'gtintarima', 'gtinpale'],
  gtinEach: [
    'gtineach', 'eachgtin', 'gtin', 'upc', 'ean', 'upcean', 'eanupc', 'gtinupcean', 'eachupc', 'eachean', 'barcode', 'externalid', 'isbn',
    'codigodebarras', 'gtinunidad',
  ],
  title: ['title', 'productname', 'producttitle', 'itemname', 'description', 'name', 'nombre', 'nombredelproducto', 'descripcion', 'titulo', 'nomduproduit'],
  caseSize: ['casesize', 'casepack', 'caseqty', 'casequantity', 'unitspercase', 'eachespercase', 'packsize', 'unidadesporcaja', 'tamanodecaja', 'piezasporcaja'],
  cost: ['cost', 'unitcost', 'netcost', 'costeach', 'costprice', 'costo', 'coste', 'costounitario', 'costeunitario'],
  currency: ['currency', 'currencycode', 'costcurrency', 'moneda', 'divisa'],
  weight: ['weight', 'itemweight', 'unitweight', 'eachweight', 'peso'],
  length: ['length', 'itemlength', 'depth', 'largo', 'longitud', 'fondo'],
  width: ['width', 'itemwidth', 'ancho', 'anchura'],
  height: ['height', 'itemheight', 'alto', 'altura'],
  needsLot: ['needslot', 'lot', 'lottracked', 'lottracking', 'lotcontrolled', 'batchtracked', 'lote', 'necesitalote', 'controldelote'],
  needsExpiry: ['needsexpiry', 'expiry', 'expirytracked', 'expirationdate', 'expirydate', 'expirable', 'perishable', 'caducidad', 'necesitacaducidad', 'fechadecaducidad', 'perecedero'],
  needsSerial: ['needsserial', 'serial', 'serialtracked', 'serialnumber', 'serialized', 'serie', 'necesitaserie', 'numerodeserie'],
  shelfLifeDays: ['shelflifedays', 'minimumshelflifedays', 'minshelflifedays', 'minimumshelflife', 'minshelflife', 'shelflife', 'remainingshelflife', 'remainingshelflifedays', 'vidautilminima', 'diasdevidautil', 'vidautildias'],
  // TI and HI, as item setup sheets call them.
  cartonsPerLayer: ['cartonsperlayer', 'casesperlayer', 'ti', 'palletti', 'cajasporcapa', 'cajasportendido'],
  layersPerPallet: ['layersperpallet', 'layers', 'hi', 'pallethi', 'capasporpale', 'capasportarima', 'tendidosportarima'],
  homeLocation: ['homelocation', 'location', 'bin', 'binlocation', 'pickface', 'ubicacion', 'ubicacionbase'],
  boxed: ['boxed', 'boxedonhand', 'onhand', 'quantityonhand', 'stock', 'encajas', 'existencias', 'encajado'],
  safety: ['safety', 'safetystock', 'stockdeseguridad', 'seguridad'],
};

export type ItemMapping = ColumnMapping<ItemField>;

/** One product of the file; null where the file does not say. Weight in grams, sizes in millimetres, cost of one each. */
export interface ItemMasterRow {
  readonly row: number;
  readonly vendorSku: string;
  readonly asin: string | null;
  readonly gtinEach: string | null;
  readonly gtinCase: string | null;
  readonly gtinPallet: string | null;
  readonly title: string | null;
  readonly caseSize: number | null;
  readonly cost: string | null;
  readonly currency: string | null;
  readonly weightGrams: number | null;
  readonly lengthMillimetres: number | null;
  readonly widthMillimetres: number | null;
  readonly heightMillimetres: number | null;
  readonly needsLot: boolean | null;
  readonly needsExpiry: boolean | null;
  readonly needsSerial: boolean | null;
  /** Days to the expiry that must be left when it ships. */
  readonly shelfLifeDays: number | null;
  readonly cartonsPerLayer: number | null;
  readonly layersPerPallet: number | null;
  readonly homeLocation: string | null;
  readonly boxed: number | null;
  readonly safety: number | null;
}

export interface ItemMasterReading {
  readonly separator: Separator | null;
  readonly headings: readonly string[];
  /** The mapping used: the given one, else the proposed one. */
  readonly mapping: ItemMapping;
  readonly rows: readonly ItemMasterRow[];
  readonly problems: readonly RowProblem[];
  /** Set when the file as a whole could not be read. */
  readonly problem: DocumentProblem | null;
}

/** Grams and millimetres in the units that people put into a heading (`Weight (lb)`) or behind a value (`2 lb`). */
const GRAMS: ReadonlyMap<string, number> = new Map([
  ['g', 1], ['kg', 1_000], ['lb', 453.592_37], ['lbs', 453.592_37], ['oz', 28.349_523_125], ['gr', 1],
]);
const MILLIMETRES: ReadonlyMap<string, number> = new Map([['mm', 1], ['cm', 10], ['m', 1_000], ['in', 25.4], ['inch', 25.4], ['ft', 304.8], ['"', 25.4]]);

/**
 * Reads products from a CSV. Without `mapping` the columns are matched by their headings. A row without vendor SKU is left out; a cell
 * that can not be read is left out with a problem that names row and column. The same SKU again is left out: silently when the row says
 * the same (order exports repeat products), with a problem when it differs.
 */
export function readItemMaster(text: string, mapping?: ItemMapping): ItemMasterReading {
  const table = readTable(text);
  if (!table.ok) return { separator: null, headings: [], mapping: {}, rows: [], problems: [], problem: table.problem };
  const matched = matchColumns(table.rows, ITEM_FIELDS, NAMES);
  const used = mapping ?? matched.mapping;
  const reading = { separator: table.separator, headings: matched.headings, mapping: used };
  if (used.vendorSku === undefined) {
    const found = problem('documents.csv.no-sku-column', `row ${table.rows[0]?.row ?? 1}`, { headings: matched.headings.join(', ').slice(0, 200) });
    return { ...reading, rows: [], problems: [], problem: found };
  }
  const problems: RowProblem[] = [];
  const bySku = new Map<string, ItemMasterRow>();
  for (const row of matched.body) {
    const cells = new RowCells(row, table.separator, matched.headings, problems);
    const vendorSku = cells.text(used.vendorSku);
    if (vendorSku === null) {
      cells.leaveOut('documents.csv.sku-missing');
      continue;
    }
    const item = itemOf(row.row, vendorSku, cells, used, matched.headings);
    const earlier = bySku.get(vendorSku);
    if (!earlier) bySku.set(vendorSku, item);
    else if (!sameProduct(earlier, item)) cells.leaveOut('documents.csv.sku-repeated', { sku: vendorSku, earlier: earlier.row });
  }
  return { ...reading, rows: [...bySku.values()], problems, problem: null };
}

function itemOf(row: number, vendorSku: string, cells: RowCells, mapping: ItemMapping, headings: readonly string[]): ItemMasterRow {
  const size = (column: number | undefined): number | null => cells.measure(column, unitInHeading(column, headings, MILLIMETRES), MILLIMETRES);
  return {
    row,
    vendorSku,
    asin: cells.asin(mapping.asin),
    gtinEach: cells.gtin(mapping.gtinEach),
    gtinCase: cells.gtin(mapping.gtinCase),
    gtinPallet: cells.gtin(mapping.gtinPallet),
    title: cells.text(mapping.title),
    caseSize: cells.whole(mapping.caseSize, 1),
    cost: cells.decimal(mapping.cost),
    currency: cells.currency(mapping.currency),
    weightGrams: cells.measure(mapping.weight, unitInHeading(mapping.weight, headings, GRAMS), GRAMS),
    lengthMillimetres: size(mapping.length),
    widthMillimetres: size(mapping.width),
    heightMillimetres: size(mapping.height),
    needsLot: cells.yesNo(mapping.needsLot),
    needsExpiry: cells.yesNo(mapping.needsExpiry),
    needsSerial: cells.yesNo(mapping.needsSerial),
    shelfLifeDays: cells.whole(mapping.shelfLifeDays, 0),
    cartonsPerLayer: cells.whole(mapping.cartonsPerLayer, 1),
    layersPerPallet: cells.whole(mapping.layersPerPallet, 1),
    homeLocation: cells.text(mapping.homeLocation),
    boxed: cells.whole(mapping.boxed, 0),
    safety: cells.whole(mapping.safety, 0),
  };
}

/** The unit that a heading names: `Weight (lb)`, `length_mm`, `Peso kg`. Null where it names none: then each cell must. */
function unitInHeading(column: number | undefined, headings: readonly string[], units: ReadonlyMap<string, number>): string | null {
  const heading = column === undefined ? '' : (headings[column] ?? '');
  return heading.split(/[^A-Za-z"]+/).map((word) => word.toLowerCase()).findLast((word) => units.has(word)) ?? null;
}

function sameProduct(left: ItemMasterRow, right: ItemMasterRow): boolean {
  return JSON.stringify({ ...left, row: 0 }) === JSON.stringify({ ...right, row: 0 });
}
