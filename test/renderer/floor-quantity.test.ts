import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDue, sight } from '../../renderer/features/floor/change-notice.ts';
import { floorTaskOf } from '../../renderer/features/floor/floor-work.ts';
import { inCases, sizeOf, unitsToKey } from '../../renderer/features/floor/keyed-quantity.ts';
import { printedGtin } from '../../renderer/features/floor/stage-facts.ts';
import { cartonsPerLayer } from '../../renderer/features/floor/pallet-plan.ts';

const quantity = fc.integer({ min: 0, max: 100_000 });
const size = fc.integer({ min: 1, max: 500 });

it('cases and what is over are the quantity again', () => {
  fc.assert(
    fc.property(quantity, size, (eaches, perCase) => {
      const { cases, loose } = inCases(eaches, perCase);
      expect(cases * perCase + loose).toBe(eaches);
      expect(loose).toBeLessThan(perCase);
    }),
  );
});

it('eaches can always be keyed, cases only while a whole one is wanted', () => {
  fc.assert(
    fc.property(quantity, fc.option(size), (left, caseSize) => {
      const units = unitsToKey(left, caseSize);
      expect(units.at(-1)).toEqual({ kind: 'eaches' });
      for (const unit of units.slice(0, -1)) expect(sizeOf(unit)).toBeLessThanOrEqual(left);
      expect(units).toHaveLength(caseSize !== null && caseSize > 1 && left >= caseSize ? 2 : 1);
    }),
  );
});

it('a layer of cartons lies on the pallet', () => {
  expect(cartonsPerLayer({ lengthMm: 600, widthMm: 400, cartonsPerLayer: null })).toBe(4);
  expect(cartonsPerLayer({ lengthMm: 400, widthMm: 300, cartonsPerLayer: null })).toBe(9);
  expect(cartonsPerLayer({ lengthMm: 5_000, widthMm: 5_000, cartonsPerLayer: null })).toBe(1);
  expect(cartonsPerLayer({ lengthMm: null, widthMm: 300, cartonsPerLayer: null })).toBeGreaterThan(0);
  expect(cartonsPerLayer(null)).toBeGreaterThan(0);
  expect(cartonsPerLayer({ lengthMm: 600, widthMm: 400, cartonsPerLayer: 5 }), 'how it is stacked outranks what would fit').toBe(5);
});

it('a change waits for the scan that ends the carton in hand', () => {
  const first = sight(undefined, 'PO1', 0, 3);
  expect(isDue(first, 9, false)).toBe(false);
  const changed = sight(first, 'PO1', 1, 5);
  expect(isDue(changed, 5, true)).toBe(false);
  expect(isDue(changed, 6, true)).toBe(true);
  expect(isDue(changed, 5, false)).toBe(true);
  expect(sight(changed, 'PO1', 1, 6)).toBe(changed);
});

it('what was put away comes back only with a further change or another order', () => {
  const seen = { ...sight(sight(undefined, 'PO1', 0, 0), 'PO1', 1, 0), dismissed: 1 };
  expect(isDue(seen, 4, false)).toBe(false);
  expect(isDue(sight(seen, 'PO1', 2, 4), 5, true)).toBe(true);
  expect(sight(seen, 'PO2', 1, 5)).toEqual({ po: 'PO2', count: 1, answered: -1, dismissed: 0 });
  expect(isDue(sight(undefined, 'PO2', 1, 5), 5, true)).toBe(true);
});

it('the floor picks, then packs, then loads, and leaves alone what a desk must answer', () => {
  const units = { requested: 10, accepted: 10, rejected: 0, backordered: 0, picked: 0, packed: 0, shipped: 0 };
  expect(floorTaskOf({ state: 'received', next: 'acknowledge', units: { ...units, accepted: 0 } })).toBeNull();
  expect(floorTaskOf({ state: 'acknowledged', next: 'print-list', units })).toBe('pick');
  expect(floorTaskOf({ state: 'packing', next: 'pack', units: { ...units, picked: 10, packed: 4 } })).toBe('pack');
  expect(floorTaskOf({ state: 'ready', next: 'load', units: { ...units, picked: 10, packed: 10 } })).toBe('load');
  expect(floorTaskOf({ state: 'ready', next: 'route', units: { ...units, picked: 10, packed: 10 } })).toBeNull();
  expect(floorTaskOf({ state: 'cancelled', next: null, units })).toBeNull();
});

it('a GTIN is shown as its label bears it', () => {
  expect(printedGtin('00036000291452')).toBe('036000291452');
  expect(printedGtin('04006381333931')).toBe('4006381333931');
  expect(printedGtin('10036000291459')).toBe('10036000291459');
  expect(printedGtin('00000096385074')).toBe('96385074');
});
