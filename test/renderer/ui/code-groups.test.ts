import fc from 'fast-check';
import { expect, it } from 'vitest';
import { message } from '../../../shared/messages/say.ts';
import { codeGroups, withSsccGroups, type CodeKind } from '../../../renderer/ui/text/code-groups.ts';

it('groups an SSCC as extension, company prefix, serial, check digit', () => {
  expect(codeGroups('sscc', '006141411234567890').join(' ')).toBe('0 0614141 123456789 0');
  expect(codeGroups('sscc', '006141411234567890', 9).join(' ')).toBe('0 061414112 3456789 0');
});

it('groups a GTIN by its length and leaves other codes whole', () => {
  expect(codeGroups('gtin', '10614141000019').join(' ')).toBe('1 061414 100001 9');
  expect(codeGroups('gtin', '061414100001').join(' ')).toBe('0 61414 10000 1');
  expect(codeGroups('asin', 'B0CGRNDR10')).toEqual(['B0CGRNDR10']);
  expect(codeGroups('sscc', '12345')).toEqual(['12345']);
});

it('groups every SSCC among the values of a message, and nothing else', () => {
  const told = withSsccGroups(message('cases.side.packed', { eaches: 48, unit: '006141411234567890', po: '8QWX3NTP' }), 9);
  expect(told).toEqual(message('cases.side.packed', { eaches: 48, unit: '0\u00A0061414112\u00A03456789\u00A00', po: '8QWX3NTP' }));
});

it('grouping never loses or adds a character', () => {
  const kinds: readonly CodeKind[] = ['sscc', 'gtin', 'asin', 'po', 'sku', 'location', 'plain'];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string(), fc.stringMatching(/^\d{12,18}$/)), fc.integer({ min: 6, max: 12 }), (kind, code, prefix) => {
      expect(codeGroups(kind, code, prefix).join('')).toBe(code);
    }),
  );
});
