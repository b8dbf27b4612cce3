import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideScan } from '../../../shared/domain/scanning/scan.ts';
import { decideStartTask } from '../../../shared/domain/scanning/start.ts';
import type { TaskKind } from '../../../shared/domain/state/entities.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { hasCheckDigit } from '../../../shared/lib/gtin.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';
import { eaches, index, nth, scanned, workStep, type NamedStep } from './steps.ts';

/* Random work of two stations on two orders: whatever is scanned, typed, undone or cancelled, the books add up. */

/** Goods moved by scanner alone, from some unit to another or a new one; sometimes left in the middle of it. */
const scannerMove: fc.Arbitrary<NamedStep> = fc
  .tuple(index, fc.array(fc.constantFrom(codes.mugCase, codes.mugEach, codes.grinderCase, codes.grinderEach, foreignCarton(1), '2', command.next, command.undo), { minLength: 1, maxLength: 4 }), fc.option(index), fc.boolean())
  .map(([from, goods, to, ends]) => ({ name: `scanner move from ${from} of ${goods.join(' ')} to ${to}${ends ? ', DONE' : ''}`, run: (floor: ScanFloor) => {
    const unit = (at: number): string => nth(floor.world.find('unit', {}), at)?.sscc ?? command.no;
    floor.scans(command.move, unit(from), ...goods, to === null ? command.new : unit(to), ...(ends ? [command.done, command.done] : []));
  } }));

const step: fc.Arbitrary<NamedStep> = fc.oneof(
  { weight: 30, arbitrary: workStep },
  { weight: 3, arbitrary: scannerMove },
  { weight: 3, arbitrary: fc.constantFrom<TaskKind>('count', 'receive', 'lookup').map((kind) => ({ name: kind, run: (floor: ScanFloor) => void floor.perform(decideStartTask(floor.world, { kind, po: null, shipmentId: null, leave: true }, floor.context('picker'))) })) },
  { weight: 1, arbitrary: fc.constantFrom('station-1', 'station-2').map((station) => ({ name: station, run: (floor: ScanFloor) => void (floor.station = station) })) },
);

const steps = fc.array(step, { minLength: 1, maxLength: 70, size: 'max' });

