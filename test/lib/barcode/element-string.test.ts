import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyIdentifier, leadingIdentifier } from '../../../shared/lib/barcode/application-identifiers.ts';
import { decodeScan } from '../../../shared/lib/barcode/decode-scan.ts';
import { bracketed, buildElementStrings, checkElements, parseBracketed, parseElementStrings } from '../../../shared/lib/barcode/element-string.ts';
import type { Element } from '../../../shared/lib/barcode/scanned-code.ts';
import { elementOf, elements } from './element-arbitraries.ts';

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

  it('every AI is read alone, with the values its rules allow', () => {
    for (const known of everyIdentifier()) {
      fc.assert(fc.property(elementOf(known), (one) => { expect(parsed(`${one.ai}${one.value}`)).toEqual([one]); }), { numRuns: 4 });
    }
  });

  it('elements taken apart elsewhere are checked alike', () => {
    expect(checkElements([{ ai: '0512', value: '1' }])).toMatchObject({ ok: false, reason: 'unknown-ai', params: { ai: '0512' } });
    expect(checkElements([])).toMatchObject({ ok: false, reason: 'incomplete' });
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
      fc.property(elements.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length }))), ([list, shuffled]) => {
        const one = decodeScan(`]C1${buildElementStrings(list)}`);
        const other = decodeScan(`]C1${buildElementStrings(shuffled)}`);
        fc.pre(one.text.length < 600 && other.text.length < 600);
        expect(other.kind).toBe(one.kind);
        if ('data' in one && 'data' in other) {
          // Which of several clashing AIs is named, and in which order, may hang on the order: not what is broken.
          const plain = ({ elements: _scanned, measures, remarks, ...rest }: typeof one.data) => ({ ...rest, measures: measures.map(({ kind, amount, unit }) => `${kind} ${amount} ${unit}`).sort(), remarks: remarks.map(({ kind, ai }) => `${kind} ${ai}`).sort() });
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
