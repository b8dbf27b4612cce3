import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ellipsize, wrap } from '../../electron/printing/fit.ts';
import { printable } from '../../electron/printing/printable.ts';
import { foreignText } from './label-data.ts';

const measure = (text: string): number => text.length;

describe('fitting text', () => {
  it('leaves alone what fits, and ends what does not in an ellipsis', () => {
    expect(ellipsize('Stoneware mug', 13, measure)).toBe('Stoneware mug');
    expect(ellipsize('Stoneware mug', 12, measure)).toBe('Stoneware m…');
    expect(ellipsize('Stoneware mug', 11, measure)).toBe('Stoneware…');
  });

  it('breaks between words, inside a word only when it must', () => {
    expect(wrap('Ceramic coffee grinder, matte black', 15, 3, measure)).toEqual(['Ceramic coffee', 'grinder, matte', 'black']);
    expect(wrap('Ceramic coffee grinder, matte black', 15, 2, measure)).toEqual(['Ceramic coffee', 'grinder, matte…']);
    expect(wrap('ABCDEFGHIJ', 4, 3, measure)).toEqual(['ABCD', 'EFGH', 'IJ']);
    expect(wrap('', 4, 3, measure)).toEqual([]);
  });

  it('whatever the text: no line is wider than the room, no more lines than allowed, nothing is invented', () => {
    fc.assert(
      fc.property(foreignText, fc.integer({ min: 12, max: 40 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
        const lines = wrap(printable(text), width, most, measure);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        const kept = lines.join('').replaceAll(' ', '').replace(/…$/, '');
        expect(printable(text).replaceAll(' ', '').startsWith(kept)).toBe(true);
      }),
    );
  });

  it('a printable text is one line without control characters, and stays itself when made printable again', () => {
    fc.assert(
      fc.property(foreignText, (text) => {
        const line = printable(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|\s$/u);
        expect(printable(line)).toBe(line);
      }),
      { numRuns: 300, examples: [['^XZ \u0000\n^XZ']] },
    );
  });
});
