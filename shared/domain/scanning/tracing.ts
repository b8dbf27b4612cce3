import type { ElementData } from '../../lib/barcode/scanned-code.ts';
import { dateIn, daysBetween, type CalendarDate, type Instant, type Zone } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Product, ProductNeeds, Trace, TraceInHand } from '../state/entities.ts';

/*
 * What labels say of lot, expiry and serial number, against what the product needs. GS1 General Specifications: AI 10 batch or lot, 17
 * expiration date, 15 best before date, 21 serial number; day 00 of a date is the last of its month (`gs1-date.ts`).
 */

export const NO_TRACE: Trace = { lot: null, expiry: null, serial: null };

/** Goods that say only when they are best before are treated as if they expired then. */
export const traceOn = ({ lot, expiry, bestBefore, serial }: ElementData): Trace => ({ lot, expiry: expiry ?? bestBefore, serial });

export const saysNothing = ({ lot, expiry, serial }: Trace): boolean => lot === null && expiry === null && serial === null;

export type TraceField = keyof Trace;

export const FIELDS: readonly TraceField[] = ['lot', 'expiry', 'serial'];

/** What the product needs of it; the rest of the label is not kept. */
export const neededOf = (needs: ProductNeeds, { lot, expiry, serial }: Trace): Trace => ({
  lot: needs.lot ? lot : null, expiry: needs.expiry ? expiry : null, serial: needs.serial ? serial : null,
});

export const missingIn = (needs: ProductNeeds, trace: Trace): readonly TraceField[] => FIELDS.filter((field) => needs[field] && trace[field] === null);

interface Goods {
  readonly sku: string;
  /** The unit they go onto. */
  readonly sscc: string | null;
}

/**
 * What is known of goods whose own label says `label`: for the rest what is in hand. A label scanned before its product tells all it has; the
 * lot of the cartons before goes on as long as nothing else is scanned, and never a serial number.
 */
export function completed(needs: ProductNeeds, label: Trace, hand: TraceInHand | null, { sku, sscc }: Goods): Trace {
  const own = neededOf(needs, label);
  if (hand === null || (hand.sku !== null && (hand.sku !== sku || hand.sscc !== sscc))) return own;
  const held = neededOf(needs, hand.sku === null ? hand : { ...hand, serial: null });
  const another = FIELDS.some((field) => own[field] !== null && held[field] !== null && own[field] !== held[field]);
  return another ? own : { lot: own.lot ?? held.lot, expiry: own.expiry ?? held.expiry, serial: own.serial ?? held.serial };
}

/** What a scan that waits still lacks, `sscc` being the unit in hand. */
export function lacking(needs: ProductNeeds | null, hand: TraceInHand, sscc: string | null): readonly TraceField[] {
  const { waiting } = hand;
  return needs === null || waiting === null ? [] : missingIn(needs, completed(needs, waiting, hand, { sku: waiting.sku, sscc }));
}

/** The lot of the cartons before is still theirs when a scan that waited, or a label that was noted, is given up. */
export const withoutWaiting = (hand: TraceInHand | null): TraceInHand | null => (hand === null || hand.sku === null ? null : { ...hand, waiting: null });

/** Two bar codes of one label, together; undefined where they say different things: they are of two labels. */
export function together(first: Trace, second: Trace): Trace | undefined {
  if (FIELDS.some((field) => first[field] !== null && second[field] !== null && first[field] !== second[field])) return undefined;
  return { lot: second.lot ?? first.lot, expiry: second.expiry ?? first.expiry, serial: second.serial ?? first.serial };
}

/**
 * A lot that goes on like the expiry date of a label, `17` or `15` and a day of the calendar: a scanner that leaves out GS makes one text of the
 * lot and what stands behind it.
 */
export const mayHoldMore = (lot: string | null): boolean => lot !== null && /^.+?1[57]\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])/.test(lot);

export type ShelfLife = { readonly kind: 'good' } | { readonly kind: 'expired' | 'short'; readonly words: Message };

/** Goods are good up to and with the day they expire, in the site's zone. */
export function shelfLife({ sku, needs }: Product, expiry: CalendarDate | null, { zone, now }: { readonly zone: Zone; readonly now: Instant }): ShelfLife {
  if (!needs?.expiry || expiry === null) return { kind: 'good' };
  const left = daysBetween(dateIn(zone, now), expiry);
  if (left < 0) return { kind: 'expired', words: message('scanning.wrong.expired', { sku, expiryDate: expiry }) };
  const least = needs.shelfLifeDays ?? 0;
  return left < least ? { kind: 'short', words: message('scanning.label.askShelfLife', { sku, expiryDate: expiry, left, least }) } : { kind: 'good' };
}
