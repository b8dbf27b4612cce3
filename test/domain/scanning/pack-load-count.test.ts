import { SECOND } from '../../../shared/lib/time.ts';
import { describe, expect, test } from 'vitest';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideLabelPrinted } from '../../../shared/domain/handling-units/labels.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { filledBins } from '../../../shared/domain/picking/bins.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { soundOf } from '../../../shared/domain/scanning/answer.ts';
import { decideStartTask } from '../../../shared/domain/scanning/start.ts';
import { location, poNumber, sku } from '../../../shared/lib/ids.ts';
import { parseSscc } from '../../../shared/lib/sscc.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { refusalOf } from '../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from './floor.ts';

/** PLAIN is picked and its packing has begun. */
function packing(): ScanFloor {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase);
  floor.scan(command.done);
  return floor;
}

/** PLAIN stands on two closed pallets; its shipment is planned. */
function packed(): { readonly floor: ScanFloor; readonly pallets: readonly [string, string]; readonly shipmentId: string } {
  const floor = packing();
  floor.scans(codes.mugCase, codes.mugCase);
  const first = floor.inHand();
  floor.scan(command.next);
  floor.scans(codes.mugCase, codes.mugCase);
  const second = floor.inHand();
  floor.scan(command.done);
  const { shipmentId } = floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(PLAIN)], freightTerm: 'prepaid' }, floor.context()));
  return { floor, pallets: [first, second], shipmentId };
}

