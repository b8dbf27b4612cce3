import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bin, Scan } from '../../../shared/domain/state/entities.ts';
import { MemoryWorld } from '../../../shared/domain/state/memory-world.ts';
import { OverlayWorld } from '../../../shared/domain/state/overlay-world.ts';
import type { World } from '../../../shared/domain/state/world.ts';
import { location, sku, staffId, type OperationId } from '../../../shared/lib/ids.ts';
import { instant } from '../../../shared/lib/time.ts';

const scanOf = (seq: number, station: string, undone: boolean): Scan => ({
  opId: `${station}-${seq}` as OperationId, station, stationSeq: seq, staffId: staffId('a'), at: instant(0), kind: 'pick', code: '', po: null, line: null, sku: null, sscc: null,
  location: null, eaches: 1, cartons: 0, carton: null, trace: null, taken: 0, previous: null, closedAs: null, moveBefore: null, undone,
});
const binOf = (code: string, place: string, boxed: number): Bin => ({ sku: sku(code), location: location(place), boxed, movedBy: null, countedBy: null });

const station = fc.constantFrom('s1', 's2');
const step = fc.oneof(
  fc.record({ do: fc.constant('scan' as const), seq: fc.integer({ min: 1, max: 12 }), station, undone: fc.boolean() }),
  fc.record({ do: fc.constant('forget' as const), seq: fc.integer({ min: 1, max: 12 }), station }),
  fc.record({ do: fc.constant('bin' as const), code: fc.constantFrom('A', 'B'), place: fc.constantFrom('X', 'Y'), boxed: fc.nat(5) }),
  fc.record({ do: fc.constant('clear' as const), code: fc.constantFrom('A', 'B'), place: fc.constantFrom('X', 'Y') }),
);

/** What rows are there, without any index. */
class Plain {
  readonly scans = new Map<string, Scan>();
  readonly bins = new Map<string, Bin>();
}

test('looked up by index, rows are those that a search through all would find, in key order, and the last is the last', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, layered) => {
      const plain = new Plain();
      const below = new MemoryWorld();
      let world: World = below;
      let over: OverlayWorld | undefined;
      steps.forEach((each, index) => {
        if (layered && index === Math.floor(steps.length / 2)) world = over = new OverlayWorld(below);
        if (each.do === 'scan') {
          const row = scanOf(each.seq, each.station, each.undone);
          world.put('scan', row);
          plain.scans.set(row.opId, row);
        } else if (each.do === 'forget') {
          const opId = `${each.station}-${each.seq}` as OperationId;
          world.remove('scan', { opId });
          plain.scans.delete(opId);
        } else if (each.do === 'bin') {
          const row = binOf(each.code, each.place, each.boxed);
          world.put('bin', row);
          plain.bins.set(`${row.sku} ${row.location}`, row);
        } else {
          world.remove('bin', { sku: sku(each.code), location: location(each.place) });
          plain.bins.delete(`${sku(each.code)} ${location(each.place)}`);
        }
        for (const name of ['s1', 's2']) {
          const standing = [...plain.scans.values()].filter((row) => row.station === name && !row.undone).sort((left, right) => left.stationSeq - right.stationSeq);
          expect(world.last('scan', { station: name, undone: false }, 'stationSeq')).toEqual(standing.at(-1));
          expect(new Set(world.find('scan', { station: name, undone: false }))).toEqual(new Set(standing));
        }
        const bins = [...plain.bins.values()].filter((row) => row.sku === 'A').sort((left, right) => (left.location < right.location ? -1 : 1));
        expect(world.find('bin', { sku: sku('A') })).toEqual(bins);
        expect(world.find('bin', { sku: sku('A'), location: location('X') })).toEqual(bins.filter((row) => row.location === 'X'));
      });
      over?.commitTo(below);
      const copy = new MemoryWorld();
      for (const row of below.rows()) copy.load(row);
      expect(copy.find('scan', {})).toEqual(world.find('scan', {}));
      expect(below.find('bin', {})).toEqual(world.find('bin', {}));
    }),
  );
});
