import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { decideUnpack, decideUnpackCarton } from '../../../shared/domain/handling-units/decide.ts';
import { loosePartsOf, partsOf } from '../../../shared/domain/handling-units/traces.ts';
import { takingOff } from '../../../shared/domain/sync/resolve/surplus.ts';
import type { Trace } from '../../../shared/domain/state/entities.ts';
import { poNumber, sku, type OperationId } from '../../../shared/lib/ids.ts';
import { Floor, day, orderDocument, refusalOf } from '../../support/domain.ts';
import { foreignCarton } from '../scanning/floor.ts';
import { traceFaults } from './trace-faults.ts';

/*
 * Lots and serial numbers follow the goods: whatever is packed, taken off, undone, moved or merged from other stations, in whatever order,
 * they add up to what stands on the pallet.
 */

const PO = 'LOT00001';
const UNITS = ['006141410000000016', '006141410000000023'] as const;
const po = poNumber(PO);

interface Goods {
  readonly line: string;
  readonly sku: string;
}
const MILK: Goods = { line: '1', sku: 'MILK' };
const PART: Goods = { line: '2', sku: 'PART' };
const MUG: Goods = { line: '3', sku: 'MUG' };

const LOTS: readonly Trace[] = [
  { lot: 'A1', expiry: day('2026-09-30'), serial: null },
  { lot: 'A1', expiry: day('2026-10-31'), serial: null },
  { lot: 'B2', expiry: null, serial: null },
  { lot: null, expiry: day('2027-02-28'), serial: null },
];

function dock(): Floor {
  const floor = new Floor();
  floor.product(MILK.sku, { needs: { lot: true, expiry: true, serial: false, shelfLifeDays: null } });
  floor.product(PART.sku, { needs: { lot: true, expiry: false, serial: true, shelfLifeDays: null } });
  floor.product(MUG.sku);
  floor.received(orderDocument(PO, [{ vendorSku: MILK.sku, quantity: 400 }, { vendorSku: PART.sku, quantity: 400 }, { vendorSku: MUG.sku, quantity: 400 }]));
  floor.apply(UNITS.map((sscc, index) => ({ kind: 'unit.opened', body: { sscc, serial: index + 1, kind: 'pallet', po } })));
  return floor;
}

function packed(sscc: string, goods: Goods, eaches: number, trace: Trace | null, carton: string | null = null): OperationDraft {
  return { kind: 'unit.packed', body: { sscc, po, line: goods.line, sku: sku(goods.sku), eaches, cartons: 1, carton, code: 'code', keyed: false, ...(trace ? { trace } : {}) } };
}

type Step = (floor: Floor) => void;

const unit = fc.constantFrom(...UNITS);
const station = fc.constantFrom('station-1', 'station-2');
const lot = fc.constantFrom(...LOTS);
const count = fc.integer({ min: 1, max: 6 });
const serial = fc.integer({ min: 1, max: 6 }).map((number): Trace => ({ lot: number % 2 === 0 ? 'P2' : 'P1', expiry: null, serial: `S${number}` }));
const pick = fc.nat({ max: 60 });

const apply = (make: (floor: Floor) => readonly OperationDraft[]): Step => (floor) => void floor.apply(make(floor));

const packing: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(unit, count, lot).map(([sscc, eaches, trace]) => apply(() => [packed(sscc, MILK, eaches, trace)])),
  fc.tuple(unit, serial).map(([sscc, trace]) => apply(() => [packed(sscc, PART, 1, trace)])),
  fc.tuple(unit, count).map(([sscc, eaches]) => apply(() => [packed(sscc, MUG, eaches, null)])),
  fc.tuple(unit, lot, fc.integer({ min: 1, max: 3 })).map(([sscc, trace, number]) => apply(() => [packed(sscc, MILK, 4, trace, foreignCarton(number))])),
);

