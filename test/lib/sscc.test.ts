import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSscc, formatSscc, parseSscc, serialCapacity, ssccParts, type Sscc } from '../../shared/lib/sscc.ts';

function sscc(text: string): Sscc {
  const reading = parseSscc(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading.sscc;
}

describe('SSCC', () => {
  it.each(['009999990000000019', '009999990000000026', '123456789012345675'])('accepts %s, with and without AI 00', (code) => {
    expect(parseSscc(code)).toEqual({ ok: true, sscc: code });
    expect(parseSscc(`00${code}`)).toEqual({ ok: true, sscc: code });
    expect(parseSscc(`(00) ${code}`)).toEqual({ ok: true, sscc: code });
  });

  it('names the check digit expected', () => {
    expect(parseSscc('123456789012345670')).toEqual({ ok: false, reason: 'check-digit', expected: 5, found: 0 });
  });

  it.each(['', '12345678901234567', '1234567890123456750', '11123456789012345675', 'AMZNCC0000000000001'])('is none: %j', (code) => {
    expect(parseSscc(code)).toEqual({ ok: false, reason: 'shape' });
  });

  it('builds extension, prefix and serial', () => {
    expect(buildSscc(0, '0614141', 123456789)).toEqual({ ok: true, sscc: '006141411234567890' });
    expect(buildSscc(0, '09999990', 1)).toEqual({ ok: true, sscc: '009999990000000019' });
    expect(buildSscc(0, '09999990', 2)).toEqual({ ok: true, sscc: '009999990000000026' });
  });

  it('refuses what cannot be an SSCC', () => {
    expect(buildSscc(10, '0614141', 1)).toEqual({ ok: false, reason: 'extension' });
    expect(buildSscc(0, '', 1)).toEqual({ ok: false, reason: 'company-prefix' });
    expect(buildSscc(0, '06141x1', 1)).toEqual({ ok: false, reason: 'company-prefix' });
    expect(buildSscc(0, '0614141', -1)).toEqual({ ok: false, reason: 'serial' });
    expect(buildSscc(0, '0614141', 1.5)).toEqual({ ok: false, reason: 'serial' });
    expect(buildSscc(3, '123456789012', 9_999)).toMatchObject({ ok: true });
    expect(buildSscc(3, '123456789012', 10_000)).toEqual({ ok: false, reason: 'exhausted', capacity: 10_000 });
  });

  it('is grouped for reading', () => {
    expect(formatSscc(sscc('006141411234567890'), 7)).toBe('0 0614141 123456789 0');
    expect(formatSscc(sscc('123456789012345675'), 10)).toBe('1 2345678901 234567 5');
    expect(formatSscc(sscc('123456789012345675'))).toBe('1 2345 6789 0123 4567 5');
    expect(() => ssccParts(sscc('123456789012345675'), 13)).toThrow(RangeError);
  });

  it('every built SSCC is read back with the parts it was built from, and formatting loses nothing', () => {
    const part = fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 4, maxLength: 12 }))
      .chain(([extension, prefix]) => fc.tuple(fc.constant(extension), fc.constant(prefix), fc.integer({ min: 0, max: serialCapacity(prefix) - 1 })));
    fc.assert(
      fc.property(part, ([extension, prefix, serial]) => {
        const built = buildSscc(extension, prefix, serial);
        if (!built.ok) throw new Error(built.reason);
        const parts = ssccParts(sscc(`00${built.sscc}`), prefix.length);
        expect([Number(parts.extension), parts.companyPrefix, Number(parts.serial)]).toEqual([extension, prefix, serial]);
        expect(sscc(formatSscc(built.sscc, prefix.length))).toBe(built.sscc);
        expect(sscc(formatSscc(built.sscc))).toBe(built.sscc);
      }),
    );
  });
});
