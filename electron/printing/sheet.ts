import { setImmediate } from 'node:timers/promises';
import type { PaperSize } from '../../shared/documents/papers.ts';
import type { SheetPaper } from '../../shared/documents/sheet.ts';
import { parseSscc, type Sscc } from '../../shared/lib/sscc.ts';
import { say } from '../../shared/messages/say.ts';
import { drawBars, moduleCount, ssccBars } from './bars.ts';
import { closePdf, openPdf, PAPER } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { textWidth, write, type Style } from './ink.ts';
import { POINTS_PER_MM } from './points.ts';
import { drawSignatures, factsPart, gap, hotBand, line, MARGIN, measured, runningHead, SIGNATURES, stack, THIN, titlePart, type Area, type Part } from './page-parts.ts';
import { printable } from './printable.ts';
import { drawPages, pagesOf, TABLE_TITLE, tableItems, type Item } from './tables.ts';

/* A paper of facts and tables: everything is in words already, here it is set on pages. */

/** The sheet as PDF: A4 or Letter. Works row by row, so that scans go on meanwhile. */
export async function renderSheet(paper: SheetPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height] = PAPER[size];
  const pdf = openPdf({ title: printable(paper.title), size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const area: Area = { pdf, left: MARGIN, right: width - MARGIN, height };
  const items: Item[] = [];
  for (const table of paper.tables) {
    for (const item of tableItems(area, table, paper.locale)) {
      items.push(item);
      await setImmediate();
    }
  }
  const pages = pagesOf(area, { items, first: firstHead(area, paper), next: nextHead(area, paper), tail: closing(area, paper) });
  await drawPages(area, pages, paper);
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
