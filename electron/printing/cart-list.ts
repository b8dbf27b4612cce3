import { setImmediate } from 'node:timers/promises';
import type { CartListPaper, CartListPlace, CartListStop } from '../../shared/documents/cart-list.ts';
import type { PaperSize } from '../../shared/documents/papers.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { say, type MessageParams } from '../../shared/messages/say.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { closePdf, openPdf, PAPER } from './document.ts';
import { ellipsize, wrap } from './fit.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { textWidth, write, writeLeftOf, type Style } from './ink.ts';
import { deadlineText, printedText } from './moments.ts';
import { CAPTION, drawSignatures, factsPart, gap, hotBand, line, MARGIN, measured, runningHead, SIGNATURES, stack, STRONG, THIN, titlePart, type Area, type Part } from './page-parts.ts';
import { drawBin, drawQuantity, drawText, drawTick } from './pick-list-ink.ts';
import { BIN_PITCH, fitBin, fitIds, IDS_PITCH, quantityHeight, quantityText, TITLE, TITLE_PITCH, totalText } from './pick-list-rows.ts';
import { printable } from './printable.ts';
import { drawStripes } from './stripes.ts';
import { drawPages, pagesOf, type Item } from './tables.ts';

/*
 * The pick list of a cart: one walk for several orders. At each bin what to take of which product, and how many of it into which place.
 * What a hot order gets stands first and is marked without colour: stripes at the row's edge, a heavy frame round its place.
 */

interface Sheet extends Area {
  readonly paper: CartListPaper;
  readonly words: (key: MessageKey, params?: MessageParams) => string;
  readonly number: (value: number) => string;
}

/** The cart's list as PDF: A4 or Letter, texts in the paper's language, times in its zone. Works row by row, so that scans go on meanwhile. */
export async function renderCartList(paper: CartListPaper, size: PaperSize): Promise<Uint8Array> {
  const [width, height] = PAPER[size];
  const number = new Intl.NumberFormat(regionOf(paper.locale));
  const words: Sheet['words'] = (key, params = {}) => say(paper.locale, key, params);
  const title = words('cartList.of', { places: placesText(paper) });
  const pdf = openPdf({ title, size: PAPER[size], locale: paper.locale, at: paper.printedAt });
  const sheet: Sheet = { pdf, paper, words, number: (value) => number.format(value), left: MARGIN, right: width - MARGIN, height };
  const items: Item[] = [tableHead(sheet)];
  for (const stop of paper.stops) {
    items.push(stopRow(sheet, stop));
    await setImmediate();
  }
  const footer = words('cartList.footer', { places: placesText(paper), revision: paper.revision, when: printedText(paper, paper.printedAt), name: paper.printedBy });
  await drawPages(sheet, pagesOf(sheet, { items, first: firstHead(sheet), next: nextHead(sheet), tail: closing(sheet) }), { footer, locale: paper.locale });
  return closePdf(pdf);
}

/** `A-D`, with a dash that does not break. */
function placesText({ places }: CartListPaper): string {
  const [first, last] = [places[0]?.place ?? '', places.at(-1)?.place ?? ''];
  return first === last ? first : `${first}–${last}`;
}

const isHot = ({ places }: CartListPaper): boolean => places.some(({ hpo, over }) => hpo && !over);

const reprintMark = ({ paper, words }: Sheet): string | null => (paper.reprint ? words('papers.reprint') : null);

function firstHead(sheet: Sheet): Part {
  const { paper, words, number } = sheet;
  const { places, stops } = paper;
  const bins = new Set(stops.map(({ location }) => location)).size;
  const eaches = places.reduce((sum, place) => sum + place.eaches, 0);
  return stack([
    ...(isHot(paper) ? [hotBand(sheet, words('papers.hpo')), gap(14)] : []),
    titlePart(sheet, {
      kind: words('cartList.title'),
      heading: words('cartList.of', { places: placesText(paper) }),
      mark: reprintMark(sheet),
      barcode: paper.barcode,
      underBars: words('cartList.scanFirst'),
    }),
    gap(12),
    factsPart(sheet, [
      { caption: words('cartList.picker'), lines: [printable(paper.picker)] },
      { caption: words('cartList.orders'), lines: [number(places.length), words('cartList.hot', { count: places.filter(({ hpo }) => hpo).length })] },
      { caption: words('cartList.toPick'), lines: [words('cartList.eaches', { count: eaches }), words('cartList.bins', { count: bins })] },
      { caption: words('cartList.revision'), lines: [paper.revision] },
    ]),
    gap(4),
    placesPart(sheet),
    gap(4),
  ]);
}

function nextHead(sheet: Sheet): Part {
  const { paper, words } = sheet;
  return runningHead(sheet, {
    title: words('cartList.of', { places: placesText(paper) }),
    hot: isHot(paper) ? words('papers.hpo') : null,
    mark: reprintMark(sheet),
    note: words('cartList.ordersCount', { count: paper.places.length }),
  });
}

