import { setImmediate } from 'node:timers/promises';
import type { PaperSize } from '../../shared/documents/papers.ts';
import type { SheetCell, SheetEntry, SheetPaper, SheetTable } from '../../shared/documents/sheet.ts';
import { parseSscc, type Sscc } from '../../shared/lib/sscc.ts';
import { say } from '../../shared/messages/say.ts';
import { drawBars, moduleCount, ssccBars } from './bars.ts';
import { closePdf, openPdf, PAPER, POINTS_PER_MM } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { flow, type FlowItem } from './flow.ts';
import { textWidth, write, writeLeftOf, type Style } from './ink.ts';
import { CAPTION, drawFooter, drawSignatures, factsPart, FOOTER, gap, hotBand, line, MARGIN, measured, runningHead, SIGNATURES, stack, STRONG, THIN, titlePart, type Area, type Part } from './page-parts.ts';
import { printable } from './printable.ts';

/* A paper of facts and tables: everything is in words already, here it is set on pages. */

const TEXT_SIZE = 9.5;
const TEXT_PITCH = 12;
const MORE: Style = { weight: 'regular', size: 8, code: true };
const MORE_PITCH = 10.5;
/** Above the first capitals and below the last line of a row. */
const ROW_PADDING = 4;
const CELL_GAP = 8;
const TICK = 13;

/** Something on a page that can be drawn at a height. */
interface Item extends FlowItem {
  readonly draw: (y: number, again: boolean) => void;
}

