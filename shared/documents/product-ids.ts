import { hasCheckDigit } from '../lib/gtin.ts';

/** Lengths a GTIN may have: EAN-8, UPC-A, EAN-13, GTIN-14. */
const GTIN_LENGTHS: readonly number[] = [8, 12, 13, 14];

export const isGtinShape = (text: string): boolean => GTIN_LENGTHS.includes(text.length) && /^\d+$/.test(text);

/**
 * Puts back leading zeros that a spreadsheet took from a GTIN. Undefined when the text is no number of at most 14 digits or the check
 * digit does not fit: then nothing says that zeros are what is missing.
 */
export function restoreGtin(digits: string): string | undefined {
  if (!/^\d{7,14}$/.test(digits) || !hasCheckDigit(digits)) return undefined;
  const length = GTIN_LENGTHS.find((each) => each >= digits.length);
  return length === undefined ? undefined : digits.padStart(length, '0');
}

/** ASINs are ten capitals and digits; a book's ASIN is its ISBN-10. Where a document has one field for both, this is the best test there is. */
export const looksLikeAsin = (text: string): boolean => /^[A-Z0-9]{10}$/.test(text);
