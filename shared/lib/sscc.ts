import type { Brand } from './brand.ts';
import { checkDigit, lastDigit } from './gtin.ts';

/** Serial Shipping Container Code: 18 digits with a correct check digit, without the AI 00. */
export type Sscc = Brand<string, 'Sscc'>;

export type SsccBuild =
  | { readonly ok: true; readonly sscc: Sscc }
  /** `extension`: not 0-9. `company-prefix`: not 4-12 digits. `serial`: not a whole number from 0. */
  | { readonly ok: false; readonly reason: 'extension' | 'company-prefix' | 'serial' }
  /** The prefix has no digits left for this serial: take the next extension digit or another prefix. */
  | { readonly ok: false; readonly reason: 'exhausted'; readonly capacity: number };

export type SsccReading =
  | { readonly ok: true; readonly sscc: Sscc }
  /** Not 18 digits, nor 20 that start with the AI 00. */
  | { readonly ok: false; readonly reason: 'shape' }
  | { readonly ok: false; readonly reason: 'check-digit'; readonly expected: number; readonly found: number };

export interface SsccParts {
  readonly extension: string;
  readonly companyPrefix: string;
  readonly serial: string;
  readonly check: string;
}

/** Extension digit, company prefix and serial together, before the check digit. */
const BODY = 17;
const COMPANY_PREFIX = /^\d{4,12}$/;

/** How many serials one extension digit has with this company prefix; 0 when the prefix is not 4 to 12 digits. */
export function serialCapacity(companyPrefix: string): number {
  return COMPANY_PREFIX.test(companyPrefix) ? 10 ** (BODY - 1 - companyPrefix.length) : 0;
}

/** The SSCC of a serial number: the serial fills what the GS1 company prefix leaves of 16 digits. */
export function buildSscc(extension: number, companyPrefix: string, serial: number): SsccBuild {
  if (!Number.isInteger(extension) || extension < 0 || extension > 9) return { ok: false, reason: 'extension' };
  const capacity = serialCapacity(companyPrefix);
  if (capacity === 0) return { ok: false, reason: 'company-prefix' };
  if (!Number.isInteger(serial) || serial < 0) return { ok: false, reason: 'serial' };
  if (serial >= capacity) return { ok: false, reason: 'exhausted', capacity };
  const body = `${extension}${companyPrefix}${String(serial).padStart(BODY - 1 - companyPrefix.length, '0')}`;
  return { ok: true, sscc: `${body}${checkDigit(body)}` as Sscc };
}

/** Reads 18 digits, or 20 with the AI in front (`00...` or `(00)...`). Blanks are ignored. */
export function parseSscc(text: string): SsccReading {
  const shape = /^(?:\(00\)|00)?(\d{18})$/.exec(text.replaceAll(' ', ''));
  const digits = shape?.[1];
  if (digits === undefined) return { ok: false, reason: 'shape' };
  const { expected, found } = lastDigit(digits);
  return expected === found ? { ok: true, sscc: digits as Sscc } : { ok: false, reason: 'check-digit', expected, found };
}

/**
 * The parts of an SSCC. The length of the company prefix is not in the code: it must be known.
 * @throws RangeError when the length is not 4 to 12.
 */
export function ssccParts(sscc: Sscc, prefixLength: number): SsccParts {
  if (!Number.isInteger(prefixLength) || prefixLength < 4 || prefixLength > 12) {
    throw new RangeError(`company prefix of ${prefixLength} digits`);
  }
  return {
    extension: sscc.slice(0, 1),
    companyPrefix: sscc.slice(1, 1 + prefixLength),
    serial: sscc.slice(1 + prefixLength, BODY),
    check: sscc.slice(BODY),
  };
}

/** For people to read and compare: `0 0614141 123456789 0`, or in fours (`0 0614 1411 2345 6789 0`) when the prefix is not ours. */
export function formatSscc(sscc: Sscc, prefixLength?: number): string {
  if (prefixLength === undefined) {
    return [sscc.slice(0, 1), sscc.slice(1, 5), sscc.slice(5, 9), sscc.slice(9, 13), sscc.slice(13, BODY), sscc.slice(BODY)].join(' ');
  }
  const { extension, companyPrefix, serial, check } = ssccParts(sscc, prefixLength);
  return `${extension} ${companyPrefix} ${serial} ${check}`;
}