/** What a person takes off: one of the parts that stand there, or all. */
const taking: fc.Arbitrary<Step> = fc.tuple(unit, fc.constantFrom(MILK, PART, MUG), count, pick, fc.boolean()).map(([sscc, { line }, eaches, at, all]) => (floor) => {
  const content = floor.world.get('content', { sscc, po, line });
  if (!content) return;
  const parts = loosePartsOf(floor.world, content);
  const part = parts[at % Math.max(1, parts.length)];
  const wanted = all ? parts.reduce((sum, each) => sum + each.eaches, 0) : Math.min(eaches, part?.eaches ?? 0);
  const decision = decideUnpack(floor.world, { sscc, line, eaches: wanted, trace: part?.trace ?? null }, floor.context());
  if (decision.ok) floor.apply(decision.operations);
});

const cartonOff: fc.Arbitrary<Step> = fc.integer({ min: 1, max: 3 }).map((number) => (floor) => {
  const decision = decideUnpackCarton(floor.world, { carton: foreignCarton(number) }, floor.context());
  if (decision.ok) floor.apply(decision.operations);
});

/** What another station took off before it had heard of what happened here: more, or other, than stands here. */
const merged: fc.Arbitrary<Step> = fc.tuple(unit, fc.constantFrom(MILK, PART), count, lot, serial).map(([sscc, goods, eaches, trace, numbered]) =>
  apply(() => [{ kind: 'unit.unpacked', body: { sscc, po, line: goods.line, sku: sku(goods.sku), eaches: goods === PART ? 1 : eaches, cartons: 0, carton: null, code: '', trace: goods === PART ? numbered : trace } }]));

const decidedOff: fc.Arbitrary<Step> = fc.tuple(unit, fc.constantFrom(MILK, PART, MUG), count).map(([sscc, { line }, eaches]) =>
  apply(({ world }) => {
    const content = world.get('content', { sscc, po, line });
    return content ? takingOff(world, content, Math.min(eaches, content.eaches)) : [];
  }));

const undone: fc.Arbitrary<Step> = pick.map((at) =>
  apply(({ world }) => {
    const scans = world.find('scan', {});
    const scan = scans[at % Math.max(1, scans.length)];
    return scan ? [{ kind: 'scan.undone', body: { undoes: scan.opId } }] : [];
  }));

const voided: fc.Arbitrary<Step> = unit.map((sscc) => apply(() => [{ kind: 'unit.voided', body: { sscc, reason: 'test' } }]));

const step = fc.tuple(
  station,
  fc.oneof({ weight: 8, arbitrary: packing }, { weight: 3, arbitrary: taking }, { weight: 1, arbitrary: cartonOff }, { weight: 2, arbitrary: merged }, { weight: 1, arbitrary: decidedOff }, { weight: 3, arbitrary: undone }, { weight: 1, arbitrary: voided }),
);
const steps = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });

function run(floor: Floor, sequence: readonly (readonly [string, Step])[], after: () => void = () => undefined): void {
  for (const [at, each] of sequence) {
    floor.station = at;
    each(floor);
    after();
  }
}

