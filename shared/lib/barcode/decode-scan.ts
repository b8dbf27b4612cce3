import { expandUpcE, lastDigit, padTo14, parseGtin, type Gtin14 } from '../gtin.ts';
import { parseSscc } from '../sscc.ts';
import { GS, readCarrier } from './carrier.ts';
import { readDigitalLink } from './digital-link.ts';
import { elementData, noData } from './element-data.ts';
import { parseBracketed, parseElementStrings, type ElementStrings } from './element-string.ts';
import { HOUSE, readHouseCode } from './house-code.ts';
import type { Element, Fault, ScannedCode } from './scanned-code.ts';

/** A parcel's label with a whole address in it has some 400 characters; GS1's longest symbols are for other things. */
const MAX_SCAN_LENGTH = 600;

/**
 * Only the century of two-digit years depends on the year, and only for dates some fifty years away;
 * callers with a clock pass their own.
 */
const YEAR_OF_WRITING = 2026;

/**
 * What a scanned (or keyed) text is. Never throws; whatever is not recognised is `text`, and what is recognised but wrong
 * is `invalid` with the reason. It knows only the shape of codes: whether a code exists here is the resolver's matter.
 */
export function decodeScan(raw: string, thisYear: number = YEAR_OF_WRITING): ScannedCode {
  const { text, gs1, gtinLength } = readCarrier(raw);
  if (text.length > MAX_SCAN_LENGTH) {
    const kept = text.slice(0, MAX_SCAN_LENGTH);
    return invalid(kept, { reason: 'too-long', params: { length: text.length, max: MAX_SCAN_LENGTH } }, false);
  }
  if (text === '') return invalid(text, { reason: gs1 ? 'incomplete' : 'empty', params: {} }, false);
  const control = /[\u0000-\u001c\u001e\u001f\u007f]/.exec(text)?.[0];
  if (control !== undefined) {
    return invalid(text, { reason: 'control-characters', params: { code: control.charCodeAt(0) } }, false);
  }
  if (text.slice(0, HOUSE.length).toUpperCase() === HOUSE) return readHouseCode(text);
  if (gs1 || text.includes(GS)) return ofElements(text, parseElementStrings(text), thisYear);
  if (/^\(\d{2,4}\)/.test(text)) return ofElements(text, parseBracketed(text), thisYear);
  if (gtinLength !== null) return ofEanSymbol(text, gtinLength);
  const link = readDigitalLink(text);
  if (link) return ofElements(text, link, thisYear);
  return ofNumber(text, thisYear) ?? ofName(text);
}

function ofElements(text: string, read: ElementStrings, thisYear: number): ScannedCode {
  return read.ok ? meaning(text, read.elements, thisYear) : invalid(text, read, false);
}

function meaning(text: string, elements: readonly Element[], thisYear: number): ScannedCode {
  const value = (ai: string): string => elements.find((element) => element.ai === ai)?.value ?? '';
  const data = elementData(elements, thisYear);
  const sscc = parseSscc(value('00'));
  if (sscc.ok) return { kind: 'sscc', text, sscc: sscc.sscc, data };
  const item = padTo14(value('01'));
  const gtin14 = item ?? data.content;
  if (gtin14 === null) return { kind: 'attributes', text, data };
  return { kind: 'gtin', text, gtin14, alternative: null, isItem: item !== undefined, data };
}

/** An EAN or UPC symbol says itself that its digits are a GTIN; an add-on of 2 or 5 digits may follow them. */
function ofEanSymbol(text: string, length: number): ScannedCode {
  const symbol = text.replaceAll(' ', '');
  const digits = symbol.slice(0, length);
  const reading = parseGtin(digits);
  if (reading.ok) return plainGtin(text, reading.gtin14, null);
  // Some scanners are set to leave UPC-E short; an EAN-8 has its own identifier.
  const upcE = digits.length < length ? padTo14(expandUpcE(symbol) ?? '') : undefined;
  if (upcE !== undefined) return plainGtin(text, upcE, null);
  if (reading.reason === 'check-digit') return wrongCheckDigit(text, digits, false);
  return invalid(text, { reason: 'incomplete', params: { ai: '01', found: symbol.length, needed: length } }, false);
}

