import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCancel } from '../../../shared/domain/orders/decide-order.ts';
import { decideFlag, decideReleaseFlag } from '../../../shared/domain/orders/decide-flag.ts';
import { decideImport } from '../../../shared/domain/orders/import/decide-import.ts';
import type { Order } from '../../../shared/domain/state/entities.ts';
import { keyText } from '../../../shared/domain/state/world.ts';
import { documentId, poNumber } from '../../../shared/lib/ids.ts';
import { DAY, HOUR, instant, later } from '../../../shared/lib/time.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { day, Floor, refusalOf, START } from '../../support/domain.ts';
import { hashOf, importFile, incoming, incomingLine, reading, results, said } from './incoming.ts';

const acknowledge = (floor: Floor, po: string, accepted: Readonly<Record<string, number>>): void => {
  for (const [line, eaches] of Object.entries(accepted)) {
    // The fact of an answer, as its own subject writes it, without that subject's rules.
    const row = floor.line(po, line);
    floor.world.put('line', { ...row, accepted: eaches, rejected: row.requested - eaches, acknowledged: true });
  }
  const order = floor.order(po);
  const lines = floor.lines(po);
  const sum = (field: 'accepted' | 'rejected'): number => lines.reduce((total, line) => total + line[field], 0);
  floor.world.put('order', { ...order, accepted: sum('accepted'), rejected: sum('rejected'), acknowledgementVersion: 1, state: 'acknowledged', acknowledgedAt: floor.now, firstAcknowledgedAt: floor.now });
};

describe('a document that brings new orders', () => {
  test('keeps each order with its clocks, lines and where it came from', () => {
    const floor = new Floor();
    floor.settings({ zone: 'America/Chicago' as never });
    floor.product('SKU-1');
    const document = importFile(floor, 'a.json', reading([incoming('1pcpdx1u')]));
    expect(results(document)).toEqual(['received']);
    const order = floor.order('1PCPDX1U');
    expect(order).toMatchObject({ state: 'received', revision: 1, requested: 20, originalRequested: 20, lineCount: 2, incompleteLines: 1, receivedAt: START, documentId: document.documentId });
    expect(order.acknowledgeBy).toBe(later(START, 24 * HOUR));
    // 2026-03-09 16:00 in Chicago, the day after clocks went forward.
    expect(order.shipBy).toBe(instant(Date.UTC(2026, 2, 9, 21)));
    expect(floor.line('1PCPDX1U', '1').sku).toBe('SKU-1');
    expect(floor.line('1PCPDX1U', '2').sku).toBeNull();
  });

  test('a delivery window ends at the FC: the days on the road come off', () => {
    const floor = new Floor();
    floor.settings({ transitDays: 2 });
    importFile(floor, 'a.json', reading([incoming('A', { window: { kind: 'delivery', start: null, end: day('2026-03-09') } })]));
    expect(floor.order('A').shipBy).toBe(instant(Date.UTC(2026, 2, 7, 16)));
  });

  test('counts cases by the document, else by the item master, else as one each until the product arrives', () => {
    const floor = new Floor();
    floor.product('SKU-2', { caseSize: 6 });
    const cases = { unit: 'cases', quantity: 10 } as const;
    importFile(floor, 'a.edi', reading([incoming('A', { lines: [incomingLine('1', { ...cases, unitSize: 24 }), incomingLine('2', cases), incomingLine('3', cases)] })], 'x12-850'));
    expect(floor.lines('A').map((line) => line.requested)).toEqual([240, 60, 10]);
    expect(floor.order('A')).toMatchObject({ requested: 310, originalRequested: 310, incompleteLines: 2 });
    floor.product('SKU-3', { caseSize: 12 });
    expect(floor.line('A', '3')).toMatchObject({ requested: 120, originalRequested: 120, unitSize: 12, sku: 'SKU-3' });
    expect(floor.order('A')).toMatchObject({ requested: 420, originalRequested: 420, incompleteLines: 1 });
  });

  test('cancelled and closed orders that nobody knew are on record and not in the queue', () => {
    const floor = new Floor();
    const document = importFile(floor, 'a.json', reading([incoming('A', { documentState: 'cancelled' }), incoming('B', { documentState: 'closed' })]));
    expect(results(document)).toEqual(['cancelled', 'received']);
    expect(floor.order('A').state).toBe('cancelled');
    expect(floor.order('B').state).toBe('closed');
  });

  test('a refused order says why, where and what to do, and spares the others', () => {
    const floor = new Floor();
    const broken = { ok: false, format: 'sp-api', po: 'B', problem: { code: 'documents.order.po-missing', params: {}, place: '$.orders[1]' } } as const;
    const document = importFile(floor, 'a.json', reading([incoming('A'), broken, incoming('C', { partial: true }), incoming('D'.repeat(61))]));
    expect(results(document)).toEqual(['received', 'refused', 'refused', 'refused']);
    expect(document.orders[1]?.error?.where).toBe('a.json $.orders[1]');
    expect(document.orders[2]?.error?.message.key).toBe('orders.refused.changeOfUnknown');
    expect(document.orders[3]?.error).toMatchObject({ where: `a.json order ${'D'.repeat(61)}`, message: { key: 'orders.refused.unreadable' } });
    expect(floor.world.find('order', {})).toHaveLength(1);
  });

  test('pickers may not import', () => {
    const floor = new Floor();
    const input = { fileName: 'a', sha256: hashOf('a'), bytes: 1, via: 'screen', reading: reading([incoming('A')]), documentId: documentId('d') } as const;
    expect(refusalOf(decideImport(floor.world, input, floor.context('picker')))).toMatchObject({ code: 'staff.refused.notAllowed', where: 'a', hint: { key: 'staff.hint.askDesk' } });
  });
});

