import { setImmediate } from 'node:timers/promises';
import type { PaperSize, PickListPaper } from '../../shared/documents/papers.ts';
import { say, type MessageParams } from '../../shared/messages/say.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { canBeCode128, code128, drawBars, moduleCount, QUIET } from './bars.ts';
import { closePdf, openPdf, PAPER, POINTS_PER_MM, type PageSize } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { textWidth, write, writeLeftOf, type Pdf, type Style } from './ink.ts';
import { deadlineText, printedText } from './moments.ts';
import { paginate } from './paginate.ts';
import {
  BIN_PITCH,
  COUNT,
  COUNT_PITCH,
  fitRow,
  IDS,
  IDS_PITCH,
  measured,
  PADDING,
  quantityHeight,
  SUM,
  SUM_PITCH,
  TITLE,
  TITLE_PITCH,
  totalText,
  UNIT,
  type Columns,
  type Row,
} from './pick-list-rows.ts';
import { printable } from './printable.ts';
import { drawStripes } from './stripes.ts';

/*
 * The pick list: for a hand, a pencil and a black and white printer. Everything needed at the shelf is big (bin, quantity), everything needed
 * to trust the sheet is on every page (order, revision, print time, page).
 */

const MARGIN = 36;
const FOOTER = 22;
/** Two rules: what separates parts, and what separates lines. */
const STRONG = 1.2;
const THIN = 0.5;

const CAPTION: Style = { weight: 'regular', size: 8.5 };
const SMALL: Style = { weight: 'regular', size: 8 };
const VALUE: Style = { weight: 'bold', size: 12 };

