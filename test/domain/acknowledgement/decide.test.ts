import { describe, expect, test } from 'vitest';
import shipped from '../../../resources/chargeback-policy.json' with { type: 'json' };
import { answersOf, type LineAnswer } from '../../../shared/domain/acknowledgement/answers.ts';
import { decideAcknowledge } from '../../../shared/domain/acknowledgement/decide.ts';
import { acknowledgementDocument, decideDocumentState } from '../../../shared/domain/acknowledgement/document.ts';
import { planAcknowledgement, type AcknowledgementPlan } from '../../../shared/domain/acknowledgement/plan.ts';
import { chargebackRule } from '../../../shared/domain/settings/settings.ts';
import type { Role } from '../../../shared/domain/state/entities.ts';
import { writeAcknowledgementJson } from '../../../shared/documents/sp-api/write-acknowledgement.ts';
import { writeAcknowledgement855 } from '../../../shared/documents/x12/acknowledgement-855.ts';
import { documentId, location, poNumber, sku } from '../../../shared/lib/ids.ts';
import { HOUR } from '../../../shared/lib/time.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { parseZone } from '../../../shared/lib/time.ts';
import { Floor, day, orderDocument, refusalOf } from '../../support/domain.ts';

const rules = chargebackRule.array().parse(shipped);
const zone = parseZone('UTC');
if (!zone) throw new Error('no zone');

function grinders(boxed = 480, fields: Parameters<typeof orderDocument>[2] = { hpo: true }): Floor {
  const floor = new Floor();
  floor.product('GRINDER');
  if (boxed > 0) floor.stocked('GRINDER', boxed);
  floor.received(orderDocument('PO1', [{ vendorSku: 'GRINDER', quantity: 1000 }], fields));
  return floor;
}

const decide = (floor: Floor, lines: readonly LineAnswer[], role: Role = 'shipping', reason: string | null = null, po = 'PO1') =>
  decideAcknowledge(floor.world, { po: poNumber(po), lines, override: reason === null ? null : { reason } }, floor.context(role));
const one = (accept: number, more: Partial<LineAnswer> = {}): LineAnswer[] => [{ line: '1', accept, rejectionReason: 'TemporarilyUnavailable', ...more }];

function plan(floor: Floor, po = 'PO1', chosen: Record<string, number> = {}): AcknowledgementPlan {
  const made = planAcknowledgement(floor.world, poNumber(po), { now: floor.now }, rules, chosen);
  if (!made) throw new Error('no plan');
  return made;
}

describe('advice', () => {
  test('accepts what is boxed and free, rejects the rest now', () => {
    const [line] = plan(grinders()).lines;
    expect(line).toMatchObject({ boxed: 480, free: 480, advised: { accept: 480, reject: 520, reason: 'TemporarilyUnavailable' } });
  });

  test('safety stock counts for HPOs and not for standard orders', () => {
    const accepts = (hpo: boolean): number | undefined => {
      const floor = new Floor();
      floor.product('GRINDER');
      floor.stocked('GRINDER', 480, 'A-01-01', 200);
      floor.received(orderDocument('PO1', [{ vendorSku: 'GRINDER', quantity: 1000 }], { hpo }));
      return plan(floor).lines[0]?.advised.accept;
    };
    expect([accepts(true), accepts(false)]).toEqual([480, 280]);
  });

  test('what other orders were promised is not free; the own promise is', () => {
    const floor = grinders();
    floor.perform(decide(floor, one(300)));
    floor.received(orderDocument('PO2', [{ vendorSku: 'GRINDER', quantity: 1000 }], { hpo: true }));
    expect(plan(floor, 'PO2').lines[0]).toMatchObject({ allocated: 300, free: 180, advised: { accept: 180 } });
    expect(plan(floor, 'PO1').lines[0]).toMatchObject({ allocated: 0, free: 480, advised: { accept: 480 } });
  });

  test('whole cases only; lines of one product share it in line order', () => {
    const floor = new Floor();
    floor.product('MUG', { caseSize: 12 });
    floor.stocked('MUG', 50);
    floor.received(orderDocument('PO1', [{ vendorSku: 'MUG', unit: 'cases', quantity: 3 }, { vendorSku: 'MUG', unit: 'cases', quantity: 3 }]));
    expect(plan(floor).lines.map(({ advised }) => [advised.accept, advised.reject])).toEqual([[36, 0], [12, 24]]);
    expect(plan(floor).lines[1]?.advised.why.key).toBe('acknowledgement.why.wholeCases');
  });

  test('a line that matches no product is proposed as not our number', () => {
    const floor = new Floor();
    floor.received(orderDocument('PO1', [{ vendorSku: 'NOBODY' }]));
    const made = plan(floor);
    expect(made.lines[0]?.advised).toMatchObject({ accept: 0, reject: 12, reason: 'InvalidProductIdentifier' });
    expect(made.incomplete).toEqual([{ line: '1', product: 'NOBODY', missing: ['product'] }]);
  });

  test('the what-if shows what accepting more is expected to cost against rejecting now', () => {
    const made = plan(grinders(), 'PO1', { 1: 600 });
    expect(made).toMatchObject({ needsOverride: true, totals: { chosen: 600, short: 120, accepting: { minor: 6_000 }, rejectingNow: { minor: 0 } } });
    expect(made.lines[0]?.consequence.notFilled?.charges[0]?.rule.id).toBe('not-filled-2025');
    expect(sayIn({ locale: 'en', zone: zone }, made.lines[0]?.consequence.sentence ?? { key: 'acknowledgement.hint.putBack', params: {} })).toBe(
      '120 accepted that are not there: $60.00 if they do not come. Rejecting them now: $0.00.',
    );
  });
});

