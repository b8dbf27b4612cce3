import { setImmediate } from 'node:timers/promises';
import type { Locale } from '../../shared/documents/papers.ts';
import type { SheetCell, SheetEntry, SheetTable } from '../../shared/documents/sheet.ts';
import { say } from '../../shared/messages/say.ts';
import { ellipsize, wrap } from './fit.ts';
import { flow, type FlowItem } from './flow.ts';
import { textWidth, write, writeLeftOf, type Style } from './ink.ts';
import { CAPTION, drawFooter, FOOTER, line, MARGIN, measured, STRONG, THIN, type Area, type Part } from './page-parts.ts';
import { printable } from './printable.ts';

/* Tables that go on over pages: everything is in words already, here it is set and parted. */

const TEXT_SIZE = 9.5;
const TEXT_PITCH = 12;
const MORE: Style = { weight: 'regular', size: 8, code: true };
const MORE_PITCH = 10.5;
/** Above the first capitals and below the last line of a row. */
const ROW_PADDING = 4;
const CELL_GAP = 8;
const TICK = 13;

/** Something on a page that can be drawn at a height. */
export interface Item extends FlowItem {
  readonly draw: (y: number, again: boolean) => void;
}

interface Flowing {
  readonly items: readonly Item[];
  /** Head of the first page, of every other one, and what closes the last one. */
  readonly first: Part;
  readonly next: Part;
  readonly tail: Part;
}

/** One page: draws what is on it, row by row, so that scans go on meanwhile. */
export type Page = () => Promise<void>;

/** Items parted into pages. */
export function pagesOf({ height }: Area, { items, first, next, tail }: Flowing): readonly Page[] {
  const room = height - MARGIN - FOOTER - MARGIN;
  const pages = flow(items, { first: room - first.height, next: room - next.height, tail: tail.height });
  return pages.map((placed, index) => async () => {
    const head = index === 0 ? first : next;
    head.draw(MARGIN);
    let y = MARGIN + head.height;
    for (const { index: at, again } of placed) {
      const item = items[at];
      item?.draw(y, again);
      y += item?.height ?? 0;
      await setImmediate();
    }
    if (index === pages.length - 1) tail.draw(y);
  });
}

/** Draws the pages, each with its number and the paper's own line at the foot. */
export async function drawPages(area: Area, pages: readonly Page[], { footer, locale }: { readonly footer: string; readonly locale: Locale }): Promise<void> {
  for (const [index, page] of pages.entries()) {
    area.pdf.addPage();
    await page();
    drawFooter(area, printable(footer), say(locale, 'papers.page', { page: index + 1, pages: pages.length }));
  }
}

/** A table as items: its head, headings, rows. */
export function* tableItems(area: Area, table: SheetTable, locale: Locale): Generator<Item> {
  yield tableHead(area, table);
  let rows = 0;
  for (const { heading, rows: own } of table.groups) {
    if (heading !== null) yield groupHead(area, heading, locale);
    for (const { cells } of own) {
      rows += 1;
      yield tableRow(area, table, cells);
    }
  }
  if (rows === 0) yield emptyRow(area, table.empty);
}

