import { expect, test } from 'vitest';
import { slotMaker } from '../../renderer/app/page-slots.ts';

const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ po: `PO${from + index}` }));

test('places of a long table: only the pages that came or went are new objects, so that scrolling draws nothing twice', () => {
  const slots = slotMaker(({ po }: { readonly po: string }) => po);
  const first = { offset: 0, rows: rows(0, 100) };
  const one = slots(10_000, [first, { offset: 100, rows: rows(100, 100) }]);
  const two = slots(10_000, [first, { offset: 9_900, rows: rows(9_900, 100) }]);
  expect(one.map(({ id }) => id).slice(98, 102)).toEqual(['PO98', 'PO99', 'PO100', 'PO101']);
  expect([two[99]?.id, two[100]?.id, two[9_899]?.id, two[9_999]?.id]).toEqual(['PO99', '#100', '#9899', 'PO9999']);
  expect(two).toHaveLength(10_000);
  expect(two.flatMap((slot, index) => (slot === one[index] ? [] : [index]))).toEqual([...one.keys()].filter((index) => (index >= 100 && index < 200) || index >= 9_900));
});

test('a table that grows shorter has no place too many, and a row that changed is another', () => {
  const slots = slotMaker(({ po }: { readonly po: string }) => po);
  const kept = { po: 'A' };
  const before = slots(3, [{ offset: 0, rows: [kept, { po: 'B' }, { po: 'C' }] }]);
  const after = slots(2, [{ offset: 0, rows: [kept, { po: 'B' }] }]);
  expect(after.map(({ id }) => id)).toEqual(['A', 'B']);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});