describe('hot on receipt', () => {
  test("Amazon's mark and every rule that holds are said", () => {
    const floor = new Floor();
    const rule = (id: string, kind: 'window-shorter-than-hours' | 'po-prefix' | 'text' | 'asin', value: string) => ({ id, kind, value, enabled: true });
    floor.settings({ hotRules: [rule('w', 'window-shorter-than-hours', '72'), rule('p', 'po-prefix', 'h'), rule('t', 'text', 'URGENT'), rule('a', 'asin', 'B000000001, b000000002'), { ...rule('off', 'po-prefix', 'H'), enabled: false }] });
    const hot = incoming('HX1', { rush: true, orderType: 'RushOrder', window: { kind: 'ship', start: null, end: day('2026-03-04') }, notes: ['please, urgent!'], lines: [incomingLine('1', { asin: 'B000000002' })] });
    const document = importFile(floor, 'a.json', reading([hot, incoming('X2')]));
    expect(document.orders.map((order) => order.hpo)).toEqual([true, false]);
    expect(floor.order('HX1').why.map((why) => why.key)).toEqual(['orders.why.rush', 'orders.why.window', 'orders.why.poPrefix', 'orders.why.text', 'orders.why.asin']);
    expect(floor.order('X2')).toMatchObject({ hpo: false, why: [] });
  });

  test('a third-party order never is, whatever marks it has, and says so', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A', { channel: 'seller-fba', rush: true })]));
    expect(floor.order('A')).toMatchObject({ hpo: false, why: [{ key: 'orders.why.thirdParty' }] });
    const refusal = refusalOf(decideFlag(floor.world, { po: 'a', hpo: true, reason: 'please' }, floor.context()));
    expect(refusal).toMatchObject({ code: 'orders.refused.thirdParty', where: 'PO A', hint: { key: 'orders.hint.priority' } });
  });

  test("a supervisor's word outranks documents until it is taken back", () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A', { rush: true, orderType: 'RushOrder' })]));
    expect(refusalOf(decideFlag(floor.world, { po: 'A', hpo: false, reason: 'x' }, floor.context('shipping'))).code).toBe('staff.refused.notAllowed');
    expect(refusalOf(decideFlag(floor.world, { po: 'A', hpo: false, reason: '  ' }, floor.context())).code).toBe('orders.refused.reasonMissing');
    expect(refusalOf(decideReleaseFlag(floor.world, { po: 'A' }, floor.context())).code).toBe('orders.refused.notFlaggedByHand');
    floor.perform(decideFlag(floor.world, { po: 'A', hpo: false, reason: 'agreed by phone' }, floor.context()));
    importFile(floor, 'b.json', reading([incoming('A', { rush: true, orderType: 'RushOrder', changedAt: START, lines: [incomingLine('1')] })]));
    expect(floor.order('A')).toMatchObject({ hpo: false, rush: true, revision: 2, why: [{ key: 'orders.why.byHandOff' }] });
    floor.perform(decideReleaseFlag(floor.world, { po: 'A' }, floor.context()));
    expect(floor.order('A')).toMatchObject({ hpo: true, flaggedBy: null, why: [{ key: 'orders.why.rush' }] });
  });
});

