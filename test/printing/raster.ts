import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/*
 * Papers as a printer would see them: PDF turned into dots by Poppler, bar codes read by ZXing. Neither is ours.
 */

function poppler(tool: 'pdftoppm' | 'pdftotext' | 'pdffonts', pdf: Uint8Array, options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'hotdock-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Error(`${tool} is missing: install poppler-utils (.ci/run does)`, { cause: error });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One page as PNG, in black and white dots as a label printer has them. */
export const pagePng = (pdf: Uint8Array, dpi: number, page = 1): Buffer => poppler('pdftoppm', pdf, ['-png', '-mono', '-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile']);

/** One page in greys, small enough to keep. */
export const pagePicture = (pdf: Uint8Array, dpi: number, page = 1): Buffer => poppler('pdftoppm', pdf, ['-png', '-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile']);

export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly black: (x: number, y: number) => boolean;
}

export function pageDots(pdf: Uint8Array, dpi: number): Dots {
  const file = poppler('pdftoppm', pdf, ['-gray', '-r', String(dpi), '-singlefile']);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('no PGM');
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
  return { width, height, black: (x, y) => (file[start + y * width + x] ?? 255) < 128 };
}

export interface Run {
  readonly black: boolean;
  readonly length: number;
}

/** One row of dots as stretches of one colour. */
export function runsOf({ width, black }: Dots, y: number): readonly Run[] {
  const runs: { black: boolean; length: number }[] = [];
  for (let x = 0; x < width; x += 1) {
    const is = black(x, y);
    const last = runs.at(-1);
    if (last?.black === is) last.length += 1;
    else runs.push({ black: is, length: 1 });
  }
  return runs;
}

/** The text of all pages as a reader would copy it, pages divided by form feeds. */
export const pdfText = (pdf: Uint8Array): string => poppler('pdftotext', pdf, ['-layout']).toString('utf8');

export const pdfFonts = (pdf: Uint8Array): string => poppler('pdffonts', pdf, []).toString('utf8');

export interface Reading {
  /** As the scanner sends it, with the symbology identifier of ISO 15424 in front. */
  readonly text: string;
  readonly y: number;
}

let ready = false;

/** Every bar code on a picture, from the top. */
export async function readBars(png: Uint8Array): Promise<readonly Reading[]> {
  if (!ready) {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });
    ready = true;
  }
  const found = await readBarcodes(new Uint8Array(png), { formats: ['Code128'], tryHarder: true, maxNumberOfSymbols: 40, textMode: 'Plain' });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ symbologyIdentifier, text, position }) => ({ text: `${symbologyIdentifier}${text}`, y: position.topLeft.y }))
    .sort((left, right) => left.y - right.y);
}