describe('packing by scan', () => {
  test('DONE after picking begins packing; the first case opens a pallet with a right SSCC', () => {
    const floor = packing();
    expect(floor.world.get('task', { station: floor.station })).toMatchObject({ kind: 'pack', po: PLAIN, sscc: null });
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'accepted', progress: { done: 6, of: 24 }, details: [{ key: 'scanning.pack.opened' }] });
    expect(parseSscc(floor.inHand())).toEqual({ ok: true, sscc: '006141410000000012' });
    expect(floor.world.get('unit', { sscc: floor.inHand() })).toMatchObject({ eaches: 6, cartons: 1, state: 'open' });
  });

  test('a single piece is no carton; never more than was picked', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, command.done, command.yes);
    floor.scan(PLAIN, { task: 'pack' });
    floor.scan(codes.mugEach);
    expect(floor.world.get('unit', { sscc: floor.inHand() })).toMatchObject({ eaches: 1, cartons: 0 });
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.morePackedThanPicked', params: { left: 5 } } });
    floor.scan('MUG', { quantity: 5 });
    expect(floor.scan(codes.mugEach)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.pickFirst' } });
  });

  test('DONE asks about what is picked and not packed, and tells what was never picked apart', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, codes.mugCase, command.done, command.yes);
    floor.scan(PLAIN, { task: 'pack' });
    const asked = floor.scan(command.done);
    expect(asked).toMatchObject({ confirm: command.done, message: { params: { left: 12, unpicked: 12 } } });
    expect(sayMessage('en', asked.message)).toBe(`PO ${PLAIN}: 12 eaches not packed, 12 not picked. Scan DONE again to leave it so.`);
  });

  test("a carton's own SSCC packs it once; again it is a duplicate with a sound of its own", () => {
    const floor = packing();
    expect(floor.scan(foreignCarton(7))).toMatchObject({ result: 'accepted', message: { params: { eaches: 6, cartons: 1 } } });
    const before = floor.everything();
    const again = floor.scan(foreignCarton(7));
    expect(again).toMatchObject({ result: 'duplicate', message: { key: 'scanning.duplicate.carton' } });
    expect(soundOf(again)).toBe('duplicate');
    expect(floor.everything()).toBe(before);
    floor.scan(command.undo);
    expect(floor.line(PLAIN, '1').packed).toBe(0);
    expect(floor.scan(foreignCarton(7)).result).toBe('accepted');
  });

  test('where an order has several products the carton waits for the product scanned next', () => {
    const floor = warehouse();
    floor.scans(HOT, codes.mugCase, 'A-01-01', codes.grinderCase, codes.grinderCase);
    floor.scan(HOT, { task: 'pack' });
    expect(floor.scan(foreignCarton(1))).toMatchObject({ result: 'accepted', next: { instruction: { key: 'scanning.step.cartonProduct' } } });
    expect(floor.scan(codes.grinderEach)).toMatchObject({ result: 'accepted', message: { params: { eaches: 12, cartons: 1 } } });
    expect(floor.world.get('carton', { carton: foreignCarton(1) })).toMatchObject({ eaches: 12, line: '1' });
    floor.scan(codes.grinderEach);
    expect(floor.line(HOT, '1').packed).toBe(13);
  });

  test('without a company prefix no pallet opens, and the answer says where to enter it', () => {
    const floor = packing();
    floor.settings({ companyPrefix: '' });
    expect(floor.scan(codes.mugCase)).toMatchObject({ result: 'wrong', message: { key: 'handlingUnits.refused.noPrefix' }, expected: { key: 'handlingUnits.hint.prefix' } });
    expect(refusalOf(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context())).code).toBe('handlingUnits.refused.noPrefix');
  });

  test('the label is confirmed by scanning it; a closed pallet opens again when scanned twice', () => {
    const floor = packing();
    floor.scan(codes.mugCase);
    const sscc = floor.inHand();
    expect(floor.scan(command.done)).toMatchObject({ result: 'accepted', followUp: { kind: 'print-label', sscc } });
    expect(floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context('picker')))).toEqual({ reprint: false });
    expect(floor.perform(decideLabelPrinted(floor.world, { sscc }, floor.context('picker')))).toEqual({ reprint: true });
    expect(floor.scan(`00${sscc}`)).toMatchObject({ result: 'accepted', message: { key: 'scanning.pack.labelConfirmed' } });
    expect(floor.scan(sscc), 'the trigger bounced').toMatchObject({ result: 'duplicate', message: { key: 'scanning.duplicate.label' } });
    floor.pass(10 * SECOND);
    expect(floor.scan(sscc)).toMatchObject({ result: 'info', confirm: sscc });
    expect(floor.scan(sscc)).toMatchObject({ result: 'accepted', message: { key: 'scanning.pack.reopened' } });
    expect(floor.inHand()).toBe(sscc);
    expect(floor.world.get('unit', { sscc })).toMatchObject({ state: 'open', labelConfirmedAt: null, labelPrints: 2 });
  });

  test('after a restart the open pallet is taken up by scanning it', () => {
    const floor = packing();
    floor.scan(codes.mugCase);
    const sscc = floor.inHand();
    floor.apply([{ kind: 'task.left', body: {} }]);
    expect(floor.scan(sscc)).toMatchObject({ result: 'accepted', next: { task: 'pack', sscc } });
    floor.scan(codes.mugCase);
    expect(floor.world.get('unit', { sscc })).toMatchObject({ eaches: 12 });
  });

  test('undo of a closed pallet opens it, and the pack before it can be undone then', () => {
    const floor = packing();
    floor.scan(codes.mugCase);
    const open = floor.quantities();
    floor.scan(command.done);
    floor.scan(command.undo);
    expect(floor.quantities()).toEqual(open);
    floor.scan(command.undo);
    expect(floor.line(PLAIN, '1').packed).toBe(0);
  });

  test('a pallet whose closing was undone gets a new label, which must be scanned again', () => {
    const floor = packing();
    floor.scan(codes.mugCase);
    const sscc = floor.inHand();
    floor.scan(command.done);
    floor.apply([{ kind: 'unit.label-printed', body: { sscc, reprint: false } }]);
    expect(floor.scan(sscc)).toMatchObject({ message: { key: 'scanning.pack.labelConfirmed' } });
    floor.scan(command.undo);
    floor.scans(codes.mugCase, command.done);
    expect(floor.world.get('unit', { sscc })).toMatchObject({ state: 'closed', labelConfirmedAt: null });
    expect(floor.scan(sscc)).toMatchObject({ message: { key: 'scanning.pack.labelConfirmed' } });
  });

  test('what is packed cannot be un-picked', () => {
    const floor = packing();
    floor.station = 'station-2';
    floor.scan(PLAIN, { task: 'pack' });
    floor.scans(codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase);
    floor.station = 'station-1';
    expect(floor.scan(command.undo)).toMatchObject({ result: 'wrong', message: { key: 'scanning.undo.packedSince' } });
  });
});

