import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SqliteWorld } from '../../electron/store/sqlite-world.ts';
import { MemoryWorld } from '../../shared/domain/state/memory-world.ts';
import type { Bin, Product } from '../../shared/domain/state/entities.ts';
import type { World } from '../../shared/domain/state/world.ts';
import { location, sku } from '../../shared/lib/ids.ts';
import { productOf } from '../support/domain.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

const skus = fc.constantFrom('CG-1', 'CG-2', "quote'd", 'ñandú');
const bin: fc.Arbitrary<Bin> = fc.record({ sku: skus.map(sku), location: fc.constantFrom('A-1', 'B-2').map(location), boxed: fc.integer({ min: -5, max: 500 }), movedBy: fc.constant(null), countedBy: fc.constant(null) });
const product: fc.Arbitrary<Product> = fc.record({ name: skus, asin: fc.option(fc.constantFrom('B000000001', 'B000000002')), caseSize: fc.integer({ min: 1, max: 48 }) }).map(({ name, asin, caseSize }) => productOf(name, { asin, caseSize }));

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('putBin' as const), row: bin }),
    fc.record({ do: fc.constant('removeBin' as const), row: bin }),
    fc.record({ do: fc.constant('putProduct' as const), row: product }),
    fc.record({ do: fc.constant('flush' as const) }),
    fc.record({ do: fc.constant('forget' as const) }),
    fc.record({ do: fc.constant('look' as const), sku: skus }),
  ),
  { maxLength: 40 },
);

function look(world: World, name: string): unknown {
  return [
    // What is done to an answer is no business of the next one.
    world.find('bin', { sku: sku(name) }).reverse(),
    world.find('bin', { sku: sku(name) }),
    world.find('bin', { location: location('A-1'), sku: sku(name) }),
    world.find('bin', {}),
    world.find('product', { asin: null }),
    world.find('product', { asin: 'B000000001' }),
    world.get('product', { sku: sku(name) }),
    world.last('bin', { sku: sku(name) }, 'boxed')?.boxed,
  ];
}

it('the projections in SQLite answer as the model in memory does, whatever is written, flushed or forgotten, and however few rows are kept', () => {
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  fc.assert(
    fc.property(steps, fc.constantFrom(0, 3, 1_000), (sequence, limit) => {
      store.database.exec('DELETE FROM bin; DELETE FROM product');
      const real = new SqliteWorld(store.database, '', limit);
      const model = new MemoryWorld();
      for (const step of sequence) {
        switch (step.do) {
          case 'putBin':
            real.put('bin', step.row);
            model.put('bin', step.row);
            break;
          case 'removeBin':
            real.remove('bin', step.row);
            model.remove('bin', step.row);
            break;
          case 'putProduct':
            real.put('product', step.row);
            model.put('product', step.row);
            break;
          case 'flush':
            real.flush();
            break;
          case 'forget':
            real.flush();
            real.forget();
            break;
          case 'look':
            expect(look(real, step.sku)).toEqual(look(model, step.sku));
        }
      }
      real.flush();
      expect(look(new SqliteWorld(store.database), 'CG-1')).toEqual(look(model, 'CG-1'));
    }),
    { numRuns: 300 },
  );
});