describe('refused, with what to do next', () => {
  const key = (decision: ReturnType<typeof decide>): [string, string] => [refusalOf(decision).code, refusalOf(decision).where];

  test('more than is there, for the desk and for a supervisor without a reason', () => {
    const floor = grinders();
    const refusal = refusalOf(decide(floor, one(600)));
    expect(refusal).toMatchObject({ code: 'acknowledgement.refused.notThere', where: 'PO PO1 line 1', hint: { key: 'acknowledgement.hint.askSupervisor' } });
    expect(sayIn({ locale: 'en', zone }, { key: refusal.code, params: refusal.params })).toBe(
      'Line 1 (GRINDER): you cannot accept 600, 480 are boxed: 480 can be accepted. More needs a supervisor and a reason.',
    );
    expect(key(decide(floor, one(600), 'shipping', 'factory promised'))[0]).toBe('acknowledgement.refused.notThere');
    expect(key(decide(floor, one(600), 'supervisor', '  '))[0]).toBe('acknowledgement.refused.overrideReason');
    expect(decide(floor, one(600), 'supervisor', 'truck at 14:00')).toMatchObject({ ok: true, result: { overridden: true }, operations: [{ body: { override: { reason: 'truck at 14:00', by: 'staff-supervisor' } } }] });
  });

  test('a line left out, unknown or answered twice', () => {
    const floor = new Floor();
    floor.product('MUG');
    floor.received(orderDocument('PO1', [{ vendorSku: 'MUG' }, { vendorSku: 'MUG' }]));
    const left = refusalOf(decide(floor, one(0)));
    expect(left).toMatchObject({ code: 'acknowledgement.refused.linesMissing', params: { count: 1, lines: '2' } });
    expect(key(decide(floor, [...one(0), ...one(0)]))[0]).toBe('acknowledgement.refused.lineTwice');
    expect(key(decide(floor, [...one(0), { line: '9', accept: 0 }]))[0]).toBe('acknowledgement.refused.unknownLine');
  });

  test.each<[string, string, LineAnswer[]]>([
    ['acknowledgement.refused.moreThanAsked', 'more than asked', one(1001)],
    ['acknowledgement.refused.notAQuantity', 'half a unit', one(0.5)],
    ['acknowledgement.refused.notAQuantity', 'less than nothing', one(-1)],
    ['acknowledgement.refused.noBackorder', 'a back order that is not allowed', one(400, { backorder: 600 })],
    ['acknowledgement.refused.reasonMissing', 'a rejection without a reason', one(400, { rejectionReason: null })],
  ])('%s: %s', (code, _what, lines) => expect(key(decide(grinders(), lines))).toEqual([code, 'PO PO1 line 1']));

  test('a split case, an unknown product, an unknown case size, a missing cost', () => {
    const floor = new Floor();
    floor.product('MUG', { caseSize: 12, cost: null });
    floor.stocked('MUG', 100);
    floor.received(orderDocument('CASES', [{ vendorSku: 'MUG', unit: 'cases', quantity: 3 }]));
    floor.received(orderDocument('NOBODY', [{ vendorSku: 'NOBODY' }]));
    floor.received(orderDocument('SIZE', [{ vendorSku: 'NOBODY', unit: 'cases', quantity: 3 }]));
    floor.received(orderDocument('COST', [{ vendorSku: 'MUG', cost: null }]));
    expect(key(decide(floor, one(18), 'shipping', null, 'CASES'))[0]).toBe('acknowledgement.refused.splitCase');
    expect(refusalOf(decide(floor, one(12), 'shipping', null, 'NOBODY'))).toMatchObject({ code: 'acknowledgement.refused.noProduct', hint: { key: 'acknowledgement.hint.completeProduct' } });
    expect(key(decide(floor, one(3), 'shipping', null, 'SIZE'))[0]).toBe('acknowledgement.refused.noProduct');
    expect(refusalOf(decide(floor, one(12), 'shipping', null, 'COST'))).toMatchObject({ code: 'acknowledgement.refused.noCost', hint: { key: 'acknowledgement.hint.completeCost' } });
  });

  test('pickers, third-party orders, cancelled orders and unknown orders', () => {
    const floor = grinders();
    expect(key(decide(floor, one(480), 'picker'))[0]).toBe('staff.refused.notAllowed');
    expect(key(decide(floor, one(480), 'shipping', null, 'NONE'))[0]).toBe('acknowledgement.refused.unknown');
    expect(key(decide(grinders(480, { channel: 'seller-fba' }), one(480)))[0]).toBe('acknowledgement.refused.thirdParty');
    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber('PO1'), documentId: null, reason: 'x', by: 'customer' } }]);
    expect(key(decide(floor, one(480)))[0]).toBe('acknowledgement.refused.ended');
  });
});

