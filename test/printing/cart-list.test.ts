import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCartList } from '../../electron/printing/cart-list.ts';
import { pageFacts } from '../../electron/printing/page-facts.ts';
import { decodeScan } from '../../shared/lib/barcode/decode-scan.ts';
import { longCart, shortCart, spanishCart } from './cart-list-samples.ts';
import { foreignText } from './label-data.ts';
import { pagePng, pdfText, readBars } from './raster.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('the pick list of a cart', () => {
  it('carries the cart and the revision as a bar code that the floor can scan', async () => {
    const read = await readBars(pagePng(await renderCartList(shortCart, 'A4'), 300));
    expect(read.map(({ text }) => text)).toEqual([`]C0${shortCart.barcode}`]);
    expect(decodeScan(shortCart.barcode)).toMatchObject({ kind: 'printedPaper', paper: 'cart-list', subject: '2QW7P0AA', mark: '0Z9A' });
  });

  it('says who is in which place, where to go, how much to take and how much of it goes into which place', async () => {
    const text = words(pdfText(await renderCartList(shortCart, 'A4')));
    for (const part of [
      'HPO', 'Cart A–C', 'Picker', '643 eaches', '4 bins', 'C 8X3K2L1M HPO PHX3 Tue, Nov 25, 16:00 CST 505 eaches', 'B 5TT1900K PHX3 Tue, Nov 25, 16:00 CST ended: nothing more',
      'A-01-02', '50 cases of 12', '= 605 eaches', 'C 485 A 120', '40 × 12 + 5', '10 × 12', 'No bin', 'Paper filters V60,',
      'Total: 4 stops · 52 cases + 31 eaches = 643 eaches', 'revision 0Z9A · printed Nov 24, 2025, 10:42 CST by Maria Lopez', 'Page 1 of 1',
    ]) expect(text).toContain(part);
    expect(text).not.toContain('REPRINT');
  });

  it('speaks Spanish, and says when it is a reprint', async () => {
    const text = words(pdfText(await renderCartList(spanishCart, 'Letter')));
    for (const part of ['Lista de recogida de un carro', 'Carro A–C', 'REIMPRESIÓN', 'Molinillo de café de', '= 605 unidades', 'terminado: nada más', 'Sin ubicación', '4 ubicaciones', 'Página 1 de 1']) expect(text).toContain(part);
  });

  it.each([['A4', 210, 297], ['Letter', 216, 279]] as const)('eight orders, 60 bins on %s: every bin once and whole, in the order given; head, page and revision on every page', async (size, widthMm, heightMm) => {
    const pdf = await renderCartList(longCart, size);
    const pages = pdfText(pdf).split('\f').slice(0, -1).map(words);
    expect(pageFacts(pdf)).toEqual({ count: pages.length, widthMm, heightMm });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flatMap((page) => [...page.matchAll(/SKU-(\d+) ·/g)].map(([, sku]) => Number(sku)))).toEqual(longCart.stops.map((_, index) => 1000 + index));
    pages.forEach((page, index) => {
      for (const part of [`Page ${index + 1} of ${pages.length}`, 'HPO', 'REPRINT', 'Cart A–H', 'Bin Product Take Into', 'revision 0Z9A']) expect(page).toContain(part);
      expect([...page.matchAll(/\b[A-H]-\d\d-\d\d\b/g)]).toHaveLength([...page.matchAll(/SKU-(\d+) ·/g)].length);
    });
    expect(pages.at(-1)).toContain('Total: 60 stops');
  }, 60_000);

  it('the same list gives the same bytes', async () => {
    expect(Buffer.from(await renderCartList(shortCart, 'A4')).equals(Buffer.from(await renderCartList(shortCart, 'A4')))).toBe(true);
  });

  it('no text breaks it', async () => {
    await fc.assert(
      fc.asyncProperty(foreignText, foreignText, fc.option(foreignText, { nil: null }), async (text, other, location) => {
        const places = shortCart.places.map((place) => ({ ...place, po: text, shipTo: other }));
        const stops = shortCart.stops.map((stop) => ({ ...stop, title: text, location, vendorSku: other }));
        const pdf = await renderCartList({ ...shortCart, barcode: text, picker: other, printedBy: text, places, stops }, 'Letter');
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
