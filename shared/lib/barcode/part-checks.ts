import { hasCheckDigit, lastDigit } from '../gtin.ts';
import { parseCalendarDate } from '../time.ts';
import { checkPair } from './check-characters.ts';
import type { PartCheck } from './dictionary-entry.ts';
import { readGs1Date } from './gs1-date.ts';
import { COUNTRY_LETTERS, COUNTRY_NUMBERS, CURRENCIES, MEDIA_TYPES, PACKAGE_TYPES } from './gs1-table.ts';
import type { Fault, WantedValue } from './scanned-code.ts';

/** Whether a day exists hangs on the year only by 29 February, and with this one every fourth two-digit year is a leap year. */
const ANY_YEAR = 2026;

/** Every GS1 company prefix has at least so many digits. */
const SHORTEST_PREFIX = 4;

/**
 * What is wrong with a part of the value of an AI, of right length and characters; undefined when nothing is. The rules are those of the
 * General Specifications, section 3, under each AI.
 */
export function failing(check: PartCheck, ai: string, text: string): Fault | undefined {
  const unless = (right: boolean, wanted: WantedValue): Fault | undefined => (right ? undefined : { reason: 'bad-value', params: { ai, value: text, wanted } });
  const unlessTime = (right: boolean): Fault | undefined => (right ? undefined : { reason: 'bad-time', params: { ai, value: text } });
  const unlessDate = (right: boolean): Fault | undefined => (right ? undefined : { reason: 'bad-date', params: { ai, value: text } });
  switch (check) {
    case 'csum':
      return hasCheckDigit(text) ? undefined : { reason: 'check-digit', params: { ai, digits: text, ...lastDigit(text) } };
    case 'csumalpha':
      return wrongPair(ai, text);
    case 'gcppos1':
      return wrongPrefix(ai, text, 0);
    case 'gcppos2':
      return wrongPrefix(ai, text, 1);
    case 'hasnondigit':
      return unless(/\D/.test(text), 'letter');
    case 'yymmd0':
      return unlessDate(readGs1Date(text, ANY_YEAR) !== undefined);
    case 'yymmdd':
      return unlessDate(!text.endsWith('00') && readGs1Date(text, ANY_YEAR) !== undefined);
    case 'yyyymmdd':
      return unlessDate(parseCalendarDate(text) !== undefined);
    case 'hh':
      return unlessTime(/^(?:[01]\d|2[0-3])$/.test(text));
    case 'hhmi':
      return unlessTime(/^(?:[01]\d|2[0-3])[0-5]\d$/.test(text));
    case 'mi':
    case 'ss':
      return unlessTime(/^[0-5]\d$/.test(text));
    case 'iso3166':
      return unless(COUNTRY_NUMBERS.has(text), 'country');
    // 999: several countries.
    case 'iso3166999':
      return unless(text === '999' || COUNTRY_NUMBERS.has(text), 'country');
    case 'iso3166alpha2':
      return unless(COUNTRY_LETTERS.has(text), 'country');
    case 'iso4217':
      return unless(CURRENCIES.has(text), 'currency');
    case 'iban':
      return unless(isIban(text), 'account');
    case 'packagetype':
      return unless(PACKAGE_TYPES.has(text), 'package');
    case 'mediatype':
      return unless(MEDIA_TYPES.has(text), 'listed');
    case 'iso5218':
      return unless(/^[0129]$/.test(text), 'listed');
    case 'winding':
      return unless(/^[019]$/.test(text), 'listed');
    case 'yesno':
      return unless(/^[01]$/.test(text), 'listed');
    case 'importeridx':
      return unless(/^[-\w]$/.test(text), 'listed');
    case 'hyphen':
      return unless(/^-+$/.test(text), 'listed');
    case 'zero':
      return unless(/^0+$/.test(text), 'listed');
    case 'nonzero':
      return unless(/[^0]/.test(text), 'number');
    case 'nozeroprefix':
      return unless(!text.startsWith('0'), 'number');
    case 'latitude':
      return unless(Number(text) <= 180 * 10 ** 7, 'place');
    case 'longitude':
      return unless(Number(text) <= 360 * 10 ** 7, 'place');
    case 'pieceoftotal':
      return unless(isPieceOf(text.slice(0, text.length / 2), text.slice(text.length / 2)), 'piece');
    case 'posinseqslash':
      return unless(/^[1-9]\d*\/[1-9]\d*$/.test(text) && isPieceOf(...halves(text)), 'piece');
    case 'pcenc':
      return unless(!/%(?![0-9A-Fa-f]{2})/.test(text), 'encoding');
  }
}

function wrongPair(ai: string, text: string): Fault | undefined {
  if (text.length < 2) return { reason: 'incomplete', params: { ai, found: text.length, needed: 2 } };
  const expected = checkPair(text.slice(0, -2));
  const found = text.slice(-2);
  return found === expected ? undefined : { reason: 'check-characters', params: { ai, expected, found } };
}

/** A company prefix begins at `start`. Which prefixes GS1 has given out is not looked up: that list changes daily. */
function wrongPrefix(ai: string, text: string, start: number): Fault | undefined {
  const digits = text.slice(start, start + SHORTEST_PREFIX).replace(/\D.*/, '');
  if (digits.length === SHORTEST_PREFIX) return undefined;
  const needed = start + SHORTEST_PREFIX;
  if (text.length < needed && text.length === start + digits.length) return { reason: 'incomplete', params: { ai, found: text.length, needed } };
  return { reason: 'bad-value', params: { ai, value: text, wanted: 'companyPrefix' } };
}

const halves = (text: string): [piece: string, total: string] => [text.slice(0, text.indexOf('/')), text.slice(text.indexOf('/') + 1)];

const isPieceOf = (piece: string, total: string): boolean => Number(piece) >= 1 && Number(piece) <= Number(total);

/** ISO 13616: country, two check digits, account; letters count as 10 to 35, and the whole, begun at the fifth character, is 1 modulo 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{7,30}$/.test(text) || !COUNTRY_LETTERS.has(text.slice(0, 2))) return false;
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((character) => String(parseInt(character, 36))).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
