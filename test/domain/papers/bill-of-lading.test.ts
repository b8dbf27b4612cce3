import { expect, test } from 'vitest';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { billOfLading, type BillOfLading } from '../../../shared/domain/papers/bill-of-lading.ts';
import { decidePaperPrinted } from '../../../shared/domain/papers/decide.ts';
import { decideShipmentChange, decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import type { PaperName } from '../../../shared/domain/papers/printed.ts';
import { paperCode } from '../../../shared/lib/barcode/house-code.ts';
import { isGsin } from '../../../shared/lib/gsin.ts';
import { poNumber, shipmentId } from '../../../shared/lib/ids.ts';
import { MINUTE } from '../../../shared/lib/time.ts';
import { orderDocument, refusalOf } from '../../support/domain.ts';
import { codes, command, HOT, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

/** PLAIN's first pallet (18 mugs in three cartons) is closed and weighed; a shipment is planned for it and for HOT. */
function planned(): { readonly floor: ScanFloor; readonly sscc: string; readonly name: PaperName } {
  const floor = warehouse();
  floor.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase);
  floor.scan(PLAIN, { task: 'pack' });
  floor.scans(codes.mugCase, codes.mugCase, codes.mugCase);
  const sscc = floor.inHand();
  const created = floor.perform(decideShipmentCreate(floor.world, { pos: [PLAIN, HOT].map(poNumber), freightTerm: 'collect' }, floor.context()));
  return { floor, sscc, name: { paper: 'bill-of-lading', subject: created.shipmentId } };
}

const shipmentOf = (floor: ScanFloor, { subject }: PaperName) => {
  const shipment = floor.world.get('shipment', { shipmentId: shipmentId(subject) });
  if (!shipment) throw new Error('no shipment');
  return shipment;
};

const billOf = (floor: ScanFloor, name: PaperName): BillOfLading => billOfLading(floor.world, shipmentOf(floor, name));

const print = (floor: ScanFloor, name: PaperName): { readonly revision: string; readonly reprint: boolean } => floor.perform(decidePaperPrinted(floor.world, name, floor.context()));

test('the first print gives the shipment its number, for good; the next one is a reprint with the same', () => {
  const { floor, name } = planned();
  const first = print(floor, name);
  const { bol } = shipmentOf(floor, name);
  expect(bol?.startsWith('0614141') && isGsin(bol)).toBe(true);
  const second = print(floor, name);
  expect([first.reprint, second]).toEqual([false, { ...first, reprint: true }]);
  expect(shipmentOf(floor, name).bol).toBe(bol);
});

test('a number that was typed is the one on paper, and no other shipment gets it', () => {
  const { floor, name } = planned();
  floor.received(orderDocument('PLN00002', [{ vendorSku: 'MUG' }]));
  floor.accept('PLN00002');
  const own = floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber('PLN00002')], freightTerm: 'prepaid' }, floor.context()));
  const other: PaperName = { paper: 'bill-of-lading', subject: own.shipmentId };
  // The very number that would be next.
  floor.perform(decideShipmentChange(floor.world, { shipmentId: shipmentId(name.subject), bol: '06141410000000012' }, floor.context()));
  print(floor, name);
  print(floor, other);
  expect([shipmentOf(floor, name).bol, shipmentOf(floor, other).bol]).toEqual(['06141410000000012', '06141410000000029']);
});

test('of two numbers given without network the first one in the site’s order holds', () => {
  const { floor, name } = planned();
  const id = shipmentId(name.subject);
  floor.apply([{ kind: 'shipment.bol-assigned', body: { shipmentId: id, bol: '06141410000000012', serial: 1 } }]);
  floor.apply([{ kind: 'shipment.bol-assigned', body: { shipmentId: id, bol: '06141410000002580', serial: 258 } }]);
  expect(shipmentOf(floor, name).bol).toBe('06141410000000012');
  expect(floor.world.get('counter', { name: 'bol' })?.value).toBe(258);
});

test('without a company prefix it is refused with what to do, and nothing is written', () => {
  const { floor, name } = planned();
  floor.settings({ companyPrefix: '' });
  const before = floor.everything();
  expect(refusalOf(decidePaperPrinted(floor.world, name, floor.context()))).toMatchObject({ code: 'shipment.refused.bolPrefix', hint: { key: 'shipment.hint.bolNumber' } });
  expect(floor.everything()).toBe(before);
});

test('it says only what was weighed, order by order and for the truck', () => {
  const { floor, sscc, name } = planned();
  expect(billOf(floor, name)).toMatchObject({ open: true, hpo: true, orders: [{ po: PLAIN, packages: 3, weightGrams: null, pallets: 'all' }, { po: HOT, packages: 0, weightGrams: null, pallets: 'none' }], goods: [{ kind: 'pallet', units: 1, packages: 3, titles: ['Mug'] }] });
  floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 31_000, heightMm: null }, floor.context()));
  expect(billOf(floor, name)).toMatchObject({ open: false, orders: [{ weightGrams: 31_000 }, { weightGrams: null }], total: { units: 1, packages: 3, weightGrams: 31_000 } });
});

test('scanned at any station it is right, or tells in red what has changed: pallets, carrier', () => {
  const { floor, name } = planned();
  floor.pass(5 * MINUTE);
  const { revision } = print(floor, name);
  const code = paperCode(name.paper, name.subject, floor.now, revision);
  expect(floor.scan(code)).toMatchObject({ result: 'info', message: { key: 'scanning.paper.current', params: { paper: 'billOfLading' } } });
  floor.pass(5 * MINUTE);
  floor.perform(decideShipmentChange(floor.world, { shipmentId: shipmentId(name.subject), scac: 'ABFS', pro: '117712345' }, floor.context()));
  floor.pass(5 * MINUTE);
  floor.scan(PLAIN, { task: 'pack' });
  floor.scan(command.done);
  const { result, details } = floor.scan(code);
  expect([result, details.map(({ key }) => key)]).toEqual(['wrong', ['sheets.changed.shipment', 'sheets.changed.unit']]);
  expect(details[1]).toMatchObject({ params: { state: 'closed' } });
});
