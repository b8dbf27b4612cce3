import { expect, test } from 'vitest';
import { decideCloseUnit, decideReopenUnit, decideUnpackCarton } from '../../../shared/domain/handling-units/decide.ts';
import { decideMove } from '../../../shared/domain/handling-units/move.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { packingView } from '../../../shared/domain/handling-units/packing-view.ts';
import { unitFacts } from '../../../shared/domain/papers/units.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { shipmentConfirmationDocument } from '../../../shared/domain/shipment/documents.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { refusalOf } from '../../support/domain.ts';
import { codes, command, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';
import { rowsOf, twoStations } from '../sync/site.ts';

const close = (floor: ScanFloor, sscc: string): unknown => floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: null, heightMm: null }, floor.context()));

/** A carton of our own with 6 mugs, closed, and a pallet in hand with 12. */
function ready<Station extends ScanFloor>(floor: Station): { readonly floor: Station; readonly carton: string; readonly pallet: string } {
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done);
  const { sscc: carton } = floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'carton' }, floor.context()));
  floor.scan(codes.mugCase);
  close(floor, carton);
  floor.scans(codes.mugCase, codes.mugCase);
  return { floor, carton, pallet: floor.inHand() };
}

const unit = (floor: ScanFloor, sscc: string) => floor.world.get('unit', { sscc });

test('a closed carton of our own goes onto the pallet in hand by its scan, once; undo takes it off', () => {
  const { floor, carton, pallet } = ready(warehouse());
  const before = floor.quantities();
  expect(floor.scan(carton)).toMatchObject({ result: 'accepted', message: { key: 'scanning.pack.nested', params: { eaches: 6 } } });
  expect(unit(floor, carton)).toMatchObject({ parent: pallet, state: 'closed', eaches: 6 });
  expect(unit(floor, pallet)).toMatchObject({ eaches: 18, cartons: 3 });
  expect(floor.order(PLAIN).packed, 'it was packed already').toBe(18);
  const onIt = floor.everything();
  expect(floor.scan(carton)).toMatchObject({ result: 'duplicate', message: { key: 'scanning.duplicate.carton' } });
  expect(floor.everything()).toBe(onIt);
  expect(floor.scan(command.undo)).toMatchObject({ message: { key: 'scanning.undo.nest' } });
  expect(floor.quantities()).toEqual(before);
  expect(unit(floor, carton)?.parent).toBeNull();
});

test('it comes off again by its number, and not while the pallet is closed', () => {
  const { floor, carton, pallet } = ready(warehouse());
  floor.scan(carton);
  close(floor, pallet);
  const off = () => decideUnpackCarton(floor.world, { carton }, floor.context());
  expect(refusalOf(off())).toMatchObject({ code: 'handlingUnits.refused.state', hint: { key: 'handlingUnits.hint.openPallet' } });
  expect(refusalOf(decideReopenUnit(floor.world, { sscc: carton, reason: 'x' }, floor.context())).code).toBe('handlingUnits.refused.onPallet');
  floor.perform(decideReopenUnit(floor.world, { sscc: pallet, reason: 'carton off' }, floor.context()));
  floor.perform(off());
  expect(unit(floor, carton)).toMatchObject({ parent: null, state: 'closed' });
  expect(unit(floor, pallet)).toMatchObject({ eaches: 12, cartons: 2 });
  floor.scan(command.undo);
  expect(unit(floor, pallet)).toMatchObject({ eaches: 18, cartons: 3 });
});

test('a pallet is no carton: scanned while another is in hand it is asked about, never put on it', () => {
  const { floor, pallet } = ready(warehouse());
  close(floor, pallet);
  floor.scan(codes.mugCase);
  expect(floor.inHand()).not.toBe(pallet);
  expect(floor.scan(pallet)).toMatchObject({ confirm: pallet, message: { key: 'scanning.pack.askReopen' } });
  expect(unit(floor, pallet)?.parent).toBeNull();
});