describe('after the first answer', () => {
  test('a rejected line stays rejected, also in the fold', () => {
    const floor = grinders();
    floor.perform(decide(floor, one(0)));
    expect(floor.order('PO1').state).toBe('rejected');
    expect(refusalOf(decide(floor, one(480))).code).toBe('acknowledgement.refused.finallyRejected');
    floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber('PO1'), version: 2, override: null, lines: [{ line: '1', accepted: 480, rejected: 520, backordered: 0, rejectionReason: 'TemporarilyUnavailable', shipDate: null }] } }]);
    expect(floor.line('PO1', '1')).toMatchObject({ accepted: 0, rejected: 1000, finallyRejected: true });
  });

  test('for 48 h an update replaces lines, afterwards only dates', () => {
    const floor = grinders();
    floor.perform(decide(floor, one(400)));
    floor.pass(47 * HOUR);
    floor.perform(decide(floor, one(480)));
    expect(floor.order('PO1')).toMatchObject({ acknowledgementVersion: 2, accepted: 480, rejected: 520 });
    floor.pass(2 * HOUR);
    expect(plan(floor)).toMatchObject({ phase: 'dates-only', lines: [{ advised: { accept: 480, reject: 520 } }] });
    expect(refusalOf(decide(floor, one(470))).code).toBe('acknowledgement.refused.datesOnly');
    floor.perform(decide(floor, one(480, { shipDate: day('2026-03-05') })));
    expect(floor.line('PO1', '1').shipDate).toBe('2026-03-05');
  });

  test('afterwards still what the customer added can be answered', () => {
    const floor = grinders(1200);
    floor.perform(decide(floor, one(1000)));
    floor.pass(60 * HOUR);
    floor.apply([{ kind: 'order.changed', body: { ...orderDocument('PO1', [{ vendorSku: 'GRINDER', quantity: 1300 }], { hpo: true }), what: [] } }]);
    expect(floor.order('PO1').needsReview).toBe(true);
    const made = plan(floor);
    expect(made.lines[0]?.advised).toMatchObject({ accept: 1200, reject: 100 });
    floor.perform(decide(floor, answersOf(made)));
    expect(floor.order('PO1')).toMatchObject({ needsReview: false, accepted: 1200, rejected: 100, originalRequested: 1000 });
  });

  test('never below what is picked', () => {
    const floor = grinders();
    floor.perform(decide(floor, one(480)));
    floor.apply([{ kind: 'pick.confirmed', body: { po: poNumber('PO1'), line: '1', sku: sku('GRINDER'), location: location('A-01-01'), eaches: 100, code: 'x', keyed: false } }]);
    expect(refusalOf(decide(floor, one(96)))).toMatchObject({ code: 'acknowledgement.refused.belowPicked', hint: { key: 'acknowledgement.hint.putBack' } });
    expect(plan(floor).lines[0]?.advised.accept).toBe(480);
    floor.perform(decide(floor, one(100)));
    expect(floor.stock('GRINDER')).toMatchObject({ boxed: 380, allocated: 0 });
  });

  test('an earlier promise over stock needs no second override', () => {
    const floor = grinders();
    floor.perform(decide(floor, one(600), 'supervisor', 'truck at 14:00'));
    expect(decide(floor, one(600, { shipDate: day('2026-03-05') }))).toMatchObject({ ok: true, result: { overridden: false } });
    expect(floor.stock('GRINDER').allocated).toBe(600);
  });
});

