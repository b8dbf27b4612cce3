import bwip from 'bwip-js/node';
import type { Sscc } from '../../shared/lib/sscc.ts';
import type { Pdf } from './ink.ts';

/** Widths of bars and the spaces between them in modules, beginning and ending with a bar; quiet zones not included. */
export type Bars = readonly number[];

/** Blank modules that both ends of a Code 128 symbol need. */
export const QUIET = 10;

const CODE_128 = /^[ -~]{1,80}$/;

/** Whether a text can be a Code 128 bar code here: printable ASCII that still fits on paper. */
export const canBeCode128 = (text: string): boolean => CODE_128.test(text);

/** @throws RangeError when `canBeCode128` says no. */
export function code128(text: string): Bars {
  if (!canBeCode128(text)) throw new RangeError(`no Code 128: ${JSON.stringify(text)}`);
  return encode('code128', text);
}

/** GS1-128 of an SSCC: start C, FNC1, AI 00, the 18 digits, all in code set C. */
export const ssccBars = (sscc: Sscc): Bars => encode('gs1-128', `(00)${sscc}`);

/**
 * GS1-128 of elements as printed for people.
 * @throws Error when GS1 has no such elements.
 */
export const gs1Bars = (elements: string): Bars => encode('gs1-128', elements);

function encode(bcid: string, text: string): Bars {
  const [symbol] = bwip.raw({ bcid, text });
  if (!symbol || !('sbs' in symbol)) throw new Error(`${bcid} gave no bars`);
  return symbol.sbs;
}

export const moduleCount = (bars: Bars): number => bars.reduce((sum, width) => sum + width, 0);

/** Draws the bars as rectangles (no picture, sharp at any resolution) from `x` in points; `module` is the width of one module in points. */
export function drawBars(pdf: Pdf, bars: Bars, x: number, y: number, module: number, height: number): void {
  let at = x;
  bars.forEach((width, index) => {
    if (index % 2 === 0) pdf.rect(at, y, width * module, height);
    at += width * module;
  });
  pdf.fill('black');
}
