import type { LabelAddress, LogisticsLabel } from '../../shared/documents/papers.ts';
import { mediaSize } from '../../shared/domain/printing/printer.ts';
import { traceMessage } from '../../shared/domain/handling-units/trace-words.ts';
import { formatSscc, parseSscc, type Sscc } from '../../shared/lib/sscc.ts';
import type { MessageKey } from '../../shared/messages/catalogue.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { say, type MessageParams } from '../../shared/messages/say.ts';
import { dateText, sayIn, weightText } from '../../shared/messages/say-in.ts';
import { canBeCode128, QUIET } from './bars.ts';
import { ellipsize, wrap, type Measure } from './fit.ts';
import { CAP_HEIGHT, type Weight } from './fonts.ts';
import { textWidth } from './ink.ts';
import { printedText } from './moments.ts';
import { POINTS_PER_MM } from './points.ts';
import { printable } from './printable.ts';
import type { Rectangle } from './stripes.ts';

/*
 * The GS1 logistics label, 4 x 6 in, as one list of things at places: PDF and ZPL draw the same list. All lengths in millimetres from the
 * top left corner. From the top: marks (hot, not closed, reprint), addresses, carrier, purchase order, contents, and lowest the SSCC, as GS1 wants it.
 * What one block leaves over goes to the bars of the SSCC.
 */

export const { width: LABEL_WIDTH, height: LABEL_HEIGHT } = mediaSize['4x6'];

/** The letters' width as part of Inter's own: as narrow as the printers' scalable font 0, so that both hold the same words. */
export const LABEL_NARROW = 0.88;

/** GS1 General Specifications for logistics labels: the narrowest bar is 0.495 to 0.94 mm; 0.5 mm is whole dots at 203 and 300 dpi. */
const SSCC_MODULE = 0.5;
/** GS1: at least 31.75 mm (1.25 in); we print at least 32. */
const SSCC_BARS = 32.5;
/** Start, FNC1, ten pairs, check (11 modules each) and stop (13). */
const SSCC_MODULES = 13 * 11 + 13;

/** Nothing on the label is lower than 3 mm, measured at its capital letters. */
const CAP = 3;
const MARGIN = 3.5;
const INNER = LABEL_WIDTH - 2 * MARGIN;
const RIGHT = LABEL_WIDTH - MARGIN;
/** Between a rule and what stands above or below it. */
const GAP = 2;
const RULE = 0.25;
const FRAME = 0.5;
/** From one baseline to the next. */
const pitchOf = (cap: number): number => cap * 1.55;

export type LabelElement =
  | LabelText
  | ({ readonly kind: 'fill' } & Rectangle)
  | ({ readonly kind: 'frame'; readonly line: number } & Rectangle)
  | ({ readonly kind: 'stripes' } & Rectangle)
  /** `x` is the first bar; `module` the width of the narrowest one. */
  | ({ readonly kind: 'sscc'; readonly sscc: Sscc } & BarCode)
  | ({ readonly kind: 'code128'; readonly text: string } & BarCode);

/** One line: `baseline` from the top, `cap` the height of its capital letters. */
interface LabelText {
  readonly kind: 'text';
  readonly x: number;
  readonly baseline: number;
  readonly cap: number;
  readonly weight: Weight;
  /** A number or code, not words. */
  readonly code: boolean;
  readonly text: string;
}

interface BarCode {
  readonly x: number;
  readonly y: number;
  readonly module: number;
  readonly height: number;
}

type Elements = readonly LabelElement[];

/** A part of the label and where it ends. */
interface Block {
  readonly elements: Elements;
  readonly end: number;
}

type Words = (key: MessageKey, params?: MessageParams) => string;

/** @throws RangeError when the SSCC is not 18 digits with a right check digit: such a label must never stick to anything. */
export function labelLayout(label: LogisticsLabel): Elements {
  const reading = parseSscc(label.sscc);
  if (!reading.ok) throw new RangeError(`no SSCC to print: ${reading.reason}`);
  const words: Words = (key, params = {}) => say(label.locale, key, params);

  const marks = marksBlock(label, words);
  const addresses = addressBlock(label, words, marks.end);
  const carrier = carrierBlock(label, words, addresses.end + GAP);
  const order = orderBlock(label, words, carrier.end + GAP);
  const contents = contentsBlock(label, words, order.end + GAP, SSCC_TOP - GAP);
  return [
    ...marks.elements,
    ...[addresses, carrier, order, contents].flatMap(({ elements, end }) => [...elements, rule(end)]),
    ...ssccElements(reading.sscc, words, contents.end + GAP),
  ];
}

