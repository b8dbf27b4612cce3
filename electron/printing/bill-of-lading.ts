import type { BillOfLadingPaper, BolParty } from '../../shared/documents/bill-of-lading.ts';
import type { PaperSize } from '../../shared/documents/papers.ts';
import { isGsin } from '../../shared/lib/gsin.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { say, type MessageParams } from '../../shared/messages/say.ts';
import { canBeCode128, gs1Bars } from './bars.ts';
import { closePdf, openPdf, PAPER } from './document.ts';
import { bar, BAR, barcode, barsOf, BOLD, CODE, drawGrid, field, frame, GRID_FIXED, gridItems, lines, PAD, rowHeight, small, SMALL, SMALL_PITCH, tick, type Box, type Grid } from './form.ts';
import { ellipsize } from './fit.ts';
import { textWidth, write, writeLeftOf } from './ink.ts';
import { FOOTER, gap, hotBand, line, MARGIN, measured, runningHead, stack, THIN, titlePart, type Area, type Part } from './page-parts.ts';
import { printable } from './printable.ts';
import { drawPages, pagesOf, type Page } from './tables.ts';

/*
 * The bill of lading of the VICS standard: ship from, ship to and third party at the left, numbers and carrier at the right, customer orders,
 * what the carrier gets, value and COD, signatures. All of it on one page; rows that find no room there stand on a supplement, as the
 * standard wants it (Voluntary Guidelines for the Bill of Lading, sections IV and V; https://studyres.com/doc/15549635).
 */

type Words = (key: MessageKey, params?: MessageParams) => string;

/** Where the page's left half ends. */
const LEFT_SHARE = 0.52;

