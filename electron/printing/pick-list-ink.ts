import { ellipsize } from './fit.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { textWidth, write, writeLeftOf, type Pdf } from './ink.ts';
import { measured } from './page-parts.ts';
import { BIN_PITCH, COUNT, COUNT_PITCH, IDS, IDS_PITCH, PADDING, quantityHeight, SUM, SUM_PITCH, TITLE, TITLE_PITCH, UNIT, type FittedBin, type Row } from './pick-list-rows.ts';

/* The cells of a row to pick, each in the middle of its row: the same on an order's list and on a cart's. */

/** Where a row stands. */
interface Band {
  readonly y: number;
  readonly height: number;
}

const TICK = 15;

/** An empty box to tick by hand. */
export function drawTick(pdf: Pdf, x: number, y: number, height: number): void {
  pdf.rect(x + 0.5, y + (height - TICK) / 2, TICK, TICK).lineWidth(1).stroke('black');
}

export function drawBin(pdf: Pdf, { lines, style }: FittedBin, x: number, { y, height }: Band): void {
  const pitch = style.size * BIN_PITCH;
  const cap = style.size * CAP_HEIGHT;
  const top = y + (height - cap - (lines.length - 1) * pitch) / 2;
  lines.forEach((text, index) => write(pdf, text, x, top + cap + index * pitch, style));
}

/** The title and the numbers below it. */
export function drawText(pdf: Pdf, { title, ids }: Pick<Row, 'title' | 'ids'>, x: number, { y, height }: Band): void {
  const top = Math.max(y + PADDING, y + (height - title.length * TITLE_PITCH - ids.length * IDS_PITCH) / 2);
  title.forEach((text, index) => write(pdf, text, x, top + 9 + index * TITLE_PITCH, TITLE));
  const idsTop = top + title.length * TITLE_PITCH;
  ids.forEach((text, index) => write(pdf, text, x, idsTop + 8 + index * IDS_PITCH, IDS));
}

/** Numbers end here, what they count begins after it. */
const COUNT_WIDTH = 46;

/** One under the other: what to count, loose pieces, and the sum in eaches. */
export function drawQuantity(pdf: Pdf, quantity: Pick<Row, 'counts' | 'sum'>, { from, to }: { readonly from: number; readonly to: number }, { y, height }: Band): void {
  const numberAt = from + COUNT_WIDTH;
  const unitAt = numberAt + 5;
  const room = to - unitAt - 8;
  let baseline = y + (height - quantityHeight(quantity)) / 2 + COUNT.size * CAP_HEIGHT;
  quantity.counts.forEach(({ count, unit }, index) => {
    if (index > 0) baseline += COUNT_PITCH;
    writeLeftOf(pdf, count, numberAt, baseline, COUNT);
    write(pdf, ellipsize(unit, room, measured(UNIT)), unitAt, baseline, UNIT);
  });
  // Begins further left rather than lose a letter.
  write(pdf, quantity.sum, Math.min(unitAt, to - 8 - textWidth(quantity.sum, SUM)), baseline + SUM_PITCH, SUM);
}