describe('documents', () => {
  test('the store’s answers become JSON and X12, each interchange with its own number', () => {
    const floor = grinders();
    expect(acknowledgementDocument(floor.world, poNumber('PO1'), floor.context())).toBeUndefined();
    floor.perform(decide(floor, one(480)));
    const document = acknowledgementDocument(floor.world, poNumber('PO1'), floor.context());
    if (!document) throw new Error('no document');
    expect(document).toMatchObject({ interchange: { controlNumber: 1 }, lines: [{ ordered: 1000, accepted: 480, rejected: 520, cost: { amount: '10.00', currency: 'USD' } }] });
    expect(writeAcknowledgementJson(document).acknowledgements[0]?.items[0]?.itemAcknowledgements.map(({ acknowledgementCode }) => acknowledgementCode)).toEqual(['Accepted', 'Rejected']);
    expect(writeAcknowledgement855(document)).toContain('BAK*00*AC*PO1');
    prepare(floor, 1);
    expect(acknowledgementDocument(floor.world, poNumber('PO1'), floor.context())?.interchange.controlNumber).toBe(2);
  });

  const prepare = (floor: Floor, controlNumber: number): void => {
    floor.apply([{ kind: 'document.prepared', body: { documentId: documentId('D1'), kind: 'acknowledgement-855', po: poNumber('PO1'), shipmentId: null, fileName: '855.edi', sha256: 'a'.repeat(64), controlNumber, dueBy: null } }]);
  };

  test('prepared, handed over, refused, handed over again, confirmed', () => {
    const floor = grinders();
    prepare(floor, 1);
    const move = (state: 'handed-over' | 'confirmed' | 'refused', note: string | null = null, role: Role = 'shipping') => decideDocumentState(floor.world, { documentId: 'D1', state, note }, floor.context(role));
    expect(refusalOf(move('confirmed'))).toMatchObject({ code: 'acknowledgement.refused.documentState', hint: { key: 'acknowledgement.hint.handOverFirst' } });
    expect(refusalOf(move('handed-over', null, 'picker')).code).toBe('staff.refused.notAllowed');
    floor.perform(move('handed-over'));
    floor.perform(move('refused', 'cost missing'));
    expect(floor.world.get('outgoing', { documentId: documentId('D1') })).toMatchObject({ state: 'refused', note: 'cost missing' });
    floor.perform(move('handed-over'));
    floor.perform(move('confirmed'));
    expect(refusalOf(move('refused')).code).toBe('acknowledgement.refused.documentState');
  });
});