test('papers, loading and the shipment confirmation have it on its pallet, and nothing twice', () => {
  const { floor, carton, pallet } = ready(warehouse());
  floor.scans(carton, codes.mugCase);
  expect(packingView(floor.world, poNumber(PLAIN)).units.map(({ unit: { sscc }, position }) => [sscc, position.of])).toEqual([[pallet, 1]]);
  const facts = unit(floor, pallet);
  expect(facts && unitFacts(floor.world, facts).contents).toMatchObject([{ sku: 'MUG', eaches: 18, carton: null }, { sku: 'MUG', eaches: 6, carton }]);
  close(floor, pallet);
  const { shipmentId } = floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(PLAIN)], freightTerm: 'collect' }, floor.context('shipping')));
  floor.scan(PLAIN, { task: 'load' });
  expect(floor.scan(carton)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.cartonOnPallet' } });
  expect(floor.scan(pallet)).toMatchObject({ result: 'done', progress: { done: 1, of: 1 } });
  floor.perform(decideDepart(floor.world, { shipmentId, finished: [], leftBehind: [], departedAt: null }, floor.context('shipping')));
  expect(floor.order(PLAIN)).toMatchObject({ shipped: 24, state: 'shipped' });
  expect(unit(floor, carton)).toMatchObject({ state: 'departed', shipmentId });
  const asn = shipmentConfirmationDocument(floor.world, shipmentId, floor.context());
  expect(asn).toMatchObject({ ok: true, document: { items: [{ eaches: 24 }] } });
  expect(asn.ok && [...asn.document.units].sort((left) => (left.kind === 'pallet' ? -1 : 1))).toMatchObject([
    { sscc: pallet, kind: 'pallet', parent: null, contents: [{ eaches: 18 }] },
    { sscc: carton, kind: 'carton', parent: pallet, contents: [{ eaches: 6 }] },
  ]);
});

test('everything of a pallet takes the cartons on it along, and undo brings them back', () => {
  const { floor, carton, pallet } = ready(warehouse());
  floor.scan(carton);
  const before = floor.quantities();
  const { to } = floor.perform(decideMove(floor.world, { from: pallet, to: null, goods: { kind: 'all' } }, floor.context()));
  expect(unit(floor, pallet)).toMatchObject({ state: 'voided', eaches: 0, cartons: 0 });
  expect(unit(floor, to)).toMatchObject({ eaches: 18, cartons: 3 });
  expect(unit(floor, carton)?.parent).toBe(to);
  floor.scan(command.undo);
  expect(floor.quantities()).toEqual(before);
  expect(unit(floor, carton)?.parent).toBe(pallet);
});

test('two stations put the same carton onto two pallets unseen: the first stands, a case says so, nothing counts twice', () => {
  const { site, left, right } = twoStations();
  const { carton, pallet } = ready(left);
  const other = left.perform(decideOpenUnit(left.world, { po: poNumber(PLAIN), kind: 'pallet' }, left.context())).sscc;
  left.scan(pallet);
  left.sync();
  right.sync();
  left.scan(carton);
  right.apply([{ kind: 'unit.nested', body: { sscc: carton, on: other, po: poNumber(PLAIN), code: carton } }]);
  left.push();
  right.push();
  left.pull();
  right.pull();
  expect(rowsOf(right.world)).toEqual(rowsOf(site.world));
  expect(site.world.get('unit', { sscc: carton })?.parent).toBe(pallet);
  expect(site.world.get('unit', { sscc: pallet })).toMatchObject({ eaches: 18, cartons: 3 });
  expect(site.world.get('unit', { sscc: other })).toMatchObject({ eaches: 0, cartons: 0 });
  expect(site.openCases().filter(({ what }) => what.key === 'cases.packedTwice.nested')).toMatchObject([{ type: 'packed-twice', units: 6 }]);
});
