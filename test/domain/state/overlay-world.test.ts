import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryWorld } from '../../../shared/domain/state/memory-world.ts';
import { OverlayWorld } from '../../../shared/domain/state/overlay-world.ts';
import { location, sku } from '../../../shared/lib/ids.ts';

const change = fc.record({ sku: fc.constantFrom('A', 'B').map(sku), location: fc.constantFrom('X', 'Y', 'Z').map(location), boxed: fc.option(fc.integer({ min: 0, max: 9 })) });

test('an overlay reads as if its changes had been written, and leaves what is below it alone', () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (below, above) => {
      const [base, model] = [new MemoryWorld(), new MemoryWorld()];
      const apply = (world: MemoryWorld | OverlayWorld, { boxed, ...key }: (typeof below)[number]): void => (boxed === null ? world.remove('bin', key) : world.put('bin', { ...key, boxed, movedBy: null, countedBy: null }));
      for (const each of below) for (const world of [base, model]) apply(world, each);
      const before = base.find('bin', {});
      const overlay = new OverlayWorld(base);
      for (const each of above) for (const world of [overlay, model]) apply(world, each);
      expect(overlay.find('bin', {})).toEqual(model.find('bin', {}));
      expect(overlay.find('bin', { sku: sku('A') })).toEqual(model.find('bin', { sku: sku('A') }));
      expect(overlay.last('bin', {}, 'boxed')?.boxed).toEqual(model.last('bin', {}, 'boxed')?.boxed);
      for (const { sku: id, location: bin } of [...below, ...above]) expect(overlay.get('bin', { sku: id, location: bin })).toEqual(model.get('bin', { sku: id, location: bin }));
      expect(base.find('bin', {})).toEqual(before);
    }),
  );
});
