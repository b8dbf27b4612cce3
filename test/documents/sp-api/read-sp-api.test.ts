import { describe, expect, it } from 'vitest';
import { readOrders } from '../../../shared/documents/read-file.ts';
import { codesOf, only, OPTIONS, read, readFixture, refusal, textOf, zone } from '../fixtures.ts';

const RUSH: unknown = JSON.parse(textOf('synthetic/sp-api-rush-and-others.json'));
const pos = (text: string) => read(text).orders.map((each) => (each.ok ? each.order.po : each.problem.code));

const ITEM = {
  itemSequenceNumber: '1',
  amazonProductIdentifier: 'B0CERGRND1',
  vendorProductIdentifier: 'CG-200',
  orderedQuantity: { amount: 10, unitOfMeasure: 'Eaches', unitSize: 1 },
  isBackOrderAllowed: false,
  netCost: { currencyCode: 'USD', amount: '18.40' },
};
const order = (details: Readonly<Record<string, unknown>>, top: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ purchaseOrderNumber: '7HGRINDR', purchaseOrderState: 'New', orderDetails: { items: [ITEM], ...details }, ...top });
const item = (change: Readonly<Record<string, unknown>>): string => order({ items: [{ ...ITEM, ...change }] });

describe('vendor orders as Amazon publishes them', () => {
  it('getPurchaseOrder, wrapped in payload', () => {
    expect(only(readFixture('published/sp-api-getPurchaseOrder-example.json'))).toMatchObject({
      po: 'TestPO3',
      channel: 'vendor',
      orderType: 'RegularOrder',
      rush: false,
      documentState: 'open',
      orderDate: '2020-05-26',
      window: { kind: 'ship', start: '2020-05-26', end: '2020-06-03' },
      vendorCode: 'API01',
      freightTerm: 'collect',
      partial: false,
      lines: [{ line: '1', asin: 'B01XYZ3Z02', vendorSku: '8806093095125', unit: 'eaches', quantity: 10, cost: '50', currency: 'USD', backOrderAllowed: true }],
      warnings: [],
      place: '$.payload',
    });
  });

  it('getPurchaseOrders, bare, with import details, and windows and items beside orderDetails', () => {
    const found = only(readFixture('published/sp-api-getPurchaseOrders-example.json'));
    expect(found).toMatchObject({ po: 'L8266355', freightTerm: 'collect', window: { kind: 'delivery', start: '2019-05-23', end: '2019-05-30' } });
    expect(found.notes[0]).toMatch(/^PREFERENCE IS PALLET-LOAD/);
    expect(found.buyer).toMatchObject({ id: 'ABCD', region: 'Tamil Nadu', country: 'IN' });
    // The model: net cost is per each; the line's cost is that of one ordered unit, here a case of ten.
    expect(found.lines[0]).toMatchObject({ unit: 'cases', unitSize: 10, quantity: 2, cost: '18000', currency: 'INR', gtin: '028877454078' });
  });
});

describe('one order or many', () => {
  it('states, types and amounts as text or number', () => {
    const reading = readFixture('synthetic/sp-api-rush-and-others.json');
    const seen = reading.orders.map((each) => (each.ok ? [each.order.po, each.order.rush, each.order.documentState, each.order.freightTerm] : each.problem));
    expect(seen).toEqual([
      ['7HGRINDR', true, 'open', 'collect'],
      ['4STANDRD', false, 'acknowledged', 'prepaid'],
      ['5CLOSEDX', false, 'closed', 'collect'],
      ['6CANCELD', true, 'cancelled', 'collect'],
    ]);
    const [, standard] = reading.orders;
    expect(standard?.ok === true && standard.order.lines[0]).toMatchObject({ unit: 'cases', unitSize: 24, quantity: 12, cost: '441.6' });
  });

  it('bare array, payload array, list of answers, and the same order twice', () => {
    const one: unknown = JSON.parse(order({}));
    expect(pos(JSON.stringify([one, one]))).toEqual(['7HGRINDR', '7HGRINDR']);
    expect(pos(JSON.stringify({ payload: [one] }))).toEqual(['7HGRINDR']);
    expect(pos(JSON.stringify([{ payload: one }]))).toEqual(['7HGRINDR']);
    expect(pos(JSON.stringify({ payload: { payload: RUSH } })).length).toBe(4);
    expect(pos(`\ufeff\n ${order({})}`)).toEqual(['7HGRINDR']);
  });

  it('a broken order does not take the others with it and names its JSON path', () => {
    const reading = readFixture('synthetic/sp-api-one-broken.json');
    expect(reading.orders.map((each) => each.ok)).toEqual([true, false]);
    expect(reading.orders[1]).toMatchObject({
      ok: false,
      po: '8BROKENX',
      problem: { code: 'documents.order.bad-quantity', place: '$.orders[1].orderDetails.items[1].orderedQuantity.amount', params: { value: '-5' } },
    });
  });
});

