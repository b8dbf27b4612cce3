import { describe, expect, test } from 'vitest';
import { decideAcknowledge } from '../../../shared/domain/acknowledgement/decide.ts';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import type { Case, CaseDecision, CaseType } from '../../../shared/domain/state/entities.ts';
import { proposalsOf } from '../../../shared/domain/sync/proposals.ts';
import { decideResolve } from '../../../shared/domain/sync/resolve/decide-resolve.ts';
import { documentId, poNumber, sku, type PoNumber } from '../../../shared/lib/ids.ts';
import { HOUR } from '../../../shared/lib/time.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { orderDocument, refusalOf } from '../../support/domain.ts';
import { codes, command, foreignCarton, PLAIN } from '../scanning/floor.ts';
import { twoStations, type Station } from './site.ts';

const PO = poNumber(PLAIN);
type Both = ReturnType<typeof twoStations>;

const pickMugs = (station: Station): unknown => station.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase);

function meet({ left, right }: Both): void {
  left.push();
  right.push();
  left.pull();
  right.pull();
}

function caseOf({ site }: Both, type: CaseType): Case {
  const found = site.openCases().find((each) => each.type === type);
  if (!found) throw new Error(`${type} among ${site.openCases().map((each) => each.type).join()}`);
  return found;
}

const offered = ({ left }: Both, found: Case): CaseDecision[] => proposalsOf(left.world, found, left.context()).map(({ decision }) => decision);

/** The supervisor at the left station decides; everybody hears of it. */
function decide(both: Both, found: Case, decision: CaseDecision): unknown {
  for (const { label, consequence } of proposalsOf(both.left.world, found, both.left.context())) {
    for (const locale of ['en', 'es'] as const) for (const words of [label, consequence]) expect(sayMessage(locale, words)).not.toMatch(/[{}]/);
  }
  const result = both.left.perform(decideResolve(both.left.world, { caseId: found.caseId, decision, note: null }, both.left.context()), 'staff-supervisor');
  both.left.sync();
  both.right.pull();
  expect(both.site.world.get('case', { caseId: found.caseId })).toMatchObject({ state: 'resolved', decision, resolvedBy: { station: 'left', actor: 'staff-supervisor' } });
  return result;
}

const line = ({ site }: Both, po: PoNumber = PO) => site.world.get('line', { po, line: '1' });

