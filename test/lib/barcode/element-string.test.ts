import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyIdentifier, leadingIdentifier, type ApplicationIdentifier, type ValuePart } from '../../../shared/lib/barcode/application-identifiers.ts';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { bracketed, buildElementStrings, parseBracketed, parseElementStrings } from '../../../shared/lib/barcode/element-string.ts';
import type { Element } from '../../../shared/lib/barcode/scanned-code.ts';
import { checkDigit } from '../../../shared/lib/gtin.ts';

const sets = {
  N: '0123456789',
  X: '!"%&\'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
  Y: '#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  Z: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=',
} as const;

const two = (number: number): string => String(number).padStart(2, '0');
const inRange = (max: number, min = 0): fc.Arbitrary<string> => fc.integer({ min, max }).map(two);

function part({ set, min, max, checks }: ValuePart): fc.Arbitrary<string> {
  const check = checks[0];
  if (check === 'csum') {
    return fc.string({ unit: fc.constantFrom(...Array.from(sets.N)), minLength: min - 1, maxLength: max - 1 }).map((text) => `${text}${checkDigit(text)}`);
  }
  if (check === 'yymmdd' || check === 'yymmd0') return fc.tuple(inRange(99), inRange(12, 1), inRange(28, 1)).map((parts) => parts.join(''));
  if (check === 'hhmi') return fc.tuple(inRange(23), inRange(59)).map((parts) => parts.join(''));
  if (check === 'hh') return inRange(23);
  if (check === 'mi' || check === 'ss') return inRange(59);
  return fc.string({ unit: fc.constantFrom(...Array.from(sets[set])), minLength: min, maxLength: max });
}

const element = ({ ai, parts }: ApplicationIdentifier): fc.Arbitrary<Element> =>
  fc.tuple(...parts.map(part)).map((values) => ({ ai, value: values.join('') }));

/** Between one and six elements of different AIs, short enough for a symbol. */
const elements = fc
  .uniqueArray(fc.constantFrom(...everyIdentifier()), { minLength: 1, maxLength: 6, selector: ({ ai }) => ai })
  .chain((known) => fc.tuple(...known.map(element)));

const parsed = (text: string): readonly Element[] => {
  const read = parseElementStrings(text);
  if (!read.ok) throw new Error(`${JSON.stringify(text)}: ${read.reason} ${JSON.stringify(read.params)}`);
  return read.elements;
};

describe('GS1 element strings', () => {
  it('no AI is the beginning of another, so the text says where each ends', () => {
    const all = everyIdentifier();
    expect(all.length).toBeGreaterThan(480);
    for (const { ai } of all) {
      expect(leadingIdentifier(`${ai}9999`)?.ai).toBe(ai);
      expect(all.filter((other) => other.ai !== ai && other.ai.startsWith(ai))).toEqual([]);
    }
  });

  it('predefined lengths are exactly those of General Specifications 7.8.5', () => {
    const lengths: Record<string, number> = {};
    for (const { ai, predefined, maxLength } of everyIdentifier()) if (predefined) lengths[ai.slice(0, 2)] = ai.length + maxLength;
    expect(lengths).toEqual({
      '00': 20, '01': 16, '02': 16, '03': 16, 11: 8, 12: 8, 13: 8, 15: 8, 16: 8, 17: 8, 20: 4,
      31: 10, 32: 10, 33: 10, 34: 10, 35: 10, 36: 10, 41: 16,
    });
  });

  it('what is built is read back', () => {
    fc.assert(fc.property(elements, (list) => { expect(parsed(buildElementStrings(list))).toEqual(list); }), { numRuns: 2_000 });
  });

  it('what is read can be built again and means the same', () => {
    fc.assert(
      fc.property(elements, (list) => {
        const text = buildElementStrings(list);
        expect(buildElementStrings(parsed(text))).toBe(text);
        expect(parseBracketed(bracketed(list))).toMatchObject({ ok: true, elements: list });
      }),
      { numRuns: 1_000 },
    );
  });

  it('the order of elements does not change what the scan is', () => {
    fc.assert(
      fc.property(elements.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
        const one = decodeScan(`]C1${buildElementStrings(list)}`);
        const other = decodeScan(`]C1${buildElementStrings(shuffled)}`);
        fc.pre(one.text.length < 200 && other.text.length < 200);
        expect(other.kind).toBe(one.kind);
        if ('data' in one && 'data' in other) {
          const plain = ({ elements: _scanned, measures, ...rest }: typeof one.data) => ({ ...rest, measures: measures.map(({ kind, amount, unit }) => `${kind} ${amount} ${unit}`).sort() });
          expect(plain(other.data)).toEqual(plain(one.data));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('a cut-off text never reads as more than was there', () => {
    fc.assert(
      fc.property(elements, fc.nat(), (list, cut) => {
        const text = buildElementStrings(list);
        const read = parseElementStrings(text.slice(0, cut % text.length));
        if (read.ok) expect(read.elements.length).toBeLessThanOrEqual(list.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
