import { code128, drawBars, moduleCount, QUIET, type Bars } from './bars.ts';
import { ellipsize, wrap } from './fit.ts';
import { textWidth, write, writeLeftOf, type Style } from './ink.ts';
import { line, measured, THIN, type Area } from './page-parts.ts';
import { POINTS_PER_MM } from './points.ts';
import { printable } from './printable.ts';
import type { Item } from './tables.ts';

/* Boxes of a form: what is known is printed in them, the rest is written by hand. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const SMALL: Style = { weight: 'regular', size: 7.5 };
export const SMALL_PITCH = 9.2;
export const BOLD: Style = { weight: 'bold', size: 9 };
const PLAIN: Style = { weight: 'regular', size: 9 };
export const CODE: Style = { weight: 'bold', size: 10, code: true };
export const PAD = 4;
export const BAR = 13;

export function frame({ pdf }: Area, { x, y, width, height }: Box): void {
  pdf.rect(x, y, width, height).lineWidth(THIN).stroke('black');
}

/** A section's name across its width, framed. */
export function bar(area: Area, text: string, { x, y, width }: Omit<Box, 'height'>): void {
  frame(area, { x, y, width, height: BAR });
  const fitted = ellipsize(text, width - 2 * PAD, measured(BOLD));
  write(area.pdf, fitted, x + (width - textWidth(fitted, BOLD)) / 2, y + 9.6, BOLD);
}

/** Words in small type, at most `most` lines; answers where the next line would stand. */
export function small(area: Area, text: string, { x, y, width }: Omit<Box, 'height'>, most = 8): number {
  const lines = wrap(text, width, most, measured(SMALL));
  lines.forEach((each, row) => write(area.pdf, each, x, y + row * SMALL_PITCH, SMALL));
  return y + lines.length * SMALL_PITCH;
}

/** One line of a box: a caption and its value, or a line to write on where there is none. */
export function field(area: Area, caption: string, value: string | null, { x, y, width }: Omit<Box, 'height'>): void {
  write(area.pdf, caption, x, y, SMALL);
  const from = x + textWidth(caption, SMALL) + 5;
  if (value === null) line(area, from, x + width, y + 1.5, THIN);
  else write(area.pdf, ellipsize(printable(value), x + width - from, measured(CODE)), from, y, CODE);
}

/** Lines of a name and address. */
export function lines(area: Area, texts: readonly string[], { x, y, width }: Omit<Box, 'height'>): void {
  texts.forEach((text, row) => write(area.pdf, ellipsize(printable(text), width, measured(row === 0 ? BOLD : PLAIN)), x, y + row * 10.5, row === 0 ? BOLD : PLAIN));
}

const TICK = 8;

/** A box to tick, ticked or not, with its words; answers where they end. */
export function tick(area: Area, text: string, ticked: boolean, x: number, baseline: number): number {
  const { pdf } = area;
  const top = baseline - TICK + 1;
  pdf.rect(x, top, TICK, TICK).lineWidth(0.9).stroke('black');
  if (ticked) pdf.moveTo(x, top).lineTo(x + TICK, top + TICK).moveTo(x + TICK, top).lineTo(x, top + TICK).lineWidth(1.4).stroke('black');
  write(pdf, text, x + TICK + 4, baseline, SMALL);
  return x + TICK + 4 + textWidth(text, SMALL) + 10;
}

const MODULES = [0.38, 0.33, 0.28, 0.25, 0.2].map((millimetres) => millimetres * POINTS_PER_MM);

/** A bar code as wide as the box lets it be, with its quiet zones inside. */
export function barcode(area: Area, bars: Bars, { x, y, width, height }: Box): void {
  const modules = moduleCount(bars) + 2 * QUIET;
  const module = MODULES.find((each) => modules * each <= width) ?? width / modules;
  drawBars(area.pdf, bars, x + QUIET * module, y, module, height);
}

export const barsOf = (text: string): Bars => code128(text);

export interface Grid {
  readonly title: string;
  readonly columns: readonly { readonly caption: string; /** Part of the width; all together are 1. */ readonly share: number; readonly align: 'left' | 'right' | 'center' }[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
}

const CELL: Style = { weight: 'regular', size: 8.5 };
const CELL_BOLD: Style = { weight: 'bold', size: 8.5 };
const CELL_PITCH = 10;
const GRID_HEAD = 21;
const ROW = 15;

/** Height of a grid without its rows: name, captions, sum. */
export const GRID_FIXED = BAR + GRID_HEAD + ROW;

/** Height of a row: its texts have at most two lines. */
export function rowHeight(area: Area, { columns }: Grid, cells: readonly string[]): number {
  const most = Math.max(1, ...cells.map((text, index) => fitted(area, columns[index]?.share ?? 0, text, CELL).length));
  return ROW + (most - 1) * CELL_PITCH;
}

const fitted = ({ left, right }: Area, share: number, text: string, style: Style): readonly string[] => wrap(printable(text), (right - left) * share - 2 * PAD, 2, measured(style));

/** Draws a grid of boxes; answers where it ends. */
export function drawGrid(area: Area, grid: Grid, y: number): number {
  let at = y;
  for (const item of gridItems(area, grid)) {
    item.draw(at, false);
    at += item.height;
  }
  return at;
}

/** The same as items that go on over pages under the repeated captions. */
export function gridItems(area: Area, grid: Grid): readonly Item[] {
  const { left, right } = area;
  const captions = grid.columns.map(({ caption }) => caption);
  const head: Item = {
    level: 0,
    height: BAR + GRID_HEAD,
    draw: (y) => {
      bar(area, grid.title, { x: left, y, width: right - left });
      drawCells(area, grid, captions, { y: y + BAR, height: GRID_HEAD, style: SMALL });
    },
  };
  const rows = grid.rows.map((row): Item => {
    const height = rowHeight(area, grid, row);
    return { level: null, height, draw: (y) => drawCells(area, grid, row, { y, height, style: CELL }) };
  });
  return [head, ...rows, { level: null, height: ROW, draw: (y) => drawCells(area, grid, grid.total, { y, height: ROW, style: CELL_BOLD }) }];
}

function drawCells(area: Area, { columns }: Grid, cells: readonly string[], { y, height, style }: { readonly y: number; readonly height: number; readonly style: Style }): void {
  const { pdf, left, right } = area;
  let x = left;
  columns.forEach(({ share, align }, index) => {
    const width = (right - left) * share;
    frame(area, { x, y, width, height });
    fitted(area, share, cells[index] ?? '', style).forEach((text, row) => {
      const baseline = y + 10.5 + row * (style === SMALL ? SMALL_PITCH - 1 : CELL_PITCH);
      if (align === 'right' && style !== SMALL) writeLeftOf(pdf, text, x + width - PAD, baseline, style);
      else write(pdf, text, align === 'center' ? x + (width - textWidth(text, style)) / 2 : x + PAD, baseline, style);
    });
    x += width;
  });
}