describe('deciding a case', () => {
  test('is a supervisor’s, once, and only as it is offered', () => {
    const both = twoStations();
    pickMugs(both.left);
    pickMugs(both.right);
    meet(both);
    const found = caseOf(both, 'over-pick');
    const resolve = (role: 'shipping' | 'supervisor', decision: CaseDecision, caseId = found.caseId) => decideResolve(both.left.world, { caseId, decision, note: null }, both.left.context(role));
    expect(refusalOf(resolve('shipping', 'put-back')).code).toBe('staff.refused.notAllowed');
    expect(refusalOf(resolve('supervisor', 'recount')).code).toBe('cases.refused.notOffered');
    expect(refusalOf(resolve('supervisor', 'noted', 'nothing')).code).toBe('cases.refused.unknown');
    decide(both, found, 'put-back');
    expect(refusalOf(resolve('supervisor', 'put-back')).code).toBe('cases.refused.resolved');
  });

  test('picked too many: back to the bin, off the pallets first where they are packed', () => {
    const both = twoStations();
    for (const station of [both.left, both.right]) {
      pickMugs(station);
      station.scan(command.done);
      station.scan(codes.mugCase, { quantity: 24 });
    }
    meet(both);
    expect(line(both)).toMatchObject({ picked: 48, packed: 48 });
    expect(offered(both, caseOf(both, 'over-pick'))).toEqual(['put-back', 'keep-both']);
    decide(both, caseOf(both, 'over-pick'), 'put-back');
    expect(line(both)).toMatchObject({ picked: 24, packed: 24 });
    expect(both.site.world.get('stock', { sku: sku('MUG') })).toMatchObject({ boxed: 36 });
    // The second case was about the same goods: nothing is left to put back.
    expect(offered(both, caseOf(both, 'over-pack'))).toEqual(['noted']);
  });

  test('promised twice: the difference is taken back in whole cases, or, after Amazon’s 48 hours, told to the customer', () => {
    const both = twoStations();
    both.site.say({ kind: 'order.received', body: orderDocument('ONE', [{ vendorSku: 'PLATE', quantity: 8 }]) }, { kind: 'order.received', body: orderDocument('TWO', [{ vendorSku: 'PLATE', quantity: 2, unit: 'cases', unitSize: 4 }]) });
    both.left.pull();
    both.right.pull();
    both.left.perform(decideAcknowledge(both.left.world, { po: poNumber('ONE'), lines: [{ line: '1', accept: 3, rejectionReason: 'TemporarilyUnavailable' }], override: null }, both.left.context()));
    both.right.perform(decideAcknowledge(both.right.world, { po: poNumber('TWO'), lines: [{ line: '1', accept: 8 }], override: null }, both.right.context()));
    meet(both);
    const found = caseOf(both, 'double-acceptance');
    expect(found).toMatchObject({ units: 3, po: 'TWO' });
    expect(offered(both, found)).toEqual(['reject-difference', 'keep-both']);
    both.left.pass(49 * HOUR);
    expect(offered(both, found)).toEqual(['tell-customer', 'keep-both']);
    both.left.pass(-49 * HOUR);
    expect(decide(both, found, 'reject-difference')).toMatchObject({ next: { key: 'cases.next.sendAnswer' } });
    expect(line(both, poNumber('TWO'))).toMatchObject({ accepted: 4, rejected: 4, downConfirmed: 4 });
    expect(both.site.world.get('stock', { sku: sku('PLATE') })).toMatchObject({ boxed: 8, allocated: 7 });
  });

  test('answered twice: the first answer can be given again', () => {
    const both = twoStations();
    both.site.say({ kind: 'order.received', body: orderDocument('ONE', [{ vendorSku: 'PLATE', quantity: 8 }]) });
    both.left.pull();
    both.right.pull();
    const answer = (station: Station, accept: number): unknown => station.perform(decideAcknowledge(station.world, { po: poNumber('ONE'), lines: [{ line: '1', accept, rejectionReason: 'TemporarilyUnavailable' }], override: null }, station.context()));
    answer(both.left, 8);
    answer(both.right, 5);
    meet(both);
    expect(line(both, poNumber('ONE'))?.accepted).toBe(5);
    decide(both, caseOf(both, 'acknowledged-twice'), 'keep-first');
    expect(line(both, poNumber('ONE'))).toMatchObject({ accepted: 8, rejected: 0 });
  });

  test('a carton on two pallets moves to the second', () => {
    const both = twoStations();
    pickMugs(both.left);
    both.left.scans(command.done);
    both.left.sync();
    both.right.sync();
    both.left.scan(foreignCarton(1));
    both.right.scans(PLAIN, PLAIN);
    both.right.scan(foreignCarton(1), { task: 'pack', po: PO });
    meet(both);
    const found = caseOf(both, 'packed-twice');
    decide(both, found, 'keep-second');
    expect(both.site.world.get('carton', { carton: foreignCarton(1) })?.sscc).toBe(found.detail.secondPlace);
    expect(line(both)?.packed).toBe(6);
  });

  test('a pallet on two trucks stands where it is decided to have gone, shipped once', () => {
    const both = twoStations();
    pickMugs(both.left);
    both.left.scan(command.done);
    both.left.scan(codes.mugCase, { quantity: 24 });
    const sscc = both.left.inHand();
    both.left.perform(decideCloseUnit(both.left.world, { sscc, weightGrams: null, heightMm: null }, both.left.context()));
    both.left.scans(command.done, command.done);
    both.left.sync();
    both.right.sync();
    const trucks = [both.left, both.right].map((station) => {
      const { shipmentId } = station.perform(decideShipmentCreate(station.world, { pos: [PO], freightTerm: 'prepaid' }, station.context()));
      station.scan(sscc, { task: 'load', po: PO });
      station.perform(decideDepart(station.world, { shipmentId, finished: [], leftBehind: [], departedAt: null }, station.context()));
      return shipmentId;
    });
    meet(both);
    const found = caseOf(both, 'departed-twice');
    expect(found.detail).toMatchObject({ firstPlace: trucks[0], secondPlace: trucks[1] });
    expect(both.site.world.get('unit', { sscc })).toMatchObject({ state: 'departed', shipmentId: trucks[0] });
    decide(both, found, 'keep-second');
    expect(both.site.world.get('unit', { sscc })).toMatchObject({ state: 'departed', shipmentId: trucks[1] });
    expect(line(both)).toMatchObject({ packed: 24, shipped: 24 });
  });

  test('two trucks reported as one shipment become two, each with its own confirmation', () => {
    const both = twoStations();
    pickMugs(both.left);
    both.left.scan(command.done);
    both.left.scans(codes.mugCase, codes.mugCase, command.next, codes.mugCase, codes.mugCase, command.done);
    const { shipmentId } = both.left.perform(decideShipmentCreate(both.left.world, { pos: [PO], freightTerm: 'prepaid' }, both.left.context()));
    both.left.sync();
    both.right.sync();
    const [one, two] = both.site.world.find('unit', { po: PO }).map(({ sscc }) => sscc);
    if (one === undefined || two === undefined) throw new Error('two pallets');
    const depart = (station: Station, ssccs: readonly string[]): unknown => station.apply([{ kind: 'shipment.departed', body: { shipmentId, departedAt: station.now, confirmBy: station.now, ssccs: [...ssccs], finished: [] } }]);
    depart(both.left, [one, two]);
    depart(both.right, [two]);
    meet(both);
    const found = caseOf(both, 'departed-twice');
    expect(offered(both, found)).toEqual(['noted', 'split-shipment']);
    decide(both, found, 'split-shipment');
    expect(new Set([one, two].map((sscc) => both.site.world.get('unit', { sscc })?.shipmentId)).size).toBe(2);
    expect(line(both)).toMatchObject({ packed: 24, shipped: 24 });
  });

  test('one number on two pallets: the second is relabelled with its goods', () => {
    const both = twoStations();
    pickMugs(both.left);
    both.left.scans(command.done, command.done, command.done);
    both.left.sync();
    both.right.sync();
    const sscc = '006141410000000993';
    for (const station of [both.left, both.right]) station.apply([{ kind: 'unit.opened', body: { sscc, serial: 99, kind: 'pallet', po: PO } }]);
    const pack = (station: Station, eaches: number): unknown => station.apply([{ kind: 'unit.packed', body: { sscc, po: PO, line: '1', sku: sku('MUG'), eaches, cartons: 1, carton: null, code: '', keyed: false } }]);
    pack(both.left, 6);
    pack(both.right, 12);
    meet(both);
    const found = caseOf(both, 'sscc-reused');
    expect(found.units).toBe(12);
    decide(both, found, 'keep-first');
    expect(both.site.world.find('unit', { po: PO }).map(({ eaches }) => eaches).sort()).toEqual([12, 6]);
    expect(line(both)?.packed).toBe(18);
  });

  test('a count against movement begins a count at the supervisor’s station', () => {
    const both = twoStations();
    pickMugs(both.left);
    both.right.apply([{ kind: 'stock.set', body: { sku: sku('MUG'), location: 'A-01-02' as never, boxed: 58, safety: null, reason: 'count', code: null } }]);
    meet(both);
    decide(both, caseOf(both, 'count-against-movement'), 'recount');
    expect(both.left.world.get('task', { station: 'left' })).toMatchObject({ kind: 'count', location: 'A-01-02', sku: 'MUG' });
    expect(both.left.scan('36')).toMatchObject({ result: 'accepted' });
    expect(both.left.world.get('stock', { sku: sku('MUG') })?.boxed).toBe(36);
  });

  test('decided twice by supervisors who did not know of each other: both were carried out, and that is a case again', () => {
    const both = twoStations();
    pickMugs(both.left);
    pickMugs(both.right);
    meet(both);
    const { caseId } = caseOf(both, 'over-pick');
    for (const station of [both.left, both.right]) station.perform(decideResolve(station.world, { caseId, decision: 'put-back', note: null }, station.context()));
    meet(both);
    const again = both.site.openCases().filter(({ what }) => what.key === 'cases.decidedTwice.what');
    expect(again).toMatchObject([{ type: 'over-pick', units: 24, first: { station: 'left' }, second: { station: 'right' } }]);
    expect(again.flatMap((each) => offered(both, each))).toEqual(['noted']);
    for (const locale of ['en', 'es'] as const) for (const { what, first } of again) expect([sayMessage(locale, what), first ? sayMessage(locale, first.what) : ''].join()).not.toMatch(/[{}]/);
    const noted = twoStations();
    noted.site.say({ kind: 'station.forked', body: { station: 'left', incarnation: 2, at: 4, number: 3 } });
    noted.left.pull();
    noted.right.pull();
    const fork = caseOf(noted, 'cloned-station').caseId;
    for (const station of [noted.left, noted.right]) station.perform(decideResolve(station.world, { caseId: fork, decision: 'noted', note: null }, station.context()));
    meet(noted);
    expect(noted.site.openCases()).toEqual([]);
  });

  test('work taken twice: the first goes on, or it is set free', () => {
    const both = twoStations();
    both.left.scan(PLAIN);
    both.right.scan(PLAIN);
    meet(both);
    expect(offered(both, caseOf(both, 'claimed-twice'))).toEqual(['keep-first', 'release-claim']);
    decide(both, caseOf(both, 'claimed-twice'), 'release-claim');
    expect(both.site.world.find('claim', {})).toEqual([]);
  });
});

test('two stations read different documents of one new order: the later one is a change, an equal or older one nothing', () => {
  const both = twoStations();
  const receive = (station: Station, quantity: number): unknown => station.apply([{ kind: 'order.received', body: orderDocument('NEW', [{ vendorSku: 'MUG', quantity }], { documentId: documentId(`${station.station}-${quantity}`) }) }]);
  receive(both.left, 10);
  receive(both.right, 10);
  meet(both);
  expect(both.site.world.get('order', { po: poNumber('NEW') })).toMatchObject({ revision: 1, requested: 10 });
  const other = twoStations();
  receive(other.left, 10);
  receive(other.right, 12);
  meet(other);
  expect(other.site.world.get('order', { po: poNumber('NEW') })).toMatchObject({ revision: 2, requested: 12, changes: [{ what: [{ key: 'orders.change.quantity' }] }] });
});
