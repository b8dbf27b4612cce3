import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, expandUpcE, isValidGtin, padTo14, parseGtin, sameProductCode } from '../../shared/lib/gtin.ts';

const digits = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength, maxLength });

describe('GTIN', () => {
  // From GS1's own check-digit tests (gs1-syntax-dictionary, lint_csum.c).
  it.each(['02345673', '416000336108', '1234567890128', '12345678901231'])('accepts %s', (code) => {
    expect(isValidGtin(code)).toBe(true);
  });

  it.each([
    ['12345673', 0, 3],
    ['416000336109', 8, 9],
    ['1234567890129', 8, 9],
    ['12345678901232', 1, 2],
  ])('refuses %s and names the digit expected', (code, expected, found) => {
    expect(parseGtin(code)).toEqual({ ok: false, reason: 'check-digit', expected, found });
  });

  it.each(['', '1234567', '123456789', '12345678901', '123456789012345', 'ABCDEFGH'])('has no GTIN shape: %j', (code) => {
    expect(parseGtin(code)).toEqual({ ok: false, reason: 'shape' });
    expect(padTo14(code)).toBeUndefined();
  });

  it('compares codes of any length after padding', () => {
    expect(padTo14('6 14141 00003 6')).toBe('00614141000036');
    expect(sameProductCode('614141000036', '0614141000036')).toBe(true);
    expect(sameProductCode('614141000036', '02345673')).toBe(false);
    expect(sameProductCode('nonsense', 'nonsense')).toBe(false);
  });

  // Zero-suppression rules of GS1 General Specifications 5.2.2.4, one per last digit.
  it.each([
    ['04252614', '042100005264'],
    ['04182635', '041800000265'],
    ['01234133', '012300000413'],
    ['01234145', '012340000015'],
    ['01234558', '012345000058'],
    ['425261', '042100005264'],
    ['0425261', '042100005264'],
  ])('expands UPC-E %s to %s', (short, full) => {
    expect(isValidGtin(full)).toBe(true);
    expect(expandUpcE(short)).toBe(full);
  });

  it('refuses UPC-E of a wrong check digit or number system', () => {
    expect(expandUpcE('04252615')).toBeUndefined();
    expect(expandUpcE('24252614')).toBeUndefined();
    expect(expandUpcE('4252')).toBeUndefined();
  });

  it('a check digit makes any payload valid, and any one wrong digit makes it invalid', () => {
    fc.assert(
      fc.property(fc.constantFrom(7, 11, 12, 13).chain((length) => digits(length)), fc.nat(), fc.integer({ min: 1, max: 9 }), (payload, where, by) => {
        const code = `${payload}${checkDigit(payload)}`;
        expect(isValidGtin(code)).toBe(true);
        const at = where % code.length;
        const wrong = `${code.slice(0, at)}${(Number(code[at]) + by) % 10}${code.slice(at + 1)}`;
        expect(isValidGtin(wrong)).toBe(false);
      }),
    );
  });

  it('every UPC-E expands to a valid UPC-A', () => {
    fc.assert(fc.property(digits(6), (body) => { expect(isValidGtin(expandUpcE(body) ?? '')).toBe(true); }));
  });
});
