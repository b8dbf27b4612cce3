import { describe, expect, it } from 'vitest';
import { readItemMaster } from '../../../shared/documents/csv/item-master.ts';
import { expectWords } from '../fixtures.ts';

const VENDOR_CENTRAL =
  'PO,Vendor code,Order date,Status,Priority,Product name,ASIN,External ID type,External ID,Model number,Merchant SKU,Catalog number,Availability,Requested quantity,Accepted quantity,ASN quantity,Received quantity,Cancelled quantity,Remaining quantity,Ship-to location,Window start,Window end,Case size,Cost,Currency,Total requested cost,Total accepted cost,Total received cost,Total cancelled cost,Expected date,Freight terms,Consolidation ID,Cancellation deadline';

const codes = (text: string) => readItemMaster(text).problems.map((each) => [each.row, each.column, each.problem.code, each.rowLeftOut]);

describe('matching columns', () => {
  it('knows plain headings in any order, without case, blanks, accents and signs', () => {
    const text = [
      'HOME-LOCATION,vendor_sku,Títle,asin,G.T.I.N.,Case GTIN,Pallet gtin,case size,COST,Currency,Weight (lb),length_cm,Width [mm],height in,Boxed,Safety stock,TI,Layers per pallet,Needs lot,Perishable,Número de serie,Min shelf life (days)',
      'A-01-2,CG-200,"Grinder, ceramic",B0CERGRND1,036000291452,10036000291459,20036000291456,24,18.40,usd,2,30,200,10,480,50,8,5,Yes,x,no,90',
    ].join('\r\n');
    const reading = readItemMaster(text);
    expect(reading.problem).toBeNull();
    expect(reading.problems).toEqual([]);
    expect(reading.rows).toEqual([
      {
        row: 2,
        vendorSku: 'CG-200',
        asin: 'B0CERGRND1',
        gtinEach: '036000291452',
        gtinCase: '10036000291459',
        gtinPallet: '20036000291456',
        title: 'Grinder, ceramic',
        caseSize: 24,
        cost: '18.40',
        currency: 'USD',
        weightGrams: 907,
        lengthMillimetres: 300,
        widthMillimetres: 200,
        heightMillimetres: 254,
        needsLot: true,
        needsExpiry: true,
        needsSerial: false,
        shelfLifeDays: 90,
        cartonsPerLayer: 8,
        layersPerPallet: 5,
        homeLocation: 'A-01-2',
        boxed: 480,
        safety: 50,
      },
    ]);
    expect(reading.mapping.homeLocation).toBe(0);
  });

  it('knows Vendor Central’s export; an empty Merchant SKU column gives way to Model number', () => {
    const row = (sku: string) =>
      `7HGRINDR,GRNDX,14-Sep-2026,Unconfirmed,,Ceramic grinder,B0CERGRND1,UPC,036000291452,CG-MODEL,${sku},,In stock,1000,0,0,0,0,0,PHX3,,,24,18.40,USD,,,,,,,,`;
    const reading = readItemMaster(`\ufeff${VENDOR_CENTRAL}\n${row('CG-200')}\n${row('CG-200')}\n`);
    expect(reading.problems).toEqual([]);
    expect(reading.rows).toMatchObject([{ vendorSku: 'CG-200', title: 'Ceramic grinder', asin: 'B0CERGRND1', gtinEach: '036000291452', caseSize: 24, cost: '18.40', currency: 'USD' }]);
    expect(readItemMaster(`${VENDOR_CENTRAL}\n${row('')}`).rows[0]?.vendorSku).toBe('CG-MODEL');
  });

  it('finds the heading below a title and takes a mapping of the person instead', () => {
    expect(readItemMaster('Items of today\n\nSKU,Cost\nCG-200,18.40').rows).toMatchObject([{ row: 4, vendorSku: 'CG-200', cost: '18.40' }]);
    const mapped = readItemMaster('Our number,Price\nCG-200,18.40', { vendorSku: 0, cost: 1 });
    expect(mapped.rows).toMatchObject([{ vendorSku: 'CG-200', cost: '18.40' }]);
    expect(readItemMaster('Our number,Price\nCG-200,18.40').problem).toMatchObject({ code: 'documents.csv.no-sku-column' });
  });
});

