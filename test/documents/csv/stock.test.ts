import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readItemMaster } from '../../../shared/documents/csv/item-master.ts';
import { readStock } from '../../../shared/documents/csv/stock.ts';
import { writeCsv } from '../../../shared/documents/csv/write-csv.ts';

describe('stock from a CSV', () => {
  it('reads SKU, boxed, safety and location by name', () => {
    expect(readStock('Ubicación;SKU;En cajas;Stock de seguridad\nA-01;CG-200;1.480;50\nB-02;CG-100;0;').rows).toEqual([
      { row: 2, vendorSku: 'CG-200', boxed: 1480, safety: 50, location: 'A-01' },
      { row: 3, vendorSku: 'CG-100', boxed: 0, safety: null, location: 'B-02' },
    ]);
  });

  it('takes the columns a person names', () => {
    const text = 'Thing;Amount;Where\nCG-200;12;A-01';
    expect(readStock(text).problem?.code).toBe('documents.csv.no-sku-column');
    expect(readStock(text, { vendorSku: 0, boxed: 1, location: 2 }).rows).toEqual([{ row: 2, vendorSku: 'CG-200', boxed: 12, safety: null, location: 'A-01' }]);
  });

  it('leaves a row out when its count can not be read, and says where', () => {
    const reading = readStock('sku,boxed\nA,12\nB,many\n,5\nA,13');
    expect(reading.rows.map((row) => row.vendorSku)).toEqual(['A']);
    expect(reading.problems.map((each) => [each.row, each.problem.code, each.rowLeftOut])).toEqual([
      [3, 'documents.csv.bad-whole', true],
      [4, 'documents.csv.sku-missing', true],
      [5, 'documents.csv.sku-repeated', true],
    ]);
  });

  it('refuses a file without SKU column', () => {
    expect(readStock('boxed\n12').problem?.code).toBe('documents.csv.no-sku-column');
    expect(readStock('\n\n').problem?.code).toBe('documents.csv.empty');
  });
});

describe('CSV that is written', () => {
  it('runs no formula, keeps numbers numbers and quotes what must be', () => {
    const text = writeCsv([
      ['SKU', 'note', 'count', 'empty'],
      ['=HYPERLINK("http://evil")', '+1', -5, null],
      ['@cmd', '\tx', 1.5, '-2'],
      ['\rx', 'a,b "c"', 0, ''],
    ]);
    expect(text).toBe(
      '\ufeffSKU,note,count,empty\r\n"\'=HYPERLINK(""http://evil"")",\'+1,-5,\r\n\'@cmd,\'\tx,1.5,\'-2\r\n"\'\rx","a,b ""c""",0,\r\n',
    );
  });

  it('property: no cell of text begins with a sign that starts a formula, and every SKU comes back as it was', () => {
    const sku = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/^['\s]+/, '').trim()).filter((text) => text !== '' && !/^="/.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(sku, { minLength: 1, maxLength: 20 }), (skus) => {
        const text = writeCsv([['Vendor SKU', 'Cost'], ...skus.map((each) => [each, 1])]);
        for (const line of text.slice(1).split('\r\n')) expect(line).not.toMatch(/^"?[=+\-@\t\r]/);
        expect(readItemMaster(text).rows.map((row) => row.vendorSku)).toEqual(skus);
      }),
    );
  });

  it('property: whatever the text, readers answer and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', "'", '=', '1', 'E+9', '.', 'SKU', 'cost', 'x', ' ')), (text, pieces) => {
        for (const each of [text, pieces.join(''), `SKU,Cost\n${text}`, `SKU;Weight (kg);UPC\n${pieces.join('')}`]) {
          expect(() => [readItemMaster(each), readStock(each)]).not.toThrow();
        }
      }),
      { numRuns: 200 },
    );
  });
});
