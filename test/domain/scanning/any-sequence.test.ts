import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideCloseUnit, decideUnpack } from '../../../shared/domain/handling-units/decide.ts';
import { decideReturnToStock } from '../../../shared/domain/picking/return-to-stock.ts';
import { decideShort, decideShortResolved } from '../../../shared/domain/picking/short.ts';
import { decideShipmentCreate, decideUnload } from '../../../shared/domain/shipment/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { decideScan } from '../../../shared/domain/scanning/scan.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import { location, poNumber, sku, type PoNumber } from '../../../shared/lib/ids.ts';
import { hasCheckDigit } from '../../../shared/lib/gtin.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/* Random work of two stations on two orders: whatever is scanned, typed, undone or cancelled, the books add up. */

const scanned = fc.constantFrom(
  ...Object.values(codes), ...Object.values(command), HOT, PLAIN, 'GRIND', 'B0MUGMUG01', 'A-01-01', 'A-01-02', 'B-02-01', 'C-01-01', 'HD:QTY:7', 'HD:QTY:3',
  foreignCarton(1), foreignCarton(2), '17', 'nonsense', '614141000999',
);

type Step = (floor: ScanFloor) => void;

const attempt = (decide: (floor: ScanFloor) => Decision<unknown>): Step => (floor) => {
  const decision = decide(floor);
  if (decision.ok) floor.apply(decision.operations);
};

const nth = <Value>(all: readonly Value[], index: number): Value | undefined => (all.length === 0 ? undefined : all[index % all.length]);

const po = fc.constantFrom(HOT, PLAIN).map(poNumber);
const line = fc.constantFrom('1', '2', '3');
const eaches = fc.integer({ min: 1, max: 14 });
const index = fc.nat(20);

/** What a sensible person does next on an order, one scan of it. */
function sensible(floor: ScanFloor, order: PoNumber, piece: boolean): void {
  const { picked, packed, accepted } = floor.order(order);
  const grinder = order === HOT && (packed < picked ? floor.line(order, '2').packed === 6 || piece : floor.line(order, '2').picked === 6);
  const code = grinder ? (piece ? codes.grinderEach : codes.grinderCase) : piece ? codes.mugEach : codes.mugCase;
  if (packed < picked) return void floor.scan(code, { task: 'pack', po: order });
  if (picked < accepted) {
    const bin = floor.world.find('bin', { sku: sku(grinder ? 'GRIND' : 'MUG') })[0]?.location ?? location('A-01-01');
    floor.scan(bin, { task: 'pick', po: order });
    return void floor.scan(code, { task: 'pick', po: order });
  }
  const open = floor.world.find('unit', { po: order }).find((unit) => unit.state === 'open');
  if (open) return attempt(() => decideCloseUnit(floor.world, { sscc: open.sscc, weightGrams: null, heightMm: null }, floor.context()))(floor);
  const closed = floor.world.find('unit', { po: order }).find((unit) => unit.state === 'closed');
  attempt(() => decideShipmentCreate(floor.world, { pos: [order], freightTerm: 'prepaid' }, floor.context()))(floor);
  if (closed) return void floor.scan(closed.sscc, { task: 'load', po: order });
  floor.scan(command.done, { task: 'load', po: order });
}

