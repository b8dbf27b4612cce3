import { describe, expect, it } from 'vitest';
import { renderCodeSheet } from '../../electron/printing/code-sheet.ts';
import { decodeScan } from '../../shared/lib/barcode/decode-scan.ts';
import { badgeCode, commandCode, locationCode } from '../../shared/lib/barcode/house-code.ts';
import { commandNames } from '../../shared/lib/barcode/scanned-code.ts';
import { readScannerTest } from '../../shared/lib/scanner-test.ts';
import { pagePng, pdfText, readBars } from './raster.ts';
import { commandSheet, scannerTest } from './samples.ts';

describe('sheets of bar codes', () => {
  it.each([['en', 'A4', 'Short pick'], ['es', 'Letter', 'Falta']] as const)('every command in %s on %s scans as itself', async (locale, size, label) => {
    const pdf = await renderCodeSheet(commandSheet(locale), size);
    const read = await readBars(pagePng(pdf, 300));
    expect(new Set(read.map(({ text }) => text))).toEqual(new Set(commandNames.map((name) => `]C0${commandCode(name)}`)));
    expect(pdfText(pdf)).toContain(label);
  });

  it('60 bins fill pages in the order given, each scanning as a bin', async () => {
    const bins = Array.from({ length: 60 }, (_, index) => `A-${String(index + 1).padStart(2, '0')}-01`);
    const pdf = await renderCodeSheet({ title: 'Locations', codes: bins.map((bin) => ({ text: locationCode(bin), label: bin })) }, 'A4');
    const pages = pdfText(pdf).split('\f').slice(0, -1);
    expect(pages).toHaveLength(6);
    expect(pages[1]).toMatch(/2 ?\/ ?6/);
    const read = await readBars(pagePng(pdf, 300, 6));
    expect(read.map(({ text }) => decodeScan(text))).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'location', location: 'A-60-01' })]));
    expect(read).toHaveLength(10);
  });

  it('a badge’s long name is cut with an ellipsis, and a text that is no Code 128 leaves its words', async () => {
    const pdf = await renderCodeSheet({ title: 'Badges', codes: [{ text: badgeCode('77-0042'), label: 'Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh the Third of her Name' }, { text: 'ñ', label: 'Íñigo' }] }, 'Letter');
    expect((await readBars(pagePng(pdf, 300))).map(({ text }) => text)).toEqual([`]C0${badgeCode('77-0042')}`]);
    expect(pdfText(pdf)).toContain('…');
    expect(pdfText(pdf)).toContain('Íñigo');
  });
});

describe('the scanner’s test label', () => {
  it.each(['A4', 'Letter'] as const)('on %s is one GS1-128 symbol that reads as a scanner set up well sends it', async (size) => {
    const [read, ...more] = await readBars(pagePng(await renderCodeSheet(scannerTest('es'), size), 200));
    expect(more).toEqual([]);
    expect(readScannerTest(read?.text ?? '', 'Enter')).toEqual({ prefix: '', identifier: true, gs: { how: 'sent' }, end: 'Enter', keyboard: 'right', wrong: [] });
  });
});
