import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import type { Counter } from '../../../shared/domain/state/entities.ts';
import { MemoryWorld } from '../../../shared/domain/state/memory-world.ts';
import { nextSerial, nextStationNumber } from '../../../shared/domain/sync/serials.ts';
import { instant } from '../../../shared/lib/time.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { PLAIN, warehouse } from '../scanning/floor.ts';
import { twoStations } from './site.ts';

const NAME: Counter['name'] = 'sscc';

function world(value: number, stations: readonly (readonly [string, number])[]): MemoryWorld {
  const made = new MemoryWorld();
  made.put('counter', { name: NAME, value });
  for (const [station, number] of stations) made.put('peer', { station, name: station, number, state: 'active', since: instant(0) });
  return made;
}

test('stations without network never give the same number, however far apart what they have seen is', () => {
  const number = fc.integer({ min: 1, max: 255 });
  fc.assert(
    fc.property(number, number, fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(10_000), fc.nat(10_000), (left, right, turns, seenLeft, seenRight) => {
      fc.pre(left !== right);
      const peers = [['left', left], ['right', right]] as const;
      const worlds = { left: world(seenLeft, peers), right: world(seenRight, peers) };
      const given = turns.map((turn) => {
        const station = turn ? 'left' : 'right';
        const serial = nextSerial(worlds[station], station, NAME);
        expect(serial).toBeGreaterThan(worlds[station].get('counter', { name: NAME })?.value ?? 0);
        worlds[station].put('counter', { name: NAME, value: serial });
        return serial;
      });
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});

test('a station that belongs to no central counts one by one; a second history under one name has a number of its own', () => {
  expect(nextSerial(world(41, []), 'here', NAME)).toBe(42);
  const forked = world(0, [['here', 1], ['here~2', 2]]);
  expect([nextSerial(forked, 'here', NAME), nextSerial(forked, 'here~2', NAME)]).toEqual([1, 2]);
  // Until the second history has heard its own number, it stays in the lane it knows.
  expect(nextSerial(world(0, [['here', 7]]), 'here~2', NAME)).toBe(7);
  expect(nextStationNumber(forked)).toBe(3);
  expect(nextStationNumber(new MemoryWorld())).toBe(1);
});

test('pallets opened at the same time get different numbers', () => {
  const { left, right } = twoStations();
  const open = (station: typeof left): string => station.perform(decideOpenUnit(station.world, { po: poNumber(PLAIN), kind: 'pallet' }, station.context())).sscc;
  expect(open(left)).not.toBe(open(right));
  const alone = warehouse();
  alone.perform(decideOpenUnit(alone.world, { po: poNumber(PLAIN), kind: 'pallet' }, alone.context()));
  expect(alone.world.get('counter', { name: NAME })?.value).toBe(1);
});