const step: fc.Arbitrary<{ readonly name: string; readonly run: Step }> = fc.oneof(
  { weight: 14, arbitrary: scanned.map((code) => ({ name: `scan ${code}`, run: (floor: ScanFloor) => void floor.scan(code) })) },
  { weight: 22, arbitrary: fc.tuple(po, fc.boolean()).map(([order, piece]) => ({ name: `go on ${order}`, run: (floor: ScanFloor) => sensible(floor, order, piece) })) },
  { weight: 4, arbitrary: fc.constant({ name: 'undo', run: (floor: ScanFloor) => void floor.scan(command.undo) }) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('pick', 'pack', 'load', 'count'), po).map(([task, order]) => ({ name: `${task} ${order}`, run: (floor: ScanFloor) => void floor.scan(order, { task: task as never }) })) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('GRIND', 'MUG'), eaches).map(([code, quantity]) => ({ name: `key ${quantity} ${code}`, run: (floor: ScanFloor) => void floor.scan(code, { quantity }) })) },
  { weight: 4, arbitrary: index.map((at) => ({ name: `scan unit ${at}`, run: (floor: ScanFloor) => {
    const unit = nth(floor.world.find('unit', {}), at);
    if (unit) floor.scan(unit.sscc);
  } })) },
  { weight: 2, arbitrary: fc.constantFrom('station-1', 'station-2').map((station) => ({ name: station, run: (floor: ScanFloor) => void (floor.station = station) })) },
  { weight: 1, arbitrary: fc.tuple(po, line, eaches).map(([order, at, missing]) => ({ name: `short ${order} ${at} ${missing}`, run: attempt((floor) => decideShort(floor.world, { po: order, line: at, eaches: missing, reason: 'not found', location: null, next: null }, floor.context())) })) },
  { weight: 1, arbitrary: fc.tuple(po, line).map(([order, at]) => ({ name: `resolve ${order} ${at}`, run: attempt((floor) => decideShortResolved(floor.world, { po: order, line: at, note: 'found' }, floor.context())) })) },
  { weight: 1, arbitrary: fc.tuple(po, line, eaches).map(([order, at, back]) => ({ name: `return ${order} ${at} ${back}`, run: attempt((floor) => decideReturnToStock(floor.world, { po: order, line: at, eaches: back, location: location('B-02-01') }, floor.context())) })) },
  { weight: 4, arbitrary: fc.tuple(index, fc.constantFrom('1', '2'), eaches).map(([at, of, off]) => ({ name: `unpack ${at} ${of} ${off}`, run: attempt((floor) => decideUnpack(floor.world, { sscc: nth(floor.world.find('unit', {}), at)?.sscc ?? '', line: of, eaches: off }, floor.context())) })) },
  { weight: 1, arbitrary: po.map((order) => ({ name: `ship ${order}`, run: attempt((floor) => decideShipmentCreate(floor.world, { pos: [order], freightTerm: 'prepaid' }, floor.context())) })) },
  { weight: 1, arbitrary: index.map((at) => ({ name: `unload ${at}`, run: attempt((floor) => {
    const unit = nth(floor.world.find('unit', { state: 'loaded' }), at);
    return decideUnload(floor.world, { shipmentId: (unit?.shipmentId ?? '') as never, sscc: unit?.sscc ?? '' }, floor.context());
  }) })) },
  { weight: 1, arbitrary: fc.tuple(index, fc.boolean()).map(([at, leave]) => ({ name: `depart ${at}`, run: attempt((floor) => {
    const shipment = nth(floor.world.find('shipment', {}), at);
    const leftBehind = leave ? floor.world.find('unit', {}).map((unit) => unit.sscc) : [];
    return decideDepart(floor.world, { shipmentId: (shipment?.shipmentId ?? '') as never, finished: [], leftBehind, departedAt: null }, floor.context());
  }) })) },
  { weight: 1, arbitrary: fc.constant({ name: 'cancel', run: (floor: ScanFloor) => void floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'customer', by: 'customer' } }]) }) },
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
    expect(unit.eaches, 'contents add up to the unit').toBe(sum(contents.map((content) => content.eaches)));
    expect(unit.cartons).toBe(sum(contents.map((content) => content.cartons)));
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
    const decision = decideScan(watched, { code, task: null, po: null, quantity: null, confirming: null }, floor.context('picker'));
    floor.apply(decision.operations);
    const quantities = decision.operations.some((each) => each.kind === 'pick.confirmed' || each.kind === 'unit.packed');
    if (quantities) expect(whole, code).toEqual([]);
  }
  expect(floor.order(PLAIN).packed).toBe(12);
});
