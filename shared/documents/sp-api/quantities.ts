import { DocumentNotWritable } from '../not-writable.ts';
import type { Place } from '../incoming.ts';

/** `ItemQuantity` of the vendor models. `unitSize` is 1 for eaches. */
export interface ItemQuantity {
  readonly amount: number;
  readonly unitOfMeasure: 'Cases' | 'Eaches';
  readonly unitSize: number;
}

/** `Money` of the vendor models; the amount is a decimal as text. */
export interface Amount {
  readonly currencyCode: string;
  readonly amount: string;
}

interface OrderedUnit {
  readonly unit: 'eaches' | 'cases';
  readonly unitSize: number;
}

/** Eaches in the unit of the order. @throws DocumentNotWritable when a case would be split. */
export function itemQuantity(eaches: number, { unit, unitSize }: OrderedUnit, line: string, place: Place): ItemQuantity {
  const amount = eaches / unitSize;
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw new DocumentNotWritable('documents.write.not-whole-units', place, { line, eaches, unitSize });
  }
  return { amount, unitOfMeasure: unit === 'cases' ? 'Cases' : 'Eaches', unitSize };
}

/**
 * Eaches as shipped: in the unit of the order where that comes out even, else in eaches. What left the dock is a fact and must be told
 * even where a case was broken.
 */
export function shippedQuantity(eaches: number, ordered: OrderedUnit): ItemQuantity {
  const cases = eaches / ordered.unitSize;
  if (ordered.unit === 'cases' && Number.isSafeInteger(cases)) return { amount: cases, unitOfMeasure: 'Cases', unitSize: ordered.unitSize };
  return { amount: eaches, unitOfMeasure: 'Eaches', unitSize: 1 };
}

/** A whole number of thousandths (or millionths) as decimal text: 1234 with 3 digits is `1.234`. */
function decimalText(value: number, digits: number): string {
  const text = String(Math.round(value)).padStart(digits + 1, '0');
  const cut = text.length - digits;
  const fraction = text.slice(cut).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, cut) : `${text.slice(0, cut)}.${fraction}`;
}

/** `Weight` in kilograms, exact to the gram. */
export const weight = (grams: number): { readonly unitOfMeasure: 'Kg'; readonly value: string } => ({
  unitOfMeasure: 'Kg',
  value: decimalText(grams, 3),
});

/** `Volume` in cubic metres, exact to the cubic centimetre. */
export const volume = (cubicCentimetres: number): { readonly unitOfMeasure: 'CuM'; readonly value: string } => ({
  unitOfMeasure: 'CuM',
  value: decimalText(cubicCentimetres, 6),
});
