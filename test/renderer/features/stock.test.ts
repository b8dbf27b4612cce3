import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productAddress, skuOf } from '../../../renderer/features/stock/stock-address.ts';
import { freeOf, stockParts, stockStatus, sumOf } from '../../../renderer/features/stock/stock-state.ts';
import { sku } from '../../../shared/lib/ids.ts';

const stockOf = (boxed: number, allocated: number, safety: number) => ({ stock: { sku: sku('A'), boxed, allocated, safety, acceptedBy: null }, free: boxed - allocated });
const count = fc.nat(100_000);

describe('how the boxed stock of a product is drawn', () => {
  it('draws every boxed each once, and what is promised beyond as short', () => {
    fc.assert(
      fc.property(count, count, count, (boxed, allocated, safety) => {
        const parts = stockParts(stockOf(boxed, allocated, safety));
        expect(sumOf(parts)).toBe(Math.max(boxed, allocated));
        expect(Math.min(parts.free, parts.safety, parts.allocated, parts.short)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never calls free what standard orders may not take', () => {
    fc.assert(
      fc.property(count, count, count, (boxed, allocated, safety) => {
        expect(freeOf(stockOf(boxed, allocated, safety))).toBeLessThanOrEqual(Math.max(boxed - allocated - safety, Math.min(0, boxed - allocated)));
      }),
    );
  });

  it('names the worst that holds', () => {
    expect([stockOf(5, 9, 0), stockOf(0, 0, 3), stockOf(10, 4, 8), stockOf(10, 2, 8)].map(stockStatus)).toEqual(['short', 'empty', 'safety', 'fine']);
  });
});

describe('the address of a product', () => {
  it('brings any SKU back after the router has decoded it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
        const part = productAddress(text).slice('/stock/'.length);
        expect(part).not.toMatch(/[/?#]/);
        expect(skuOf(decodeURI(part))).toBe(text);
      }),
    );
  });

  it('takes an address written by hand', () => {
    expect(skuOf('CG-100')).toBe('CG-100');
    expect(skuOf('100%')).toBe('100%');
  });
});