/** Enough work done beforehand that random scans reach packing, loading and departure. */
const started = fc.boolean().map((ahead) => () => {
  const floor = warehouse();
  if (ahead) floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, command.next);
  return floor;
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function check(floor: ScanFloor): void {
  const { world } = floor;
  const orders = world.find('order', {});
  for (const order of orders) {
    const lines = world.find('line', { po: order.po });
    for (const each of lines) {
      expect(each.accepted + each.rejected + each.backordered, 'requested = accepted + rejected + backordered + open').toBeLessThanOrEqual(each.requested);
      expect(each.packed, 'packed <= picked').toBeLessThanOrEqual(each.picked);
      expect(each.shipped, 'shipped <= packed').toBeLessThanOrEqual(each.packed);
      expect(each.picked, 'picked <= accepted').toBeLessThanOrEqual(each.accepted);
      expect(each.shippedInWindow).toBeLessThanOrEqual(each.shipped);
      const contents = world.find('content', { po: each.po, line: each.line });
      expect(sum(contents.map((content) => content.eaches)), 'packed = what stands on units').toBe(each.packed);
    }
    for (const field of ['requested', 'accepted', 'rejected', 'picked', 'packed', 'shipped', 'shippedInWindow'] as const) {
      expect(order[field], `order.${field} = sum of lines`).toBe(sum(lines.map((each) => each[field])));
    }
  }
  for (const stock of world.find('stock', {})) {
    expect(stock.boxed, 'boxed = sum of bins').toBe(sum(world.find('bin', { sku: stock.sku }).map((bin) => bin.boxed)));
    const claims = world.find('line', { sku: stock.sku }).filter((each) => !['shipped', 'cancelled', 'closed'].includes(floor.order(each.po).state));
    expect(stock.allocated, 'allocated = accepted and not picked of live orders').toBe(sum(claims.map((each) => Math.max(0, each.accepted - each.picked))));
    expect(stock.boxed).toBeGreaterThanOrEqual(0);
  }
  for (const unit of world.find('unit', {})) {
    const contents = world.find('content', { sscc: unit.sscc });
    const nested = world.find('unit', { parent: unit.sscc });
    expect(unit.eaches, 'contents add up to the unit, with those of the cartons on it').toBe(sum(contents.map((content) => content.eaches)) + sum(nested.map((carton) => carton.eaches)));
    expect(unit.cartons, 'a carton on a pallet is one').toBe(sum(contents.map((content) => content.cartons)) + nested.length);
    expect(nested.every((carton) => carton.kind === 'carton' && carton.po === unit.po && (carton.state === 'departed') === (unit.state === 'departed')), 'one level, one order, gone together').toBe(true);
    if (nested.length > 0) expect(unit.kind).toBe('pallet');
    expect(contents.every((content) => content.po === unit.po)).toBe(true);
    expect(hasCheckDigit(unit.sscc)).toBe(true);
  }
  const opened = floor.journal.flatMap(({ draft }) => (draft.kind === 'unit.opened' ? [draft.body.sscc] : []));
  expect(new Set(opened).size, 'an SSCC is issued once').toBe(opened.length);
}

test('units never come from nowhere: every count adds up after any sequence of work', () => {
  fc.assert(
    fc.property(started, steps, (start, sequence) => {
      const floor = start();
      for (const { run } of sequence) {
        run(floor);
        check(floor);
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('a wrong or duplicate scan leaves the world identical', () => {
  fc.assert(
    fc.property(started, steps, scanned, index, (start, sequence, code, at) => {
      const floor = start();
      for (const { run } of sequence) run(floor);
      for (const each of [code, nth(floor.world.find('unit', {}), at)?.sscc ?? code]) {
        const before = floor.everything();
        const { result } = floor.scan(each);
        if (result === 'wrong' || result === 'duplicate' || result === 'info') expect(floor.everything()).toBe(before);
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('undo right after a scan restores every quantity exactly', () => {
  fc.assert(
    fc.property(started, steps, fc.option(scanned), index, fc.option(eaches), (start, sequence, code, at, quantity) => {
      const floor = start();
      for (const { run } of sequence) run(floor);
      const unit = nth(floor.world.find('unit', {}), at);
      const before = floor.quantities();
      const answer = code === null && unit ? floor.scan(unit.sscc, { task: 'load', po: unit.po }) : floor.scan(code ?? command.next, { quantity });
      if (!answer.undoable) return;
      expect(floor.scan(command.undo).result).toBe('accepted');
      expect(floor.quantities()).toEqual(before);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('fold(journal) = projections after any sequence of work', () => {
  fc.assert(
    fc.property(started, steps, (start, sequence) => {
      const floor = start();
      for (const { run } of sequence) run(floor);
      const again = floor.replay();
      for (const kind of ['order', 'line', 'stock', 'bin', 'unit', 'content', 'carton', 'shipment', 'task', 'scan', 'counter'] as const) {
        expect(again.find(kind, {})).toEqual(floor.world.find(kind, {}));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('an accepted pick or pack scan never reads all lines of an order', () => {
  const floor = warehouse();
  const whole: string[] = [];
  const watched: Reader = {
    get: (kind, key) => floor.world.get(kind, key),
    last: (kind, where, by) => floor.world.last(kind, where, by),
    find: (kind, where) => {
      if (kind === 'line' && !('sku' in where)) whole.push(JSON.stringify(where));
      return floor.world.find(kind, where);
    },
  };
  for (const code of [HOT, 'A-01-01', codes.grinderCase, codes.grinderCase, codes.mugCase, PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, command.next, codes.mugCase]) {
    whole.length = 0;
    const decision = decideScan(watched, { code, task: code === PLAIN ? 'pick' : null, po: null, quantity: null, confirming: null }, floor.context('picker'));
    floor.apply(decision.operations);
    const quantities = decision.operations.some((each) => each.kind === 'pick.confirmed' || each.kind === 'unit.packed');
    if (quantities) expect(whole, code).toEqual([]);
  }
  expect(floor.order(PLAIN).packed).toBe(12);
});
