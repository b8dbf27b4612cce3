import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPickList } from '../../electron/printing/pick-list.ts';
import { decodeScan } from '../../shared/lib/barcode/decode-scan.ts';
import { foreignText } from './label-data.ts';
import { pageDots, pagePng, pdfText, readBars } from './raster.ts';
import { hotList, longList, standardList } from './samples.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('the pick list', () => {
  it('carries the order and its revision as a bar code that the floor can scan', async () => {
    const read = await readBars(pagePng(await renderPickList(hotList, 'A4'), 300));
    expect(read.map(({ text }) => text)).toEqual([`]C0${hotList.barcode}`]);
    expect(decodeScan(hotList.barcode)).toMatchObject({ kind: 'orderPaper', po: '8X3K2L1M', revision: 3 });
  });

  it('says in English what, where, how much, until when and why hot', async () => {
    const text = words(pdfText(await renderPickList(hotList, 'A4')));
    for (const part of [
      'HPO', 'Hot purchase order: pick before every standard order', 'Amazon marked it as a rush order (RushOrder).', 'Tue, Nov 25', '16:00 CST', 'Mon, Nov 24', '19:30 CST',
      'A-01-02', '40 cases of 12', '= 480 eaches', '20 cases of 12', '+ 5 eaches', '= 245 eaches', '1,250 eaches', 'No bin', 'Łódź edition ½″ ™',
      'Total: 5 lines · 76 cases + 1,256 eaches = 2,072 eaches', 'Picked by', 'Checked by', 'revision 3 · printed Nov 24, 2025, 10:42 CST by Maria Lopez', 'Page 1 of 1',
    ]) expect(text).toContain(part);
    expect(text).not.toContain('REPRINT');
  });

  it('speaks Spanish, with its accents and its own way to write dates, and says when it is a reprint', async () => {
    const text = words(pdfText(await renderPickList(standardList, 'Letter')));
    for (const part of ['Lista de recogida', 'REIMPRESIÓN', 'mar, 2 de dic', '16:00 CST', 'Molinillo de café de cerámica', '= 480 unidades', 'Sin ubicación', 'Recogido por', 'Íñigo Núñez', 'Página 1 de 1']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('HPO');
  });

  it.each([['A4', 595.28, 841.89], ['Letter', 612, 792]] as const)('is exactly %s', async (size, width, height) => {
    const dots = pageDots(await renderPickList(hotList, size), 72);
    expect(dots.width).toBe(Math.ceil(width));
    expect(dots.height).toBe(Math.ceil(height));
  });

  it.each(['A4', 'Letter'] as const)('200 lines on %s: every line once and whole, in the order given, head and page number on every page', async (size) => {
    const pages = pdfText(await renderPickList({ ...longList, reprint: true }, size)).split('\f').slice(0, -1).map(words);
    expect(pages.length).toBeGreaterThan(8);
    const numbers = pages.flatMap((page) => [...page.matchAll(/Line (\d+) ·/g)].map(([, line]) => Number(line)));
    expect(numbers).toEqual(longList.lines.map(({ line }) => Number(line)));
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      for (const part of ['HPO', 'REPRINT', 'Bin Product Quantity Picked', '8X3K2L1M', 'revision 3 · printed Nov 24, 2025, 10:42 CST']) expect(page).toContain(part);
      // A row's bin and its number stand on the same page.
      expect([...page.matchAll(/\b[A-E]-\d\d-\d\d\b/g)]).toHaveLength([...page.matchAll(/Line (\d+) ·/g)].length);
    });
    expect(pages.at(-1)).toContain('Total: 200 lines');
  }, 60_000);

  it('the same list gives the same bytes', async () => {
    expect(Buffer.from(await renderPickList(hotList, 'A4')).equals(Buffer.from(await renderPickList(hotList, 'A4')))).toBe(true);
  });

  it('prints letters that its font lacks as boxes, and the rest of the text as it is', async () => {
    const [line] = hotList.lines;
    if (!line) throw new Error('no line');
    const text = words(pdfText(await renderPickList({ ...hotList, lines: [{ ...line, title: 'Чайник 日本 τσάι ấm 🔥 kettle' }] }, 'A4')));
    expect(text).toContain('Чайник');
    expect(text).toContain('τσάι ấm');
    expect(text).toContain('kettle');
  });

  it('no text breaks it', async () => {
    await fc.assert(
      fc.asyncProperty(foreignText, foreignText, fc.option(foreignText, { nil: null }), fc.array(foreignText, { maxLength: 4 }), async (po, title, location, why) => {
        const pdf = await renderPickList({ ...hotList, po, barcode: po, why, shipTo: title, printedBy: title, lines: hotList.lines.map((line) => ({ ...line, title, location, vendorSku: title })) }, 'Letter');
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('an order with nothing to pick says so', async () => {
    expect(pdfText(await renderPickList({ ...hotList, lines: [] }, 'A4'))).toContain('Nothing to pick');
  });
});
