import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HidReports, readHidReport } from '../../shared/lib/hid-report.ts';

const SIZE = 63;
const DATA = 56;

/** Reports as a scanner makes them of a code: 56 characters in each, the identifier in all. */
function reportsOf(aim: string, code: string): Uint8Array[] {
  const pieces = code.match(new RegExp(`[^]{1,${String(DATA)}}`, 'g')) ?? [];
  return pieces.map((piece, index) => {
    const bytes = new Uint8Array(SIZE);
    bytes[0] = piece.length;
    for (const [at, character] of [...(aim === '' ? '\0\0\0' : aim), ...piece].entries()) bytes[at + 1] = character.charCodeAt(0);
    bytes[SIZE - 1] = index === pieces.length - 1 ? 0 : 1;
    return bytes;
  });
}

describe('HID POS reports', () => {
  it('gives back every code, whatever its length and identifier', () => {
    const code = fc.string({ unit: fc.constantFrom(...Array.from('0123456789ABCxyz-./]\u001d')), minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('', ']C1', ']Q3', ']d2'), code), { maxLength: 5 }), (codes) => {
        const reports = new HidReports();
        const got = codes.flatMap(([aim, text]) => reportsOf(aim, text)).map((bytes) => reports.take(bytes)).filter((text) => text !== undefined);
        expect(got).toEqual(codes.map(([aim, text]) => `${aim}${text}`));
      }),
    );
  });

  it.each([[[]], [[0, 0, 0, 0, 0]], [[60, 93, 67, 49, 65, 0]], [[1]]])('takes nothing from %j', (bytes) => {
    expect(readHidReport(new Uint8Array(bytes))).toBeUndefined();
  });
});