describe('loading by scan', () => {
  test('closed pallets of the shipment go on the truck, each once', () => {
    const { floor, pallets, shipmentId } = packed();
    expect(floor.scan(command.done)).toMatchObject({ result: 'done', next: { task: 'load', shipmentId } });
    expect(floor.scan(pallets[0])).toMatchObject({ result: 'accepted', progress: { done: 1, of: 2, unit: 'pallets' } });
    const before = floor.everything();
    expect(floor.scan(pallets[0])).toMatchObject({ result: 'duplicate', message: { key: 'scanning.duplicate.loaded' } });
    expect(floor.everything()).toBe(before);
    expect(floor.scan(pallets[1])).toMatchObject({ result: 'done' });
    expect(floor.order(PLAIN).state).toBe('loading');
  });

  test('refused: open, of another order, unknown, a carton that stands on a pallet', () => {
    const { floor, pallets } = packed();
    floor.scans(command.done, pallets[0]);
    floor.station = 'station-2';
    floor.scans(HOT, codes.mugCase);
    floor.scan(HOT, { task: 'pack' });
    floor.scan(foreignCarton(9));
    floor.scan(codes.mugCase);
    const other = floor.inHand();
    floor.station = 'station-1';
    expect(floor.scan(other)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.unitOfOtherShipment', params: { po: HOT } } });
    expect(floor.scan(foreignCarton(9))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.cartonOnPallet' } });
    expect(floor.scan(foreignCarton(10))).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.unknownUnit' } });
    floor.perform(decideShipmentCreate(floor.world, { pos: [poNumber(HOT)], freightTerm: 'prepaid' }, floor.context()));
    floor.perform(decideStartTask(floor.world, { kind: 'load', po: poNumber(HOT), shipmentId: null }, floor.context()));
    expect(floor.scan(other)).toMatchObject({ result: 'wrong', message: { key: 'scanning.wrong.unitOpen' } });
  });

  test('DONE twice sends the truck off, by someone who may; undo cannot bring it back', () => {
    const { floor, pallets, shipmentId } = packed();
    floor.scans(command.done, ...pallets);
    expect(floor.scan(command.done)).toMatchObject({ confirm: command.done });
    expect(floor.scan(command.done)).toMatchObject({ result: 'done', followUp: { kind: 'departed', shipmentId } });
    expect(floor.order(PLAIN)).toMatchObject({ state: 'shipped', shipped: 24, shippedInWindow: 24 });
    expect(floor.scan(command.undo)).toMatchObject({ result: 'wrong', message: { key: 'scanning.undo.departed' } });
  });

  test('a picker may load but not send off', () => {
    const { floor, pallets, shipmentId } = packed();
    floor.role = 'picker';
    floor.scans(command.done, ...pallets);
    expect(floor.scan(command.done)).toMatchObject({ result: 'accepted', message: { key: 'scanning.command.leftLoading' } });
    expect(floor.world.get('shipment', { shipmentId: shipmentId as never })?.state).toBe('loading');
  });

  test('a cancelled order is not loaded', () => {
    const { floor, pallets } = packed();
    floor.scan(command.done);
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'customer', by: 'customer' } }]);
    expect(floor.scan(pallets[0])).toMatchObject({ result: 'wrong', message: { key: 'scanning.order.cancelledPutBack' } });
  });
});

describe('counting by scan', () => {
  test('bin, product, quantity; undo restores what the books said', () => {
    const floor = warehouse();
    floor.perform(decideStartTask(floor.world, { kind: 'count', po: null, shipmentId: null }, floor.context('picker')));
    const before = floor.quantities();
    expect(floor.scans('A-01-02', 'MUG', '55')).toEqual(['accepted', 'accepted', 'accepted']);
    expect(floor.stock('MUG').boxed).toBe(55);
    floor.scan(command.undo);
    expect(floor.quantities()).toEqual(before);
  });

  test('a product found where the books have none, and a bin found empty', () => {
    const floor = warehouse();
    floor.perform(decideStartTask(floor.world, { kind: 'count', po: null, shipmentId: null }, floor.context('picker')));
    floor.scans('C-01-01', 'MUG');
    floor.scan('MUG', { quantity: 7 });
    floor.scans('PLATE', '0');
    expect(floor.world.get('bin', { sku: sku('MUG'), location: location('C-01-01') })?.boxed).toBe(7);
    expect(floor.stock('PLATE').boxed).toBe(0);
    // The count of plates, the word that it was plates, the count of mugs.
    floor.scans(command.undo, command.undo, command.undo);
    expect(filledBins(floor.world, { location: location('C-01-01') })).toMatchObject([{ sku: 'PLATE', boxed: 8 }]);
  });
});

test('closing warns beyond what docks take and refuses an empty pallet', () => {
  const floor = packing();
  const { sscc } = floor.perform(decideOpenUnit(floor.world, { po: poNumber(PLAIN), kind: 'pallet' }, floor.context('picker')));
  expect(refusalOf(decideCloseUnit(floor.world, { sscc, weightGrams: null, heightMm: null }, floor.context())).code).toBe('handlingUnits.refused.empty');
  floor.scan(codes.mugCase);
  const closed = floor.perform(decideCloseUnit(floor.world, { sscc, weightGrams: 700_000, heightMm: 1_400 }, floor.context()));
  expect(closed.warnings.map((warning) => warning.key)).toEqual(['handlingUnits.warning.palletHeavy', 'handlingUnits.warning.notStackable']);
});