/** What drawing needs everywhere. */
interface Sheet {
  readonly pdf: Pdf;
  readonly paper: PickListPaper;
  readonly words: (key: MessageKey, params?: MessageParams) => string;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** The pick list as PDF: A4 or Letter, texts in the paper's language, times in its zone. Works line by line, so that scans go on meanwhile. */
export async function renderPickList(paper: PickListPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height]: PageSize = PAPER[size];
  const title = say(paper.locale, 'papers.pickList.of', { po: printable(paper.po) });
  const pdf = openPdf({ title, size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const sheet: Sheet = { pdf, paper, words: (key, params = {}) => say(paper.locale, key, params), left: MARGIN, right: width - MARGIN, height };

  const columns = columnsOf(sheet);
  const rows: Row[] = [];
  for (const line of paper.lines) {
    rows.push(fitRow(paper.locale, line, columns));
    await setImmediate();
  }
  const bottom = height - MARGIN - FOOTER;
  const heads = { first: firstHead(sheet), next: nextHead(sheet) };
  const heights = rows.map((row) => row.height);
  const pages = paginate(heights, bottom - heads.first.height - MARGIN - TABLE_HEAD, bottom - heads.next.height - MARGIN - TABLE_HEAD, CLOSING);

  for (const [index, { from, to }] of pages.entries()) {
    pdf.addPage();
    const head = index === 0 ? heads.first : heads.next;
    head.draw(MARGIN);
    let y = MARGIN + head.height;
    drawTableHead(sheet, columns, y);
    y += TABLE_HEAD;
    for (const row of rows.slice(from, to)) {
      drawRow(sheet, columns, row, y);
      y += row.height;
      await setImmediate();
    }
    if (index === pages.length - 1) drawClosing(sheet, y);
    drawFooter(sheet, index + 1, pages.length);
  }
  return closePdf(pdf);
}

function columnsOf({ left, right }: Sheet): Columns {
  return { tick: left, bin: left + 26, product: left + 114, quantity: right - 190, picked: right - 56, end: right };
}

/** A part of the page: how high it is and how to draw it from `y`. */
interface Part {
  readonly height: number;
  readonly draw: (y: number) => void;
}

const stack = (parts: readonly Part[]): Part => ({
  height: parts.reduce((sum, part) => sum + part.height, 0),
  draw: (y) => {
    let at = y;
    for (const part of parts) {
      part.draw(at);
      at += part.height;
    }
  },
});

const gap = (height: number): Part => ({ height, draw: () => undefined });

const firstHead = (sheet: Sheet): Part => stack([...(sheet.paper.hpo ? [hotBand(sheet), whyHot(sheet), gap(14)] : []), titlePart(sheet), gap(12), factsPart(sheet), gap(12)]);

/** On the following pages: what they belong to, in one row. */
function nextHead(sheet: Sheet): Part {
  const { pdf, paper, words, left, right } = sheet;
  return {
    height: 30,
    draw: (y) => {
      const baseline = y + 14;
      const title = words('papers.pickList.of', { po: printable(paper.po) });
      const style: Style = { weight: 'bold', size: 12, code: true };
      write(pdf, ellipsize(title, 260, measured(style)), left, baseline, style);
      let x = left + Math.min(260, textWidth(title, style)) + 14;
      if (paper.hpo) x = hotPlate(sheet, x, y, 18) + 10;
      if (paper.reprint) reprintBox(sheet, x, y, 18);
      if (paper.shipBy !== null) {
        const { day, time } = deadlineText(paper, paper.shipBy);
        writeLeftOf(pdf, `${words('papers.pickList.shipBy')} ${day}, ${time}`, right, baseline, { weight: 'regular', size: 9 });
      }
    },
  };
}

const BAND = 30;

/** The whole width in black diagonal stripes, the word on white in the middle: a hot list is seen from across the hall. */
function hotBand({ pdf, words, left, right }: Sheet): Part {
  return {
    height: BAND,
    draw: (y) => {
      const style: Style = { weight: 'bold', size: 24 };
      const word = textWidth(words('papers.hpo'), style);
      const side = (right - left - word - 24) / 2;
      drawStripes(pdf, { x: left, y, width: side, height: BAND });
      drawStripes(pdf, { x: right - side, y, width: side, height: BAND });
      pdf.rect(left + 1, y + 1, right - left - 2, BAND - 2).lineWidth(2).stroke('black');
      write(pdf, words('papers.hpo'), left + side + 12, middle(y, BAND, style), style);
    },
  };
}

const MOST_REASONS = 4;

/** What a hot order means for the reader, and why it is one. */
function whyHot({ pdf, paper, words, left, right }: Sheet): Part {
  const rule: Style = { weight: 'bold', size: 12 };
  const style: Style = { weight: 'regular', size: 9.5 };
  const caption: Style = { weight: 'bold', size: 9.5 };
  const indent = textWidth(words('papers.hpo.why'), caption) + 8;
  const lines = paper.why.flatMap((why) => wrap(printable(why), right - left - indent, 2, measured(style))).slice(0, MOST_REASONS);
  return {
    height: 24 + lines.length * 13,
    draw: (y) => {
      write(pdf, ellipsize(words('papers.hpo.line'), right - left, measured(rule)), left, y + 19, rule);
      if (lines.length > 0) write(pdf, words('papers.hpo.why'), left, y + 35, caption);
      lines.forEach((text, index) => write(pdf, text, left + indent, y + 35 + index * 13, style));
    },
  };
}

const TITLE_HEIGHT = 55;
const BAR_HEIGHT = 15 * POINTS_PER_MM;
/** Easy to read with any scanner down to what a laser printer still draws cleanly. */
const MODULES = [0.38, 0.33, 0.28, 0.25, 0.2].map((millimetres) => millimetres * POINTS_PER_MM);
const MOST_BARS = 250;

/** The order's number in large type; right, the bar code that tells whether this sheet is still right. */
function titlePart(sheet: Sheet): Part {
  const { pdf, paper, words, left } = sheet;
  return {
    height: TITLE_HEIGHT,
    draw: (y) => {
      const barsLeft = drawOrderBars(sheet, y);
      const room = barsLeft - left - 16;
      const kind: Style = { weight: 'regular', size: 12 };
      write(pdf, words('papers.pickList.title'), left, y + 10, kind);
      if (paper.reprint) reprintBox(sheet, left + textWidth(words('papers.pickList.title'), kind) + 12, y - 4, 20);
      const po = printable(paper.po);
      const style = [34, 28, 22, 16].map((size): Style => ({ weight: 'bold', size, code: true })).find((candidate) => textWidth(po, candidate) <= room) ?? { weight: 'bold', size: 12, code: true };
      write(pdf, ellipsize(po, room, measured(style)), left, y + BAR_HEIGHT + 11, style);
    },
  };
}

/** Answers where the bar code with its quiet zone begins. */
function drawOrderBars({ pdf, paper, words, right }: Sheet, y: number): number {
  if (!canBeCode128(paper.barcode)) return right;
  const bars = code128(paper.barcode);
  const modules = moduleCount(bars);
  const module = MODULES.find((width) => (modules + 2 * QUIET) * width <= MOST_BARS) ?? MOST_BARS / (modules + 2 * QUIET);
  // The page's margin is the right quiet zone's, too: only its rest has to be left blank.
  const x = right - modules * module;
  drawBars(pdf, bars, x, y, module, BAR_HEIGHT);
  const caption = ellipsize(words('papers.pickList.scanFirst'), modules * module, measured(SMALL));
  write(pdf, caption, x, y + BAR_HEIGHT + 11, SMALL);
  return x - QUIET * module;
}

/** Where to, until when, and which version: four boxes in a row. */
function factsPart({ pdf, paper, words, left, right }: Sheet): Part {
  const facts: readonly (readonly [caption: string, value: string, more: string])[] = [
    [words('papers.pickList.shipTo'), printable(paper.shipTo) || words('papers.none'), ''],
    [words('papers.pickList.shipBy'), ...moment(paper, paper.shipBy, words('papers.none'))],
    ...(paper.acknowledgeBy === null ? [] : [[words('papers.pickList.acknowledgeBy'), ...moment(paper, paper.acknowledgeBy, '')] as const]),
    [words('papers.pickList.revision'), String(paper.revision), ''],
  ];
  const narrow = 64;
  const width = (right - left - narrow) / (facts.length - 1);
  const height = 48;
  return {
    height,
    draw: (y) => {
      line(pdf, left, right, y, STRONG);
      line(pdf, left, right, y + height, STRONG);
      facts.forEach(([caption, value, more], index) => {
        const x = left + index * width + (index === 0 ? 0 : 10);
        const room = (index === facts.length - 1 ? narrow : width) - 16;
        if (index > 0) pdf.moveTo(left + index * width, y + 7).lineTo(left + index * width, y + height - 7).lineWidth(THIN).stroke('black');
        write(pdf, ellipsize(caption, room, measured(CAPTION)), x, y + 14, CAPTION);
        const lines = more === '' ? wrap(value, room, 2, measured(VALUE)) : [value, more];
        lines.forEach((text, row) => write(pdf, ellipsize(text, room, measured(VALUE)), x, y + 27.5 + row * 14, VALUE));
      });
    },
  };
}

function moment(paper: PickListPaper, at: PickListPaper['shipBy'], none: string): readonly [string, string] {
  if (at === null) return [none, ''];
  const { day, time } = deadlineText(paper, at);
  return [day, time];
}

const TABLE_HEAD = 18;

function drawTableHead({ pdf, words, left, right }: Sheet, columns: Columns, y: number): void {
  const baseline = y + 11;
  write(pdf, words('papers.pickList.bin'), columns.bin, baseline, CAPTION);
  write(pdf, words('papers.pickList.product'), columns.product, baseline, CAPTION);
  write(pdf, words('papers.pickList.quantity'), columns.quantity, baseline, CAPTION);
  write(pdf, words('papers.pickList.picked'), columns.picked, baseline, CAPTION);
  line(pdf, left, right, y + TABLE_HEAD, STRONG);
}

const TICK = 15;
/** Numbers end here, what they count begins after it. */
const COUNT_WIDTH = 46;

function drawRow({ pdf, left, right }: Sheet, columns: Columns, row: Row, y: number): void {
  const top = y + PADDING;
  pdf.rect(columns.tick + 0.5, y + (row.height - TICK) / 2, TICK, TICK).lineWidth(1).stroke('black');

  const binPitch = row.binStyle.size * BIN_PITCH;
  const binCap = row.binStyle.size * CAP_HEIGHT;
  const binTop = y + (row.height - binCap - (row.bin.length - 1) * binPitch) / 2;
  row.bin.forEach((text, index) => write(pdf, text, columns.bin, binTop + binCap + index * binPitch, row.binStyle));

  const textHeight = row.title.length * TITLE_PITCH + row.ids.length * IDS_PITCH;
  const textTop = Math.max(top, y + (row.height - textHeight) / 2);
  row.title.forEach((text, index) => write(pdf, text, columns.product, textTop + 9 + index * TITLE_PITCH, TITLE));
  const idsTop = textTop + row.title.length * TITLE_PITCH;
  row.ids.forEach((text, index) => write(pdf, text, columns.product, idsTop + 8 + index * IDS_PITCH, IDS));

  drawQuantity(pdf, columns, row, y);

  pdf.rect(columns.picked, y + (row.height - 24) / 2, columns.end - columns.picked - THIN / 2, 24).lineWidth(THIN).stroke('black');
  line(pdf, left, right, y + row.height, THIN);
}

/** One under the other: what to count, loose pieces, and the sum in eaches. */
function drawQuantity(pdf: Pdf, columns: Columns, row: Row, y: number): void {
  const numberAt = columns.quantity + COUNT_WIDTH;
  const unitAt = numberAt + 5;
  const room = columns.picked - unitAt - 8;
  const height = quantityHeight(row);
  let baseline = y + (row.height - height) / 2 + COUNT.size * CAP_HEIGHT;
  row.counts.forEach(({ count, unit }, index) => {
    if (index > 0) baseline += COUNT_PITCH;
    writeLeftOf(pdf, count, numberAt, baseline, COUNT);
    write(pdf, ellipsize(unit, room, measured(UNIT)), unitAt, baseline, UNIT);
  });
  // Begins further left rather than lose a letter.
  write(pdf, row.sum, Math.min(unitAt, columns.picked - 8 - textWidth(row.sum, SUM)), baseline + SUM_PITCH, SUM);
}

/** Totals and signatures. */
const CLOSING = 92;

function drawClosing({ pdf, paper, words, left, right }: Sheet, y: number): void {
  line(pdf, left, right, y, STRONG);
  const total: Style = { weight: 'bold', size: 12 };
  const text = paper.lines.length === 0 ? words('papers.pickList.empty') : totalText(paper.locale, paper.lines);
  write(pdf, ellipsize(text, right - left, measured(total)), left, y + 19, total);
  const half = (right - left - 24) / 2;
  [words('papers.pickList.pickedBy'), words('papers.pickList.checkedBy')].forEach((caption, index) => {
    const x = left + index * (half + 24);
    const time = x + half - 70;
    line(pdf, x, time - 10, y + 68, 0.8);
    line(pdf, time, x + half, y + 68, 0.8);
    write(pdf, caption, x, y + 80, CAPTION);
    write(pdf, words('papers.pickList.time'), time, y + 80, CAPTION);
  });
}

function drawFooter({ pdf, paper, words, left, right, height }: Sheet, page: number, pages: number): void {
  const baseline = height - MARGIN;
  const count = words('papers.page', { page, pages });
  const bold: Style = { weight: 'bold', size: 8 };
  line(pdf, left, right, baseline - 13, THIN);
  writeLeftOf(pdf, count, right, baseline, bold);
  const printed = words('papers.pickList.footer', { po: printable(paper.po), revision: paper.revision, when: printedText(paper, paper.printedAt), name: printable(paper.printedBy) });
  write(pdf, ellipsize(printed, right - left - textWidth(count, bold) - 16, measured(SMALL)), left, baseline, SMALL);
}

/** `HPO` between two short pieces of stripes; answers where it ends. */
function hotPlate({ pdf, words }: Sheet, x: number, y: number, height: number): number {
  const style: Style = { weight: 'bold', size: 12 };
  const side = 56;
  const width = textWidth(words('papers.hpo'), style) + 12 + 2 * side;
  drawStripes(pdf, { x, y, width: side, height });
  drawStripes(pdf, { x: x + width - side, y, width: side, height });
  pdf.rect(x, y, width, height).lineWidth(1).stroke('black');
  write(pdf, words('papers.hpo'), x + side + 6, middle(y, height, style), style);
  return x + width;
}

function reprintBox({ pdf, words }: Sheet, x: number, y: number, height: number): void {
  const style: Style = { weight: 'bold', size: 12 };
  pdf.rect(x, y, textWidth(words('papers.reprint'), style) + 12, height).lineWidth(1.5).stroke('black');
  write(pdf, words('papers.reprint'), x + 6, middle(y, height, style), style);
}

/** The baseline that puts capital letters in the middle of a height. */
const middle = (y: number, height: number, { size }: Style): number => y + (height + size * CAP_HEIGHT) / 2;

function line(pdf: Pdf, from: number, to: number, y: number, width: number): void {
  pdf.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke('black');
}
