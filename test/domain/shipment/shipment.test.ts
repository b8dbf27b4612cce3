import { describe, expect, test } from 'vitest';
import { writeRoutingRequestJson } from '../../../shared/documents/sp-api/write-routing-request.ts';
import { writeShipmentConfirmationJson } from '../../../shared/documents/sp-api/write-shipment-confirmation.ts';
import { decideRoutingRequest, decideShipmentChange, decideShipmentCreate, decideUnload } from '../../../shared/domain/shipment/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { routingRequestDocument, shipmentConfirmationDocument } from '../../../shared/domain/shipment/documents.ts';
import { proposeRouting } from '../../../shared/domain/shipment/propose.ts';
import type { Shipment } from '../../../shared/domain/state/entities.ts';
import { poNumber, type ShipmentId } from '../../../shared/lib/ids.ts';
import { DAY, HOUR, MINUTE, instant, later } from '../../../shared/lib/time.ts';
import { orderDocument, refusalOf, START } from '../../support/domain.ts';
import { codes, command, foreignCarton, HOT, PLAIN, warehouse, type ScanFloor } from '../scanning/floor.ts';

const plan = (floor: ScanFloor, pos: readonly string[] = [PLAIN], freightTerm: 'collect' | 'prepaid' = 'collect'): ShipmentId =>
  floor.perform(decideShipmentCreate(floor.world, { pos: pos.map(poNumber), freightTerm }, floor.context('shipping'))).shipmentId;

function shipmentOf(floor: ScanFloor, shipmentId: ShipmentId): Shipment {
  const shipment = floor.world.get('shipment', { shipmentId });
  if (!shipment) throw new Error(shipmentId);
  return shipment;
}

/** PLAIN packed on one pallet, one of its cartons with a label of its own. */
function packedFloor(): { readonly floor: ScanFloor; readonly pallet: string } {
  const floor = warehouse();
  floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, foreignCarton(1), codes.mugCase, codes.mugCase);
  const pallet = floor.inHand();
  floor.scan(command.done);
  return { floor, pallet };
}

describe('planning a shipment', () => {
  test('figures are prefilled: estimated from the item master before packing, from the pallets afterwards', () => {
    const before = warehouse();
    expect(proposeRouting(before.world, [poNumber(HOT)])).toMatchObject({ cartons: 3 + 1 + 1, palletsStackable: 1, palletsNonStackable: 0, weightGrams: 40 * 907 + 6 * 400 + 20_000, estimated: true, unmeasured: [] });
    const { floor } = packedFloor();
    const id = plan(floor);
    expect(shipmentOf(floor, id)).toMatchObject({ state: 'draft', cartons: 4, palletsStackable: 1, weightGrams: 24 * 400 + 20_000, volumeCubicCentimetres: 4 * 24_000 });
  });

  test('one truck, one FC, one vendor code; an order is planned once', () => {
    const floor = warehouse();
    floor.received(orderDocument('FAR00001', [{ vendorSku: 'MUG' }], { shipToId: 'ONT8' }));
    floor.accept('FAR00001');
    expect(refusalOf(decideShipmentCreate(floor.world, { pos: [PLAIN, 'FAR00001'].map(poNumber), freightTerm: 'collect' }, floor.context())).code).toBe('shipment.refused.otherDestination');
    plan(floor, [PLAIN, HOT]);
    expect(refusalOf(decideShipmentCreate(floor.world, { pos: [poNumber(HOT)], freightTerm: 'collect' }, floor.context())).code).toBe('shipment.refused.alreadyPlanned');
    expect(refusalOf(decideShipmentCreate(floor.world, { pos: [poNumber(HOT)], freightTerm: 'collect' }, floor.context('picker'))).code).toBe('staff.refused.notAllowed');
  });

  test('ARN, SCAC, PRO, BOL and appointment come later; state follows; wrong ones are refused with what is right', () => {
    const floor = warehouse();
    const id = plan(floor);
    const change = (patch: object): string => refusalOf(decideShipmentChange(floor.world, { shipmentId: id, ...patch }, floor.context())).code;
    expect(change({ scac: 'AB1' })).toBe('shipment.refused.scac');
    expect(change({ bol: '1234567' })).toBe('shipment.refused.bolShape');
    floor.perform(decideShipmentChange(floor.world, { shipmentId: id, arn: ' 1234567890 ', scac: 'abfs', bol: 'HOUBX0001' }, floor.context()));
    expect(shipmentOf(floor, id)).toMatchObject({ state: 'routed', arn: '1234567890', scac: 'ABFS', bol: 'HOUBX0001', cartons: 4 });
    const other = plan(floor, [HOT]);
    expect(refusalOf(decideShipmentChange(floor.world, { shipmentId: other, bol: 'houbx0001' }, floor.context())).code).toBe('shipment.refused.bolTaken');
  });
});