/** Widths by the wider of the two weights: what fits in bold fits in regular. */
const measureAt = (cap: number): Measure => {
  const size = (cap / CAP_HEIGHT) * POINTS_PER_MM;
  return (text) => textWidth(text, { weight: 'bold', size, narrow: LABEL_NARROW }) / POINTS_PER_MM;
};

interface Look {
  readonly cap?: number;
  readonly weight?: Weight;
  readonly code?: boolean;
}

/** One line of text that ends in an ellipsis when `width` is too little; nothing when there is no text. */
function line(x: number, baseline: number, width: number, text: string, { cap = CAP, weight = 'bold', code = false }: Look = {}): Elements {
  const fitting = printable(text) === '' ? '' : ellipsize(printable(text), width, measureAt(cap));
  return fitting === '' ? [] : [{ kind: 'text', x, baseline, cap, weight, code, text: fitting }];
}

const CAPTION = { weight: 'regular' } as const;
const CODE = { code: true } as const;

const rule = (y: number): LabelElement => ({ kind: 'fill', x: MARGIN, y, width: INNER, height: RULE });

const MARK_HEIGHT = 9;
const HOT_CAP = 5.5;
const MARK_CAP = 3.8;

function marksBlock({ hpo, reprint, open = false, locale, zone, printedAt }: LogisticsLabel, words: Words): Block {
  const marked = reprint || open;
  if (!hpo && !marked) return { elements: [], end: MARGIN - GAP };
  const y = MARGIN;
  const mark = [...(open ? [words('papers.notClosed')] : []), ...(reprint ? [words('papers.reprint')] : [])].join(' · ');
  const markWidth = measureAt(MARK_CAP)(mark);
  const boxWidth = hpo ? markWidth + 5 : INNER;
  const box = RIGHT - boxWidth;
  const middle = (cap: number): number => y + (MARK_HEIGHT + cap) / 2;
  return {
    elements: [
      ...(hpo ? hotBand(y, marked ? INNER - boxWidth - GAP : INNER, words('papers.hpo')) : []),
      ...(marked
        ? ([
            { kind: 'frame', x: box, y, width: boxWidth, height: MARK_HEIGHT, line: FRAME },
            ...line(box + 2.5, middle(MARK_CAP), markWidth + 1, mark, { cap: MARK_CAP }),
            ...(hpo ? [] : line(box + markWidth + 7, middle(MARK_CAP), INNER - markWidth - 9, printedText({ locale, zone }, printedAt), CAPTION)),
          ] as const)
        : []),
    ],
    end: y + MARK_HEIGHT,
  };
}

/** Black diagonal stripes with the word between them: seen from far and on any printer. */
function hotBand(y: number, width: number, hot: string): Elements {
  const plate = measureAt(HOT_CAP)(hot) + 5;
  const side = (width - plate) / 2 - FRAME;
  const band = { y: y + FRAME, width: side, height: MARK_HEIGHT - 2 * FRAME };
  return [
    { kind: 'frame', x: MARGIN, y, width, height: MARK_HEIGHT, line: FRAME },
    { kind: 'stripes', x: MARGIN + FRAME, ...band },
    { kind: 'stripes', x: MARGIN + width - FRAME - side, ...band },
    ...line(MARGIN + FRAME + side + 2.5, y + (MARK_HEIGHT + HOT_CAP) / 2, plate, hot, { cap: HOT_CAP }),
  ];
}

const FROM_WIDTH = 41;
const TO_X = MARGIN + FROM_WIDTH + 5;
/** Below the caption: what the fullest label leaves room for. */
const ADDRESS_LINES = 6;

