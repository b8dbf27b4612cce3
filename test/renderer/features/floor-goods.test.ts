import { expect, test } from 'vitest';
import { bySku, goodsOn } from '../../../renderer/features/floor/goods-on-unit.ts';
import { costOf } from '../../../renderer/features/floor/move-goods.tsx';
import type { UnitView } from '../../../shared/contracts/views.ts';

const lot = (name: string) => ({ lot: name, expiry: null, serial: null });
const content = (line: string, sku: string, eaches: number, cartons: number) => ({ sscc: 'P', po: 'PO', line, sku, title: sku, eaches, cartons });

/** 20 milk, of them 6 in a carton with a label of its maker's; the same 4 grinders for two lines each. */
const unit = {
  contents: [
    { ...content('1', 'MILK', 20, 4), parts: [{ trace: lot('A'), eaches: 8 }, { trace: lot('B'), eaches: 6 }] },
    content('2', 'GRIND', 4, 2), content('3', 'GRIND', 4, 2),
  ],
  labelled: [{ carton: 'C', sscc: 'P', po: 'PO', line: '1', eaches: 6, trace: lot('A') }],
} as unknown as UnitView;

test('a unit\'s goods are named lot by lot and carton by carton, and add up to all that is on it', () => {
  const goods = goodsOn(unit);
  expect(goods.map(({ sku, eaches, trace, carton }) => [sku, eaches, trace?.lot ?? null, carton])).toEqual([
    ['MILK', 8, 'A', null], ['MILK', 6, 'B', null], ['MILK', 6, 'A', 'C'], ['GRIND', 4, null, null], ['GRIND', 4, null, null],
  ]);
  expect(new Set(goods.map(({ id }) => id)).size).toBe(goods.length);
  expect(bySku(goods).map(({ sku, eaches, cartons }) => [sku, eaches, cartons])).toEqual([['MILK', 8, 2], ['MILK', 6, 1], ['MILK', 6, 1], ['GRIND', 8, 4]]);
});

test('what costs a number or a label is known before it is done', () => {
  const pallet = { eaches: 28, state: 'closed', labelPrints: 1 } as const;
  expect([costOf(pallet, 28), costOf({ ...pallet, labelPrints: 0 }, 28), costOf(pallet, 1), costOf({ ...pallet, state: 'open' }, 1)]).toEqual(['label', 'number', 'open', undefined]);
});
