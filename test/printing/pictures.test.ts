import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBillOfLading } from '../../electron/printing/bill-of-lading.ts';
import { renderCartList } from '../../electron/printing/cart-list.ts';
import { renderCodeSheet } from '../../electron/printing/code-sheet.ts';
import { renderLabelPdf } from '../../electron/printing/label-pdf.ts';
import { renderPickList } from '../../electron/printing/pick-list.ts';
import { renderSheet } from '../../electron/printing/sheet.ts';
import { composePaper } from '../../electron/station/shipping-papers.ts';
import type { PaperSize } from '../../shared/documents/papers.ts';
import type { PaperKind } from '../../shared/lib/barcode/scanned-code.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { longCart, shortCart, spanishCart } from './cart-list-samples.ts';
import { demoStation } from './demo-papers.ts';
import { pagePicture, pdfText, readBars } from './raster.ts';
import { billSample, cartonLabel, commandSheet, hotList, longBill, longList, longManifest, longPackingList, manyPosLabel, palletLabel, scannerTest, standardList } from './samples.ts';

/* The pictures of every paper in docs/papers. `HOTDOCK_PICTURES=write` draws them anew. */

const folder = resolve(import.meta.dirname, '../../docs/papers');
const LARGEST = 200 * 1024;

const PAPER_DPI = 96;
const LABEL_DPI = 180;

/** Papers that the demo warehouse prints. */
let demo: Awaited<ReturnType<typeof demoStation>>;
beforeAll(async () => {
  demo = await demoStation();
}, 60_000);
afterAll(() => demo.close());

const PRINTER = 'Maria Lopez';
/** The demo's clock stands on this day. */
const TODAY = '2026-09-16';
const HOT = poNumber('7JARS5PL');
/** Less is packed of it than was ordered. */
const PARTLY = poNumber('4JFM3XJD');

/** A paper of the demo warehouse as its PDF. */
function demoPaper(paper: PaperKind, subject: string, size: PaperSize): Promise<Uint8Array> {
  const composed = composePaper(demo.station, { paper, subject }, { by: PRINTER, reprint: false });
  switch (composed.kind) {
    case 'sheet':
      return renderSheet(composed.paper, size);
    case 'cart-list':
      return renderCartList(composed.paper, size);
    case 'bill-of-lading':
      return renderBillOfLading(composed.paper, size);
  }
}

const speak = (locale: 'en' | 'es'): unknown => demo.station.decideAsStation(() => ({ ok: true, result: undefined, operations: [{ kind: 'settings.changed', body: { patch: { locale } } }] }));

/** The demo's day with its last order 200 times over, in Spanish. */
function longDaySheet(size: PaperSize): Promise<Uint8Array> {
  speak('es');
  const { paper } = composePaper(demo.station, { paper: 'day-sheet', subject: TODAY }, { by: PRINTER, reprint: true });
  speak('en');
  if (!('tables' in paper)) throw new Error('no sheet');
  const tables = paper.tables.map((table) => ({ ...table, groups: table.groups.slice(-1).map((group) => ({ ...group, rows: Array.from({ length: 200 }, () => group.rows.at(-1) ?? { cells: [] }) })) }));
  return renderSheet({ ...paper, hot: null, tables }, size);
}

const lastPage = (pdf: Uint8Array): Buffer => pagePicture(pdf, PAPER_DPI, pdfText(pdf).split('\f').length - 1);

