import { canBeCode128, code128, drawBars, moduleCount, QUIET } from './bars.ts';
import { ellipsize, wrap, type Measure } from './fit.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { textWidth, write, writeLeftOf, type Pdf, type Style } from './ink.ts';
import { POINTS_PER_MM } from './points.ts';
import { drawStripes } from './stripes.ts';

/*
 * What every paper for a desk or a hand has in common: the hot order's band, its name in large type beside the bar code that tells whether
 * it is still right, facts in boxes, a short head on the following pages, signatures, the footer.
 */

export const MARGIN = 36;
/** Kept free above the lower margin for the footer. */
export const FOOTER = 22;
/** Two rules: what separates parts, and what separates lines. */
export const STRONG = 1.2;
export const THIN = 0.5;

export const CAPTION: Style = { weight: 'regular', size: 8.5 };
const SMALL: Style = { weight: 'regular', size: 8 };
const VALUE: Style = { weight: 'bold', size: 12 };

/** Where things are drawn: lengths in points. */
export interface Area {
  readonly pdf: Pdf;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** A part of the page: how high it is and how to draw it from `y`. */
export interface Part {
  readonly height: number;
  readonly draw: (y: number) => void;
}

export const stack = (parts: readonly Part[]): Part => ({
  height: parts.reduce((sum, part) => sum + part.height, 0),
  draw: (y) => {
    let at = y;
    for (const part of parts) {
      part.draw(at);
      at += part.height;
    }
  },
});

export const gap = (height: number): Part => ({ height, draw: () => undefined });

export const measured = (style: Style): Measure => (text) => textWidth(text, style);

/** The baseline that puts capital letters in the middle of a height. */
const middle = (y: number, height: number, { size }: Style): number => y + (height + size * CAP_HEIGHT) / 2;

export function line({ pdf }: Pick<Area, 'pdf'>, from: number, to: number, y: number, width: number): void {
  pdf.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke('black');
}

const BAND = 30;

/** The whole width in black diagonal stripes, the word on white in the middle: a hot paper is seen from across the hall. */
export function hotBand({ pdf, left, right }: Area, word: string, height = BAND): Part {
  return {
    height,
    draw: (y) => {
      const style: Style = { weight: 'bold', size: height * 0.8 };
      const side = (right - left - textWidth(word, style) - 24) / 2;
      drawStripes(pdf, { x: left, y, width: side, height });
      drawStripes(pdf, { x: right - side, y, width: side, height });
      pdf.rect(left + 1, y + 1, right - left - 2, height - 2).lineWidth(2).stroke('black');
      write(pdf, word, left + side + 12, middle(y, height, style), style);
    },
  };
}

/** The word between two short pieces of stripes; answers where it ends. */
function hotPlate({ pdf }: Area, word: string, x: number, y: number, height: number): number {
  const style: Style = { weight: 'bold', size: 12 };
  const side = 56;
  const width = textWidth(word, style) + 12 + 2 * side;
  drawStripes(pdf, { x, y, width: side, height });
  drawStripes(pdf, { x: x + width - side, y, width: side, height });
  pdf.rect(x, y, width, height).lineWidth(1).stroke('black');
  write(pdf, word, x + side + 6, middle(y, height, style), style);
  return x + width;
}

function wordBox({ pdf }: Area, word: string, x: number, y: number, height: number): void {
  const style: Style = { weight: 'bold', size: 12 };
  pdf.rect(x, y, textWidth(word, style) + 12, height).lineWidth(1.5).stroke('black');
  write(pdf, word, x + 6, middle(y, height, style), style);
}

const TITLE_HEIGHT = 55;
const BAR_HEIGHT = 15 * POINTS_PER_MM;
/** Easy to read with any scanner down to what a laser printer still draws cleanly. */
const MODULES = [0.38, 0.33, 0.28, 0.25, 0.2].map((millimetres) => millimetres * POINTS_PER_MM);
const MOST_BARS = 250;

interface Title {
  /** What kind of paper it is. */
  readonly kind: string;
  /** Whose: an order, a pallet, a day. */
  readonly heading: string;
  /** A word in a box beside the kind, such as REPRINT; null: none. */
  readonly mark: string | null;
  readonly barcode: string;
  readonly underBars: string;
}

/** Its name in large type; right, the bar code that tells whether this paper is still right. */
export function titlePart(area: Area, { kind, heading, mark, barcode, underBars }: Title): Part {
  const { pdf, left } = area;
  return {
    height: TITLE_HEIGHT,
    draw: (y) => {
      const barsLeft = drawPaperBars(area, barcode, underBars, y);
      const room = barsLeft - left - 16;
      const kindStyle: Style = { weight: 'regular', size: 12 };
      write(pdf, ellipsize(kind, room, measured(kindStyle)), left, y + 10, kindStyle);
      if (mark !== null) wordBox(area, mark, left + textWidth(kind, kindStyle) + 12, y - 4, 20);
      const style = [34, 28, 22, 16].map((size): Style => ({ weight: 'bold', size, code: true })).find((candidate) => textWidth(heading, candidate) <= room) ?? { weight: 'bold', size: 12, code: true };
      write(pdf, ellipsize(heading, room, measured(style)), left, y + BAR_HEIGHT + 11, style);
    },
  };
}

/** Answers where the bar code with its quiet zone begins. */
function drawPaperBars({ pdf, right }: Area, barcode: string, caption: string, y: number): number {
  if (!canBeCode128(barcode)) return right;
  const bars = code128(barcode);
  const modules = moduleCount(bars);
  const module = MODULES.find((width) => (modules + 2 * QUIET) * width <= MOST_BARS) ?? MOST_BARS / (modules + 2 * QUIET);
  // The page's margin is the right quiet zone's, too: only its rest has to be left blank.
  const x = right - modules * module;
  drawBars(pdf, bars, x, y, module, BAR_HEIGHT);
  write(pdf, ellipsize(caption, modules * module, measured(SMALL)), x, y + BAR_HEIGHT + 11, SMALL);
  return x - QUIET * module;
}

/** A caption and what stands under it, in one or two lines. */
export interface Fact {
  readonly caption: string;
  readonly lines: readonly string[];
}

/** Facts in a row of boxes; the last one is narrow. */
export function factsPart(area: Area, facts: readonly Fact[]): Part {
  const { pdf, left, right } = area;
  const narrow = 64;
  const width = (right - left - narrow) / Math.max(1, facts.length - 1);
  const height = 48;
  return {
    height,
    draw: (y) => {
      line(area, left, right, y, STRONG);
      line(area, left, right, y + height, STRONG);
      facts.forEach(({ caption, lines: [first = '', second = ''] }, index) => {
        const x = left + index * width + (index === 0 ? 0 : 10);
        const room = (index === facts.length - 1 ? narrow : width) - 16;
        if (index > 0) pdf.moveTo(left + index * width, y + 7).lineTo(left + index * width, y + height - 7).lineWidth(THIN).stroke('black');
        write(pdf, ellipsize(caption, room, measured(CAPTION)), x, y + 14, CAPTION);
        const lines = second === '' ? wrap(first, room, 2, measured(VALUE)) : [first, second];
        lines.forEach((text, row) => write(pdf, ellipsize(text, room, measured(VALUE)), x, y + 27.5 + row * 14, VALUE));
      });
    },
  };
}

interface RunningHead {
  readonly title: string;
  /** The word for a hot order; null: it is none. */
  readonly hot: string | null;
  readonly mark: string | null;
  /** At the right; empty: nothing. */
  readonly note: string;
}

/** On the following pages: what they belong to, in one row. */
export function runningHead(area: Area, { title, hot, mark, note }: RunningHead): Part {
  const { pdf, left, right } = area;
  return {
    height: 30,
    draw: (y) => {
      const baseline = y + 14;
      const style: Style = { weight: 'bold', size: 12, code: true };
      write(pdf, ellipsize(title, 260, measured(style)), left, baseline, style);
      let x = left + Math.min(260, textWidth(title, style)) + 14;
      if (hot !== null) x = hotPlate(area, hot, x, y, 18) + 10;
      if (mark !== null) wordBox(area, mark, x, y, 18);
      writeLeftOf(pdf, note, right, baseline, { weight: 'regular', size: 9 });
    },
  };
}

/** From the rule above it to the lowest caption. */
export const SIGNATURES = 48;

/** Two lines to sign on, each with the time. */
export function drawSignatures(area: Area, captions: readonly string[], time: string, y: number): void {
  const { pdf, left, right } = area;
  const half = (right - left - 24) / 2;
  captions.forEach((caption, index) => {
    const x = left + index * (half + 24);
    const timeAt = x + half - 70;
    line(area, x, timeAt - 10, y + SIGNATURES - 12, 0.8);
    line(area, timeAt, x + half, y + SIGNATURES - 12, 0.8);
    write(pdf, caption, x, y + SIGNATURES, CAPTION);
    write(pdf, time, timeAt, y + SIGNATURES, CAPTION);
  });
}

/** Which page, and which paper, printed when and by whom. */
export function drawFooter(area: Area, printed: string, page: string): void {
  const { pdf, left, right, height } = area;
  const baseline = height - MARGIN;
  const bold: Style = { weight: 'bold', size: 8 };
  line(area, left, right, baseline - 13, THIN);
  writeLeftOf(pdf, page, right, baseline, bold);
  write(pdf, ellipsize(printed, right - left - textWidth(page, bold) - 16, measured(SMALL)), left, baseline, SMALL);
}
