import { describe, expect, it } from 'vitest';
import { renderLabelPdf } from '../../electron/printing/label-pdf.ts';
import { pageDots, pagePng, pdfFonts, pdfText, readBars, runsOf, type Dots } from './raster.ts';
import { cartonLabel, manyPosLabel, openLabel, palletLabel } from './samples.ts';

describe('the label as PDF, printed in dots and scanned back', () => {
  it.each([203, 300])('at %i dpi: the SSCC as GS1-128 with AI 00 lowest, the PO above it', async (dpi) => {
    const read = await readBars(pagePng(await renderLabelPdf(palletLabel), dpi));
    expect(read.map(({ text }) => text)).toEqual([']C08X3K2L1M', `]C100${palletLabel.sscc}`]);
  });

  it('a reprinted mixed carton carries the same SSCC', async () => {
    const pdf = await renderLabelPdf(cartonLabel);
    const read = await readBars(pagePng(pdf, 203));
    expect(read.at(-1)?.text).toBe(`]C100${cartonLabel.sscc}`);
    expect(pdfText(pdf)).toContain('REPRINT');
    expect(pdfText(pdf)).toContain('Mixed SKUs');
    expect(pdfText(pdf)).toContain('CARTON 3 of 12');
  });

  it('says while its pallet is open that it is not closed, also when it is a reprint, and stays scannable', async () => {
    const pdf = await renderLabelPdf(openLabel);
    expect(pdfText(pdf)).toContain('NOT CLOSED');
    expect((await readBars(pagePng(pdf, 203))).at(-1)?.text).toBe(`]C100${openLabel.sscc}`);
    const text = pdfText(await renderLabelPdf({ ...openLabel, reprint: true, locale: 'es' }));
    for (const word of ['HPO', 'SIN CERRAR · REIMPRESIÓN']) expect(text).toContain(word);
  });

  it('is 4 x 6 in; bars are 32 mm high or more, 0.495 mm wide or more, with ten modules of white at both sides', async () => {
    const dpi = 600;
    const dots = pageDots(await renderLabelPdf(palletLabel), dpi);
    const mm = (count: number): number => (count / dpi) * 25.4;
    expect([dots.width, dots.height]).toEqual([4 * dpi, 6 * dpi]);
    const row = Math.round((120 / 25.4) * dpi);
    const runs = runsOf(dots, row);
    const narrowest = Math.min(...runs.slice(1, -1).map(({ length }) => mm(length)));
    // Thirteen symbols of six elements and the stop's seventh, between two quiet zones.
    expect(runs).toHaveLength(13 * 6 + 7 + 2);
    expect(narrowest).toBeGreaterThanOrEqual(0.495 - 25.4 / dpi);
    expect(mm(runs[0]?.length ?? 0)).toBeGreaterThanOrEqual(10 * 0.5);
    expect(mm(runs.at(-1)?.length ?? 0)).toBeGreaterThanOrEqual(10 * 0.5);
    expect(mm(heightOfBar(dots, runs[0]?.length ?? 0, row))).toBeGreaterThanOrEqual(32);
  });

  it('says in words what it carries, in Spanish too, with fonts inside the file', async () => {
    const pdf = await renderLabelPdf(manyPosLabel);
    const text = pdfText(pdf).replace(/\s+/g, ' ');
    for (const part of ['HPO', 'REIMPRESIÓN', 'REMITENTE', 'DESTINO', 'Bodega 3, Cuautitlán Izcalli', 'TARIMA 1 de 2', '455.8 kg', '(00) 0 0614 1411 2345 6790 6']) expect(text).toContain(part);
    const fonts = pdfFonts(pdf).split('\n').slice(2).filter(Boolean);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/Inter-(?:Regular|Bold).*CID TrueType.*yes yes yes/);
  });

  it('the same label gives the same bytes', async () => {
    expect(Buffer.from(await renderLabelPdf(palletLabel)).equals(Buffer.from(await renderLabelPdf(palletLabel)))).toBe(true);
  });
});

function heightOfBar({ height, black }: Dots, x: number, row: number): number {
  let top = row;
  let bottom = row;
  while (top > 0 && black(x + 2, top - 1)) top -= 1;
  while (bottom < height - 1 && black(x + 2, bottom + 1)) bottom += 1;
  return bottom - top + 1;
}