describe('days of windows', () => {
  it('are days in the zone of the ship-to', () => {
    const text = order({ shipToParty: { partyId: 'TYO1' }, shipWindow: '2026-09-14T20:00:00Z--2026-09-17T20:00:00Z' });
    const asked: string[] = [];
    const options = {
      zoneOf: (id: string) => {
        asked.push(id);
        return zone(id === 'TYO1' ? 'Asia/Tokyo' : 'America/Phoenix');
      },
    };
    expect(only(readOrders(new TextEncoder().encode(text), 'f', options)).window).toEqual({ kind: 'ship', start: '2026-09-15', end: '2026-09-18' });
    expect(asked).toEqual(['TYO1']);
  });

  it.each([
    ['2026-09-14--2026-09-17', { start: '2026-09-14', end: '2026-09-17' }, []],
    ['soon--2026-09-17T07:00:00Z', { start: null, end: '2026-09-17' }, ['documents.order.bad-date']],
    ['2026-09-14T07:00:00Z', { start: '2026-09-14', end: null }, []],
    ['2026-09-18T07:00:00Z--2026-09-17T07:00:00Z', { start: null, end: '2026-09-17' }, ['documents.order.window-reversed']],
    ['-271821-04-20T00:00:00Z--+275760-09-13T00:00:00Z', { start: null, end: null }, ['documents.order.bad-date', 'documents.order.bad-date']],
  ])('%s', (text, window, warnings) => {
    const found = only(read(order({ shipWindow: text })));
    expect(found.window).toMatchObject(window);
    expect(codesOf(found)).toEqual(warnings);
  });
});

describe('what may be missing and what may not', () => {
  it('reads an order that has nothing but number, line and quantity', () => {
    const bare = { purchaseOrderNumber: 'X', orderDetails: { items: [{ itemSequenceNumber: 1, orderedQuantity: { amount: '3' } }] } };
    const found = only(read(JSON.stringify(bare)));
    expect(found).toMatchObject({ documentState: 'open', orderType: null, rush: false, shipTo: null, window: { kind: 'unstated' }, freightTerm: null });
    expect(found.lines).toMatchObject([{ line: '1', quantity: 3, unit: 'eaches', unitSize: 1, cost: null }]);
    expect(codesOf(found)).toEqual(['documents.order.line-without-product']);
  });

  it.each([
    ['documents.order.no-lines', '$.orderDetails.items', order({ items: [] })],
    ['documents.order.no-lines', '$.orderDetails.items', JSON.stringify({ purchaseOrderNumber: 'X' })],
    ['documents.json.missing', '$.orderDetails.items[0].itemSequenceNumber', item({ itemSequenceNumber: undefined })],
    ['documents.json.missing', '$.orderDetails.items[0].orderedQuantity', item({ orderedQuantity: null })],
    ['documents.json.wrong-type', '$.orderDetails.items', order({ items: 'none' })],
    ['documents.json.wrong-type', '$.orderDetails.items[0]', order({ items: [7] })],
    ['documents.json.missing', '$.purchaseOrderNumber', JSON.stringify({ orderDetails: { items: [ITEM] } })],
    ['documents.order.quantity-missing', '$.orderDetails.items[0].orderedQuantity.amount', item({ orderedQuantity: {} })],
    ['documents.order.bad-quantity', '$.orderDetails.items[0].orderedQuantity.amount', item({ orderedQuantity: { amount: 2.5 } })],
    ['documents.order.bad-quantity', '$.orderDetails.items[0].orderedQuantity.amount', item({ orderedQuantity: { amount: 1e300 } })],
    ['documents.sp-api.unknown-unit', '$.orderDetails.items[0].orderedQuantity.unitOfMeasure', item({ orderedQuantity: { amount: 1, unitOfMeasure: 'Pounds' } })],
    ['documents.order.repeated-line', '$.orderDetails.items[1]', order({ items: [ITEM, ITEM] })],
    ['documents.order.po-missing', '$.purchaseOrderNumber', order({}, { purchaseOrderNumber: ' ' })],
    ['documents.json.not-an-order', '$[0]', '[7]'],
    ['documents.json.not-an-order', '$[0]', '[null]'],
    ['documents.order.po-missing', '$.purchaseOrderNumber', order({}, { purchaseOrderNumber: '\u200b' })],
  ])('%s at %s', (code, place, text) => {
    expect(refusal(read(text))).toMatchObject({ code, place });
  });

  it.each(['7HG\u202eRINDR', '\u200b7HGRINDR', '7HGRINDR\ufeff', '7HG\u0000RINDR', '7HG\u00adRINDR\ufe0f'])('%j is the number that people see, with a warning', (purchaseOrderNumber) => {
    const found = only(read(order({}, { purchaseOrderNumber })));
    expect(found.po).toBe('7HGRINDR');
    expect(found.warnings).toMatchObject([{ code: 'documents.order.po-invisible', place: '$.purchaseOrderNumber' }]);
    expect(only(read(JSON.stringify({ AmazonOrderId: purchaseOrderNumber, NumberOfItemsUnshipped: 1 }))).po).toBe('7HGRINDR');
  });

  it('one number is written in one way: letters with an accent, blanks', () => {
    expect(pos(order({}, { purchaseOrderNumber: 'PO\u00a0  N\u0303' }))).toEqual(['PO Ñ']);
  });

  it('keeps the order where only the extras are odd', () => {
    const odd = only(read(order({ shipWindow: 7, buyingParty: 'x', importDetails: [], purchaseOrderType: null }, { purchaseOrderState: 'Parked' })));
    expect(odd.documentState).toBe('open');
    expect(codesOf(odd)).toEqual(['documents.order.bad-date', 'documents.sp-api.unknown-state']);
    const cases = only(read(item({ orderedQuantity: { amount: 2, unitOfMeasure: 'Cases' } })));
    expect(cases.lines[0]).toMatchObject({ unit: 'cases', unitSize: null, cost: null });
    expect(codesOf(cases)).toEqual(['documents.sp-api.case-size-missing']);
  });

  it('a price that is no amount is left out with a warning', () => {
    const found = only(read(item({ netCost: { amount: '-3', currencyCode: 'dollars' } })));
    expect(found.lines[0]).toMatchObject({ cost: null, currency: null });
    expect(codesOf(found)).toEqual(['documents.order.bad-price']);
  });
});