describe('a further document of a known order', () => {
  test('names the product codes that differ, not those that stay', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A', { lines: [incomingLine('1', { asin: 'B000000001' })] })]));
    importFile(floor, 'b.json', reading([incoming('A', { changedAt: START, lines: [incomingLine('1', { asin: 'B000000002', buyerPart: 'P-9' })] })]));
    const words = floor.order('A').changes[0]?.what.map((what) => sayIn({ locale: 'en', zone: 'UTC' as never }, what));
    expect(words).toEqual(['Line 1: the product changed from B000000001, – to B000000002, P-9.']);
  });

  test('is one change that says what differs, in words', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A')]));
    const next = incoming('A', {
      rush: true, orderType: 'RushOrder', changedAt: START, window: { kind: 'ship', start: day('2026-03-02'), end: day('2026-03-05') },
      lines: [incomingLine('1', { quantity: 15, cost: '9.50' }), incomingLine('3')],
    });
    const document = importFile(floor, 'b.json', reading([next]));
    expect(results(document)).toEqual(['changed']);
    expect(said(document)).toEqual(['orders.change.becameRush', 'orders.change.window', 'orders.change.quantity', 'orders.change.cost', 'orders.change.lineAdded', 'orders.change.lineRemoved']);
    expect(floor.order('A')).toMatchObject({ hpo: true, revision: 2, requested: 25, originalRequested: 20, needsReview: false });
    expect(floor.lines('A').map(({ line, requested, originalRequested }) => [line, requested, originalRequested])).toEqual([['1', 15, 10], ['3', 10, 0], ['2', 0, 10]]);
    const words = floor.order('A').changes[0]?.what.map((what) => sayIn({ locale: 'en', zone: 'UTC' as never }, what));
    expect(words?.slice(0, 3)).toEqual(['It became a rush order.', 'The window moved: was Mon, Mar 2 to Mon, Mar 9, now Mon, Mar 2 to Thu, Mar 5.', 'Line 1 (SKU-1): 10 → 15 eaches.']);
  });

  test('stops being hot when its type says so', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A', { rush: true, orderType: 'RushOrder' })]));
    expect(said(importFile(floor, 'b.json', reading([incoming('A', { changedAt: START })])))).toEqual(['orders.change.stoppedRush']);
    expect(floor.order('A').hpo).toBe(false);
  });

  test('that says the same is unchanged; only the file is on record', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A')]));
    const before = floor.order('A');
    expect(results(importFile(floor, 'b.json', reading([incoming('A', { lines: [incomingLine('1', { cost: '10' }), incomingLine('2')] })])))).toEqual(['unchanged']);
    expect(floor.order('A')).toEqual(before);
    expect(floor.world.find('inbound', {})).toHaveLength(2);
  });

  test('older than what is known changes nothing and says so', () => {
    const floor = new Floor();
    importFile(floor, 'new.json', reading([incoming('A', { changedAt: later(START, -HOUR), lines: [incomingLine('1', { quantity: 99 })] })]));
    const older = importFile(floor, 'old.json', reading([incoming('A', { changedAt: later(START, -DAY) })]));
    const first = importFile(floor, 'first.json', reading([incoming('A')]));
    expect([...results(older), ...said(older), ...results(first), ...said(first)]).toEqual(['unchanged', 'orders.note.older', 'unchanged', 'orders.note.older']);
    expect(floor.order('A').requested).toBe(99);
  });

  test('a partial one merges: what it does not name stays', () => {
    const floor = new Floor();
    importFile(floor, 'a.edi', reading([incoming('A', { freightTerm: 'collect', notes: ['dock 4'] })], 'x12-850'));
    const partial = incoming('A', {
      partial: true, orderType: null, orderDate: null, window: { kind: 'unstated', start: null, end: day('2026-03-06') }, shipTo: null, vendorCode: null,
      lines: [incomingLine('2', { quantity: 4, cost: null, vendorSku: null }), incomingLine('9')],
    });
    expect(said(importFile(floor, 'b.edi', reading([partial], 'x12-850')))).toEqual(['orders.change.window', 'orders.change.quantity', 'orders.change.lineAdded']);
    expect(floor.order('A')).toMatchObject({ requested: 24, freightTerm: 'collect', notes: ['dock 4'], shipToId: 'PHX3', windowStart: '2026-03-02', windowEnd: '2026-03-06' });
    expect(floor.line('A', '2')).toMatchObject({ vendorSku: 'SKU-2', cost: '10.00', position: 2 });
    expect(floor.line('A', '9').position).toBe(3);
  });

  test('the same order twice in one file: the second builds on the first', () => {
    const floor = new Floor();
    const document = importFile(floor, 'a.edi', reading([incoming('A'), incoming('B'), incoming('A', { partial: true, lines: [incomingLine('2', { quantity: 3 })] }), incoming('A', { documentState: 'cancelled' }), incoming('A', { documentState: 'cancelled' })], 'x12-850'));
    expect(results(document)).toEqual(['received', 'received', 'changed', 'cancelled', 'unchanged']);
    expect(floor.order('A')).toMatchObject({ state: 'cancelled', requested: 13, revision: 3 });
  });

  test('after an acknowledgement it must be looked at, and less asked for takes open units first, accepted ones last', () => {
    const floor = new Floor();
    floor.product('SKU-1');
    floor.product('SKU-2');
    importFile(floor, 'a.json', reading([incoming('A')]));
    acknowledge(floor, 'A', { 1: 6, 2: 10 });
    importFile(floor, 'b.json', reading([incoming('A', { changedAt: START, lines: [incomingLine('1', { quantity: 5 }), incomingLine('2', { quantity: 12 })] })]));
    expect(floor.order('A')).toMatchObject({ needsReview: true, changes: [{ afterAcknowledgement: true }], requested: 17, accepted: 15, rejected: 0 });
    expect(floor.line('A', '1')).toMatchObject({ accepted: 5, rejected: 0, originalRequested: 10 });
    expect(floor.line('A', '2')).toMatchObject({ requested: 12, accepted: 10, rejected: 0 });
  });
});

