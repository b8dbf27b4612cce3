import { setImmediate } from 'node:timers/promises';
import type { DossierPaper, DossierPhoto, DossierTable } from '../../shared/documents/dossier.ts';
import type { PaperSize } from '../../shared/documents/papers.ts';
import { readJpeg } from '../../shared/lib/photo/jpeg.ts';
import { say } from '../../shared/messages/say.ts';
import { closePdf, openPdf, PAPER } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { write, type Pdf, type Style } from './ink.ts';
import { drawFooter, FOOTER, MARGIN, measured, type Area } from './page-parts.ts';
import { printable } from './printable.ts';

/*
 * The dossier of an order: read once, by somebody who doubts. Facts first, then tables that break between rows and repeat their heads, then
 * the photos, two on a page.
 */

const TITLE: Style = { weight: 'bold', size: 20 };
const SUBTITLE: Style = { weight: 'regular', size: 10 };
const SECTION: Style = { weight: 'bold', size: 12 };
const HEADING: Style = { weight: 'bold', size: 8 };
const CELL: Style = { weight: 'regular', size: 8 };
const VALUE: Style = { weight: 'bold', size: 10 };
const PITCH = 10.5;
const ROW_GAP = 5;
const CELL_GAP = 8;
const MOST_LINES = 4;
const FACTS_IN_ROW = 3;

/** A cursor down the pages: whatever has no room begins a new one. */
class Sheet implements Area {
  readonly pdf: Pdf;
  readonly left = MARGIN;
  readonly right: number;
  readonly height: number;
  readonly bottom: number;
  y = 0;
  pages = 0;

  constructor(pdf: Pdf, [width, height]: readonly [number, number]) {
    this.pdf = pdf;
    this.right = width - MARGIN;
    this.height = height;
    this.bottom = height - MARGIN - FOOTER;
    this.turn();
  }

  get width(): number {
    return this.right - this.left;
  }

  turn(): void {
    this.pdf.addPage();
    this.pages += 1;
    this.y = MARGIN;
  }