describe('Seller Central orders', () => {
  it('are shown as what they are and never rush', () => {
    const reading = readFixture('synthetic/sp-api-seller-orders.json');
    expect(reading.orders.map((each) => each.ok && [each.order.po, each.order.channel, each.order.rush, each.order.documentState])).toEqual([
      ['902-1845936-5435065', 'seller-fbm', false, 'open'],
      ['902-3159896-1390916', 'seller-fba', false, 'closed'],
    ]);
    const [merchant, amazon] = reading.orders;
    expect(merchant?.ok === true && merchant.order.lines).toMatchObject([{ asin: 'B0CERGRND1', vendorSku: 'CG-200', quantity: 2, cost: null }]);
    expect(amazon?.ok === true && amazon.order.lines).toMatchObject([{ line: '1', quantity: 3 }]);
    const liar = JSON.stringify({ AmazonOrderId: '1-2-3', FulfillmentChannel: 'AFN', purchaseOrderType: 'RushOrder', OrderType: 'RushOrder' });
    expect(only(read(liar))).toMatchObject({ rush: false, channel: 'seller-fba' });
  });
});

describe('JSON that holds no orders', () => {
  it.each([
    ['{"payload":{"orders":[]}}', 'documents.json.empty', '$.payload.orders'],
    ['{"errors":[{"code":"QuotaExceeded","message":"Slow down"}]}', 'documents.json.api-error', '$.errors[0]'],
    ['{"hello":1}', 'documents.json.no-orders', '$'],
    ['{"payload":7}', 'documents.json.no-orders', '$.payload'],
    ['[]', 'documents.json.empty', '$'],
    ['{"orders": [', 'documents.json.syntax', 'line 1 column 13'],
    ['{\n "a": oops }', 'documents.json.syntax', 'line 2 column 7'],
    ['{"a": [1,,2]}', 'documents.json.syntax', 'line 1 column 10'],
    ['{"a": 1 "b": 2}', 'documents.json.syntax', 'line 1 column 9'],
    ['{"a": "cut', 'documents.json.syntax', 'line 1 column 11'],
  ])('%s', (text, code, place) => {
    expect(read(text)).toMatchObject({ orders: [], problem: { code, place } });
  });

  it('an object without a field is said as what it is', () => {
    expect(read('{}').problem).toMatchObject({ code: 'documents.json.no-orders', params: { found: '{}' } });
  });

  it('nested without end is refused before it is parsed; brackets inside text do not count', () => {
    expect(read('['.repeat(100_000)).problem).toMatchObject({ code: 'documents.json.too-deep', place: 'line 1 column 65' });
    expect(read(`{"a":"${'[{'.repeat(100)}"}`).problem?.code).toBe('documents.json.no-orders');
  });

  it('an acknowledgement is no order', () => {
    expect(readFixture('published/sp-api-submitAcknowledgement-sandbox.json').problem?.code).toBe('documents.json.no-orders');
    expect(readFixture('published/sp-api-submitShipmentConfirmations-sandbox.json').problem?.code).toBe('documents.json.no-orders');
  });
});

it('10,000 items are read whole', () => {
  const items = Array.from({ length: 10_000 }, (_each, index) => ({ ...ITEM, itemSequenceNumber: String(index + 1) }));
  const bytes = new TextEncoder().encode(order({ items }));
  expect(only(readOrders(bytes, 'big', OPTIONS)).lines).toHaveLength(10_000);
});