const PLACE_ROW = 21;
const ORDER: Style = { weight: 'bold', size: 12, code: true };
const PLAIN: Style = { weight: 'regular', size: 10 };

/** Who is in which place, and how much it still gets. */
function placesPart(sheet: Sheet): Part {
  const { left, right, words, paper: { places } } = sheet;
  const columns = { place: left, order: left + 40, shipTo: left + 170, shipBy: left + 270, eaches: right };
  return {
    height: 16 + places.length * PLACE_ROW,
    draw: (y) => {
      const captions = y + 11;
      write(sheet.pdf, words('cartList.place'), columns.place, captions, CAPTION);
      write(sheet.pdf, words('cartList.order'), columns.order, captions, CAPTION);
      write(sheet.pdf, words('cartList.shipTo'), columns.shipTo, captions, CAPTION);
      write(sheet.pdf, words('cartList.shipBy'), columns.shipBy, captions, CAPTION);
      writeLeftOf(sheet.pdf, words('cartList.left'), columns.eaches, captions, CAPTION);
      line(sheet, left, right, y + 15, THIN);
      places.forEach((place, index) => drawPlace(sheet, place, columns, y + 16 + index * PLACE_ROW));
    },
  };
}

interface PlaceColumns {
  readonly place: number;
  readonly order: number;
  readonly shipTo: number;
  readonly shipBy: number;
  readonly eaches: number;
}

function drawPlace({ pdf, paper, words, left, right }: Sheet, { place, po, hpo, over, shipTo, shipBy, eaches }: CartListPlace, columns: PlaceColumns, y: number): void {
  const baseline = y + 14.5;
  drawLetter(pdf, place, hpo, columns.place + 2, y + 2);
  write(pdf, ellipsize(printable(po), columns.shipTo - columns.order - 44, measured(ORDER)), columns.order, baseline, ORDER);
  if (hpo) write(pdf, words('papers.hpo'), columns.shipTo - 38, baseline, { weight: 'bold', size: 11 });
  write(pdf, ellipsize(printable(shipTo), columns.shipBy - columns.shipTo - 8, measured(PLAIN)), columns.shipTo, baseline, PLAIN);
  const toPick = over ? words('cartList.placeOver') : words('cartList.eaches', { count: eaches });
  const style: Style = { weight: 'bold', size: 11 };
  const deadline = shipBy === null ? undefined : deadlineText(paper, shipBy);
  const until = deadline ? `${deadline.day}, ${deadline.time}` : words('papers.none');
  write(pdf, ellipsize(until, columns.eaches - columns.shipBy - textWidth(toPick, style) - 12, measured(PLAIN)), columns.shipBy, baseline, PLAIN);
  writeLeftOf(pdf, toPick, columns.eaches, baseline, style);
  pdf.moveTo(left, y + PLACE_ROW).lineTo(right, y + PLACE_ROW).lineWidth(THIN).stroke('black');
}

const LETTER = 17;

/** The letter of a place in its frame: heavy for a hot order's. */
function drawLetter(pdf: Sheet['pdf'], place: string, hpo: boolean, x: number, y: number): void {
  const style: Style = { weight: 'bold', size: 13 };
  const frame = hpo ? 2.6 : 0.8;
  pdf.rect(x + frame / 2, y + frame / 2, LETTER - frame, LETTER - frame).lineWidth(frame).stroke('black');
  write(pdf, place, x + (LETTER - textWidth(place, style)) / 2, y + (LETTER + style.size * CAP_HEIGHT) / 2, style);
}

interface Columns {
  readonly tick: number;
  readonly bin: number;
  readonly product: number;
  readonly take: number;
  readonly into: number;
  readonly end: number;
}

const columnsOf = ({ left, right }: Area): Columns => ({ tick: left + 11, bin: left + 34, product: left + 116, take: right - 282, into: right - 165, end: right });

const TABLE_HEAD = 24;

function tableHead(sheet: Sheet): Item {
  const { pdf, words, left, right } = sheet;
  const columns = columnsOf(sheet);
  return {
    level: 0,
    height: TABLE_HEAD,
    draw: (y) => {
      const baseline = y + 17;
      write(pdf, words('cartList.bin'), columns.bin, baseline, CAPTION);
      write(pdf, words('cartList.product'), columns.product, baseline, CAPTION);
      write(pdf, words('cartList.take'), columns.take, baseline, CAPTION);
      write(pdf, words('cartList.into'), columns.into, baseline, CAPTION);
      line(sheet, left, right, y + TABLE_HEAD, STRONG);
    },
  };
}

const LEAST_HEIGHT = 44;
/** Above the highest cell and below it: less than on an order's list, because eight orders make a long walk. */
const ROOM = 6;

