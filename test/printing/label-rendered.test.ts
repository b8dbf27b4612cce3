import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { renderLabelPdf } from '../../electron/printing/label-pdf.ts';
import { renderLabelZpl, type LabelDpi } from '../../electron/printing/label-zpl.ts';
import type { LogisticsLabel } from '../../shared/documents/papers.ts';
import { pagePng, readBars } from './raster.ts';
import type * as Zebrash from 'zpl-renderer-js';
import { cartonLabel, manyPosLabel, palletLabel } from './samples.ts';

/* Our ZPL as a printer would draw it, and our PDF in the dots of the same printer. Neither renderer (zebrash, Poppler) nor the reader (ZXing) is ours. */

/** What the renderer takes: whole dots in a millimetre, as Zebra counts them. */
const DOTS_PER_MM: Readonly<Record<LabelDpi, number>> = { 203: 8, 300: 12 };

/** Its build for CommonJS: the one for modules does not load in Node as it is. */
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as typeof Zebrash;

async function zplPng(label: LogisticsLabel, dpi: LabelDpi): Promise<Buffer> {
  const { api } = await ready;
  return Buffer.from(await api.zplToBase64Async(renderLabelZpl(label, dpi), 101.6, 152.4, DOTS_PER_MM[dpi]), 'base64');
}

/** Bar codes and where they begin, in millimetres from the top. */
const barsOf = async (png: Buffer, dpi: LabelDpi) => (await readBars(png)).map(({ text, y }) => ({ text, y: (y / dpi) * 25.4 }));

describe('the label as ZPL, rendered and scanned back, beside the PDF', () => {
  it.each([
    ['a hot pallet', 203, palletLabel, [']C08X3K2L1M', `]C100${palletLabel.sscc}`]],
    ['a mixed carton', 203, cartonLabel, [']C08X3K2L1M', `]C100${cartonLabel.sscc}`]],
    ['a pallet of many orders', 300, manyPosLabel, [`]C100${manyPosLabel.sscc}`]],
  ] as const)('%s at %i dpi: both carry the same codes in the same places', async (_, dpi, label, codes) => {
    const zpl = await barsOf(await zplPng(label, dpi), dpi);
    const pdf = await barsOf(pagePng(await renderLabelPdf(label), dpi), dpi);
    expect(zpl.map(({ text }) => text)).toEqual(codes);
    expect(pdf.map(({ text }) => text)).toEqual(codes);
    zpl.forEach(({ y }, index) => expect(Math.abs(y - (pdf[index]?.y ?? 0)), `millimetres that code ${index} stands apart`).toBeLessThan(0.5));
  });
});
