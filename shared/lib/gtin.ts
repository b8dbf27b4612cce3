import type { Brand } from './brand.ts';

/** A GTIN with a correct check digit, padded with zeros to 14 digits: the one form product codes are stored and compared in. */
export type Gtin14 = Brand<string, 'Gtin14'>;

export type GtinReading =
  | { readonly ok: true; readonly gtin14: Gtin14 }
  /** Not 8, 12, 13 or 14 digits. */
  | { readonly ok: false; readonly reason: 'shape' }
  | { readonly ok: false; readonly reason: 'check-digit'; readonly expected: number; readonly found: number };

const GTIN = /^(?:\d{8}|\d{12,14})$/;

/**
 * The GS1 check digit that belongs behind `digits` (which does not hold it yet).
 * Weights 3, 1, 3, ... from the right; GS1 General Specifications 7.9.
 * @throws RangeError when `digits` is not one or more decimal digits.
 */
export function checkDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError(`not digits: ${digits}`);
  let sum = 0;
  let weight = 3;
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    sum += Number(digits[index]) * weight;
    weight = 4 - weight;
  }
  return (10 - (sum % 10)) % 10;
}

/** The digit the last place of `digits` should hold, and the one it holds. At least two digits. */
export function lastDigit(digits: string): { readonly expected: number; readonly found: number } {
  return { expected: checkDigit(digits.slice(0, -1)), found: Number(digits.slice(-1)) };
}

export function hasCheckDigit(digits: string): boolean {
  const { expected, found } = lastDigit(digits);
  return expected === found;
}

/** Reads a GTIN-8, -12 (UPC-A), -13 (EAN-13) or -14 (ITF-14). Blanks, as under a printed bar code, are ignored. */
export function parseGtin(text: string): GtinReading {
  const digits = text.replaceAll(' ', '');
  if (!GTIN.test(digits)) return { ok: false, reason: 'shape' };
  const { expected, found } = lastDigit(digits);
  if (expected !== found) return { ok: false, reason: 'check-digit', expected, found };
  return { ok: true, gtin14: digits.padStart(14, '0') as Gtin14 };
}

export const isValidGtin = (text: string): boolean => parseGtin(text).ok;

/** A valid GTIN of any length as 14 digits; undefined when it is none. */
export function padTo14(text: string): Gtin14 | undefined {
  const reading = parseGtin(text);
  return reading.ok ? reading.gtin14 : undefined;
}

/** Whether two codes of any length name the same trade item, so UPC-A 012345678905 and EAN-13 0012345678905 do. */
export function sameProductCode(left: string, right: string): boolean {
  const one = padTo14(left);
  return one !== undefined && one === padTo14(right);
}

/**
 * UPC-E as the 12 digits of its UPC-A (GS1 General Specifications 5.2.2.4.2).
 * Takes 6 digits (number system 0), 7 (number system and six) or 8 (with check digit, which must be right).
 */
export function expandUpcE(text: string): string | undefined {
  const shape = /^(?:([01])?(\d{6})|([01])(\d{6})(\d))$/.exec(text);
  if (!shape) return undefined;
  const system = shape[1] ?? shape[3] ?? '0';
  const body = shape[2] ?? shape[4] ?? '';
  const head = body.slice(0, 2);
  const third = body.slice(2, 3);
  const last = body.slice(5);
  const middle =
    last === '0' || last === '1' || last === '2'
      ? `${head}${last}0000${body.slice(2, 5)}`
      : last === '3'
        ? `${head}${third}00000${body.slice(3, 5)}`
        : last === '4'
          ? `${body.slice(0, 4)}00000${body.slice(4, 5)}`
          : `${body.slice(0, 5)}0000${last}`;
  const payload = `${system}${middle}`;
  const expanded = `${payload}${checkDigit(payload)}`;
  const given = shape[5];
  return given === undefined || expanded.endsWith(given) ? expanded : undefined;
}
