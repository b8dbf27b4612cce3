import { setImmediate } from 'node:timers/promises';
import type { DossierPaper, DossierPhoto, DossierTable } from '../../shared/documents/dossier.ts';
import type { PaperSize } from '../../shared/documents/papers.ts';
import type { SheetTable } from '../../shared/documents/sheet.ts';
import { readJpeg } from '../../shared/lib/photo/jpeg.ts';
import { say } from '../../shared/messages/say.ts';
import { closePdf, openPdf, PAPER } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { write, type Pdf, type Style } from './ink.ts';
import { FOOTER, gap, line, MARGIN, measured, runningHead, stack, STRONG, type Area, type Part } from './page-parts.ts';
import { printable } from './printable.ts';
import { drawPages, pagesOf, TABLE_TITLE, tableItems, type Item, type Page } from './tables.ts';

/*
 * The dossier of an order: read once, by somebody who doubts. Facts first, then tables that break between rows and repeat their heads, then
 * the photos, two on a page.
 */

const TITLE: Style = { weight: 'bold', size: 20 };
const SUBTITLE: Style = { weight: 'regular', size: 10 };
const CELL: Style = { weight: 'regular', size: 8 };
const VALUE: Style = { weight: 'bold', size: 10 };
const PITCH = 10.5;
const VALUE_PITCH = 12.5;
const CELL_GAP = 8;
const MOST_LINES = 4;
const FACTS_IN_ROW = 3;

/** The dossier as PDF, in the words it was given. Works row by row, so that other papers are not kept waiting by a long one. */
export async function renderDossier(paper: DossierPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height] = PAPER[size];
  const pdf = openPdf({ title: paper.title, size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const area: Area = { pdf, left: MARGIN, right: width - MARGIN, height };
  const items: Item[] = [];
  for (const table of paper.tables) {
    for (const item of tableItems(area, sheetTable(table), paper.locale)) {
      items.push(item);
      await setImmediate();
    }
  }
  const next = runningHead(area, { title: printable(paper.title), hot: null, mark: null, note: '' });
  const pages = pagesOf(area, { items, first: stack([headPart(area, paper), ...factRows(area, paper.facts), gap(8)]), next, tail: gap(0) });
  await drawPages(area, [...pages, ...photoPages(area, paper)], paper);
  return closePdf(pdf);
}

/** What it says is evidence: a long text keeps its lines. */
function sheetTable({ title, columns, rows, none }: DossierTable): SheetTable {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return {
    title,
    empty: none,
    lines: MOST_LINES,
    columns: columns.map(({ heading, share }) => ({ caption: heading, share: share / all, align: 'left' })),
    groups: [{ heading: null, rows: rows.map((texts) => ({ cells: texts.map((text) => ({ text })) })) }],
  };
}

function headPart({ pdf, left, right }: Area, { title, subtitle }: DossierPaper): Part {
  return {
    height: 46,
    draw: (y) => {
      write(pdf, ellipsize(printable(title), right - left, measured(TITLE)), left, y + 18, TITLE);
      write(pdf, ellipsize(printable(subtitle), right - left, measured(SUBTITLE)), left, y + 34, SUBTITLE);
    },
  };
}

function factRows(area: Area, facts: DossierPaper['facts']): readonly Part[] {
  const { pdf, left, right } = area;
  const width = (right - left) / FACTS_IN_ROW;
  const rule: Part = { height: 0, draw: (y) => line(area, left, right, y, STRONG) };
  const rows: Part[] = [];
  for (let from = 0; from < facts.length; from += FACTS_IN_ROW) {
    const row = facts.slice(from, from + FACTS_IN_ROW).map(({ caption, value }) => ({ caption, lines: wrap(printable(value), width - CELL_GAP, 3, measured(VALUE)) }));
    rows.push({
      height: 24 + Math.max(...row.map(({ lines }) => lines.length)) * VALUE_PITCH,
      draw: (y) =>
        row.forEach(({ caption, lines }, index) => {
          const x = left + index * width;
          write(pdf, ellipsize(printable(caption), width - CELL_GAP, measured(CELL)), x, y + 13, CELL);
          lines.forEach((text, at) => write(pdf, text, x, y + 26 + at * VALUE_PITCH, VALUE));
        }),
    });
  }
  return [rule, ...rows, rule];
}

const PHOTOS_ON_PAGE = 2;
const PHOTOS_HEAD = 20;

function photoPages(area: Area, { photosTitle, photos, locale }: DossierPaper): readonly Page[] {
  const top = MARGIN + PHOTOS_HEAD;
  const height = (area.height - MARGIN - FOOTER - top) / PHOTOS_ON_PAGE;
  return Array.from({ length: Math.ceil(photos.length / PHOTOS_ON_PAGE) }, (_, page) => async () => {
    if (page === 0) write(area.pdf, printable(photosTitle), area.left, MARGIN + 10, TABLE_TITLE);
    for (const [index, photo] of photos.slice(page * PHOTOS_ON_PAGE, (page + 1) * PHOTOS_ON_PAGE).entries()) {
      drawPhoto(area, photo, { y: top + index * height, height: height - 10, locale });
      await setImmediate();
    }
  });
}

/** A photo with its words is never parted from them. */
function drawPhoto({ pdf, left, right }: Area, { words, jpeg }: DossierPhoto, { y, height, locale }: { readonly y: number; readonly height: number; readonly locale: DossierPaper['locale'] }): void {
  const width = right - left;
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
