import { decodeScan } from './decode-scan.ts';
import { GS, readCarrier } from './carrier.ts';
import { parseElementStrings } from './element-string.ts';
import { commandCode, HOUSE } from './house-code.ts';
import { commandNames } from './scanned-code.ts';

/**
 * `complete`: nothing of a known format can be missing. `incomplete`: the beginning of a known format that is not all there.
 * `unknown`: the content does not tell (texts, numbers of other lengths, values of free length).
 */
export type Completeness = 'complete' | 'incomplete' | 'unknown';

/** Whether the characters received so far are a whole code: what decides the end of a scan that no Enter or Tab ends. */
export function holdUntilComplete(raw: string): Completeness {
  if (/^\s*\](?:[A-Za-z])?$/.test(raw)) return 'incomplete';
  const { text, gs1, gtinLength } = readCarrier(raw);
  if (gtinLength !== null && !gs1) return ofDigits(text, gtinLength);
  if (gs1 || text.includes(GS)) return ofElements(text);
  if (text.slice(0, HOUSE.length).toUpperCase() === HOUSE) return ofHouseCode(text.toUpperCase());
  if (/^https?:\/\//i.test(text)) return ofDecoded(raw);
  return /^\d+$/.test(text) ? ofPlainNumber(text) : ofUnmarked(text);
}

function ofDigits(text: string, length: number): Completeness {
  if (text.length < length && /^\d*$/.test(text)) return 'incomplete';
  return decodeScan(text).kind === 'gtin' && text.length === length ? 'complete' : 'unknown';
}

function ofElements(text: string): Completeness {
  const read = parseElementStrings(text);
  if (read.ok) return read.closed ? 'complete' : 'unknown';
  return read.reason === 'incomplete' ? 'incomplete' : 'unknown';
}

function ofHouseCode(upper: string): Completeness {
  const commands = commandNames.map((name) => commandCode(name).toUpperCase());
  if (commands.includes(upper)) return 'complete';
  // A pick list's code ends with its revision; how many digits that has is free.
  if (/^HD:PO:.+$/.test(upper)) return /:\d{1,6}$/.test(upper.slice('HD:PO:'.length)) ? 'unknown' : 'incomplete';
  const beginnings = [...commands, `${HOUSE}QTY:1`, `${HOUSE}BADGE:1`, `${HOUSE}LOC:1`, `${HOUSE}PO:1:1`];
  return beginnings.some((code) => code.startsWith(upper) && code.length > upper.length) ? 'incomplete' : 'unknown';
}

function ofPlainNumber(digits: string): Completeness {
  const code = decodeScan(digits);
  if (code.kind === 'sscc') return 'complete';
  if (code.kind === 'gtin' && code.data.elements.length === 0) return 'complete';
  if (/^00\d{13,17}$/.test(digits) || /^0[12]\d{13}$/.test(digits) || /^\d{17}$/.test(digits)) return 'incomplete';
  return ofUnmarked(digits);
}

/** Without a mark, only what starts with an SSCC or GTIN of right check digit is held for the rest of an element. */
function ofUnmarked(text: string): Completeness {
  const code = decodeScan(text);
  if (code.kind === 'gtin' || code.kind === 'sscc') return ofElements(text);
  return ofDecoded(text);
}

function ofDecoded(raw: string): Completeness {
  const code = decodeScan(raw);
  return code.kind === 'invalid' && code.reason === 'incomplete' ? 'incomplete' : 'unknown';
}