test('lots and serial numbers add up to the eaches on the pallet after any sequence of packing, taking off, undoing, voiding and merging', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const floor = dock();
      run(floor, sequence, () => expect(traceFaults(floor.world)).toEqual([]));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('what is taken off without a word of its lot, as stations of the release before do, leaves no lot that is not there', () => {
  const silent = fc.tuple(station, fc.tuple(unit, fc.constantFrom(MILK, PART), count).map(([sscc, goods, eaches]) =>
    apply(() => [{ kind: 'unit.unpacked', body: { sscc, po, line: goods.line, sku: sku(goods.sku), eaches, cartons: 0, carton: null, code: '' } }])));
  const unspoken = fc.tuple(station, fc.tuple(unit, count).map(([sscc, eaches]) => apply(() => [packed(sscc, MILK, eaches, null)])));
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: silent }, { weight: 1, arbitrary: unspoken }), { minLength: 1, maxLength: 40, size: 'max' }), (sequence) => {
      const floor = dock();
      run(floor, sequence, () => expect(traceFaults(floor.world, 'at most')).toEqual([]));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('undo returns lots and serial numbers exactly', () => {
  const rows = ({ world }: Floor): unknown => [world.find('content', {}), world.find('lot', {}), world.find('serial', {}), world.find('carton', {}), world.find('unit', {}).map(({ sscc, eaches, cartons }) => ({ sscc, eaches, cartons }))];
  fc.assert(
    fc.property(fc.array(fc.tuple(station, fc.oneof({ weight: 5, arbitrary: packing }, { weight: 2, arbitrary: taking }, { weight: 1, arbitrary: cartonOff })), { maxLength: 30, size: 'max' }), fc.oneof(packing, taking, cartonOff), (sequence, last) => {
      const floor = dock();
      run(floor, sequence);
      const before = rows(floor);
      const known = new Set(floor.world.find('scan', {}).map(({ opId }) => opId));
      last(floor);
      const parts = floor.world.find('scan', {}).flatMap(({ opId }): OperationId[] => (known.has(opId) ? [] : [opId]));
      floor.apply(parts.reverse().map((undoes) => ({ kind: 'scan.undone', body: { undoes } })));
      expect(rows(floor)).toEqual(before);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('fold(journal) = lots and serial numbers', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const floor = dock();
      run(floor, sequence);
      const again = floor.replay();
      for (const kind of ['lot', 'serial', 'carton', 'task', 'scan'] as const) expect(again.find(kind, {})).toEqual(floor.world.find(kind, {}));
    }),
    { numRuns: 60 },
  );
}, 60_000);

const [FIRST, SECOND] = UNITS;
const A1 = LOTS[0] ?? null;
const B2 = LOTS[2] ?? null;

test('the same serial number counts once, wherever it is packed the second time', () => {
  const floor = dock();
  const numbered: Trace = { lot: 'P1', expiry: null, serial: 'S1' };
  floor.apply([packed(FIRST, PART, 1, numbered), packed(SECOND, PART, 1, numbered), packed(FIRST, PART, 1, numbered)]);
  expect(floor.line(PO, PART.line).packed).toBe(1);
  expect(floor.world.find('serial', {})).toMatchObject([{ serial: 'S1', sscc: FIRST }]);
  // The number is of the product: another product may have the same.
  floor.apply([packed(SECOND, MILK, 1, numbered)]);
  expect(floor.world.find('serial', {})).toHaveLength(2);
});

test('a carton taken off without a word of its lot, as a station of the release before does, comes back with it', () => {
  const floor = dock();
  const carton = '095212340000000014';
  floor.apply([packed(FIRST, MILK, 6, A1, carton)]);
  const lots = floor.world.find('lot', {});
  const [off] = floor.apply([{ kind: 'unit.unpacked', body: { sscc: FIRST, po, line: MILK.line, sku: sku(MILK.sku), eaches: 6, cartons: 1, carton, code: carton } }]);
  expect(floor.world.find('lot', {})).toEqual([]);
  if (off) floor.apply([{ kind: 'scan.undone', body: { undoes: off } }]);
  expect(floor.world.find('lot', {})).toEqual(lots);
  expect(floor.world.get('carton', { carton })).toMatchObject({ trace: A1 });
});

test('of several lots the one that comes off is named; all of them need no name', () => {
  const floor = dock();
  floor.apply([packed(FIRST, MILK, 6, A1), packed(FIRST, MILK, 4, B2)]);
  const off = (eaches: number, trace: Trace | null = null): ReturnType<typeof decideUnpack> => decideUnpack(floor.world, { sscc: FIRST, line: MILK.line, eaches, trace }, floor.context());
  expect(refusalOf(off(2))).toMatchObject({ code: 'handlingUnits.refused.whichLot', params: { sku: 'MILK' } });
  expect(refusalOf(off(5, B2)).code).toBe('handlingUnits.refused.whichLot');
  floor.perform(off(2, A1));
  const content = floor.world.get('content', { sscc: FIRST, po, line: MILK.line });
  expect(content && partsOf(floor.world, content)).toEqual([{ trace: A1, eaches: 4 }, { trace: B2, eaches: 4 }]);
  floor.perform(off(8));
  expect(floor.world.find('lot', {})).toEqual([]);
  expect(floor.world.get('unit', { sscc: FIRST })).toMatchObject({ eaches: 0, cartons: 0 });
});
