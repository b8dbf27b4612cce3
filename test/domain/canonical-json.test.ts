import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';

test('any JSON value has the text that RFC 8785 gives it', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(canonicalJson(value)).toBe(canonicalize(value));
  }));
});

test('any text is written as ECMAScript writes it: controls, quotation marks, halves of pairs', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 0xffff }), (text, unit) => {
    const value = `${text}${String.fromCharCode(unit)}`;
    expect(canonicalJson(value)).toBe(JSON.stringify(value));
    expect(canonicalJson({ [value]: value })).toBe(JSON.stringify({ [value]: value }));
  }));
});

test('a number is written as ECMAScript writes it', () => {
  fc.assert(fc.property(fc.double(), (value) => {
    expect(canonicalJson([value])).toBe(JSON.stringify([value]));
  }));
});

test('the order of names does not matter, and what is undefined is not there', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'é', c: 1e21 }], u: undefined, '\u20ac': 'x', '\r': 2 })).toBe('{"\\r":2,"a":[true,null,{"c":1e+21,"d":"é"}],"b":1,"€":"x"}');
});