/** The sheet as PDF: A4 or Letter. Works row by row, so that scans go on meanwhile. */
export async function renderSheet(paper: SheetPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height] = PAPER[size];
  const pdf = openPdf({ title: printable(paper.title), size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const area: Area = { pdf, left: MARGIN, right: width - MARGIN, height };
  const items: Item[] = [];
  for (const table of paper.tables) {
    for (const item of tableItems(area, table, paper)) {
      items.push(item);
      await setImmediate();
    }
  }
  const heads = { first: firstHead(area, paper), next: nextHead(area, paper) };
  const tail = closing(area, paper);
  const bottom = height - MARGIN - FOOTER;
  const pages = flow(items, { first: bottom - MARGIN - heads.first.height, next: bottom - MARGIN - heads.next.height, tail: tail.height });
  for (const [index, placed] of pages.entries()) {
    pdf.addPage();
    const head = index === 0 ? heads.first : heads.next;
    head.draw(MARGIN);
    let y = MARGIN + head.height;
    for (const { index: at, again } of placed) {
      const item = items[at];
      item?.draw(y, again);
      y += item?.height ?? 0;
      await setImmediate();
    }
    if (index === pages.length - 1) tail.draw(y);
    drawFooter(area, printable(paper.footer), say(paper.locale, 'papers.page', { page: index + 1, pages: pages.length }));
  }
  return closePdf(pdf);
}

function firstHead(area: Area, paper: SheetPaper): Part {
  const { kind, heading, hot, barcode, underBars, facts, remarks } = paper;
  const read = paper.sscc === null ? undefined : parseSscc(paper.sscc);
  return stack([
    ...(hot === null ? [] : [hotBand(area, hot), gap(12)]),
    titlePart(area, { kind: printable(kind), heading: printable(heading), mark: reprintMark(paper), barcode, underBars }),
    gap(12),
    factsPart(area, facts.map(({ caption, lines }) => ({ caption, lines: lines.map(printable) }))),
    ...(remarks.length === 0 ? [] : [gap(4), remarksPart(area, remarks)]),
    ...(read?.ok ? [gap(10), ssccPart(area, read.sscc)] : []),
    gap(6),
  ]);
}

const nextHead = (area: Area, paper: SheetPaper): Part => runningHead(area, { title: printable(paper.title), hot: paper.hot, mark: reprintMark(paper), note: '' });

const reprintMark = ({ reprint, locale }: SheetPaper): string | null => (reprint ? say(locale, 'papers.reprint') : null);

function remarksPart({ pdf, left, right }: Area, remarks: readonly string[]): Part {
  const style: Style = { weight: 'regular', size: 9.5 };
  const lines = remarks.flatMap((text) => wrap(printable(text), right - left, 2, measured(style)));
  return { height: lines.length * 13 + 4, draw: (y) => lines.forEach((text, row) => write(pdf, text, left, y + 11 + row * 13, style)) };
}

const SSCC_HEIGHT = 20 * POINTS_PER_MM;
const SSCC_MODULE = 0.5 * POINTS_PER_MM;

/** The pallet's own bar code, as on its label: scanning the sheet is scanning the pallet. */
function ssccPart({ pdf, left, right }: Area, sscc: Sscc): Part {
  const bars = ssccBars(sscc);
  const x = left + (right - left - moduleCount(bars) * SSCC_MODULE) / 2;
  const style: Style = { weight: 'bold', size: 12 };
  const text = `(00) ${sscc}`;
  return {
    height: SSCC_HEIGHT + 18,
    draw: (y) => {
      drawBars(pdf, bars, x, y, SSCC_MODULE, SSCC_HEIGHT);
      write(pdf, text, (left + right - textWidth(text, style)) / 2, y + SSCC_HEIGHT + 13, style);
    },
  };
}

/** A table as items: its head, headings, rows. */
function* tableItems(area: Area, table: SheetTable, paper: SheetPaper): Generator<Item> {
  yield tableHead(area, table);
  let rows = 0;
  for (const { heading, rows: own } of table.groups) {
    if (heading !== null) yield groupHead(area, heading, paper);
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

const TABLE_TITLE: Style = { weight: 'bold', size: 12 };

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

function groupHead(area: Area, { text, note, code = false }: { readonly text: string; readonly note: string; readonly code?: boolean }, { locale }: SheetPaper): Item {
  const { pdf, left, right } = area;
  const bold: Style = { weight: 'bold', size: 11, code };
  const plain: Style = { weight: 'regular', size: 9.5 };
  const right_ = ellipsize(printable(note), (right - left) / 2, measured(plain));
  return {
    level: 1,
    height: 24,
    draw: (y, again) => {
      const whole = again ? say(locale, 'sheets.continued', { what: printable(text) }) : printable(text);
      write(pdf, ellipsize(whole, right - left - textWidth(right_, plain) - CELL_GAP, measured(bold)), left, y + 16, bold);
      writeLeftOf(pdf, right_, right, y + 16, plain);
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

function fitCell(entry: SheetEntry, slot: Slot): Fitted {
  if (typeof entry === 'string') return { slot, entry, lines: [], more: [], style: styleOf({ text: '' }) };
  const style = styleOf(entry);
  return {
    slot,
    entry,
    lines: wrap(printable(entry.text), slot.width, 2, measured(style)),
    more: (entry.more ?? []).flatMap((text) => wrap(printable(text), slot.width, 2, measured(MORE))),
    style,
  };
}

function tableRow(area: Area, table: SheetTable, cells: readonly SheetEntry[]): Item {
  const { left, right } = area;
  const slots = slotsOf(area, table);
  const fitted = cells.flatMap((entry, index) => {
    const slot = slots[index];
    return slot ? [fitCell(entry, slot)] : [];
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

const NOTE_PITCH = 24;

/** Sums, notes, signatures. */
function closing(area: Area, { totals, notes, signatures }: SheetPaper): Part {
  const { pdf, left, right } = area;
  const bold: Style = { weight: 'bold', size: 12 };
  return stack([
    {
      height: totals.length === 0 ? 0 : 8 + totals.length * 16,
      draw: (y) => totals.forEach((text, row) => write(pdf, ellipsize(printable(text), right - left, measured(bold)), left, y + 19 + row * 16, bold)),
    },
    {
      height: notes === null ? 0 : 34 + notes.lines * NOTE_PITCH,
      draw: (y) => {
        if (notes === null) return;
        write(pdf, notes.caption, left, y + 24, TABLE_TITLE);
        for (let row = 1; row <= notes.lines; row += 1) line(area, left, right, y + 26 + row * NOTE_PITCH, THIN);
      },
    },
    {
      height: signatures === null ? 0 : SIGNATURES + 14,
      draw: (y) => {
        if (signatures !== null) drawSignatures(area, signatures.captions, signatures.time, y + 8);
      },
    },
  ]);
}