function addressBlock({ shipFrom, shipTo }: LogisticsLabel, words: Words, above: number): Block {
  const top = above + GAP;
  const from = address(MARGIN, top, FROM_WIDTH, words('papers.label.from'), shipFrom);
  const to = address(TO_X, top, RIGHT - TO_X, words('papers.label.to'), shipTo);
  const end = Math.max(from.end, to.end) + GAP;
  const between: LabelElement = { kind: 'fill', x: TO_X - 2.5, y: top, width: RULE, height: end - top };
  return { elements: [...from.elements, ...to.elements, between], end };
}

function address(x: number, top: number, width: number, caption: string, { name, lines }: LabelAddress): Block {
  const first = top + CAP;
  const measure = measureAt(CAP);
  const names = wrap(printable(name), width, 2, measure);
  const rest = placeLines(lines.map(printable).filter(Boolean), width, ADDRESS_LINES - names.length, measure);
  const at = (index: number): number => first + 0.8 + (index + 1) * pitchOf(CAP);
  return {
    elements: [
      ...line(x, first, width, caption, CAPTION),
      ...names.flatMap((text, index) => line(x, at(index), width, text)),
      ...rest.flatMap((text, index) => line(x, at(names.length + index), width, text, CAPTION)),
    ],
    end: at(names.length + rest.length - 1),
  };
}

/** The lines as they are where they fit; else run together, so that nothing is cut that has room elsewhere. */
function placeLines(texts: readonly string[], width: number, most: number, measure: Measure): readonly string[] {
  return texts.length <= most && texts.every((text) => measure(text) <= width) ? texts : wrap(texts.join(', '), width, most, measure);
}

interface Cell {
  readonly caption: string;
  readonly value: string;
  readonly row: number;
  readonly column: 0 | 1;
}

/** Carrier, ARN, PRO and BOL: two in a row where both fit. One without a value keeps its place, to be written by hand. */
function carrierBlock({ carrier, pro, bol, arn }: LogisticsLabel, words: Words, top: number): Block {
  const half = (INNER - GAP) / 2;
  const measure = measureAt(CAP);
  const indentOf = (caption: string): number => measure(caption) + 1.8;
  const cells: Cell[] = [];
  for (const [key, number] of [['papers.label.carrier', carrier], ['papers.label.arn', arn], ['papers.label.pro', pro], ['papers.label.bol', bol]] as const) {
    const caption = words(key);
    const value = printable(number ?? '');
    const wide = indentOf(caption) + measure(value) > half;
    const last = cells.at(-1);
    const beside = last?.column === 0 && !wide && indentOf(last.caption) + measure(last.value) <= half;
    cells.push(last === undefined ? { caption, value, row: 0, column: 0 } : { caption, value, row: beside ? last.row : last.row + 1, column: beside ? 1 : 0 });
  }
  const at = (row: number): number => top + CAP + row * pitchOf(CAP);
  return {
    elements: cells.flatMap(({ caption, value, row, column }) => {
      const x = MARGIN + column * (half + GAP);
      const indent = indentOf(caption);
      return [...line(x, at(row), indent, caption, CAPTION), ...line(x + indent, at(row), RIGHT - x - indent, value, CODE)];
    }),
    end: at(cells.at(-1)?.row ?? 0) + GAP,
  };
}

const PO_CAP = 5;
const PO_BARS = 12;
/** Narrowest bars from wide to narrow: 3 and 2 dots at 203 dpi. */
const PO_MODULES = [0.375, 0.25] as const;

function orderBlock({ pos }: LogisticsLabel, words: Words, top: number): Block {
  const caption = words('papers.label.po', { count: pos.length });
  const [po = ''] = pos;
  return pos.length > 1 ? manyOrders(pos, words, top, caption) : oneOrder(printable(po), top, caption);
}

/** Upper bound of a Code 128 symbol: the printer writes letters and mixed texts in code set B. */
const subsetBModules = (text: string): number => (text.length + 2) * 11 + 13;

