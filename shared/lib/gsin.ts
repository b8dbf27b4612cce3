import type { Brand } from './brand.ts';
import { checkDigit, hasCheckDigit } from './gtin.ts';

/**
 * Global Shipment Identification Number: 17 digits, the last one a check digit; AI 402 in a GS1-128 bar code (GS1 General Specifications,
 * table of application identifiers). A bill of lading of the VICS standard has such a number: GS1 company prefix and serial number together
 * 16 digits, and the check digit (https://www.neodynamic.com/Products/Help/ThermalLabel4.0/barcodes/VICSBOL.htm); mandatory since July 2003
 * (http://www.vics.org/guidelines/bol/). That a bill of lading's number is a GSIN and has AI 402 say GS1 Ireland ("referencing a despatch advice
 * and/or BOL ... encoded using AI (402)", https://www.gs1ie.org/standards/identification/products-cases-pallets/gsin.html) and GS1 Denmark
 * ("402 Bill of Lading", https://en.gs1.dk/application-identifiers/402).
 */
export type Gsin = Brand<string, 'Gsin'>;

export type GsinBuild =
  | { readonly ok: true; readonly gsin: Gsin }
  /** `company-prefix`: not 4-12 digits. `exhausted`: the prefix has no digits left for this serial. */
  | { readonly ok: false; readonly reason: 'company-prefix' | 'exhausted' };

const BODY = 16;

/** The number of a serial, a whole number from 0. */
export function buildGsin(companyPrefix: string, serial: number): GsinBuild {
  if (!/^\d{4,12}$/.test(companyPrefix)) return { ok: false, reason: 'company-prefix' };
  const digits = String(serial).padStart(BODY - companyPrefix.length, '0');
  if (digits.length > BODY - companyPrefix.length) return { ok: false, reason: 'exhausted' };
  const body = `${companyPrefix}${digits}`;
  return { ok: true, gsin: `${body}${checkDigit(body)}` as Gsin };
}

export const isGsin = (text: string): text is Gsin => /^\d{17}$/.test(text) && hasCheckDigit(text);