interface Slot {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

function slotsOf({ left, right }: Area, { columns }: SheetTable): readonly Slot[] {
  let x = left;
  return columns.map(({ share, align }) => {
    // Numbers stand at the column's right edge: the gap is on their left already.
    const slot = { x, width: share * (right - left) - (align === 'right' ? 0 : CELL_GAP), align };
    x += share * (right - left);
    return slot;
  });
}

export const TABLE_TITLE: Style = { weight: 'bold', size: 12 };

function tableHead(area: Area, table: SheetTable): Item {
  const { pdf, left, right } = area;
  const slots = slotsOf(area, table);
  const height = 42;
  return {
    level: 0,
    height,
    draw: (y) => {
      write(pdf, ellipsize(printable(table.title), right - left, measured(TABLE_TITLE)), left, y + 20, TABLE_TITLE);
      table.columns.forEach(({ caption }, index) => {
        const slot = slots[index];
        if (slot) put(area, ellipsize(caption, slot.width, measured(CAPTION)), slot, y + height - 7, CAPTION);
      });
      line(area, left, right, y + height, STRONG);
    },
  };
}

function groupHead(area: Area, { text, note, code = false }: { readonly text: string; readonly note: string; readonly code?: boolean }, locale: Locale): Item {
  const { pdf, left, right } = area;
  const bold: Style = { weight: 'bold', size: 11, code };
  const plain: Style = { weight: 'regular', size: 9.5 };
  const atRight = ellipsize(printable(note), (right - left) / 2, measured(plain));
  return {
    level: 1,
    height: 24,
    draw: (y, again) => {
      const whole = again ? say(locale, 'sheets.continued', { what: printable(text) }) : printable(text);
      write(pdf, ellipsize(whole, right - left - textWidth(atRight, plain) - CELL_GAP, measured(bold)), left, y + 16, bold);
      writeLeftOf(pdf, atRight, right, y + 16, plain);
      line(area, left, right, y + 24, 0.8);
    },
  };
}

/** One cell, fitted to its column. */
interface Fitted {
  readonly slot: Slot;
  readonly entry: SheetEntry;
  readonly lines: readonly string[];
  readonly more: readonly string[];
  readonly style: Style;
}

const styleOf = ({ bold = false, code = false }: SheetCell): Style => ({ weight: bold ? 'bold' : 'regular', size: TEXT_SIZE, code });

function fitCell(entry: SheetEntry, slot: Slot, most: number): Fitted {
  if (typeof entry === 'string') return { slot, entry, lines: [], more: [], style: styleOf({ text: '' }) };
  const style = styleOf(entry);
  return {
    slot,
    entry,
    lines: wrap(printable(entry.text), slot.width, most, measured(style)),
    more: (entry.more ?? []).flatMap((text) => wrap(printable(text), slot.width, 2, measured(MORE))),
    style,
  };
}

function tableRow(area: Area, table: SheetTable, cells: readonly SheetEntry[]): Item {
  const { left, right } = area;
  const slots = slotsOf(area, table);
  const fitted = cells.flatMap((entry, index) => {
    const slot = slots[index];
    return slot ? [fitCell(entry, slot, table.lines ?? 2)] : [];
  });
  const height = Math.max(TEXT_PITCH + 4, ...fitted.map(({ lines, more }) => lines.length * TEXT_PITCH + more.length * MORE_PITCH)) + 2 * ROW_PADDING;
  return {
    level: null,
    height,
    draw: (y) => {
      for (const cell of fitted) drawCell(area, cell, y, height);
      line(area, left, right, y + height, THIN);
    },
  };
}

function drawCell(area: Area, { slot, entry, lines, more, style }: Fitted, y: number, height: number): void {
  const { pdf } = area;
  if (entry === 'tick') pdf.rect(slot.x + 0.5, y + (height - TICK) / 2, TICK, TICK).lineWidth(1).stroke('black');
  if (entry === 'blank') line(area, slot.x, slot.x + slot.width, y + height - ROW_PADDING - 2, THIN);
  let baseline = y + ROW_PADDING + 9;
  for (const text of lines) {
    put(area, text, slot, baseline, style);
    baseline += TEXT_PITCH;
  }
  if (lines.length > 0) baseline -= 1.5;
  for (const text of more) {
    put(area, text, slot, baseline, MORE);
    baseline += MORE_PITCH;
  }
}

function put({ pdf }: Area, text: string, { x, width, align }: Slot, baseline: number, style: Style): void {
  if (align === 'left') write(pdf, text, x, baseline, style);
  else writeLeftOf(pdf, text, x + width, baseline, style);
}

function emptyRow({ pdf, left, right }: Area, text: string): Item {
  const style: Style = { weight: 'regular', size: 10 };
  return { level: null, height: 26, draw: (y) => write(pdf, ellipsize(printable(text), right - left, measured(style)), left, y + 17, style) };
}
