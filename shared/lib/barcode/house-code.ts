import { instant, MINUTE, type Instant } from '../time.ts';
import { commandNames, paperKinds, type CommandName, type Fault, type PaperKind, type ScannedCode } from './scanned-code.ts';

/** Beginning of every bar code that Hotdock prints for itself. */
export const HOUSE = 'HD:';

/** Texts to print as Code 128. `decodeScan` reads each back. */
export const commandCode = (command: CommandName): string => `${HOUSE}CMD:${command}`;
/** `quantity` from 1 to 99,999. */
export const quantityCode = (quantity: number): string => `${HOUSE}QTY:${quantity}`;
export const badgeCode = (badge: string): string => `${HOUSE}BADGE:${badge}`;
export const locationCode = (location: string): string => `${HOUSE}LOC:${location}`;
/** `tote`: up to 20 letters, digits and hyphens. */
export const toteCode = (tote: string): string => `${HOUSE}TOTE:${tote}`;
export const orderPaperCode = (po: string, revision: number): string => `${HOUSE}PO:${po}:${revision}`;

/** Short: on paper every character is 11 modules of bars. */
const PAPER_CODES: Readonly<Record<PaperKind, string>> = { 'packing-list': 'PK', 'shipment-packing-list': 'PS', 'pallet-manifest': 'PM', 'bill-of-lading': 'BL', 'day-sheet': 'DS', 'cart-list': 'CL' };
/** Minutes since 1970 in base 36 have five digits from 1973 to 2084. */
const MINUTE_DIGITS = 5;

/** The bar code of a printed paper: whose it is, the minute it was printed, the mark of what it said. */
export const paperCode = (paper: PaperKind, subject: string, printedAt: Instant, mark: string): string =>
  `${HOUSE}${PAPER_CODES[paper]}:${subject}:${Math.floor(printedAt / MINUTE).toString(36).toUpperCase().padStart(MINUTE_DIGITS, '0')}${mark}`;

/** Reads a text that starts with `HD:` in any case: caps lock turns a keyboard scanner's letters round. */
export function readHouseCode(text: string): ScannedCode {
  const shape = /^HD:(CMD|QTY|BADGE|LOC|TOTE|PO|PK|PS|PM|BL|DS|CL):(.+)$/i.exec(text);
  const value = shape?.[2]?.trim() ?? '';
  switch (shape?.[1]?.toUpperCase()) {
    case 'CMD': {
      const command = commandNames.find((name) => name === value.toLowerCase());
      return command ? { kind: 'command', text, command } : refused(text, 'unknown-command', { name: value });
    }
    case 'QTY': {
      const quantity = /^\d{1,5}$/.test(value) ? Number(value) : 0;
      return quantity >= 1 ? { kind: 'quantity', text, quantity } : refused(text, 'bad-quantity', { value });
    }
    case 'BADGE':
      return { kind: 'badge', text, badge: value };
    case 'LOC':
      return { kind: 'location', text, location: value.toUpperCase(), certain: true };
    case 'TOTE':
      return /^[\dA-Z-]{1,20}$/i.test(value) ? { kind: 'tote', text, tote: value.toUpperCase() } : refused(text, 'unknown-command', { name: text });
    case 'PO': {
      const paper = /^(.+):(\d{1,6})$/.exec(value);
      const [, po = '', revision = ''] = paper ?? [];
      return paper
        ? { kind: 'orderPaper', text, po: po.toUpperCase(), revision: Number(revision) }
        : refused(text, 'unknown-command', { name: text });
    }
    case 'PK':
    case 'PS':
    case 'PM':
    case 'BL':
    case 'DS':
    case 'CL':
      return readPaper(text, shape[1], value);
    default:
      return refused(text, 'unknown-command', { name: text });
  }
}

function readPaper(text: string, code: string, value: string): ScannedCode {
  const paper = paperKinds.find((kind) => PAPER_CODES[kind] === code.toUpperCase());
  const [, subject = '', minute = '', mark = ''] = /^(.+):([0-9A-Z]{5})([0-9A-Z]{4})$/.exec(value.toUpperCase()) ?? [];
  if (paper === undefined || subject === '') return refused(text, 'unknown-command', { name: text });
  return { kind: 'printedPaper', text, paper, subject, printedAt: instant(Number.parseInt(minute, 36) * MINUTE), mark };
}

function refused(text: string, reason: Fault['reason'], params: Fault['params']): ScannedCode {
  return { kind: 'invalid', text, reason, params, mayBeText: false };
}
