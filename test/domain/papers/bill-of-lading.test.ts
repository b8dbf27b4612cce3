import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { billOfLading, type BillOfLading } from '../../../shared/domain/papers/bill-of-lading.ts';
import { decidePaperPrinted } from '../../../shared/domain/papers/decide.ts';
import { decideShipmentChange, decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import type { PaperName } from '../../../shared/domain/papers/printed.ts';
import type { Shipment } from '../../../shared/domain/state/entities.ts';
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

/** The body of `shipment.changed` as a station wrote it that knew the shipment so. */
const knownAs = ({ shipmentId: id, freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment }: Shipment) => ({
  shipmentId: id, freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, arn, scac, pro, bol, appointment,
});

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

test('whatever other stations write of the shipment without knowing it, the number on paper stays', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom('HOUBX0001', 'HOUBX0002')), { maxLength: 4 }), fc.nat(4), (typed, when) => {
      const { floor, name } = planned();
      const written = typed.map((bol) => ({ kind: 'shipment.changed' as const, body: { ...knownAs(shipmentOf(floor, name)), pro: '17712345', bol } }));
      floor.apply(written.slice(0, when));
      print(floor, name);
      const { bol } = shipmentOf(floor, name);
      floor.apply(written.slice(when));
      print(floor, name);
      expect(shipmentOf(floor, name).bol).toBe(bol);
    }),
    { numRuns: 40 },
  );
});

test('a change that knows no number takes none back, and a number is replaced only until a bill was printed with it', () => {
  const { floor, name } = planned();
  const id = shipmentId(name.subject);
  const change = (bol: string | null) => decideShipmentChange(floor.world, { shipmentId: id, bol }, floor.context());
  floor.perform(change('HOUBX0001'));
  floor.apply([{ kind: 'shipment.changed', body: { ...knownAs(shipmentOf(floor, name)), bol: null } }]);
  expect(shipmentOf(floor, name).bol).toBe('HOUBX0001');
  expect(refusalOf(change(null)).code).toBe('shipment.refused.bolRemoved');
  floor.perform(change('HOUBX0002'));
  print(floor, name);
  expect([refusalOf(change('HOUBX0003')).code, refusalOf(change('')).code]).toEqual(['shipment.refused.bolPrinted', 'shipment.refused.bolPrinted']);
  floor.perform(change('houbx0002'));
});

test('while nothing is packed no bill is printed, and no number is used up', () => {
  const floor = warehouse();
  const { shipmentId: subject } = floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(HOT)], freightTerm: 'collect' }, floor.context()));
  const name: PaperName = { paper: 'bill-of-lading', subject };
  expect(refusalOf(decidePaperPrinted(floor.world, name, floor.context())).code).toBe('shipment.refused.noGoods');
  expect([billOf(floor, name).open, shipmentOf(floor, name).bol]).toEqual([true, null]);
});

test('a number that was typed is the one on paper, and no other shipment gets it', () => {
  const { floor, name } = planned();
  floor.received(orderDocument('PLN00002', [{ vendorSku: 'MUG', quantity: 6 }]));
  floor.accept('PLN00002');
  floor.scans('PLN00002', 'A-01-02', codes.mugCase);
  floor.scan('PLN00002', { task: 'pack' });
  floor.scan(codes.mugCase);
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