describe('the end of an order, and back', () => {
  test('cancelled by the customer, and asked for again: its clock starts anew', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A')]));
    floor.pass(DAY);
    expect(results(importFile(floor, 'b.json', reading([incoming('A', { documentState: 'cancelled', changedAt: floor.now })])))).toEqual(['cancelled']);
    expect(floor.order('A')).toMatchObject({ state: 'cancelled', cancelledAt: floor.now, latestStart: null });
    floor.pass(DAY);
    const restored = importFile(floor, 'c.json', reading([incoming('A', { changedAt: floor.now })]));
    expect(said(restored)).toEqual(['orders.change.restored']);
    expect(floor.order('A')).toMatchObject({ state: 'received', cancelledAt: null, acknowledgeBy: later(floor.now, DAY), revision: 3 });
  });

  test('what a person cancelled stays so until the document really changes', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A')]));
    floor.perform(decideCancel(floor.world, { po: 'A', reason: 'duplicate' }, floor.context()));
    expect(results(importFile(floor, 'b.json', reading([incoming('A')])))).toEqual(['unchanged']);
    expect(floor.order('A').state).toBe('cancelled');
    expect(refusalOf(decideCancel(floor.world, { po: 'A', reason: 'again' }, floor.context())).code).toBe('orders.refused.ended');
    expect(said(importFile(floor, 'c.json', reading([incoming('A', { lines: [incomingLine('1')] })])))).toEqual(['orders.change.restored', 'orders.change.lineRemoved']);
    expect(floor.order('A').state).toBe('received');
  });

  test('closed by the customer while nothing has left', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A')]));
    expect(results(importFile(floor, 'b.json', reading([incoming('A', { documentState: 'closed' })])))).toEqual(['changed']);
    expect(results(importFile(floor, 'c.json', reading([incoming('A', { documentState: 'closed' })])))).toEqual(['unchanged']);
    expect(floor.order('A').state).toBe('closed');
  });

  test('a shipped order takes note of a change or a cancel, and stays shipped', () => {
    const floor = new Floor();
    importFile(floor, 'a.json', reading([incoming('A')]));
    const order = floor.order('A');
    floor.world.put('order', { ...order, state: 'shipped', acknowledgementVersion: 1, shippedAt: START, latestStart: null });
    importFile(floor, 'b.json', reading([incoming('A', { lines: [incomingLine('1', { quantity: 3 }), incomingLine('2')] })]));
    expect(floor.order('A')).toMatchObject({ state: 'shipped', needsReview: true, revision: 2 });
    const cancelled = importFile(floor, 'c.json', reading([incoming('A', { documentState: 'cancelled' })]));
    expect(said(cancelled)).toEqual(['orders.change.cancelledTooLate']);
    expect(results(importFile(floor, 'd.json', reading([incoming('A', { documentState: 'cancelled' })])))).toEqual(['unchanged']);
    expect(floor.order('A')).toMatchObject({ state: 'shipped', shippedAt: START, revision: 3 });
  });
});