function stopRow(sheet: Sheet, stop: CartListStop): Item {
  const { paper: { locale }, pdf, words, left, right } = sheet;
  const columns = columnsOf(sheet);
  const eaches = stop.shares.reduce((sum, share) => sum + share.eaches, 0);
  const bin = fitBin(stop.location === null ? words('papers.pickList.noBin') : printable(stop.location), columns.product - columns.bin - 8);
  const width = columns.take - columns.product - 10;
  const title = wrap(printable(stop.title), width, 2, measured(TITLE));
  const ids = fitIds([stop.vendorSku, stop.asin, stop.gtin].flatMap((id) => (id === null ? [] : [printable(id)])), width);
  const quantity = quantityText(locale, { eaches, caseSize: stop.caseSize });
  const hot = stop.shares.some(({ hpo }) => hpo);
  const shares = sharesPart(sheet, stop, columns);
  const content = Math.max(title.length * TITLE_PITCH + ids.length * IDS_PITCH + 2, bin.lines.length * bin.style.size * BIN_PITCH, quantityHeight(quantity), shares.height);
  const height = Math.max(LEAST_HEIGHT, content + 2 * ROOM);
  return {
    level: null,
    height,
    draw: (y) => {
      const band = { y, height };
      if (hot) drawHotEdge(sheet, y, height);
      drawTick(pdf, columns.tick, y, height);
      drawBin(pdf, bin, columns.bin, band);
      drawText(pdf, { title, ids }, columns.product, band);
      drawQuantity(pdf, quantity, { from: columns.take, to: columns.into }, band);
      shares.draw(y + (height - shares.height) / 2);
      line(sheet, left, right, y + height, THIN);
    },
  };
}

/** Stripes down the row's left edge: seen in black and white, and with the list folded. */
function drawHotEdge({ pdf, left }: Area, y: number, height: number): void {
  const width = 7;
  // The stripes lie along the row's height: turned, they are those of the hot order's band.
  pdf.save().translate(left, y + height).rotate(-90);
  drawStripes(pdf, { x: 1, y: 0, width: height - 2, height: width });
  pdf.restore();
}

const COUNT: Style = { weight: 'bold', size: 13 };
const CASES: Style = { weight: 'regular', size: 8 };
const COUNT_AT = LETTER + 4;
const CASES_PITCH = 10;

/** `[A] 245`, below it `20 × 12 + 5` where cases are counted; three side by side, two where numbers are long. */
function sharesPart({ pdf, number }: Sheet, { shares, caseSize }: CartListStop, columns: Columns): Part {
  const drawn = shares.map(({ place, hpo, eaches }) => ({ place, hpo, count: number(eaches), cases: casesText(number, eaches, caseSize) }));
  const room = columns.end - columns.into;
  const widest = Math.max(...drawn.map(({ count, cases }) => Math.max(COUNT_AT + textWidth(count, COUNT), textWidth(cases, CASES)) + 6));
  const across = widest <= room / 3 ? 3 : 2;
  const pitch = LETTER + (drawn.some(({ cases }) => cases !== '') ? CASES_PITCH : 0) + 5;
  return {
    height: Math.ceil(drawn.length / across) * pitch - 5,
    draw: (top) => drawn.forEach(({ place, hpo, count, cases }, index) => {
      const x = columns.into + (index % across) * (room / across);
      const y = top + Math.floor(index / across) * pitch;
      drawLetter(pdf, place, hpo, x, y);
      write(pdf, count, x + COUNT_AT, y + (LETTER + COUNT.size * CAP_HEIGHT) / 2, COUNT);
      write(pdf, cases, x, y + LETTER + CASES_PITCH - 1, CASES);
    }),
  };
}

/** `20 × 12 + 5`; nothing where not one case is full. */
function casesText(number: Sheet['number'], eaches: number, caseSize: number): string {
  const cases = caseSize > 1 ? Math.floor(eaches / caseSize) : 0;
  const loose = eaches - cases * caseSize;
  return cases === 0 ? '' : `${number(cases)} × ${number(caseSize)}${loose > 0 ? ` + ${number(loose)}` : ''}`;
}

/** Totals and signatures. */
function closing(sheet: Sheet): Part {
  const { pdf, paper: { locale, stops }, words, left, right } = sheet;
  const total: Style = { weight: 'bold', size: 12 };
  const lines = stops.map(({ shares, caseSize }) => ({ caseSize, eaches: shares.reduce((sum, { eaches }) => sum + eaches, 0) }));
  const text = stops.length === 0 ? words('cartList.empty') : totalText(locale, lines, words('cartList.total', { stops: stops.length }));
  return {
    height: SIGNATURES + 44,
    draw: (y) => {
      line(sheet, left, right, y, STRONG);
      write(pdf, ellipsize(text, right - left, measured(total)), left, y + 19, total);
      drawSignatures(sheet, [words('cartList.pickedBy'), words('cartList.checkedBy')], words('cartList.time'), y + 32);
    },
  };
}
