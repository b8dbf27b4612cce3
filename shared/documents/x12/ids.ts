import { hasCheckDigit } from '../../lib/gtin.ts';
import { isGtinShape, looksLikeAsin, restoreGtin } from '../product-ids.ts';
import { cleanText, quoted, type Warnings } from '../problem.ts';
import { element, placeOf, type Segment } from './segments.ts';

export interface LineIds {
  readonly asin: string | null;
  readonly vendorSku: string | null;
  readonly gtin: string | null;
  readonly buyerPart: string | null;
}

/** Qualifiers (element 235) by what they name, the best first. */
const VENDOR: readonly string[] = ['VN', 'VP', 'VC', 'SK', 'MG'];
const BUYER: readonly string[] = ['BP', 'IN', 'CB', 'BO'];
const GTIN: readonly string[] = ['UP', 'EN', 'EO', 'IB', 'UK', 'GT', 'UA', 'UI'];

/**
 * The ids of a line from its qualifier/value pairs, which may stand in any order. Amazon sends the ASIN as `BP`, having no qualifier of
 * its own; a ten-character ISBN (`IB`) is the ASIN of the book.
 */
export function lineIds(segment: Segment, firstPair: number, warnings: Warnings): LineIds {
  const values = new Map<string, string>();
  for (let at = firstPair; at + 1 < segment.elements.length; at += 2) {
    const qualifier = element(segment, at).toUpperCase();
    const value = cleanText(element(segment, at + 1));
    if (qualifier !== '' && value !== '' && !values.has(qualifier)) values.set(qualifier, value);
  }
  const bp = values.get('BP');
  const isbn = values.get('IB');
  const asin = bp !== undefined && looksLikeAsin(bp) ? bp : isbn !== undefined && looksLikeAsin(isbn) ? isbn : null;
  const ids: LineIds = {
    asin,
    vendorSku: first(values, VENDOR),
    gtin: gtinOf(values, segment, warnings),
    buyerPart: first(values, asin !== null && asin === bp ? BUYER.slice(1) : BUYER),
  };
  if (ids.asin === null && ids.vendorSku === null && ids.gtin === null && ids.buyerPart === null) {
    warnings.add('documents.order.line-without-product', placeOf(segment));
  }
  return ids;
}

function first(values: ReadonlyMap<string, string>, qualifiers: readonly string[]): string | null {
  for (const qualifier of qualifiers) {
    const value = values.get(qualifier);
    if (value !== undefined) return value;
  }
  return null;
}

function gtinOf(values: ReadonlyMap<string, string>, segment: Segment, warnings: Warnings): string | null {
  for (const qualifier of GTIN) {
    const digits = values.get(qualifier)?.replace(/[\s-]/g, '');
    if (digits === undefined || (qualifier === 'IB' && digits.length === 10)) continue;
    const gtin = isGtinShape(digits) ? digits : restoreGtin(digits);
    if (gtin === undefined) {
      warnings.add('documents.order.bad-gtin', placeOf(segment), { value: quoted(digits) });
      continue;
    }
    if (!hasCheckDigit(gtin)) warnings.add('documents.order.gtin-check-digit', placeOf(segment), { value: gtin });
    return gtin;
  }
  return null;
}
