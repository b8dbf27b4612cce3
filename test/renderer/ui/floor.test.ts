import fc from 'fast-check';
import { expect, it } from 'vitest';
import { palletLayout } from '../../../renderer/ui/floor/pallet-layout.ts';
import { mayFlood } from '../../../renderer/ui/floor/scan-answer.ts';

it('a pallet draws every carton in a place of its own, standing on something', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 1, max: 180 }), fc.integer({ min: 1, max: 40 }), (cartons, planned, perLayer) => {
      const { blocks, columns, rows, layers, cartonsPerBlock } = palletLayout(cartons, planned, perLayer);
      expect(cartonsPerBlock).toBe(1);
      expect(blocks).toHaveLength(cartons);
      const places = new Set(blocks.map(({ column, row, layer }) => `${column} ${row} ${layer}`));
      expect(places.size).toBe(cartons);
      for (const { column, row, layer } of blocks) {
        expect(column < columns && row < rows && layer < layers).toBe(true);
        if (layer > 0) expect(places.has(`${column} ${row} ${layer - 1}`)).toBe(true);
      }
    }),
  );
});

it('thousands of cartons stay a drawable number of blocks', () => {
  const { blocks, cartonsPerBlock } = palletLayout(4_000, 5_000, 100);
  expect(blocks.length).toBeLessThanOrEqual(180);
  expect(blocks.length * cartonsPerBlock).toBeGreaterThanOrEqual(4_000);
});

it('no second holds more than three flashes, however fast scans come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }), (gaps) => {
      const starts: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        if (mayFlood(starts.slice(-3), now)) starts.push(now);
      }
      for (const start of starts) expect(starts.filter((other) => other >= start && other < start + 1_000).length).toBeLessThanOrEqual(3);
    }),
  );
});