const pictures: Readonly<Record<string, () => Promise<Buffer>>> = {
  'pick-list-a4-hpo-en.png': async () => pagePicture(await renderPickList(hotList, 'A4'), PAPER_DPI),
  'pick-list-letter-standard-es.png': async () => pagePicture(await renderPickList(standardList, 'Letter'), PAPER_DPI),
  'pick-list-200-lines-first.png': async () => pagePicture(await renderPickList(longList, 'A4'), PAPER_DPI),
  'pick-list-200-lines-last.png': async () => lastPage(await renderPickList(longList, 'A4')),
  'cart-list-a4-hpo-en.png': async () => pagePicture(await renderCartList(shortCart, 'A4'), PAPER_DPI),
  'cart-list-letter-reprint-es.png': async () => pagePicture(await renderCartList(spanishCart, 'Letter'), PAPER_DPI),
  'cart-list-8-orders-first.png': async () => pagePicture(await renderCartList(longCart, 'A4'), PAPER_DPI),
  'cart-list-8-orders-last.png': async () => lastPage(await renderCartList(longCart, 'Letter')),
  'packing-list-letter.png': async () => pagePicture(await demoPaper('packing-list', PARTLY, 'Letter'), PAPER_DPI),
  'packing-list-200-cartons-second.png': async () => pagePicture(await renderSheet(longPackingList, 'A4'), PAPER_DPI, 2),
  'pallet-manifest-a4-hpo.png': async () => pagePicture(await demoPaper('pallet-manifest', demo.station.reader.find('unit', { po: HOT })[0]?.sscc ?? '', 'A4'), PAPER_DPI),
  'pallet-manifest-200-lines-first.png': async () => pagePicture(await renderSheet(longManifest, 'A4'), PAPER_DPI),
  'pallet-manifest-200-lines-last.png': async () => lastPage(await renderSheet(longManifest, 'A4')),
  'bill-of-lading-letter-hpo.png': async () => pagePicture(await renderBillOfLading(billSample('en'), 'Letter'), PAPER_DPI),
  'bill-of-lading-a4-es.png': async () => pagePicture(await renderBillOfLading({ ...billSample('es'), hot: null }, 'A4'), PAPER_DPI),
  'bill-of-lading-200-orders-first.png': async () => pagePicture(await renderBillOfLading(longBill, 'Letter'), PAPER_DPI),
  'bill-of-lading-200-orders-last.png': async () => lastPage(await renderBillOfLading(longBill, 'Letter')),
  'day-sheet-a4-hpo.png': async () => pagePicture(await demoPaper('day-sheet', TODAY, 'A4'), PAPER_DPI),
  'day-sheet-200-orders-es-last.png': async () => lastPage(await longDaySheet('Letter')),
  'label-pallet.png': async () => pagePicture(await renderLabelPdf(palletLabel), LABEL_DPI),
  'label-carton-mixed-reprint.png': async () => pagePicture(await renderLabelPdf(cartonLabel), LABEL_DPI),
  'label-many-orders-es.png': async () => pagePicture(await renderLabelPdf(manyPosLabel), LABEL_DPI),
  'command-sheet.png': async () => pagePicture(await renderCodeSheet(commandSheet('en'), 'A4'), PAPER_DPI),
  'scanner-test.png': async () => pagePicture(await renderCodeSheet(scannerTest('en'), 'Letter'), LABEL_DPI),
};

/** Width and height from a PNG's first chunk. */
const pixels = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the pictures of the papers', () => {
  it('are all there and nothing else', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.png')).sort()).toEqual(Object.keys(pictures).sort());
  });

  it.each(Object.entries(pictures))('%s has today’s size and bar codes and is small', async (name, draw) => {
    const drawn = await draw();
    const path = join(folder, name);
    if (process.env['HOTDOCK_PICTURES'] === 'write') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, drawn);
    }
    const kept = readFileSync(path);
    expect(kept.byteLength).toBeLessThanOrEqual(LARGEST);
    expect(pixels(kept)).toEqual(pixels(drawn));
    const read = await readBars(kept);
    expect(read.map(({ text }) => text)).toEqual((await readBars(drawn)).map(({ text }) => text));
    // Papers are kept too small for the bars that say their revision; what is printed large is read.
    if (name.startsWith('label') || name.endsWith('sheet.png') || name.startsWith('scanner')) expect(read.length).toBeGreaterThan(0);
  }, 60_000);
});
