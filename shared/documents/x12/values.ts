import type { CalendarDate } from '../../lib/time.ts';
import { parseAmount } from '../../lib/money.ts';
import { parseCalendarDate } from '../../lib/time.ts';
import { quoted, refuse, type Warnings } from '../problem.ts';
import type { IncomingOrder } from '../incoming.ts';
import { element, placeOf, type Segment } from './segments.ts';

/** No order line is longer; beyond it sums would leave the safe integers. */
const QUANTITY_MAX = 1_000_000_000;

/** Each-like and case-like unit codes (X12 element 355). Anything else is refused: guessing a unit ships the wrong amount. */
const UNITS: ReadonlyMap<string, 'eaches' | 'cases'> = new Map([
  ['EA', 'eaches'],
  ['UN', 'eaches'],
  ['PC', 'eaches'],
  ['PCE', 'eaches'],
  ['CA', 'cases'],
]);

/** `CCYYMMDD`, or `YYMMDD` as versions before 4010 write it. Null with a warning where it is no real day. */
export function dateElement(segment: Segment, at: number, warnings: Warnings): CalendarDate | null {
  const text = element(segment, at);
  if (text === '') return null;
  const date = parseCalendarDate(/^\d{6}$/.test(text) ? `20${text}` : text);
  if (date !== undefined) return date;
  warnings.add('documents.order.bad-date', placeOf(segment), { value: quoted(text) });
  return null;
}

/** A whole number of units; zero is a cancelled line. Anything else refuses the order. */
export function quantityElement(segment: Segment, at: number): number {
  const text = element(segment, at);
  if (text === '') refuse('documents.order.quantity-missing', placeOf(segment));
  const whole = /^\+?(\d{1,10})(?:\.0*)?$/.exec(text)?.[1];
  const quantity = whole === undefined ? Number.NaN : Number(whole);
  if (!(quantity <= QUANTITY_MAX)) refuse('documents.order.bad-quantity', placeOf(segment), { value: quoted(text) });
  return quantity;
}

export function unitElement(segment: Segment, at: number): 'eaches' | 'cases' {
  const component = segment.delimiters.component;
  const text = element(segment, at);
  const code = (component === null ? text : (text.split(component)[0] ?? '')).trim();
  if (code === '') refuse('documents.x12.unit-missing', placeOf(segment));
  const unit = UNITS.get(code.toUpperCase());
  return unit ?? refuse('documents.x12.unknown-unit', placeOf(segment), { unit: quoted(code) });
}

/** Codes of element 639 that name a retail price: never a cost, however tempting. */
const RETAIL_BASES: readonly string[] = ['RE', 'RS', 'RT', 'SR'];

/**
 * The price in `at` as the cost of one ordered unit (X12: the price is per unit of PO103). Null where there is none, where it can not be
 * read, or where the basis in `at + 1` says that it is a retail price.
 */
export function costElement(segment: Segment, at: number, warnings: Warnings): string | null {
  const text = element(segment, at);
  if (text === '') return null;
  if (RETAIL_BASES.includes(element(segment, at + 1))) {
    warnings.add('documents.x12.retail-price', placeOf(segment), { value: quoted(text) });
    return null;
  }
  const amount = parseAmount(text.replace(/^\+/, '').replace(/^\./, '0.').replace(/\.$/, ''));
  if (amount !== undefined) return amount;
  warnings.add('documents.order.bad-price', placeOf(segment), { value: quoted(text) });
  return null;
}

/** FOB01 (element 146): who pays the carrier. Codes that leave it open (`DF`, `FO`) give null. */
export function freightTermOf(code: string): IncomingOrder['freightTerm'] {
  switch (code) {
    case 'CC':
    case 'CF':
    case 'BP':
      return 'collect';
    case 'PP':
    case 'PS':
    case 'PO':
    case 'PC':
      return 'prepaid';
    default:
      return null;
  }
}
