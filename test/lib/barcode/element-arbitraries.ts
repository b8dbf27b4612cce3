import fc from 'fast-check';
import { everyIdentifier, type ApplicationIdentifier } from '../../../shared/lib/barcode/application-identifiers.ts';
import { checkPair } from '../../../shared/lib/barcode/check-characters.ts';
import type { CharacterSet, PartCheck, ValuePart } from '../../../shared/lib/barcode/dictionary-entry.ts';
import { COUNTRY_LETTERS, COUNTRY_NUMBERS, CURRENCIES, MEDIA_TYPES, PACKAGE_TYPES } from '../../../shared/lib/barcode/gs1-table.ts';
import type { Element } from '../../../shared/lib/barcode/scanned-code.ts';
import { checkDigit } from '../../../shared/lib/gtin.ts';

/**
 * Set X without brackets, which the form printed for people keeps for the AI, and without the per cent sign, which needs two digits behind
 * it; set Z without its padding.
 */
const sets: Readonly<Record<CharacterSet, string>> = {
  N: '0123456789',
  X: '!"&\'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
  Y: '#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  Z: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};

const two = (number: number): string => String(number).padStart(2, '0');
const inRange = (max: number, min = 0): fc.Arbitrary<string> => fc.integer({ min, max }).map(two);
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(''));
const from = (set: CharacterSet, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(sets[set])), minLength, maxLength });
const day = joined(inRange(12, 1), inRange(28, 1));
const clock = joined(inRange(23), inRange(59));

/** Values that keep a check, of the lengths its parts have. */
const right: Readonly<Partial<Record<PartCheck, (part: ValuePart) => fc.Arbitrary<string>>>> = {
  csum: ({ min, max }) => from('N', min - 1, max - 1).map((text) => `${text}${checkDigit(text)}`),
  csumalpha: ({ max }) => joined(from('N', 4, 4), fc.constant('-'), from('X', 0, max - 7)).map((text) => `${text}${checkPair(text)}`),
  gcppos1: ({ set, max }) => joined(from('N', 4, 4), from(set, 0, max - 4)),
  yymmdd: () => joined(inRange(99), day),
  yymmd0: () => joined(inRange(99), day),
  yyyymmdd: () => joined(fc.constantFrom('19', '20'), inRange(99), day),
  hh: () => inRange(23),
  hhmi: () => clock,
  mi: () => inRange(59),
  ss: () => inRange(59),
  iso3166: () => fc.constantFrom(...COUNTRY_NUMBERS),
  iso3166999: () => fc.constantFrom('999', ...COUNTRY_NUMBERS),
  iso3166alpha2: () => fc.constantFrom(...COUNTRY_LETTERS),
  iso4217: () => fc.constantFrom(...CURRENCIES),
  mediatype: () => fc.constantFrom(...MEDIA_TYPES),
  packagetype: () => fc.constantFrom(...PACKAGE_TYPES),
  iban: () => fc.constantFrom('DE89370400440532013000', 'GB29NWBK60161331926819', 'ES9121000418450200051332', 'NO9386011117947'),
  iso5218: () => fc.constantFrom('0', '1', '2', '9'),
  winding: () => fc.constantFrom('0', '1', '9'),
  yesno: () => fc.constantFrom('0', '1'),
  hyphen: () => fc.constant('-'),
  zero: () => fc.constant('0'),
  nonzero: ({ max }) => fc.integer({ min: 1, max: 10 ** max - 1 }).map((number) => String(number).padStart(max, '0')),
  nozeroprefix: ({ max }) => fc.integer({ min: 1, max: 10 ** max - 1 }).map(String),
  latitude: () => fc.integer({ min: 0, max: 1_800_000_000 }).map((number) => String(number).padStart(10, '0')),
  longitude: () => fc.integer({ min: 0, max: 3_600_000_000 }).map((number) => String(number).padStart(10, '0')),
  pieceoftotal: () => fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(98)).map(([total, less]) => `${two(1 + (less % total))}${two(total)}`),
  posinseqslash: () => fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(8)).map(([total, less]) => `${1 + (less % total)}/${total}`),
  importeridx: () => fc.constantFrom('-', '_', '0', 'a', 'Z'),
};

function part(known: ValuePart): fc.Arbitrary<string> {
  const [check] = known.checks;
  const make = check === undefined ? undefined : right[check];
  return make ? make(known) : from(known.set, known.min, known.max);
}

export const elementOf = ({ ai, parts }: ApplicationIdentifier): fc.Arbitrary<Element> =>
  fc.tuple(...parts.map(part)).map((values) => ({ ai, value: values.join('') }));

/** Between one and six right elements of different AIs. */
export const elements: fc.Arbitrary<readonly Element[]> = fc
  .uniqueArray(fc.constantFrom(...everyIdentifier()), { minLength: 1, maxLength: 6, selector: ({ ai }) => ai })
  .chain((known) => fc.tuple(...known.map(elementOf)));