  /** True when a new page was begun. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.turn();
    return true;
  }

  rule(thickness: number): void {
    this.pdf.moveTo(this.left, this.y).lineTo(this.right, this.y).lineWidth(thickness).stroke('black');
  }
}

/** The dossier as PDF, in the words it was given. Works row by row, so that other papers are not kept waiting by a long one. */
export async function renderDossier(paper: DossierPaper, size: PaperSize): Promise<Uint8Array> {
  const pdf = openPdf({ title: paper.title, size: PAPER[size], locale: paper.locale, at: paper.printedAt, bufferPages: true });
  const sheet = new Sheet(pdf, PAPER[size]);
  drawHead(sheet, paper);
  drawFacts(sheet, paper.facts);
  for (const table of paper.tables) await drawTable(sheet, table);
  await drawPhotos(sheet, paper);
  drawFooters(sheet, paper);
  return closePdf(pdf);
}

function drawHead(sheet: Sheet, { title, subtitle }: DossierPaper): void {
  write(sheet.pdf, ellipsize(printable(title), sheet.width, measured(TITLE)), sheet.left, sheet.y + 18, TITLE);
  write(sheet.pdf, ellipsize(printable(subtitle), sheet.width, measured(SUBTITLE)), sheet.left, sheet.y + 34, SUBTITLE);
  sheet.y += 46;
}

function drawFacts(sheet: Sheet, facts: DossierPaper['facts']): void {
  const width = sheet.width / FACTS_IN_ROW;
  sheet.rule(1.2);
  for (let from = 0; from < facts.length; from += FACTS_IN_ROW) {
    const row = facts.slice(from, from + FACTS_IN_ROW).map(({ caption, value }) => ({ caption, lines: wrap(printable(value), width - CELL_GAP, 3, measured(VALUE)) }));
    const height = 20 + Math.max(...row.map(({ lines }) => lines.length)) * 12.5;
    sheet.room(height);
    row.forEach(({ caption, lines }, index) => {
      const x = sheet.left + index * width;
      write(sheet.pdf, ellipsize(printable(caption), width - CELL_GAP, measured(CELL)), x, sheet.y + 13, CELL);
      lines.forEach((text, line) => write(sheet.pdf, text, x, sheet.y + 26 + line * 12.5, VALUE));
    });
    sheet.y += height + 4;
  }
  sheet.rule(1.2);
  sheet.y += 8;
}

async function drawTable(sheet: Sheet, { title, columns, rows, none }: DossierTable): Promise<void> {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (sheet.width * share) / all);
  const starts = widths.map((_, index) => sheet.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const cells = (texts: readonly string[], style: Style): readonly (readonly string[])[] => texts.map((text, index) => wrap(printable(text), (widths[index] ?? 0) - CELL_GAP, MOST_LINES, measured(style)));
  const draw = (lines: readonly (readonly string[])[], style: Style): void => {
    lines.forEach((cell, index) => cell.forEach((text, line) => write(sheet.pdf, text, starts[index] ?? sheet.left, sheet.y + 9 + line * PITCH, style)));
    sheet.y += heightOf(lines);
  };
  const headings = cells(columns.map(({ heading }) => heading), HEADING);
  const head = (): void => {
    draw(headings, HEADING);
    sheet.rule(0.8);
    sheet.y += 2;
  };
  // A title is never alone at the foot of a page.
  sheet.room(70);
  sheet.y += 12;
  write(sheet.pdf, printable(title), sheet.left, sheet.y + 10, SECTION);
  sheet.y += 18;
  if (rows.length === 0) {
    write(sheet.pdf, printable(none), sheet.left, sheet.y + 9, CELL);
    sheet.y += heightOf([]);
    return;
  }
  head();
  for (const row of rows) {
    const lines = cells(row, CELL);
    if (sheet.room(heightOf(lines))) head();
    draw(lines, CELL);
    await setImmediate();
  }
}

const heightOf = (lines: readonly (readonly string[])[]): number => Math.max(1, ...lines.map(({ length }) => length)) * PITCH + ROW_GAP;

/** A photo with its words is never parted from them. */
async function drawPhotos(sheet: Sheet, { photosTitle, photos, locale }: DossierPaper): Promise<void> {
  if (photos.length === 0) return;
  sheet.turn();
  write(sheet.pdf, printable(photosTitle), sheet.left, sheet.y + 10, SECTION);
  sheet.y += 20;
  const height = (sheet.bottom - sheet.y) / 2;
  for (const photo of photos) {
    sheet.room(height);
    drawPhoto(sheet, photo, height - 10, locale);
    sheet.y += height;
    await setImmediate();
  }
}

function drawPhoto({ pdf, left, width, y }: Sheet, { words, jpeg }: DossierPhoto, height: number, locale: DossierPaper['locale']): void {
  const lines = words.flatMap((text) => wrap(printable(text), width, 2, measured(CELL)));
  const picture = height - lines.length * PITCH - 6;
  if (jpeg === null || !drewPicture(pdf, jpeg, [left, y, width, picture])) {
    pdf.rect(left, y, width, picture).lineWidth(0.5).stroke('black');
    if (jpeg !== null) write(pdf, ellipsize(say(locale, 'dossier.photo.unreadable'), width - CELL_GAP, measured(CELL)), left + CELL_GAP, y + 16, CELL);
  }
  lines.forEach((text, line) => write(pdf, text, left, y + picture + 11 + line * PITCH, CELL));
}

/** One file that is no picture, kept by a release that took it or broken on a disk, must not keep the rest from whoever needs it. */
function drewPicture(pdf: Pdf, jpeg: Uint8Array, [left, y, width, height]: readonly [number, number, number, number]): boolean {
  // Asked before, for a drawing that fails half way leaves its first half on the page.
  if (!readJpeg(jpeg).ok) return false;
  try {
    pdf.image(Buffer.from(jpeg), left, y, { fit: [width, height], align: 'center', valign: 'center' });
    return true;
  } catch {
    return false;
  }
}

function drawFooters(sheet: Sheet, { footer, locale }: DossierPaper): void {
  const { pages } = sheet;
  for (let page = 0; page < pages; page += 1) {
    sheet.pdf.switchToPage(page);
    drawFooter(sheet, printable(footer), say(locale, 'papers.page', { page: page + 1, pages }));
  }
}
