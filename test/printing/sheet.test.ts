import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../electron/printing/page-facts.ts';
import { renderSheet } from '../../electron/printing/sheet.ts';
import { foreignText } from './label-data.ts';
import { pagePng, pdfText, readBars } from './raster.ts';
import { longManifest, longPackingList } from './samples.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('a sheet of tables', () => {
  it('200 cartons: each once, in order, under its pallet; heads, page and revision on every page', async () => {
    const pdf = await renderSheet(longPackingList, 'A4');
    const pages = pdfText(pdf).split('\f').slice(0, -1).map(words);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.flatMap((page) => [...page.matchAll(/carton-(\d+)-/g)].map(([, number]) => Number(number)))).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    pages.forEach((page, index) => {
      for (const part of [`Page ${index + 1} of ${pages.length}`, 'HPO', '8X3K2L1M', 'revision 0Z9A · printed Nov 24, 2025, 10:42 CST by Maria Lopez']) expect(page).toContain(part);
      const first = /carton-(\d+)-/.exec(page)?.[1];
      if (first === undefined) return;
      // The pallet over the page's first carton is the one it stands on.
      expect(page).toContain('Product Carton Cartons Eaches');
      expect(/Pallet P-(\d)/.exec(page)?.[1]).toBe(String(Math.ceil(Number(first) / 40)));
    });
    expect(pageFacts(pdf)).toEqual({ count: pages.length, widthMm: 210, heightMm: 297 });
    expect(pages.at(-1)).toContain('5 pallets · 200 cartons · 2,400 eaches');
  }, 60_000);

  it.each(['A4', 'Letter'] as const)('a pallet of 200 cartons on %s: each line once, in order; heads on every page; the sums and signatures not without lines above them', async (size) => {
    const pages = pdfText(await renderSheet(longManifest, size)).split('\f').slice(0, -1).map(words);
    const cartons = pages.map((page) => [...page.matchAll(/carton-(\d+)-/g)].map(([, number]) => Number(number)));
    expect(cartons.flat()).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Carton Product Cartons Eaches');
      expect(page).toContain('HPO');
      expect(page.includes('200 cartons · 2,400 eaches'), `sums on page ${index + 1}`).toBe(index === pages.length - 1);
      expect(cartons[index]?.length, `lines on page ${index + 1}`).toBeGreaterThanOrEqual(2);
    });
  }, 60_000);

  it('its bar code, and the SSCC of a pallet, are read back from the paper', async () => {
    const read = await readBars(pagePng(await renderSheet({ ...longPackingList, sscc: '006141410000000012', tables: [] }, 'A4'), 300));
    expect(read.map(({ text }) => text)).toEqual([`]C0${longPackingList.barcode}`, ']C100006141410000000012']);
  }, 60_000);

  it('a reprint says so on every page', async () => {
    const pages = pdfText(await renderSheet({ ...longPackingList, reprint: true }, 'Letter')).split('\f').slice(0, -1);
    expect(pages.filter((page) => page.includes('REPRINT'))).toHaveLength(pages.length);
  }, 60_000);

  it('no text breaks it', async () => {
    const [table] = longPackingList.tables;
    if (!table) throw new Error('no table');
    await fc.assert(
      fc.asyncProperty(foreignText, foreignText, async (text, other) => {
        const groups = [{ heading: { text, note: other }, rows: [{ cells: [{ text: other, more: [text, other] }, { text }, 'blank' as const, { text: other }, { text }] }] }];
        const pdf = await renderSheet({ ...longPackingList, kind: text, heading: other, title: text, barcode: text, footer: other, remarks: [text, other], facts: [{ caption: text, lines: [other, text] }], tables: [{ ...table, title: text, groups }], totals: [other], notes: { caption: text, lines: 3 } }, 'Letter');
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
