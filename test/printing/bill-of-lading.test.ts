import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBillOfLading } from '../../electron/printing/bill-of-lading.ts';
import { pageFacts } from '../../electron/printing/page-facts.ts';
import { foreignText } from './label-data.ts';
import { pagePng, pdfText, readBars } from './raster.ts';
import { billSample, longBill } from './samples.ts';

const pagesOf = (pdf: Uint8Array): readonly string[] => pdfText(pdf).split('\f').slice(0, -1);
const numbers = (pages: readonly string[], pattern: RegExp): readonly number[] => pages.flatMap((page) => [...page.matchAll(pattern)].map(([, number]) => Number(number)));

describe('a bill of lading', () => {
  it('its bar codes are read back: the revision, the number as GS1-128 under AI 402, the PRO', async () => {
    const sample = billSample('en');
    const read = await readBars(pagePng(await renderBillOfLading(sample, 'Letter'), 300));
    expect(read.map(({ text }) => text)).toEqual([`]C0${sample.barcode}`, ']C140206141410000000012', ']C0117712345']);
  }, 60_000);

  it('a number that a person typed is a plain bar code; without PRO there is none', async () => {
    const read = await readBars(pagePng(await renderBillOfLading({ ...billSample('es'), number: 'HOUBX-0001', pro: null }, 'A4'), 300));
    expect(read.map(({ text }) => text).slice(1)).toEqual([']C0HOUBX-0001']);
  }, 60_000);

  it.each(['en', 'es'] as const)('a usual truck stands whole on one page, also hot and on Letter (%s)', async (locale) => {
    const pdf = await renderBillOfLading(billSample(locale), 'Letter');
    expect(pageFacts(pdf)).toEqual({ count: 1, widthMm: 216, heightMm: 279 });
    const dated = locale === 'en' ? 'Date Nov 24, 2025' : 'Fecha 24 nov 2025';
    for (const part of ['8X3K2L1M', '2QW7P0AA', '1,004.9 lb', '49 U.S.C. 14706', 'NMFC', dated, 'Maria Lopez']) expect(pdfText(pdf)).toContain(part);
  }, 60_000);

  it('200 orders go to the supplement, each once and in order, under repeated captions; the front page says so and has the sums', async () => {
    const [front = '', ...supplement] = pagesOf(await renderBillOfLading(longBill, 'Letter'));
    expect(front).toContain('200 rows: see the supplement');
    expect(front).toMatch(/Grand total\s+43/);
    expect(numbers([front], /PO-(\d+)-/g)).toEqual([]);
    expect(numbers(supplement, /PO-(\d+)-/g)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(numbers(supplement, /goods-(\d+)-/g)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    supplement.forEach((page, index) => {
      for (const part of [`Page ${index + 2} of ${supplement.length + 1}`, 'BOL 06141410000000012: supplement', 'REPRINT', 'revision 7K2M']) expect(page).toContain(part);
      if (page.includes('PO-')) expect(page).toContain('Customer order number');
      if (page.includes('goods-')) expect(page).toContain('Commodity description');
      expect(page.match(/PO-\d+-|goods-\d+-/g)?.length ?? 0).toBeGreaterThan(1);
    });
  }, 60_000);

  it('no text breaks it', async () => {
    await fc.assert(
      fc.asyncProperty(foreignText, foreignText, async (text, other) => {
        const party = { lines: [text, other, text, other, text], references: [other, text] };
        const row = { units: text, unitType: other, packages: text, packageType: other, weight: text, description: `${text} ${other}` };
        const pdf = await renderBillOfLading({ ...billSample('es'), kind: text, heading: other, title: text, barcode: text, number: other, pro: text, scac: other, footer: other, instructions: [text, other, text, other], shipFrom: party, shipTo: party, goods: [row, row, row], orders: [{ po: text, packages: other, weight: text, pallets: other, info: text }] }, 'A4');
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});