/** The bill as PDF, A4 or Letter. */
export async function renderBillOfLading(paper: BillOfLadingPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height] = PAPER[size];
  const pdf = openPdf({ title: printable(paper.title), size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const area: Area = { pdf, left: MARGIN, right: width - MARGIN, height };
  const words: Words = (key, params = {}) => say(paper.locale, key, params);
  const head = headPart(area, paper, words);
  const foot = footPart(area, words);
  const { orders, goods, supplement } = gridsOf(area, paper, words, height - 2 * MARGIN - FOOTER - head.height - foot.height - 2 * GAP - 2 * GRID_FIXED);
  const front: Page = () => {
    head.draw(MARGIN);
    const end = drawGrid(area, orders, MARGIN + head.height);
    drawGrid(area, goods, end + GAP);
    foot.draw(height - MARGIN - FOOTER - foot.height);
    return Promise.resolve();
  };
  await drawPages(area, [front, ...supplementPages(area, paper, words, supplement)], paper);
  return closePdf(pdf);
}

const GAP = 5;

interface Grids {
  readonly orders: Grid;
  readonly goods: Grid;
  /** What did not fit on the front page, whole. */
  readonly supplement: readonly Grid[];
}

/** Both tables where there is room for them; one that has none says so in one row and stands on the supplement. */
function gridsOf(area: Area, paper: BillOfLadingPaper, words: Words, room: number): Grids {
  const whole = { orders: ordersGrid(paper, words), goods: goodsGrid(paper, words) };
  const short = { orders: elsewhere(whole.orders, 0, words), goods: elsewhere(whole.goods, 6, words) };
  const heightOf = (grid: Grid): number => grid.rows.reduce((sum, row) => sum + rowHeight(area, grid, row), 0);
  const fits = (orders: Grid, goods: Grid): boolean => heightOf(orders) + heightOf(goods) <= room;
  if (fits(whole.orders, whole.goods)) return { ...whole, supplement: [] };
  if (fits(whole.orders, short.goods)) return { orders: whole.orders, goods: short.goods, supplement: [whole.goods] };
  if (fits(short.orders, whole.goods)) return { orders: short.orders, goods: whole.goods, supplement: [whole.orders] };
  return { ...short, supplement: [whole.orders, whole.goods] };
}

const elsewhere = (grid: Grid, column: number, words: Words): Grid => ({ ...grid, rows: [grid.columns.map((_, index) => (index === column ? words('bol.seeSupplement', { count: grid.rows.length }) : ''))] });

function ordersGrid({ orders, ordersTotal }: BillOfLadingPaper, words: Words): Grid {
  return {
    title: words('bol.orders'),
    columns: [
      { caption: words('bol.orders.po'), share: 0.3, align: 'left' },
      { caption: words('bol.orders.packages'), share: 0.11, align: 'right' },
      { caption: words('bol.orders.weight'), share: 0.15, align: 'right' },
      { caption: words('bol.orders.pallets'), share: 0.12, align: 'center' },
      { caption: words('bol.orders.info'), share: 0.32, align: 'left' },
    ],
    rows: orders.map(({ po, packages, weight, pallets, info }) => [po, packages, weight, pallets, info]),
    total: [words('bol.total'), ordersTotal.packages, ordersTotal.weight],
  };
}

function goodsGrid({ goods, goodsTotal }: BillOfLadingPaper, words: Words): Grid {
  return {
    title: words('bol.goods'),
    columns: [
      { caption: words('bol.goods.units'), share: 0.085, align: 'right' },
      { caption: words('bol.goods.unitType'), share: 0.07, align: 'center' },
      { caption: words('bol.goods.packages'), share: 0.085, align: 'right' },
      { caption: words('bol.goods.packageType'), share: 0.07, align: 'center' },
      { caption: words('bol.goods.weight'), share: 0.13, align: 'right' },
      { caption: words('bol.goods.hazard'), share: 0.06, align: 'center' },
      { caption: words('bol.goods.description'), share: 0.31, align: 'left' },
      { caption: words('bol.goods.nmfc'), share: 0.1, align: 'left' },
      { caption: words('bol.goods.class'), share: 0.09, align: 'left' },
    ],
    rows: goods.map(({ units, unitType, packages, packageType, weight, description }) => [units, unitType, packages, packageType, weight, '', description]),
    total: [goodsTotal.units, '', goodsTotal.packages, '', goodsTotal.weight, '', words('bol.total')],
  };
}

function supplementPages(area: Area, paper: BillOfLadingPaper, words: Words, grids: readonly Grid[]): readonly Page[] {
  if (grids.length === 0) return [];
  const head = runningHead(area, { title: words('bol.supplement', { bol: paper.number }), hot: paper.hot, mark: paper.reprint ? words('papers.reprint') : null, note: '' });
  const items = grids.flatMap((grid) => gridItems(area, grid));
  return pagesOf(area, { items, first: head, next: head, tail: gap(0) });
}

function headPart(area: Area, paper: BillOfLadingPaper, words: Words): Part {
  const { kind, heading, hot, barcode: code, underBars, reprint } = paper;
  return stack([
    ...(hot === null ? [] : [hotBand(area, hot, 18), gap(6)]),
    titlePart(area, { kind: printable(kind), heading: printable(heading), mark: reprint ? words('papers.reprint') : null, barcode: code, underBars }),
    gap(6),
    twoBoxes(area, 72, (left) => party(area, words('bol.shipFrom'), paper.shipFrom, left, words), (right) => numberBox(area, paper, right, words)),
    twoBoxes(area, 72, (left) => party(area, words('bol.shipTo'), paper.shipTo, left, words), (right) => carrierBox(area, paper, right, words)),
    twoBoxes(area, 46, (left) => thirdParty(area, left, words), (right) => proBox(area, paper, right, words)),
    twoBoxes(area, 48, (left) => instructions(area, paper, left, words), (right) => termsBox(area, paper, right, words)),
    gap(GAP),
  ]);
}

/** Two boxes beside each other, framed. */
function twoBoxes(area: Area, height: number, left: (box: Box) => void, right: (box: Box) => void): Part {
  const half = (area.right - area.left) * LEFT_SHARE;
  return {
    height,
    draw: (y) => {
      const boxes = [{ x: area.left, y, width: half, height }, { x: area.left + half, y, width: area.right - area.left - half, height }] as const;
      for (const box of boxes) frame(area, box);
      left(boxes[0]);
      right(boxes[1]);
    },
  };
}

const inside = ({ x, y, width, height }: Box): Box => ({ x: x + PAD, y, width: width - 2 * PAD, height });

function party(area: Area, title: string, { lines: texts, references }: BolParty, box: Box, words: Words): void {
  bar(area, title, box);
  const { x, y, width } = inside(box);
  lines(area, texts.slice(0, 4), { x, y: y + BAR + 10, width });
  const baseline = y + box.height - PAD;
  const fobAt = x + width - textWidth(words('bol.fob'), SMALL) - 14;
  write(area.pdf, ellipsize(printable(references.join(' · ')), fobAt - x - PAD, measured(SMALL)), x, baseline, SMALL);
  tick(area, words('bol.fob'), false, fobAt, baseline);
}

function numberBox(area: Area, { number, date }: BillOfLadingPaper, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  const dated = words('bol.date', { when: printable(date) });
  write(area.pdf, ellipsize(words('bol.number'), width - textWidth(dated, SMALL) - PAD, measured(SMALL)), x, y + 9, SMALL);
  writeLeftOf(area.pdf, dated, x + width, y + 9, SMALL);
  const bars = isGsin(number) ? gs1Bars(`(402)${number}`) : canBeCode128(number) ? barsOf(number) : undefined;
  if (bars) barcode(area, bars, { x, y: y + 13, width, height: 38 });
  write(area.pdf, ellipsize(isGsin(number) ? `(402) ${number}` : printable(number), width, measured(CODE)), x, y + box.height - 6, CODE);
}

function carrierBox(area: Area, { scac }: BillOfLadingPaper, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  field(area, words('bol.carrier'), null, { x, y: y + 13, width });
  field(area, words('bol.trailer'), null, { x, y: y + 28, width });
  field(area, words('bol.seals'), null, { x, y: y + 43, width });
  field(area, words('bol.scac'), scac, { x, y: y + 58, width: width / 2 });
}

function proBox(area: Area, { pro }: BillOfLadingPaper, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  field(area, words('bol.pro'), pro, { x, y: y + 11, width });
  if (pro !== null && canBeCode128(pro)) barcode(area, barsOf(pro), { x, y: y + 16, width, height: 26 });
}

function thirdParty(area: Area, box: Box, words: Words): void {
  bar(area, words('bol.thirdParty'), box);
  for (const row of [1, 2]) line(area, box.x + PAD, box.x + box.width - PAD, box.y + BAR + row * 14, THIN);
}

function instructions(area: Area, paper: BillOfLadingPaper, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  write(area.pdf, words('bol.instructions'), x, y + 9, BOLD);
  paper.instructions.slice(0, 3).forEach((text, row) => write(area.pdf, ellipsize(printable(text), width, measured(SMALL)), x, y + 20 + row * (SMALL_PITCH + 1), SMALL));
}

function termsBox(area: Area, { terms }: BillOfLadingPaper, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  write(area.pdf, words('bol.terms'), x, y + 9, BOLD);
  const after = x + textWidth(words('bol.terms'), BOLD) + 8;
  write(area.pdf, ellipsize(words('bol.terms.note'), x + width - after, measured(SMALL)), after, y + 9, SMALL);
  let at = tick(area, words('bol.terms.prepaid'), terms === 'prepaid', x, y + 24);
  at = tick(area, words('bol.terms.collect'), terms === 'collect', at + 6, y + 24);
  tick(area, words('bol.terms.thirdParty'), false, at + 6, y + 24);
  const master = ellipsize(words('bol.master'), width - 14, measured(SMALL));
  tick(area, master, false, x, y + 40);
}

const VALUE = 40;
const RECEIVED = 46;
const SIGNED = 82;

function footPart(area: Area, words: Words): Part {
  return stack([
    twoBoxes(area, VALUE, (box) => valueBox(area, box, words), (box) => codBox(area, box, words)),
    { height: BAR, draw: (y) => bar(area, words('bol.liability'), { x: area.left, y, width: area.right - area.left }) },
    twoBoxes(area, RECEIVED, (box) => small(area, words('bol.received'), { ...inside(box), y: box.y + 9 }, 4), (box) => payBox(area, box, words)),
    { height: SIGNED, draw: (y) => signatures(area, y, words) },
  ]);
}

function valueBox(area: Area, box: Box, words: Words): void {
  const end = small(area, words('bol.value'), { ...inside(box), y: box.y + 9 }, 3);
  small(area, words('bol.value.blank'), { ...inside(box), y: end + 2 }, 1);
}

function codBox(area: Area, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  field(area, words('bol.cod'), null, { x, y: y + 12, width });
  const terms = words('bol.cod.terms');
  write(area.pdf, terms, x, y + 24, SMALL);
  const at = tick(area, words('bol.terms.collect'), false, x + textWidth(terms, SMALL) + 8, y + 24);
  tick(area, words('bol.terms.prepaid'), false, at, y + 24);
  tick(area, words('bol.cod.check'), false, x, y + 36);
}

function payBox(area: Area, box: Box, words: Words): void {
  const { x, y, width } = inside(box);
  small(area, words('bol.noDelivery'), { x, y: y + 9, width }, 2);
  field(area, words('bol.shipperSignature'), null, { x, y: y + 39, width });
}

function signatures(area: Area, y: number, words: Words): void {
  const third = (area.right - area.left) / 3;
  const [shipper, middle, carrier] = [0, 1, 2].map((index): Box => ({ x: area.left + index * third, y, width: third, height: SIGNED }));
  if (!shipper || !middle || !carrier) return;
  for (const box of [shipper, middle, carrier]) frame(area, box);
  signed(area, shipper, words('bol.shipper'), words('bol.shipper.certifies'));
  signed(area, carrier, words('bol.carrierSignature'), words('bol.carrier.confirms'));
  const { x } = inside(middle);
  write(area.pdf, words('bol.loaded'), x, y + 10, BOLD);
  const at = tick(area, words('bol.loaded.shipper'), false, x, y + 22);
  tick(area, words('bol.loaded.driver'), false, at, y + 22);
  write(area.pdf, words('bol.counted'), x, y + 38, BOLD);
  (['bol.counted.shipper', 'bol.counted.pallets', 'bol.counted.pieces'] as const).forEach((key, row) => tick(area, words(key), false, x, y + 50 + row * 12));
}

function signed(area: Area, box: Box, caption: string, text: string): void {
  const { x, y, width } = inside(box);
  small(area, text, { x, y: y + 9, width }, 5);
  line(area, x, x + width, y + SIGNED - 13, THIN);
  write(area.pdf, ellipsize(caption, width, measured(SMALL)), x, y + SIGNED - 4, SMALL);
}