/** The number with its bar code: side by side, else one above the other. */
function oneOrder(po: string, top: number, caption: string): Block {
  const textWide = measureAt(PO_CAP)(po);
  const wide = (module: number): number => (subsetBModules(po) + 2 * QUIET) * module;
  const module = canBeCode128(po) ? PO_MODULES.find((width) => wide(width) <= INNER) : undefined;
  if (module === undefined) return numberAbove(po, top, caption);
  const bars = (y: number): LabelElement => ({ kind: 'code128', text: po, x: MARGIN + QUIET * module, y, module, height: PO_BARS });
  if (wide(module) + textWide <= INNER) {
    const x = MARGIN + wide(module);
    return {
      elements: [bars(top), ...line(x, top + CAP, INNER, caption, CAPTION), ...line(x, top + PO_BARS, RIGHT - x, po, { cap: PO_CAP, code: true })],
      end: top + PO_BARS + GAP,
    };
  }
  const title = numberAbove(po, top, caption);
  return { elements: [...title.elements, bars(title.end)], end: title.end + PO_BARS + GAP };
}

function numberAbove(po: string, top: number, caption: string): Block {
  const indent = measureAt(CAP)(caption) + 1.8;
  const cap = measureAt(PO_CAP)(po) <= INNER - indent ? PO_CAP : CAP;
  return { elements: [...line(MARGIN, top + cap, indent, caption, CAPTION), ...line(MARGIN + indent, top + cap, INNER - indent, po, { cap, code: true })], end: top + cap + GAP };
}

const MANY_CAP = 3.6;
const MANY_LINES = 3;

/** Several orders have no bar code of one of them: scanning it would name the wrong order for the rest. */
function manyOrders(pos: readonly string[], words: Words, top: number, caption: string): Block {
  const indent = measureAt(CAP)(caption) + 1.8;
  const width = INNER - indent;
  const linesOf = (count: number): readonly string[] => {
    const rest = pos.length - count;
    return wrap([...pos.slice(0, count).map(printable), ...(rest > 0 ? [words('papers.label.morePos', { count: rest })] : [])].join(', '), width, MANY_LINES + 1, measureAt(MANY_CAP));
  };
  let count = pos.length;
  while (count > 1 && linesOf(count).length > MANY_LINES) count -= 1;
  const lines = linesOf(count).slice(0, MANY_LINES);
  const at = (index: number): number => top + MANY_CAP + index * pitchOf(MANY_CAP);
  return {
    elements: [...line(MARGIN, at(0), indent, caption, CAPTION), ...lines.flatMap((text, index) => line(MARGIN + indent, at(index), width, text, { cap: MANY_CAP, code: true }))],
    end: at(lines.length - 1) + GAP,
  };
}

const QUANTITY_WIDTH = 28;
const QUANTITY_X = RIGHT - QUANTITY_WIDTH;
const HEAD_CAP = 4.4;
const QUANTITY_CAP = 5.6;
const MIXED_CAP = 3.8;

/** What is on it, left; how much, right. Ends above `bottom`, earlier when there is less to say. */
function contentsBlock(label: LogisticsLabel, words: Words, top: number, bottom: number): Block {
  const { kind, position, product } = label;
  const width = QUANTITY_X - MARGIN - 5;
  const unit = words(kind === 'pallet' ? 'papers.label.pallet' : 'papers.label.carton');
  const head = position === null ? unit : `${unit} ${words('papers.label.position', { index: position.index, total: position.of })}`;
  const titleCap = product === null ? MIXED_CAP : CAP;
  const first = top + HEAD_CAP + 2.4 + titleCap;
  const room = rowsBetween(first, bottom);
  const ids = product === null ? itemTexts(label, words, Math.max(0, room - 1)) : [...lotText(label, words), ...idTexts(product, words)].slice(0, Math.max(0, room - 1));
  const title = product === null ? words('papers.label.mixed') : printable(product.title);
  const titles = product === null ? [title] : wrap(title, width, Math.min(3, Math.max(1, room - ids.length)), measureAt(CAP));
  const at = (index: number): number => first + index * pitchOf(CAP);
  const quantity = quantityColumn(label, words, top, bottom);
  const end = Math.max(at(titles.length + ids.length - 1), quantity.end) + GAP;
  return {
    elements: [
      ...line(MARGIN, top + HEAD_CAP, width, head, { cap: HEAD_CAP }),
      ...titles.flatMap((text, index) => line(MARGIN, at(index), width, text, { cap: titleCap })),
      ...ids.flatMap((text, index) => line(MARGIN, at(titles.length + index), width, text, { weight: 'regular', code: true })),
      { kind: 'fill', x: QUANTITY_X - 2.5, y: top - GAP, width: RULE, height: end - top + GAP },
      ...quantity.elements,
    ],
    end,
  };
}

