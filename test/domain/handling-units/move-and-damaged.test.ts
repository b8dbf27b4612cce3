import { expect, test } from 'vitest';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../shared/domain/handling-units/labels.ts';
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
  close(floor, sscc);
  floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context()));
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

test('the DAMAGED command: a case in the bin, or what was packed last, each scanned twice, and undone', () => {
  const floor = warehouse();
  floor.scan(PLAIN);
  expect(floor.scan(command.damaged)).toMatchObject({ result: 'wrong', message: { key: 'scanning.command.nothingDamaged' } });
  floor.scan('A-01-02');
  const before = floor.quantities();
  expect(floor.scan(command.damaged)).toMatchObject({ result: 'info', confirm: command.damaged, message: { params: { eaches: 6, sku: 'MUG', place: 'A-01-02' } } });
  expect(floor.quantities(), 'asked, not done').toEqual(before);
  expect(floor.scan(command.damaged)).toMatchObject({ result: 'accepted', message: { key: 'scanning.damaged.done' }, details: [{ key: 'scanning.damaged.takeOthers' }] });
  expect(floor.stock('MUG').boxed).toBe(54);
  floor.scan(command.undo);
  expect(floor.quantities()).toEqual(before);
  floor.scans(codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done);
  expect(floor.scan(command.damaged).message.key, 'nothing packed yet').toBe('scanning.command.nothingDamaged');
  floor.scans(codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase);
  floor.scan(command.damaged);
  expect(floor.scan(command.damaged)).toMatchObject({ result: 'accepted', next: { state: 'pack.pickMore' } });
  expect(floor.order(PLAIN)).toMatchObject({ picked: 18, packed: 18 });
});

test('goods of another order are not written off as this one’s', () => {
  const { floor } = packed();
  floor.scans(HOT, 'A-01-02', codes.mugCase);
  floor.scan(codes.mugCase, { task: 'pack', po: HOT as never });
  const ofHot = floor.inHand();
  expect(refusalOf(damaged(floor, { in: 'unit', sscc: ofHot, carton: null }, 6))).toMatchObject({ code: 'handlingUnits.refused.otherOrder', params: { po: HOT, wanted: PLAIN } });
});

test('goods of a cancelled order that are broken are written off where they are, in hand or on a pallet; what lies in a bin is no order’s', () => {
  const { floor, sscc } = packed();
  floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'customer', by: 'customer' } }]);
  const before = floor.quantities();
  const boxed = floor.stock('MUG').boxed;
  expect(floor.perform(damaged(floor, { in: 'hand' }, 6)).details).toEqual([{ key: 'scanning.order.cancelledPutBack', params: { po: PLAIN } }]);
  floor.perform(damaged(floor, { in: 'unit', sscc, carton: null }, 12));
  expect(floor.order(PLAIN)).toMatchObject({ state: 'cancelled', picked: 6, packed: 6 });
  expect(floor.stock('MUG').boxed, 'never back to stock as good').toBe(boxed);
  expect(refusalOf(damaged(floor, { in: 'bin', location: location('A-01-02') }, 6))).toMatchObject({ code: 'scanning.order.cancelledPutBack', hint: { key: 'scanning.hint.damagedNoOrder' } });
  floor.scans(command.undo, command.undo);
  expect(floor.quantities()).toEqual(before);
});

test('damaged goods in a bin of a name that is none are refused; in a bin whose books are wrong they are not', () => {
  const floor = warehouse();
  const before = floor.everything();
  expect(refusalOf(damaged(floor, { in: 'bin', location: location('A-01-20') }, 6))).toMatchObject({ code: 'scanning.refused.unknownBin', params: { location: 'A-01-20' } });
  expect(floor.everything()).toBe(before);
  expect(damaged(floor, { in: 'bin', location: location('C-01-01') }, 6).ok, 'plates by the books, mugs by the eye').toBe(true);
});

test('a pallet that was given up and has goods on it after all is open, with nothing of what it was closed with', () => {
  const { floor, sscc } = packed();
  const { to } = floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'all' } }));
  close(floor, to);
  floor.apply([{ kind: 'unit.label-printed', body: { sscc: to, reprint: false } }, { kind: 'unit.label-confirmed', body: { sscc: to } }]);
  // As another station's word would have it: emptied, given up, and packed on without knowing of that.
  const goods = { po: poNumber(PLAIN), line: '1', sku: sku('MUG'), cartons: 0, carton: null, code: '' };
  floor.apply([{ kind: 'unit.unpacked', body: { ...goods, sscc: to, eaches: 18, cartons: 3 } }, { kind: 'unit.voided', body: { sscc: to, reason: 'empty' } }]);
  floor.apply([{ kind: 'unit.packed', body: { ...goods, sscc: to, eaches: 6, keyed: true } }]);
  expect(onUnit(floor, to)).toMatchObject({ state: 'open', eaches: 6, closedAt: null, weightGrams: null, heightMm: null, labelConfirmedAt: null });
});

