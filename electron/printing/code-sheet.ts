import type { CodeSheet, PaperSize } from '../../shared/documents/papers.ts';
import { canBeCode128, code128, drawBars, gs1Bars, moduleCount, QUIET } from './bars.ts';
import { closePdf, openPdf, PAPER } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { textWidth, write, writeLeftOf, type Pdf, type Style } from './ink.ts';
import { POINTS_PER_MM } from './points.ts';
import { printable } from './printable.ts';

/*
 * Bar codes to hang up or to carry: two columns of cards with cut marks' thin frames (one column where the codes are long), far enough apart that a scanner reads only one.
 */

const MARGIN = 36;
const HEAD = 40;
const COLUMNS = 2;
const GUTTER = 18;
const CARD = 112;
const PITCH = CARD + 14;
/** From a card's edge to its text. */
const INSET = 14;
const BARS = 16 * POINTS_PER_MM;
const MODULES = [0.5, 0.42, 0.33, 0.25, 0.2].map((millimetres) => millimetres * POINTS_PER_MM);

const TITLE: Style = { weight: 'bold', size: 18 };
const LABEL_SIZES = [20, 16, 13] as const;
const SMALL: Style = { weight: 'regular', size: 8, code: true };

type Code = CodeSheet['codes'][number];

/** A grid of Code 128 bar codes with their words in large type. A text that cannot be a bar code is printed as words alone. */
export function renderCodeSheet({ title, codes }: CodeSheet, size: PaperSize): Promise<Uint8Array> {
  const [width, height] = PAPER[size];
  const pdf = openPdf({ title, size: PAPER[size] });
  const columns = codes.some(({ gs1 }) => gs1 === true) ? 1 : COLUMNS;
  const perPage = columns * Math.floor((height - 2 * MARGIN - HEAD + PITCH - CARD) / PITCH);
  const pages = Math.max(1, Math.ceil(codes.length / perPage));
  const cardWidth = (width - 2 * MARGIN - GUTTER * (columns - 1)) / columns;
  for (let page = 0; page < pages; page += 1) {
    pdf.addPage();
    write(pdf, ellipsize(printable(title), width - 2 * MARGIN - 60, (text) => textWidth(text, TITLE)), MARGIN, MARGIN + 14, TITLE);
    if (pages > 1) writeLeftOf(pdf, `${page + 1} / ${pages}`, width - MARGIN, MARGIN + 14, { weight: 'regular', size: 10 });
    codes.slice(page * perPage, (page + 1) * perPage).forEach((code, index) => {
      drawCard(pdf, code, MARGIN + (index % columns) * (cardWidth + GUTTER), MARGIN + HEAD + Math.floor(index / columns) * PITCH, cardWidth);
    });
  }
  return closePdf(pdf);
}

function drawCard(pdf: Pdf, { text, label, gs1 = false }: Code, x: number, y: number, width: number): void {
  pdf.roundedRect(x, y, width, CARD, 4).lineWidth(0.5).stroke('black');
  const room = width - 2 * INSET;
  const words = printable(label);
  const style = LABEL_SIZES.map((size): Style => ({ weight: 'bold', size })).find((candidate) => textWidth(words, candidate) <= room) ?? { weight: 'bold', size: 10 };
  const lines = wrap(words, room, style.size > 10 ? 1 : 2, (part) => textWidth(part, style));
  lines.forEach((part, index) => write(pdf, part, x + INSET, y + (lines.length > 1 ? 19 : 27) + index * 13, style));
  if (!gs1 && !canBeCode128(text)) return;
  const bars = gs1 ? gs1Bars(text) : code128(text);
  const modules = moduleCount(bars);
  const module = MODULES.find((candidate) => (modules + 2 * QUIET) * candidate + INSET <= width) ?? width / (modules + 2 * QUIET);
  const barsX = x + Math.max(INSET, QUIET * module);
  drawBars(pdf, bars, barsX, y + 42, module, BARS);
  write(pdf, ellipsize(text, room, (part) => textWidth(part, SMALL)), barsX, y + 42 + BARS + 13, SMALL);
}
