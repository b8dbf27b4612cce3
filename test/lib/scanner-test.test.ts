import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildElementStrings } from '../../shared/lib/barcode/element-string.ts';
import { readScannerTest, TEST_ELEMENTS } from '../../shared/lib/scanner-test.ts';

const GS = '\u001d';
const label = buildElementStrings(TEST_ELEMENTS);
const [first = '', second = ''] = label.split(GS);

/** What a machine with another keyboard makes of the keys of a United States one (positions as Windows lays them out). */
const layouts = {
  qwertz: { from: 'yzYZ-:/_]', to: 'zyZYßÖ-?+' },
  azerty: { from: 'qwazmQWAZM0123456789-:/_]', to: 'azqw,AZQW?à&é"\'(-è_ç)M!°$' },
  signs: { from: '-:/_]', to: '\'Ñ-?+' },
} as const;
const typedOn = ({ from, to }: { readonly from: string; readonly to: string }, text: string): string =>
  [...text].map((character) => [...to][[...from].indexOf(character)] ?? character).join('');

describe('the scanner’s test label', () => {
  it('of a scanner set up well says so', () => {
    expect(readScannerTest(`]C1${label}`, 'Enter')).toEqual({ prefix: '', identifier: true, gs: { how: 'sent' }, end: 'Enter', keyboard: 'right', wrong: [] });
    expect(readScannerTest(label, null)).toMatchObject({ identifier: false, end: null, prefix: '' });
  });

  it.each([['<GS>', { how: 'spelled' }], ['{FNC1}', { how: 'spelled' }], ['', { how: 'missing' }], ['~d029', { how: 'own', text: '~d029' }], ['^', { how: 'own', text: '^' }]])('tells that GS comes as %j', (gs, expected) => {
    expect(readScannerTest(`]C1${first}${gs}${second}`, 'Tab')).toMatchObject({ gs: expected, keyboard: 'right', end: 'Tab' });
  });

  it.each(Object.entries(layouts))('tells a machine with the %s layout', (name, layout) => {
    const found = readScannerTest(typedOn(layout, `]C1${label}`), 'Enter');
    expect(found).toMatchObject({ keyboard: name, identifier: true, prefix: '', gs: { how: 'sent' } });
    expect(found?.wrong).toContainEqual(['-', typedOn(layout, '-')]);
  });

  it('tells caps lock, and what is none of the known layouts', () => {
    const turned = [...label].map((character) => (character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase())).join('');
    expect(readScannerTest(turned, 'Enter')).toMatchObject({ keyboard: 'caps' });
    expect(readScannerTest(label.replace('0123', '____'), 'Enter')).toMatchObject({ keyboard: 'other' });
  });

  it('knows no other code for it, nor one that lost characters', () => {
    for (const text of ['', 'HDTEST', '91HDTEST', first, second, label.slice(0, -1), 'HD:CMD:undo', ']C100006141411234567890']) expect(readScannerTest(text, 'Enter')).toBeUndefined();
  });

  it('whatever the prefix, GS and end are, they are found again', () => {
    const prefix = fc.string({ unit: fc.constantFrom(...Array.from('~#*[]{}$0123')), maxLength: 4 });
    const gs = fc.oneof(fc.constantFrom('', GS, '<GS>', '{GS}', '[FNC1]'), fc.string({ unit: fc.constantFrom(...Array.from('~^|d029')), minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(prefix, fc.boolean(), gs, fc.constantFrom('Enter', 'Tab', null), (before, identifier, between, end) => {
        const found = readScannerTest(`${before}${identifier ? ']C1' : ''}${first}${between}${second}`, end);
        expect(found).toMatchObject({ prefix: before, identifier, end, keyboard: 'right' });
        if (found?.gs.how === 'own') expect(found.gs.text).toBe(between);
      }),
      { numRuns: 300 },
    );
  });
});