test('a closed pallet of which all is damaged is given up, with its label; undo closes it as it was', () => {
  const { floor, sscc } = packed();
  floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'carton', carton: foreignCarton(1) } }));
  floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context()));
  close(floor, sscc);
  const { details } = floor.perform(damaged(floor, { in: 'unit', sscc, carton: null }, 12));
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'voided', eaches: 0 });
  expect(details.map(({ key }) => key)).toContain('handlingUnits.moved.takeLabelOff');
  floor.scan(command.undo);
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'closed', eaches: 12, weightGrams: 30_000 });
});

test('closed, opened by a move, closed again: two undos give back the first weight', () => {
  const { floor, sscc } = packed();
  close(floor, sscc);
  floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'carton', carton: foreignCarton(1) } }));
  floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 20_000, heightMm: 700 }, floor.context()));
  floor.scans(command.undo, command.undo);
  expect(onUnit(floor, sscc)).toMatchObject({ state: 'closed', weightGrams: 30_000, heightMm: 900, eaches: 18 });
});

test('a split leaves the pallet in hand in hand, and undo does too', () => {
  const { floor, sscc } = packed();
  floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'product', sku: sku('MUG'), eaches: 6 } }));
  expect(floor.inHand()).toBe(sscc);
  floor.scan(command.undo);
  expect(floor.inHand()).toBe(sscc);
});

test('goods moved onto the pallet in hand say nothing of the lot of the next ones', () => {
  const floor = warehouse();
  const mug = floor.world.get('product', { sku: sku('MUG') });
  floor.product('MUG', { ...mug, needs: { lot: true, expiry: false, serial: false, shelfLifeDays: null } });
  const ofLot = (lot: string): string => `(01)${codes.mugCase.padStart(14, '0')}(10)${lot}`;
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, ofLot('L2'));
  const first = floor.inHand();
  floor.scans(command.next, ofLot('L1'));
  const second = floor.inHand();
  floor.perform(move(floor, { from: first, to: second, goods: { kind: 'all' } }));
  floor.scan(codes.mugCase);
  expect(floor.world.find('lot', { sscc: second }).map(({ lot, eaches }) => ({ lot, eaches }))).toEqual([{ lot: 'L1', eaches: 12 }, { lot: 'L2', eaches: 6 }]);
});

test('more numbered pieces than undo could take back are refused, before anything is moved', () => {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase);
  const sscc = floor.inHand();
  const numbered = Array.from({ length: 250 }, (_, at) => ({ kind: 'unit.packed' as const, body: { sscc, po: poNumber(PLAIN), line: '1', sku: sku('MUG'), eaches: 1, cartons: 0, carton: null, code: '', keyed: true, trace: { lot: null, expiry: null, serial: `S${at}` } } }));
  floor.apply(numbered);
  const before = floor.everything();
  expect(refusalOf(move(floor, { from: sscc, to: null, goods: { kind: 'all' } }))).toMatchObject({ code: 'handlingUnits.refused.tooManyPieces', hint: { key: 'handlingUnits.hint.fewerPieces' } });
  expect(floor.everything()).toEqual(before);
});

test('the label that a split prints at once is another one than that of closing: neither is a reprint, and only the second proves anything', () => {
  const { floor, sscc } = packed();
  const { to } = floor.perform(move(floor, { from: sscc, to: null, goods: { kind: 'product', sku: sku('MUG'), eaches: 6 } }));
  const print = () => floor.perform(decideLabelPrinted(floor.world, { sscc: to }, floor.context())).reprint;
  expect([print(), print()], 'of the open pallet').toEqual([false, true]);
  close(floor, to);
  expect(floor.scan(to)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.oldLabel' }, expected: { key: 'scanning.hint.newLabel' } });
  expect(onUnit(floor, to)?.labelConfirmedAt).toBeNull();
  expect([print(), print()], 'of the closed one').toEqual([false, true]);
  expect(floor.scan(to).message.key).toBe('scanning.pack.labelConfirmed');
});

test('a label stays good while a pallet is opened and closed as it was, and is old once its goods are others', () => {
  const { floor, sscc } = packed();
  close(floor, sscc);
  floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context()));
  floor.scans(command.undo, command.undo);
  close(floor, sscc);
  expect(floor.scan(sscc).message.key, 'a carton less').toBe('scanning.wrong.oldLabel');
  floor.scans(command.undo, foreignCarton(1));
  close(floor, sscc);
  expect(floor.scan(sscc).message.key, 'all as it was').toBe('scanning.pack.labelConfirmed');
});
