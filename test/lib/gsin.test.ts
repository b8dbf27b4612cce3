import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGsin, isGsin } from '../../shared/lib/gsin.ts';
import { parseElementStrings } from '../../shared/lib/barcode/element-string.ts';

describe('the number of a bill of lading', () => {
  it('is prefix and serial in 16 digits with a check digit that no wrong digit keeps', () => {
    const prefixes = fc.stringMatching(/^\d{4,12}$/);
    fc.assert(
      fc.property(prefixes, fc.nat({ max: 9_999 }), fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (prefix, serial, place, more) => {
        const built = buildGsin(prefix, serial);
        if (!built.ok) throw new Error(built.reason);
        const { gsin } = built;
        expect(gsin).toHaveLength(17);
        expect([gsin.startsWith(prefix), Number(gsin.slice(prefix.length, 16)), isGsin(gsin)]).toEqual([true, serial, true]);
        expect(isGsin(`${gsin.slice(0, place)}${(Number(gsin[place]) + more) % 10}${gsin.slice(place + 1)}`)).toBe(false);
      }),
    );
  });

  it('of the example that makers of bar codes give for VICS, as GS1 reads it under AI 402', () => {
    // Prefix 0614141, serial 123456791 (neodynamic.com, VICS BOL). By hand: 3+9+21+6+15+4+9+2+3+1+12+1+12+1+18+0 = 117, so the check digit is 3.
    expect(buildGsin('0614141', 123_456_791)).toEqual({ ok: true, gsin: '06141411234567913' });
    expect([parseElementStrings('40206141411234567913').ok, parseElementStrings('40206141411234567914').ok]).toEqual([true, false]);
  });

  it('ends with its prefix: no serial is given that does not fit, no prefix that is none', () => {
    expect([buildGsin('061414112345', 9_999).ok, buildGsin('061414112345', 10_000), buildGsin('', 1), buildGsin('06141X', 1)]).toEqual([
      true, { ok: false, reason: 'exhausted' }, { ok: false, reason: 'company-prefix' }, { ok: false, reason: 'company-prefix' },
    ]);
  });
});