const quantities = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 4 });
const anyOrder = fc.record({ po: fc.constantFrom('A', 'B', 'C'), quantities, rush: fc.boolean(), partial: fc.boolean(), state: fc.constantFrom('open', 'open', 'open', 'cancelled', 'closed') });
type Any = typeof anyOrder extends fc.Arbitrary<infer Value> ? Value : never;
const incomingOf = ({ po, quantities: wanted, rush, partial, state }: Any) =>
  incoming(po, { rush, partial, documentState: state as 'open', orderType: rush ? 'RO' : 'NE', lines: wanted.map((quantity, index) => incomingLine(String(index + 1), { quantity })) });

const ordersOf = (floor: Floor): readonly Omit<Order, 'documentId' | 'changedBy'>[] => floor.world.find('order', {}).map(({ documentId: _, changedBy: __, ...order }) => order);

describe('invariants', () => {
  test('importing a file twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyOrder, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (files) => {
        const floor = new Floor();
        const readings = files.map((orders, index) => ({ name: `${index}.edi`, file: reading(orders.map(incomingOf), 'x12-850') }));
        for (const { name, file } of readings) importFile(floor, name, file);
        for (const { name, file } of readings) {
          const length = floor.journal.length;
          const again = importFile(floor, name, file);
          const fresh = again.orders.filter((order) => order.result !== 'refused' && order.result !== 'unchanged');
          // Only orders that were refused when the file first came can still be taken in.
          if (fresh.length === 0) expect(floor.journal).toHaveLength(length);
          const once = floor.journal.length;
          importFile(floor, name, file);
          expect(floor.journal).toHaveLength(once);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the order of independent orders in a file does not matter', () => {
    const distinct = fc.uniqueArray(anyOrder, { selector: (order) => order.po, minLength: 1 });
    const permuted = distinct.chain((orders) => fc.tuple(fc.constant(orders), fc.shuffledSubarray(orders, { minLength: orders.length })));
    fc.assert(
      fc.property(permuted, ([orders, shuffled]) => {
        const [left, right] = [new Floor(), new Floor()];
        importFile(left, 'a', reading(orders.map(incomingOf), 'x12-850'));
        for (const [index, order] of shuffled.entries()) importFile(right, String(index), reading([incomingOf(order)], 'x12-850'));
        expect(ordersOf(right)).toEqual(ordersOf(left));
        expect(right.world.find('line', {})).toEqual(left.world.find('line', {}));
      }),
      { numRuns: 60 },
    );
  });

  test('what was originally requested never changes, totals are the sum of lines, and a replay gives the same', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 12 }), (orders) => {
        const floor = new Floor();
        floor.product('SKU-1');
        const original = new Map<string, number>();
        for (const [index, order] of orders.entries()) {
          importFile(floor, String(index), reading([incomingOf(order)], 'x12-850'));
          for (const { po, originalRequested } of floor.world.find('order', {})) {
            expect(originalRequested).toBe(original.get(po) ?? originalRequested);
            original.set(po, originalRequested);
            const lines = floor.world.find('line', { po: poNumber(po) });
            expect(floor.order(po).requested).toBe(lines.reduce((sum, line) => sum + line.requested, 0));
            expect(originalRequested).toBe(lines.reduce((sum, line) => sum + line.originalRequested, 0));
          }
        }
        const again = floor.replay();
        for (const order of floor.world.find('order', {})) expect(again.get('order', { po: order.po })).toEqual(order);
        for (const line of floor.world.find('line', {})) expect(again.find('line', { po: line.po }).map((row) => keyText('line', row))).toContain(keyText('line', line));
      }),
      { numRuns: 60 },
    );
  });
});