describe('routing request', () => {
  test('needs a complete acknowledgement, a freight ready date and two business days', () => {
    const floor = warehouse();
    floor.received(orderDocument('PART0001', [{ vendorSku: 'MUG' }, { vendorSku: 'GRIND' }]));
    floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber('PART0001'), version: 1, lines: [{ line: '1', accepted: 12, rejected: 0, backordered: 0, rejectionReason: null, shipDate: null }], override: null } }]);
    const part = plan(floor, ['PART0001']);
    const ask = (id: ShipmentId, agreed: string | null = null): ReturnType<typeof decideRoutingRequest> => decideRoutingRequest(floor.world, { shipmentId: id, agreed }, floor.context());
    expect(refusalOf(ask(part)).code).toBe('shipment.refused.notAcknowledged');
    const id = plan(floor);
    expect(refusalOf(ask(id)).code).toBe('shipment.refused.noFreightReady');
    // Monday: Tuesday is too soon, Wednesday is not.
    floor.perform(decideShipmentChange(floor.world, { shipmentId: id, freightReady: later(START, DAY) }, floor.context()));
    expect(refusalOf(ask(id))).toMatchObject({ code: 'shipment.refused.tooSoon', params: { firstDay: '2026-03-04', wantedDay: '2026-03-03' }, hint: { key: 'shipment.hint.laterDay' } });
    expect(floor.perform(ask(id, 'Carrier team agreed to Tuesday 10:00, Ana')).warnings).toMatchObject([{ key: 'shipment.warning.tooSoon' }]);
    expect(shipmentOf(floor, id)).toMatchObject({ state: 'requested', requestedAt: START });
  });

  test('where the window ends before the first pickup the refusal says what remains', () => {
    const floor = warehouse();
    floor.received(orderDocument('RUSH0001', [{ vendorSku: 'MUG' }], { shipBy: later(START, DAY) }));
    floor.accept('RUSH0001');
    const id = plan(floor, ['RUSH0001']);
    floor.perform(decideShipmentChange(floor.world, { shipmentId: id, freightReady: later(START, 12 * HOUR) }, floor.context()));
    expect(refusalOf(decideRoutingRequest(floor.world, { shipmentId: id, agreed: null }, floor.context())).hint).toMatchObject({ key: 'shipment.hint.whatRemains' });
  });

  test('prepaid needs none; the term is fixed once routing was asked for; the document is written', () => {
    const floor = warehouse();
    const prepaid = plan(floor, [HOT], 'prepaid');
    expect(refusalOf(decideRoutingRequest(floor.world, { shipmentId: prepaid, agreed: null }, floor.context())).code).toBe('shipment.refused.prepaid');
    const id = plan(floor);
    floor.perform(decideShipmentChange(floor.world, { shipmentId: id, freightReady: later(START, 3 * DAY) }, floor.context()));
    expect(floor.perform(decideRoutingRequest(floor.world, { shipmentId: id, agreed: null }, floor.context())).warnings).toEqual([]);
    expect(refusalOf(decideShipmentChange(floor.world, { shipmentId: id, freightTerm: 'prepaid' }, floor.context())).code).toBe('shipment.refused.termFixed');
    const prepared = routingRequestDocument(floor.world, id, floor.context());
    if (!prepared.ok) throw new Error(prepared.refusal.code);
    expect(prepared.document.orders).toMatchObject([{ po: PLAIN, items: [{ line: '1', eaches: 24 }] }]);
    expect(writeRoutingRequestJson(prepared.document).shipments[0]).toMatchObject({ shipmentFreightTerm: 'Collect', sellingParty: { partyId: 'HOUBX' }, shipToParty: { partyId: 'PHX3' } });
  });
});

