import { z } from 'zod';
import { parseAmount } from '../../lib/money.ts';
import { dateIn, parseCalendarDate, parseInstant, type CalendarDate, type Instant, type Zone } from '../../lib/time.ts';
import { isValidGtin } from '../../lib/gtin.ts';
import { cleanText, quoted, refuse, type Warnings } from '../problem.ts';
import type { Place } from '../incoming.ts';

const QUANTITY_MAX = 1_000_000_000;
const UNIT_SIZE_MAX = 1_000_000;

/** Text that a document may give as a number; anything else there counts as left out. */
export const optionalText = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined ? null : cleanText(String(value)) || null));

/** An order's number as it stands there: `readPo` makes it readable and says what it took out. */
export const poText = z.union([z.string(), z.number()]).transform(String);

/** Text that must be there. */
export const requiredText = z.union([z.string(), z.number()]).transform((value) => cleanText(String(value)));

/** An amount as a number or as text, which Amazon both writes. A whole number >= 0, or the order is refused. */
export function wholeAmount(value: string | number | null | undefined, place: Place): number {
  if (value === null || value === undefined || value === '') refuse('documents.order.quantity-missing', place);
  const text = String(value).trim();
  const quantity = /^\d{1,10}(?:\.0*)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(quantity <= QUANTITY_MAX)) refuse('documents.order.bad-quantity', place, { value: quoted(text) });
  return quantity;
}

/** A case size; null where it is missing or no whole number from 1. */
export function unitSizeOf(value: string | number | null | undefined): number | null {
  const size = typeof value === 'string' && /^\d{1,7}$/.test(value.trim()) ? Number(value) : value;
  return typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= UNIT_SIZE_MAX ? size : null;
}

export function priceOf(value: string | number | null | undefined, place: Place, warnings: Warnings): string | null {
  if (value === null || value === undefined || value === '') return null;
  const amount = parseAmount(value);
  if (amount === undefined) warnings.add('documents.order.bad-price', place, { value: quoted(String(value)) });
  return amount ?? null;
}

/** A vendor's product id that is a barcode number as well. */
export const gtinIn = (id: string | null): string | null => (id !== null && /^\d+$/.test(id) && isValidGtin(id) ? id : null);

/** Instants that a business document can mean; others are typing errors, and calendars have ends. */
const EARLIEST = 0;
const LATEST = 7_258_118_400_000;

const plausible = (text: string): Instant | undefined => {
  const at = parseInstant(text);
  return at !== undefined && at >= EARLIEST && at < LATEST ? at : undefined;
};

export function instantOf(text: string | null, place: Place, warnings: Warnings): Instant | null {
  if (text === null) return null;
  const at = plausible(text);
  if (at === undefined) warnings.add('documents.order.bad-date', place, { value: quoted(text) });
  return at ?? null;
}

/** The day of an instant in `zone`; a plain day stays that day. */
export function dayOf(text: string | null, zone: Zone, place: Place, warnings: Warnings): CalendarDate | null {
  if (text === null) return null;
  const at = plausible(text);
  const date = at === undefined ? parseCalendarDate(text) : dateIn(zone, at);
  if (date === undefined) warnings.add('documents.order.bad-date', place, { value: quoted(text) });
  return date ?? null;
}
