import type { Locale, PickListPaper } from '../../shared/documents/papers.ts';
import { regionOf } from '../../shared/messages/region.ts';
import { say } from '../../shared/messages/say.ts';
import { ellipsize, wrap } from './fit.ts';
import { CAP_HEIGHT } from './fonts.ts';
import { textWidth, type Style } from './ink.ts';
import { measured } from './page-parts.ts';
import { printable } from './printable.ts';

export type PickLine = PickListPaper['lines'][number];

/** Columns of the table in points: where each begins, and where the last ends. */
export interface Columns {
  readonly tick: number;
  readonly bin: number;
  readonly product: number;
  readonly quantity: number;
  readonly picked: number;
  readonly end: number;
}

export interface Count {
  readonly count: string;
  readonly unit: string;
}

/** One line of the list, fitted to its columns. */
export interface Row {
  readonly bin: readonly string[];
  readonly binStyle: Style;
  readonly title: readonly string[];
  readonly ids: readonly string[];
  /** What to take: full cases and loose pieces, or pieces alone. */
  readonly counts: readonly Count[];
  /** The same in eaches, where cases are counted. */
  readonly sum: string;
  readonly height: number;
}

export const TITLE: Style = { weight: 'bold', size: 10 };
export const IDS: Style = { weight: 'regular', size: 8, code: true };
export const COUNT: Style = { weight: 'bold', size: 19 };
export const UNIT: Style = { weight: 'regular', size: 10 };
export const SUM: Style = { weight: 'bold', size: 10 };

export const TITLE_PITCH = 12.5;
export const IDS_PITCH = 10.5;
export const COUNT_PITCH = 20;
export const SUM_PITCH = 14;
export const BIN_PITCH = 1.15;
/** From the row's upper edge to the first baseline's capitals, and the same below. */
export const PADDING = 8;
const LEAST_HEIGHT = 44;
const BIN_SIZES = [16, 14, 12, 10.5] as const;
const MOST_BIN_LINES = 3;

export function fitRow(locale: Locale, line: PickLine, columns: Columns): Row {
  const bin = fitBin(line.location === null ? say(locale, 'papers.pickList.noBin') : printable(line.location), columns.product - columns.bin - 10);
  const width = columns.quantity - columns.product - 12;
  const title = wrap(printable(line.title), width, 2, measured(TITLE));
  const ids = fitIds(
    [say(locale, 'papers.pickList.line', { line: printable(line.line) }), ...[line.vendorSku, line.asin, line.gtin].flatMap((id) => (id === null ? [] : [printable(id)]))],
    width,
  );
  const text = title.length * TITLE_PITCH + ids.length * IDS_PITCH + 2;
  const bins = bin.lines.length * bin.style.size * BIN_PITCH;
  const quantity = quantityText(locale, line);
  return { bin: bin.lines, binStyle: bin.style, title, ids, ...quantity, height: Math.max(LEAST_HEIGHT, ...[text, bins, quantityHeight(quantity)].map((part) => part + 2 * PADDING)) };
}

export interface FittedBin {
  readonly lines: readonly string[];
  readonly style: Style;
}

/** A bin is never cut while there is a smaller size or another line to be had: a wrong shelf costs more than an ugly row. */
export function fitBin(text: string, width: number): FittedBin {
  const style = BIN_SIZES.map((size): Style => ({ weight: 'bold', size })).find((candidate) => textWidth(text, candidate) <= width) ?? { weight: 'bold', size: 10.5 };
  return { lines: wrap(text, width, MOST_BIN_LINES, measured(style)), style };
}

const SEPARATOR = ' · ';

/** The line's numbers, as many in a row of text as fit. */
export function fitIds(texts: readonly string[], width: number): readonly string[] {
  const separator = textWidth(SEPARATOR, IDS);
  const rows: { text: string; width: number }[] = [];
  for (const text of texts) {
    const own = textWidth(text, IDS);
    const last = rows.at(-1);
    if (last !== undefined && last.width + separator + own <= width) {
      last.text += `${SEPARATOR}${text}`;
      last.width += separator + own;
    } else rows.push({ text: own <= width ? text : ellipsize(text, width, measured(IDS)), width: own });
  }
  return rows.map(({ text }) => text);
}

/** Height of the quantity's lines, from the first one's capitals to the last baseline. */
export const quantityHeight = ({ counts, sum }: Pick<Row, 'counts' | 'sum'>): number => COUNT.size * CAP_HEIGHT + (counts.length - 1) * COUNT_PITCH + (sum === '' ? 0 : SUM_PITCH);

/** `40 cases of 12`, then `= 480 eaches`; loose pieces beside full cases have a line of their own: `+ 5 eaches`. */
export function quantityText(locale: Locale, { eaches, caseSize }: Pick<PickLine, 'eaches' | 'caseSize'>): Pick<Row, 'counts' | 'sum'> {
  const number = new Intl.NumberFormat(regionOf(locale));
  const cases = caseSize > 1 ? Math.floor(eaches / caseSize) : 0;
  if (cases === 0) return { counts: [{ count: number.format(eaches), unit: say(locale, 'papers.quantity.eaches', { count: eaches }) }], sum: '' };
  const loose = eaches - cases * caseSize;
  return {
    counts: [
      { count: number.format(cases), unit: say(locale, 'papers.quantity.casesOf', { count: cases, size: caseSize }) },
      ...(loose === 0 ? [] : [{ count: `+ ${number.format(loose)}`, unit: say(locale, 'papers.quantity.eaches', { count: loose }) }]),
    ],
    sum: say(locale, 'papers.quantity.inEaches', { count: eaches }),
  };
}

/** `3 lines · 84 cases + 5 eaches = 1,020 eaches`; `head` says what is counted instead of lines. */
export function totalText(locale: Locale, lines: readonly Pick<PickLine, 'eaches' | 'caseSize'>[], head = say(locale, 'papers.pickList.total', { lines: lines.length })): string {
  const number = new Intl.NumberFormat(regionOf(locale));
  const eaches = lines.reduce((sum, line) => sum + line.eaches, 0);
  const cases = lines.reduce((sum, { eaches: count, caseSize }) => sum + (caseSize > 1 ? Math.floor(count / caseSize) : 0), 0);
  const loose = lines.reduce((sum, { eaches: count, caseSize }) => sum + (caseSize > 1 ? count % caseSize : count), 0);
  if (cases === 0) return `${head}${SEPARATOR}${number.format(eaches)} ${say(locale, 'papers.quantity.eaches', { count: eaches })}`;
  const parts = [
    `${number.format(cases)} ${say(locale, 'papers.quantity.cases', { count: cases })}`,
    ...(loose > 0 ? [say(locale, 'papers.quantity.plusEaches', { count: loose })] : []),
    say(locale, 'papers.quantity.inEaches', { count: eaches }),
  ];
  return `${head}${SEPARATOR}${parts.join(' ')}`;
}
