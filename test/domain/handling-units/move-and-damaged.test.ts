import { expect, test } from 'vitest';
import { decideCloseUnit, decideLabelPrinted } from '../../../shared/domain/handling-units/decide.ts';
import { decideMove, type MoveInput } from '../../../shared/domain/handling-units/move.ts';
import { decideDamaged, type DamagedInput } from '../../../shared/domain/picking/damaged.ts';
import { location, poNumber, sku } from '../../../shared/lib/ids.ts';
import type { Trace } from '../../../shared/domain/state/entities.ts';
import { refusalOf } from '../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

/** 24 mugs of PLAIN picked, 18 of them on one open pallet: two cases and a carton with a label of its own. */
function packed(): { readonly floor: ScanFloor; readonly sscc: string } {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, foreignCarton(1));
  return { floor, sscc: floor.inHand() };
}

const close = (floor: ScanFloor, sscc: string): unknown => floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 30_000, heightMm: 900 }, floor.context()));
const move = (floor: ScanFloor, input: MoveInput) => decideMove(floor.world, input, floor.context());
const damaged = (floor: ScanFloor, found: DamagedInput['found'], eaches: number, po = PLAIN) => decideDamaged(floor.world, { po: poNumber(po), line: '1', eaches, reason: 'broken', found, code: '' }, floor.context());
const onUnit = (floor: ScanFloor, sscc: string) => floor.world.get('unit', { sscc });

test('a part of a pallet goes to a new one and undo brings it back, the pallets as they were', () => {
  const { floor, sscc } = packed();
  const before = floor.quantities();
  const { to, details } = floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'product', sku: sku('MUG'), eaches: 6 } }));
  expect(details).toEqual([]);
  expect(onUnit(floor, to)).toMatchObject({ state: 'open', eaches: 6, cartons: 1, po: PLAIN });
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'open', eaches: 12, cartons: 2 });
  expect(floor.order(PLAIN)).toMatchObject({ packed: 18, picked: 24 });
  expect(floor.scan(command.undo)).toMatchObject({ result: 'accepted', message: { key: 'scanning.undo.move', params: { eaches: 6 } } });
  expect(floor.quantities()).toEqual(before);
  expect(onUnit(floor, to)?.state, 'its number is spent').toBe('voided');
});

test('an emptied pallet is given up with its number; undo closes it again with its weight and its label', () => {
  const { floor, sscc } = packed();
  floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context()));
  close(floor, sscc);
  floor.scan(sscc);
  const before = onUnit(floor, sscc);
  expect(before).toMatchObject({ state: 'closed', labelConfirmedAt: floor.now });
  const { to, details } = floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'all' } }));
  expect(details.map(({ key }) => key)).toEqual(['handlingUnits.moved.takeLabelOff']);
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'voided', eaches: 0 });
  expect(onUnit(floor, to)).toMatchObject({ state: 'open', eaches: 18, cartons: 3 });
  expect(floor.world.get('carton', { carton: foreignCarton(1) })).toMatchObject({ sscc: to, eaches: 6 });
  floor.scan(command.undo);
  const { touchedBy: _, ...as } = before ?? {};
  expect(onUnit(floor, sscc)).toMatchObject(as);
  expect(floor.world.get('carton', { carton: foreignCarton(1) })).toMatchObject({ sscc });
});

test('a part off a closed pallet opens it: its weight and label are due anew, and undo gives both back', () => {
  const { floor, sscc } = packed();
  close(floor, sscc);
  const { details } = floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'carton', carton: foreignCarton(1) } }));
  expect(details.map(({ key }) => key)).toEqual(['handlingUnits.moved.closeAgain']);
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'open', weightGrams: null, eaches: 12 });
  floor.scan(command.undo);
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'closed', weightGrams: 30_000, heightMm: 900, eaches: 18 });
});

test('what cannot be moved is refused with what is there, and nothing changes', () => {
  const { floor, sscc } = packed();
  const other = floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'product', sku: sku('MUG'), eaches: 6 } })).to;
  const everything = floor.everything();
  const code = (input: MoveInput): string => refusalOf(move(floor, input)).code;
  expect(refusalOf(move(floor, { from: sscc, to: null, goods: { kind: 'product', sku: sku('MUG'), eaches: 7 } }))).toMatchObject({
    code: 'handlingUnits.refused.notThatMuchOf', params: { there: 6 }, hint: { key: 'handlingUnits.hint.removeCartons' },
  });
  expect(code({ from: sscc, to: sscc, goods: { kind: 'all' } })).toBe('handlingUnits.refused.ontoItself');
  expect(code({ from: other, to: sscc, goods: { kind: 'carton', carton: foreignCarton(1) } })).toBe('handlingUnits.refused.cartonNotThere');
  expect(code({ from: sscc, to: foreignCarton(9), goods: { kind: 'all' } })).toBe('handlingUnits.refused.unknown');
  floor.scans(HOT, 'A-01-01', codes.grinderCase);
  floor.scan(codes.grinderCase, { task: 'pack', po: HOT as never });
  const ofHot = floor.inHand();
  expect(refusalOf(move(floor, { from: sscc, to: ofHot, goods: { kind: 'all' } }))).toMatchObject({ code: 'handlingUnits.refused.otherOrder', hint: { key: 'handlingUnits.hint.otherOrder' } });
  close(floor, other);
  expect(code({ from: sscc, to: other, goods: { kind: 'all' } })).toBe('handlingUnits.refused.state');
  expect(everything).not.toBe(floor.everything());
});