describe('departure', () => {
  test('everything is loaded or left behind on purpose, never in the future, and units ship at that time', () => {
    const { floor, pallet } = packedFloor();
    const id = plan(floor);
    const depart = (input: object = {}): ReturnType<typeof decideDepart> =>
      decideDepart(floor.world, { shipmentId: id, finished: [], leftBehind: [], departedAt: null, ...input }, floor.context('shipping'));
    expect(refusalOf(depart()).code).toBe('shipment.refused.nothingLoaded');
    floor.scan(PLAIN, { task: 'load' });
    floor.scan(pallet);
    expect(refusalOf(depart({ departedAt: later(floor.now, MINUTE) })).code).toBe('shipment.refused.future');
    expect(refusalOf(decideDepart(floor.world, { shipmentId: id, finished: [], leftBehind: [], departedAt: null }, floor.context('picker'))).code).toBe('staff.refused.notAllowed');
    floor.pass(HOUR);
    const left = floor.perform(depart({ departedAt: START }));
    expect(left.warnings.map((warning) => warning.key)).toEqual(['shipment.warning.noArn', 'shipment.warning.noCarrier', 'shipment.warning.labels']);
    expect(shipmentOf(floor, id)).toMatchObject({ state: 'departed', departedAt: START, confirmBy: later(START, 30 * MINUTE) });
    expect(floor.order(PLAIN)).toMatchObject({ state: 'shipped', shipped: 24, shippedInWindow: 24, shippedAt: START });
    expect(refusalOf(depart()).code).toBe('shipment.refused.leftAlready');
    expect(refusalOf(decideUnload(floor.world, { shipmentId: id, sscc: pallet }, floor.context())).code).toBe('shipment.refused.leftAlready');
  });

  test('after the window units ship but do not count for the fill rate', () => {
    const { floor, pallet } = packedFloor();
    const id = plan(floor);
    floor.scan(PLAIN, { task: 'load' });
    floor.scan(pallet);
    floor.now = instant(Date.UTC(2026, 2, 6, 22, 0, 1));
    floor.perform(decideDepart(floor.world, { shipmentId: id, finished: [], leftBehind: [], departedAt: null }, floor.context('shipping')));
    expect(floor.order(PLAIN)).toMatchObject({ state: 'shipped', shipped: 24, shippedInWindow: 0 });
  });

  test('an incomplete order ends only when somebody says that nothing more will come, and frees what it claimed', () => {
    const floor = warehouse();
    floor.scans(HOT, codes.mugCase);
    floor.scan(HOT, { task: 'pack' });
    floor.scan(codes.mugCase);
    const pallet = floor.inHand();
    floor.scan(command.done);
    const id = plan(floor, [HOT], 'prepaid');
    floor.scan(HOT, { task: 'load' });
    floor.scan(pallet);
    const depart = (finished: readonly string[]): ReturnType<typeof decideDepart> =>
      decideDepart(floor.world, { shipmentId: id, finished: finished.map(poNumber), leftBehind: [], departedAt: null }, floor.context('shipping'));
    expect(refusalOf(depart([PLAIN])).code).toBe('shipment.refused.unknownOrder');
    floor.perform(depart([HOT]));
    expect(floor.order(HOT)).toMatchObject({ state: 'shipped', shipped: 6 });
    expect(floor.stock('GRIND').allocated).toBe(0);
  });

  test('a second truck takes the rest of an order; a pallet left behind waits for it', () => {
    const floor = warehouse();
    floor.scans(PLAIN, codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done, codes.mugCase, codes.mugCase);
    const first = floor.inHand();
    floor.scans(command.next, codes.mugCase, codes.mugCase);
    const second = floor.inHand();
    floor.scan(command.done);
    const id = plan(floor, [PLAIN], 'prepaid');
    floor.scan(PLAIN, { task: 'load' });
    floor.scan(first);
    const depart = (leftBehind: readonly string[]): ReturnType<typeof decideDepart> =>
      decideDepart(floor.world, { shipmentId: id, finished: [], leftBehind, departedAt: null }, floor.context('shipping'));
    expect(refusalOf(depart([]))).toMatchObject({ code: 'shipment.refused.notLoaded', params: { count: 1 } });
    floor.perform(depart([second]));
    expect(floor.order(PLAIN)).toMatchObject({ shipped: 12, state: 'ready' });
    expect(shipmentOf(floor, id)).toMatchObject({ cartons: 4, weightGrams: 24 * 400 + 40_000 });
    expect(shipmentConfirmationDocument(floor.world, id, floor.context())).toMatchObject({ ok: true, document: { weightGrams: 12 * 400 + 20_000, volumeCubicCentimetres: 2 * 24_000 } });
    const next = plan(floor, [PLAIN], 'prepaid');
    floor.scan(PLAIN, { task: 'load' });
    expect(floor.scan(second)).toMatchObject({ result: 'done', next: { shipmentId: next } });
  });

  test('an order whose rest is taken back after the first truck has shipped: by the customer or by an answer', () => {
    const firstTruck = (): ScanFloor => {
      const floor = warehouse();
      floor.scans(PLAIN, codes.mugCase, codes.mugCase);
      floor.scan(PLAIN, { task: 'pack' });
      floor.scans(codes.mugCase, codes.mugCase);
      const pallet = floor.inHand();
      floor.scan(command.done);
      const shipmentId = plan(floor, [PLAIN], 'prepaid');
      floor.scan(PLAIN, { task: 'load' });
      floor.scan(pallet);
      floor.perform(decideDepart(floor.world, { shipmentId, finished: [], leftBehind: [], departedAt: null }, floor.context('shipping')));
      expect(floor.order(PLAIN)).toMatchObject({ state: 'picking', shipped: 12, accepted: 24 });
      return floor;
    };
    const cut = firstTruck();
    const departedAt = cut.now;
    cut.pass(HOUR);
    cut.apply([{ kind: 'order.changed', body: { ...orderDocument(PLAIN, [{ vendorSku: 'MUG', quantity: 10 }]), what: [] } }]);
    expect(cut.order(PLAIN)).toMatchObject({ state: 'shipped', shippedAt: departedAt, latestStart: null });
    const answered = firstTruck();
    const answer = { line: '1', accepted: 12, rejected: 12, backordered: 0, rejectionReason: 'TemporarilyUnavailable', shipDate: null } as const;
    answered.apply([{ kind: 'order.acknowledged', body: { po: poNumber(PLAIN), version: 2, lines: [answer], override: null } }]);
    expect(answered.order(PLAIN)).toMatchObject({ state: 'shipped', accepted: 12 });
    expect(answered.stock('MUG').allocated).toBe(6);
    const raised = firstTruck();
    raised.apply([{ kind: 'order.changed', body: { ...orderDocument(PLAIN, [{ vendorSku: 'MUG', quantity: 30 }]), what: [] } }]);
    expect(raised.order(PLAIN).state).toBe('picking');
  });

  test('the shipment confirmation tells what was in each labelled carton and what stood loose, and Amazon can read it', () => {
    const { floor, pallet } = packedFloor();
    const id = plan(floor, [PLAIN], 'prepaid');
    expect(shipmentConfirmationDocument(floor.world, id, floor.context())).toMatchObject({ ok: false, refusal: { code: 'shipment.refused.notDeparted' } });
    floor.scan(PLAIN, { task: 'load' });
    floor.scan(pallet);
    floor.perform(decideDepart(floor.world, { shipmentId: id, finished: [], leftBehind: [], departedAt: null }, floor.context('shipping')));
    const prepared = shipmentConfirmationDocument(floor.world, id, floor.context());
    if (!prepared.ok) throw new Error(prepared.refusal.code);
    expect(prepared.document).toMatchObject({
      departedAt: START,
      items: [{ po: PLAIN, line: '1', eaches: 24, unit: 'eaches', unitSize: 1 }],
      units: [
        { sscc: pallet, kind: 'pallet', parent: null, contents: [{ eaches: 18, cartons: 3 }] },
        { sscc: foreignCarton(1), kind: 'carton', parent: pallet, contents: [{ eaches: 6, cartons: 1 }] },
      ],
    });
    expect(writeShipmentConfirmationJson(prepared.document).shipmentConfirmations[0]).toMatchObject({ shipmentStructure: 'PalletizedAssortmentCase', shippedItems: [{ shippedQuantity: { amount: 24 } }] });
  });

  test('the figures that a person measured stand where all that was planned has left', () => {
    const { floor, pallet } = packedFloor();
    const id = plan(floor, [PLAIN], 'prepaid');
    floor.perform(decideShipmentChange(floor.world, { shipmentId: id, weightGrams: 33_000 }, floor.context()));
    floor.scan(PLAIN, { task: 'load' });
    floor.scan(pallet);
    floor.perform(decideDepart(floor.world, { shipmentId: id, finished: [], leftBehind: [], departedAt: null }, floor.context('shipping')));
    expect(shipmentConfirmationDocument(floor.world, id, floor.context())).toMatchObject({ ok: true, document: { weightGrams: 33_000 } });
  });

  test('a product that the order names by its GTIN alone is named so', () => {
    const floor = warehouse();
    floor.received(orderDocument('GTIN0001', [{ asin: null, vendorSku: null, gtin: codes.mugEach, quantity: 6 }]));
    floor.accept('GTIN0001');
    const id = plan(floor, ['GTIN0001'], 'prepaid');
    floor.perform(decideShipmentChange(floor.world, { shipmentId: id, freightReady: START }, floor.context()));
    expect(routingRequestDocument(floor.world, id, floor.context())).toMatchObject({ ok: true, document: { orders: [{ items: [{ asin: null, vendorSku: codes.mugEach, eaches: 6 }] }] } });
  });

  test('documents say what is missing and where to enter it', () => {
    const floor = warehouse();
    const id = plan(floor);
    floor.settings({ shipFrom: { id: '', name: '', addressLine: '', city: '', region: '', postalCode: '', country: 'US' } });
    expect(routingRequestDocument(floor.world, id, floor.context())).toMatchObject({ ok: false, refusal: { code: 'shipment.refused.noShipFrom', hint: { key: 'shipment.hint.settings' } } });
  });
});
