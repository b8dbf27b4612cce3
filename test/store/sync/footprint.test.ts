import { expect, it } from 'vitest';
import { Footprint } from '../../../electron/store/sync/footprint.ts';
import type { Bin } from '../../../shared/domain/state/entities.ts';
import { location, sku } from '../../../shared/lib/ids.ts';

const bin = (at: string, boxed: number): Bin => ({ sku: sku('CG-1'), location: location(at), boxed, movedBy: null, countedBy: null });

it('a change meets what was read by key, whether the row was there or not', () => {
  const footprint = new Footprint();
  footprint.read('bin', bin('A-01', 1));
  expect(footprint.meets('bin', bin('A-01', 1), undefined, bin('A-01', 1))).toBe(true);
  expect(footprint.meets('bin', bin('A-02', 1), undefined, bin('A-02', 1))).toBe(false);
  expect(footprint.meets('stock', { sku: sku('CG-1') }, undefined, undefined)).toBe(false);
});

it('a change meets a search that found the row, would find it now, or no longer does', () => {
  const footprint = new Footprint();
  footprint.searched('bin', { location: location('A-01'), sku: sku('CG-1') });
  footprint.searched('bin', { boxed: 7 });
  const elsewhere = bin('B-09', 1);
  expect(footprint.meets('bin', elsewhere, elsewhere, bin('B-09', 2))).toBe(false);
  expect(footprint.meets('bin', bin('A-01', 3), undefined, bin('A-01', 3))).toBe(true);
  expect(footprint.meets('bin', bin('A-01', 3), bin('A-01', 3), undefined)).toBe(true);
  expect(footprint.meets('bin', elsewhere, elsewhere, bin('B-09', 7))).toBe(true);
  expect(footprint.meets('bin', elsewhere, bin('B-09', 7), elsewhere)).toBe(true);
});

it('a search for everything of a kind meets every change of that kind, and a cleared one none', () => {
  const footprint = new Footprint();
  footprint.searched('bin', {});
  expect(footprint.meets('bin', bin('A-01', 3), undefined, bin('A-01', 3))).toBe(true);
  footprint.clear();
  expect(footprint.meets('bin', bin('A-01', 3), undefined, bin('A-01', 3))).toBe(false);
});