test('damaged goods in a bin lower its books and leave the order open; the next step is others of the bin', () => {
  const floor = warehouse();
  floor.scan(PLAIN);
  const before = floor.quantities();
  const { details } = floor.perform(damaged(floor, { in: 'bin', location: location('A-01-02') }, 6));
  expect(details).toMatchObject([{ key: 'scanning.damaged.takeOthers', params: { boxed: 54 } }]);
  expect(floor.stock('MUG')).toMatchObject({ boxed: 54 });
  expect(floor.order(PLAIN)).toMatchObject({ picked: 0, accepted: 24 });
  floor.scan(command.undo);
  expect(floor.quantities()).toEqual(before);
});

test('picked goods that are damaged come off the pick and not back to the books', () => {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase);
  const before = floor.quantities();
  expect(floor.stock('MUG')).toMatchObject({ boxed: 48 });
  floor.perform(damaged(floor, { in: 'hand' }, 2));
  expect(floor.stock('MUG')).toMatchObject({ boxed: 48, allocated: 20 });
  expect(floor.order(PLAIN)).toMatchObject({ picked: 10, state: 'picking' });
  expect(refusalOf(damaged(floor, { in: 'hand' }, 11))).toMatchObject({ code: 'scanning.refused.damagedTooMuch', params: { most: 10 } });
  floor.scan(command.undo);
  expect(floor.quantities()).toEqual(before);
});

test('damaged goods on a closed pallet: off it, off the pick, the pallet open; undo restores all of it', () => {
  const { floor, sscc } = packed();
  close(floor, sscc);
  const before = floor.quantities();
  const unit = onUnit(floor, sscc);
  const { details } = floor.perform(damaged(floor, { in: 'unit', sscc, carton: null }, 6));
  expect(details.map(({ key }) => key)).toEqual(['scanning.short.otherBin', 'handlingUnits.moved.closeAgain']);
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'open', eaches: 12 });
  expect(floor.order(PLAIN)).toMatchObject({ picked: 18, packed: 12 });
  expect(floor.stock('MUG').boxed, 'they do not go back').toBe(36);
  expect(floor.scan(command.undo)).toMatchObject({ message: { key: 'scanning.undo.damage', params: { eaches: 6 } } });
  expect(floor.quantities()).toEqual(before);
  expect(onUnit(floor, sscc)).toMatchObject({ weightGrams: 30_000, heightMm: 900, closedAt: unit?.closedAt });
});

test('a carton with its own number that is damaged is gone with what is in it', () => {
  const { floor, sscc } = packed();
  floor.perform(damaged(floor, { in: 'unit', sscc, carton: foreignCarton(1) }, 6));
  expect(floor.world.get('carton', { carton: foreignCarton(1) })).toBeUndefined();
  expect(floor.order(PLAIN)).toMatchObject({ picked: 18, packed: 12 });
  floor.scan(command.undo);
  expect(floor.world.get('carton', { carton: foreignCarton(1) })).toMatchObject({ sscc, eaches: 6 });
});

test('everything is what was seen: goods that came meanwhile are not moved along', () => {
  const { floor, sscc } = packed();
  const everything = floor.everything();
  expect(refusalOf(move(floor, { from: sscc, to: null, goods: { kind: 'all', eaches: 12 } }))).toMatchObject({ code: 'handlingUnits.refused.changedMeanwhile', params: { eaches: 18, shown: 12 } });
  expect(floor.everything()).toBe(everything);
  floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'all', eaches: 18 } }));
});

test('of two lots on a pallet the one that is named goes, and only it', () => {
  const { floor, sscc } = packed();
  const lot = (name: string): Trace => ({ lot: name, expiry: null, serial: null });
  const mugs = { sscc, po: poNumber(PLAIN), line: '1', sku: sku('MUG'), eaches: 3, cartons: 0, carton: null, code: '', keyed: true } as const;
  floor.apply([{ kind: 'unit.packed', body: { ...mugs, trace: lot('L1') } }, { kind: 'unit.packed', body: { ...mugs, trace: lot('L2') } }]);
  const of = (trace: Trace | null, eaches: number) => ({ kind: 'product', sku: sku('MUG'), eaches, trace }) as const;
  expect(refusalOf(move(floor, { from: sscc, to: null, goods: of(null, 13) })).code).toBe('handlingUnits.refused.whichLot');
  expect(refusalOf(move(floor, { from: sscc, to: null, goods: of(lot('L1'), 4) }))).toMatchObject({ code: 'handlingUnits.refused.notThatMuchOf', params: { there: 3 } });
  const { to } = floor.perform(move(floor, { from: sscc, to: null, goods: of(lot('L2'), 2) }));
  floor.perform(damaged(floor, { in: 'unit', sscc, carton: null, trace: lot('L1') }, 1));
  const lots = (on: string) => floor.world.find('lot', { sscc: on }).map(({ lot: name, eaches }) => `${name} ${eaches}`);
  expect([lots(sscc), lots(to)]).toEqual([['L1 2', 'L2 1'], ['L2 2']]);
});