describe('separators and numbers', () => {
  it.each([
    [',', '"1,440"', '6.59', 1440, '6.59'],
    [';', '1.440', '6,59', 1440, '6.59'],
    [';', '24', '1.440,5', 24, '1440.5'],
    ['\t', '24', '$6.59', 24, '6.59'],
    ['|', '24', '.5', 24, '0.5'],
  ])('%j', (separator, size, cost, caseSize, amount) => {
    const text = [['SKU', 'Case size', 'Cost'].join(separator), ['X-1', size, cost].join(separator)].join('\n');
    expect(readItemMaster(text)).toMatchObject({ separator, problems: [], rows: [{ caseSize, cost: amount }] });
  });

  it('obeys the sep= line of a spreadsheet and counts rows as the file does', () => {
    const reading = readItemMaster('sep=;\r\nSKU;Title\r\nA;"two\r\nlines"\r\n\r\nB;x\r\n;y\r\n');
    expect(reading.rows.map((row) => [row.row, row.vendorSku, row.title])).toEqual([[3, 'A', 'two lines'], [6, 'B', 'x']]);
    expect(reading.problems).toMatchObject([{ row: 7, rowLeftOut: true, problem: { code: 'documents.csv.sku-missing' } }]);
  });
});

describe('barcode numbers that spreadsheets have mangled', () => {
  const gtin = (cell: string) => readItemMaster(`SKU,UPC\nX,${cell}`);

  it('get their zeros back where the check digit proves them', () => {
    expect(gtin('36000291452').rows[0]?.gtinEach).toBe('036000291452');
    expect(gtin('="036000291452"').rows[0]?.gtinEach).toBe('036000291452');
    expect(gtin("'036000291452").rows[0]?.gtinEach).toBe('036000291452');
    expect(gtin('0-36000-29145-2').rows[0]?.gtinEach).toBe('036000291452');
    expect(gtin('36000291452.0').rows[0]?.gtinEach).toBe('036000291452');
  });

  it.each([
    ['3.60003E+11', 'documents.csv.gtin-scientific'],
    ['"7,31E+11"', 'documents.csv.gtin-scientific'],
    ['036000291453', 'documents.csv.gtin-check-digit'],
    ['36000291453', 'documents.csv.gtin-shape'],
    ['none', 'documents.csv.gtin-shape'],
  ])('%s is left out with %s', (cell, code) => {
    const reading = gtin(cell);
    expect(reading.rows).toMatchObject([{ vendorSku: 'X', gtinEach: null }]);
    expect(reading.problems).toMatchObject([{ row: 2, column: 'UPC', rowLeftOut: false, problem: { code, place: 'row 2 column B' } }]);
    for (const each of reading.problems) expectWords(each.problem);
  });
});

describe('cells that can not be read', () => {
  it('are named by row and column; the rest of the row stays', () => {
    const text = 'SKU,ASIN,Case size,Cost,Currency,Weight,Boxed,Needs lot\nX,B0,0,-1,dollars,2,-3,perhaps\nY,B0CERGRND1,1.5,free,USD,2 lb,7,Sí';
    expect(codes(text)).toEqual([
      [2, 'ASIN', 'documents.csv.bad-asin', false],
      [2, 'Case size', 'documents.csv.bad-whole', false],
      [2, 'Cost', 'documents.csv.bad-number', false],
      [2, 'Currency', 'documents.csv.bad-currency', false],
      [2, 'Weight', 'documents.csv.bad-measure', false],
      [2, 'Needs lot', 'documents.csv.bad-yes-no', false],
      [2, 'Boxed', 'documents.csv.bad-whole', false],
      [3, 'Case size', 'documents.csv.bad-whole', false],
      [3, 'Cost', 'documents.csv.bad-number', false],
    ]);
    expect(readItemMaster(text).rows[1]).toMatchObject({ vendorSku: 'Y', weightGrams: 907, needsLot: true, boxed: 7, cost: null });
    for (const each of readItemMaster(text).problems) expectWords(each.problem);
  });

  it('a SKU repeated with other values is left out', () => {
    expect(codes('SKU,Cost\nX,1\nX,2')).toEqual([[3, null, 'documents.csv.sku-repeated', true]]);
  });
});

describe('files that can not be read', () => {
  it('are refused as a whole', () => {
    expect(readItemMaster('').problem?.code).toBe('documents.csv.empty');
    expect(readItemMaster('SKU,Title\nX,"never closed\nY,b').problem?.code).toBe('documents.csv.quotes');
    const big = `SKU\n${'X\n'.repeat(200_001)}`;
    expect(readItemMaster(big).problem?.code).toBe('documents.csv.too-many-rows');
    expect(readItemMaster(big).rows).toEqual([]);
  });
});