/** Codes made of digits, with the blanks of their printed line, and element strings a scanner sends without any mark. */
function ofNumber(text: string, thisYear: number): ScannedCode | undefined {
  const digits = text.replaceAll(' ', '');
  const plain = /^\d+$/.test(digits);
  if (plain) {
    const sscc = parseSscc(digits);
    if (sscc.ok) return { kind: 'sscc', text, sscc: sscc.sscc, data: noData };
    const gtin = parseGtin(digits);
    const upcE = digits.length === 8 ? (padTo14(expandUpcE(digits) ?? '') ?? null) : null;
    if (gtin.ok) return plainGtin(text, gtin.gtin14, upcE);
    if (upcE !== null) return plainGtin(text, upcE, null);
  }
  const unmarked = ofUnmarkedElements(text, thisYear);
  if (unmarked) return unmarked;
  if (!plain) return undefined;
  if (/^(?:\d{8}|\d{12,14})$/.test(digits)) return wrongCheckDigit(text, digits, true);
  if (/^(?:00)?\d{18}$/.test(digits)) return wrongCheckDigit(text, digits.slice(-18), true);
  return isIsbn10(digits) ? { kind: 'asin', text, asin: digits } : undefined;
}

/**
 * Element strings without symbology identifier or FNC1. They must hold an SSCC or GTIN with a right check digit, so that hardly
 * any SKU is mistaken for one; behind such a number at the very start, what follows must be right too.
 */
function ofUnmarkedElements(text: string, thisYear: number): ScannedCode | undefined {
  if (!/^\d{16}/.test(text)) return undefined;
  const read = parseElementStrings(text);
  if (read.ok) {
    const code = meaning(text, read.elements, thisYear);
    return code.kind === 'attributes' ? undefined : code;
  }
  const startsWithItem = /^0[12]\d{14}/.test(text) && padTo14(text.slice(2, 16)) !== undefined;
  const startsWithUnit = /^00\d{18}/.test(text) && parseSscc(text.slice(0, 20)).ok;
  if (startsWithItem || startsWithUnit) return invalid(text, read, true);
  const isItemAlone = /^0[12]\d{14}$/.test(text);
  return isItemAlone ? wrongCheckDigit(text, text.slice(2), true) : undefined;
}

function ofName(text: string): ScannedCode {
  const upper = text.toUpperCase();
  if (/^B0[0-9A-Z]{8}$/.test(upper) || isIsbn10(upper)) return { kind: 'asin', text, asin: upper };
  if (/^X00[0-9A-Z]{7}$/.test(upper)) return { kind: 'fnsku', text, fnsku: upper };
  if (/^AMZNCC[0-9A-Z]{4,24}$/.test(upper)) return { kind: 'amazonCarton', text, carton: upper };
  if (/^[A-Z]{1,2}\d{0,2}(?:-\d{1,3}){2,3}$/.test(upper)) return { kind: 'location', text, location: upper, certain: false };
  return { kind: 'text', text };
}

/** The ASIN of a book is its ISBN-10: nine digits and a check character by modulo 11. */
function isIsbn10(text: string): boolean {
  if (!/^\d{9}[\dX]$/.test(text)) return false;
  const sum = Array.from(text).reduce((total, character, index) => total + (character === 'X' ? 10 : Number(character)) * (10 - index), 0);
  return sum % 11 === 0;
}

function plainGtin(text: string, gtin14: Gtin14, alternative: Gtin14 | null): ScannedCode {
  return { kind: 'gtin', text, gtin14, alternative: alternative === gtin14 ? null : alternative, isItem: true, data: noData };
}

function wrongCheckDigit(text: string, digits: string, mayBeText: boolean): ScannedCode {
  return invalid(text, { reason: 'check-digit', params: { digits, ...lastDigit(digits) } }, mayBeText);
}

function invalid(text: string, { reason, params }: Fault, mayBeText: boolean): ScannedCode {
  return { kind: 'invalid', text, reason, params, mayBeText };
}