/** How many lines of 3 mm stand between a first baseline and the block's end. */
const rowsBetween = (first: number, bottom: number): number => Math.max(0, Math.floor((bottom - GAP - first) / pitchOf(CAP) + 1e-6) + 1);

/** What of one lot only it is, else how many and which expires first. */
function lotText({ lots = [], locale, zone }: LogisticsLabel, words: Words): readonly string[] {
  const [first] = lots;
  if (!first) return [];
  if (lots.length === 1) return [printable(sayIn({ locale, zone }, traceMessage({ ...first, serial: null })))];
  const expiries = lots.flatMap(({ expiry }) => expiry ?? []).sort();
  return [words('papers.label.lots', { count: lots.length, expiryDate: expiries[0] === undefined ? 'none' : dateText({ locale, zone }, expiries[0]) })];
}

/** The products of a mixed unit, as many as have a line each; the last line says how many have none. */
function itemTexts({ items = [] }: LogisticsLabel, words: Words, most: number): readonly string[] {
  const shown = items.length <= most ? items.length : Math.max(0, most - 1);
  const texts = items.slice(0, shown).map(({ eaches, vendorSku, gtin, asin }) => {
    const [id = ''] = idTexts({ vendorSku: asin === null && gtin === null ? vendorSku : null, gtin: asin === null ? gtin : null, asin, title: '' }, words);
    return words('papers.label.item', { eaches, id });
  });
  return shown === items.length || most === 0 ? texts : [...texts, words('papers.label.moreItems', { count: items.length - shown })];
}

const idTexts = ({ vendorSku, gtin, asin }: NonNullable<LogisticsLabel['product']>, words: Words): readonly string[] =>
  [
    vendorSku === null ? '' : `${words('papers.label.sku')} ${vendorSku}`,
    gtin === null ? '' : `${words('papers.label.gtin')} ${gtin}`,
    asin === null ? '' : `${words('papers.label.asin')} ${asin}`,
  ].filter(Boolean);

function quantityColumn({ kind, eaches, cartons, weightGrams, locale, system }: LogisticsLabel, words: Words, top: number, bottom: number): Block {
  const number = new Intl.NumberFormat(regionOf(locale));
  const baseline = top + CAP + 2.2 + QUANTITY_CAP;
  const first = baseline + 2.2 + CAP;
  const below = [
    ...(kind === 'pallet' && cartons > 0 ? [words('papers.label.cartons', { count: cartons })] : []),
    ...(weightGrams === null ? [] : [weightText({ locale, system }, weightGrams)]),
  ].slice(0, rowsBetween(first, bottom));
  const at = (index: number): number => first + index * pitchOf(CAP);
  return {
    elements: [
      ...line(QUANTITY_X, top + CAP, QUANTITY_WIDTH, words('papers.label.quantity'), CAPTION),
      ...line(QUANTITY_X, baseline, QUANTITY_WIDTH, number.format(eaches), { cap: QUANTITY_CAP }),
      ...below.flatMap((text, index) => line(QUANTITY_X, at(index), QUANTITY_WIDTH, text, CAPTION)),
    ],
    end: below.length === 0 ? baseline : at(below.length - 1),
  };
}

const HRI_CAP = 3.4;
const SSCC_BOTTOM = LABEL_HEIGHT - MARGIN;
const BARS_BOTTOM = SSCC_BOTTOM - HRI_CAP - 2;
/** Where the bars begin on the fullest label. */
const SSCC_TOP = BARS_BOTTOM - SSCC_BARS;

function ssccElements(sscc: Sscc, words: Words, top: number): Elements {
  const width = SSCC_MODULES * SSCC_MODULE;
  const x = (LABEL_WIDTH - width) / 2;
  const height = BARS_BOTTOM - top;
  const caption = words('papers.label.sscc');
  const digits = `(00) ${formatSscc(sscc)}`;
  return [
    { kind: 'sscc', sscc, x, y: top, module: SSCC_MODULE, height },
    ...line(x, SSCC_BOTTOM, width, caption, CAPTION),
    ...line(x + width - measureAt(HRI_CAP)(digits), SSCC_BOTTOM, width, digits, { cap: HRI_CAP }),
  ];
}
