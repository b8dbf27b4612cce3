import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyPallet } from '../../../shared/domain/handling-units/dock-limits.ts';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { estimate, packingRemarks, unitWarnings } from '../../../shared/domain/handling-units/pallet-rules.ts';
import type { Message } from '../../../shared/messages/say.ts';
import { sku } from '../../../shared/lib/ids.ts';
import { Floor, productOf } from '../../support/domain.ts';
import { codes, command, PLAIN, warehouse } from '../scanning/floor.ts';

/** 500 x 400 x 250 mm cases of ten at 400 g, stacked 8 by 5; and tall ones of which nothing but the size is known. */
function goods(): Floor {
  const floor = new Floor();
  floor.product('TIHI', { caseSize: 10, weightGrams: 400, lengthMm: 500, widthMm: 400, heightMm: 250, cartonsPerLayer: 8, layersPerPallet: 5 });
  floor.product('TALL', { caseSize: 1, lengthMm: 400, widthMm: 300, heightMm: 900 });
  floor.product('UNKNOWN', {});
  return floor;
}

const on = (code: string, cartons: number, size = 10): { readonly sku: ReturnType<typeof sku>; readonly eaches: number; readonly cartons: number } => ({ sku: sku(code), cartons, eaches: cartons * size });
const keys = (messages: readonly Message[]): string[] => messages.map(({ key }) => key.replace('handlingUnits.rule.', ''));

/** What a packer is told when a carton comes onto a pallet that holds these. */
function told(floor: Floor, code: string, already: number): string[] {
  const sscc = '000000000000000000';
  if (already > 0) floor.world.put('content', { sscc, po: 'P' as never, line: '1', ...on(code, already) });
  return keys(packingRemarks(floor.world, { sscc, kind: 'pallet' }, on(code, 1)));
}

test('a layer that is full is told with the carton that fills it, and only then', () => {
  expect(told(goods(), 'TIHI', 6)).toEqual([]);
  expect(told(goods(), 'TIHI', 7)).toEqual(['layerFull']);
  expect(told(goods(), 'TIHI', 8)).toEqual([]);
  expect(told(goods(), 'TIHI', 39), 'five layers of eight').toEqual(['palletFull']);
  expect(told(goods(), 'TIHI', 40)).toEqual(['aboveLayers']);
  expect(told(goods(), 'UNKNOWN', 7), 'nothing is known, nothing is said').toEqual([]);
});

test('height is whole layers of one product on the wood, weight its goods and the wood', () => {
  const floor = goods();
  expect(estimate(floor.world, 'pallet', [on('TIHI', 17)])).toEqual({
    mixed: false, perLayer: 8, layersPerPallet: 5, layers: 3, heightMm: emptyPallet.millimetres + 3 * 250, weightGrams: emptyPallet.grams + 170 * 400,
  });
  expect(estimate(floor.world, 'pallet', [on('UNKNOWN', 3)])).toMatchObject({ heightMm: null, weightGrams: null, layers: null });
  expect(estimate(floor.world, 'carton', [on('TIHI', 1)]), 'a carton stands on no wood').toMatchObject({ heightMm: null, weightGrams: 4_000 });
});

test('mixed goods stand at least as high as the tallest of them', () => {
  const floor = goods();
  const both = estimate(floor.world, 'pallet', [on('TIHI', 1), on('TALL', 1, 1)]);
  expect(both).toMatchObject({ mixed: true, perLayer: null, layers: null, heightMm: emptyPallet.millimetres + 900 });
  expect(estimate(floor.world, 'pallet', [on('TIHI', 16), on('TALL', 9, 1)]).heightMm, 'two layers and one').toBe(emptyPallet.millimetres + 500 + 900);
  expect(estimate(floor.world, 'pallet', [on('TIHI', 1), on('UNKNOWN', 1)])).toMatchObject({ mixed: true, heightMm: null, weightGrams: null });
});

test('more on a pallet is never estimated lower or lighter', () => {
  const floor = goods();
  const pile = fc.array(fc.tuple(fc.constantFrom('TIHI', 'TALL'), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(pile, fc.integer({ min: 1, max: 20 }), (contents, more) => {
      const rows = contents.map(([code, cartons]) => on(code, cartons, code === 'TALL' ? 1 : 10));
      const [first] = rows;
      if (!first) return;
      const before = estimate(floor.world, 'pallet', rows);
      const after = estimate(floor.world, 'pallet', [...rows, { ...first, cartons: more, eaches: more }]);
      expect(after.heightMm ?? 0).toBeGreaterThanOrEqual(before.heightMm ?? 0);
      expect(after.weightGrams ?? Infinity).toBeGreaterThanOrEqual(before.weightGrams ?? 0);
    }),
  );
});

test('the limits are the site’s, they warn while packing and at closing, and never block', () => {
  const floor = warehouse();
  floor.settings({ palletHeightMm: 500, palletWeightGrams: 50_000 });
  // Mug cases: 9 a layer by their size, 200 mm high: one layer stands 344 mm high, two 544 mm.
  floor.product('MUG', { ...floor.world.get('product', { sku: sku('MUG') }), cartonsPerLayer: 2, layersPerPallet: null });
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done);
  const said = [1, 2, 3, 4].map(() => floor.scan(codes.mugCase));
  expect(said.map(({ result }) => result)).toEqual(['accepted', 'accepted', 'accepted', 'done']);
  expect(said.map(({ details }) => keys(details.filter(({ key }) => key.startsWith('handlingUnits.rule.'))))).toEqual([[], ['layerFull'], ['high'], ['layerFull', 'high']]);
  const sscc = floor.inHand();
  const closed = floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 60_000, heightMm: null }, floor.context()));
  expect(closed.warnings.map(({ key }) => key), 'weighed as it is, its height by the item master').toEqual(['handlingUnits.warning.palletHeavy', 'handlingUnits.rule.high']);
  const unit = floor.world.get('unit', { sscc });
  expect(unit && unitWarnings(floor.world, { ...unit, heightMm: 400 }).map(({ key }) => key), 'measured, it is no estimate any more').toEqual(['handlingUnits.warning.palletHeavy']);
});

test('a second product makes a mixed pallet, which is told once', () => {
  const floor = goods();
  const sscc = '000000000000000000';
  floor.world.put('content', { sscc, po: 'P' as never, line: '1', ...on('TIHI', 1) });
  expect(keys(packingRemarks(floor.world, { sscc, kind: 'pallet' }, on('TALL', 1, 1)))).toEqual(['mixed']);
  floor.world.put('content', { sscc, po: 'P' as never, line: '2', ...on('TALL', 1, 1) });
  expect(keys(packingRemarks(floor.world, { sscc, kind: 'pallet' }, on('TALL', 1, 1)))).toEqual([]);
});

test('a product’s stacking stays when somebody who does not know of it changes the product', () => {
  const floor = goods();
  const { cartonsPerLayer: _, layersPerPallet: __, ...older } = productOf('TIHI', { title: 'Renamed' });
  floor.apply([{ kind: 'product.put', body: older }]);
  expect(floor.world.get('product', { sku: sku('TIHI') })).toMatchObject({ title: 'Renamed', cartonsPerLayer: 8, layersPerPallet: 5 });
});
