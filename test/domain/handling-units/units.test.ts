import { expect, test } from 'vitest';
import { decideReopenUnit, decideUnpack, decideUnpackCarton, decideVoidUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { packingView } from '../../../shared/domain/handling-units/packing-view.ts';
import { ssccText } from '../../../shared/domain/handling-units/names.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { refusalOf } from '../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

/** Two loose cases and one labelled carton of mugs on an open pallet. */
function onPallet(): { readonly floor: ScanFloor; readonly sscc: string } {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase, foreignCarton(1));
  return { floor, sscc: floor.inHand() };
}

test('removing takes loose goods with their cartons; labelled cartons come off by their label', () => {
  const { floor, sscc } = onPallet();
  const remove = (eaches: number): ReturnType<typeof decideUnpack> => decideUnpack(floor.world, { sscc, line: '1', eaches }, floor.context('picker'));
  expect(refusalOf(remove(13))).toMatchObject({ code: 'handlingUnits.refused.notThatMuch', params: { there: 12 }, hint: { key: 'handlingUnits.hint.removeCartons' } });
  floor.perform(remove(6));
  expect(floor.world.get('unit', { sscc })).toMatchObject({ eaches: 12, cartons: 2 });
  floor.perform(decideUnpackCarton(floor.world, { carton: foreignCarton(1) }, floor.context('picker')));
  expect(floor.world.get('carton', { carton: foreignCarton(1) })).toBeUndefined();
  expect(floor.line(PLAIN, '1').packed).toBe(6);
  floor.scan(command.undo);
  expect(floor.world.get('carton', { carton: foreignCarton(1) })).toMatchObject({ sscc, eaches: 6 });
});

test('only an empty unit is given up, and its number never comes back', () => {
  const { floor, sscc } = onPallet();
  expect(refusalOf(decideVoidUnit(floor.world, { sscc, reason: 'wrong order' }, floor.context())).code).toBe('handlingUnits.refused.notEmpty');
  const empty = floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'carton' }, floor.context('picker')));
  floor.perform(decideVoidUnit(floor.world, { sscc: empty.sscc, reason: 'not needed' }, floor.context('picker')));
  const next = floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context('picker')));
  expect(next.sscc).not.toBe(empty.sscc);
  expect(floor.scan(empty.sscc)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.unitVoided' } });
});

test('serials run out before they repeat', () => {
  const floor = warehouse();
  floor.world.put('counter', { name: 'sscc', value: 999_999_999 });
  expect(refusalOf(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context())).code).toBe('handlingUnits.refused.exhausted');
});

test('a unit opens again only from closed; opening begins to pack its order', () => {
  const { floor, sscc } = onPallet();
  expect(refusalOf(decideReopenUnit(floor.world, { sscc, reason: 'one more' }, floor.context()))).toMatchObject({ code: 'handlingUnits.refused.state', params: { state: 'open' } });
  floor.scans(HOT, codes.mugCase);
  const opened = floor.perform(decideOpenUnit(floor.world, { po: poNumber(HOT), kind: 'pallet' }, floor.context('picker')));
  expect(floor.world.get('task', { station: floor.station })).toMatchObject({ kind: 'pack', po: HOT, sscc: opened.sscc });
});

test('the packing view shows what stands where and what waits', () => {
  const { floor, sscc } = onPallet();
  expect(packingView(floor.world, poNumber(PLAIN))).toMatchObject({ units: [{ unit: { sscc, eaches: 18 }, position: { index: 1, of: 1 } }], waiting: [{ left: 6 }], picked: 24, packed: 18, unpicked: 0 });
});

test('an SSCC is shown in its parts when it is ours, in fours otherwise', () => {
  const ours = { companyPrefix: '0614141', ssccExtension: 0 };
  expect(ssccText('006141410000000012', ours)).toBe('0 0614141 000000001 2');
  expect(ssccText(foreignCarton(1), ours)).toMatch(/^\d \d{4} \d{4} \d{4} \d{4} \d$/);
  expect(ssccText('123456789012345670', ours)).toBe('123456789012345670');
});
