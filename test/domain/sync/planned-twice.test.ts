import { describe, expect, test } from 'vitest';
import { decideCloseUnit } from '../../../shared/domain/handling-units/decide.ts';
import { decideShipmentChange, decideShipmentCreate, decideRoutingRequest } from '../../../shared/domain/shipment/decide.ts';
import { isHeldBack } from '../../../shared/domain/shipment/held-back.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import type { Case, CaseDecision } from '../../../shared/domain/state/entities.ts';
import { proposalsOf } from '../../../shared/domain/sync/proposals.ts';
import { decideResolve } from '../../../shared/domain/sync/resolve/decide-resolve.ts';
import { documentId, poNumber, type ShipmentId } from '../../../shared/lib/ids.ts';
import { DAY, later } from '../../../shared/lib/time.ts';
import { sayMessage } from '../../../shared/messages/say.ts';
import { refusalOf } from '../../support/domain.ts';
import { codes, command, PLAIN } from '../scanning/floor.ts';
import { twoStations, type Station } from './site.ts';

type Both = ReturnType<typeof twoStations>;
const PO = poNumber(PLAIN);

const plan = (station: Station): ShipmentId => station.perform(decideShipmentCreate(station.world, { pos: [PO], freightTerm: 'collect' }, station.context())).shipmentId;

/** Asks for a truck, with the document that goes with it. */
function request(station: Station, shipmentId: ShipmentId): void {
  station.perform(decideShipmentChange(station.world, { shipmentId, freightReady: later(station.now, 4 * DAY) }, station.context()));
  station.perform(decideRoutingRequest(station.world, { shipmentId, agreed: null }, station.context()));
  station.apply([{ kind: 'document.prepared', body: { documentId: documentId(`routing-${station.station}`), kind: 'routing-json', po: PO, shipmentId, fileName: 'r.json', sha256: 'a'.repeat(64), controlNumber: 0, dueBy: null } }]);
}

/** The order stands on one closed pallet, and everybody knows. */
function palletised({ left, right }: Both): void {
  left.scans(PLAIN, 'A-01-02', codes.mugCase, codes.mugCase, codes.mugCase, codes.mugCase, command.done);
  left.scan(PLAIN, { task: 'pack' });
  left.scan(codes.mugCase, { quantity: 24 });
  left.perform(decideCloseUnit(left.world, { sscc: left.inHand(), weightGrams: 50_000, heightMm: 900 }, left.context()));
  left.scan(command.done);
  left.sync();
  right.pull();
}

function meet({ left, right }: Both): void {
  left.push();
  right.push();
  left.pull();
  right.pull();
}

function openCase({ site }: Both): Case {
  const [found, ...more] = site.openCases().filter(({ type }) => type === 'planned-twice');
  if (!found || more.length > 0) throw new Error(site.openCases().map(({ type }) => type).join());
  for (const locale of ['en', 'es'] as const) for (const words of [found.what, found.second.what, ...(found.first ? [found.first.what] : [])]) expect(sayMessage(locale, words)).not.toMatch(/[{}]|undefined/);
  return found;
}

function decide(both: Both, decision: CaseDecision): unknown {
  const { caseId } = openCase(both);
  const found = both.left.world.get('case', { caseId });
  if (!found) throw new Error(caseId);
  for (const { label, consequence } of proposalsOf(both.left.world, found, both.left.context())) for (const locale of ['en', 'es'] as const) for (const words of [label, consequence]) expect(sayMessage(locale, words)).not.toMatch(/[{}]/);
  const result = both.left.perform(decideResolve(both.left.world, { caseId, decision, note: null }, both.left.context()));
  both.left.sync();
  both.right.pull();
  return result;
}

const stateOf = ({ site }: Both, shipmentId: ShipmentId) => site.world.get('shipment', { shipmentId })?.state;
const documents = ({ site }: Both): Record<string, string> => Object.fromEntries(site.world.find('outgoing', {}).map((row) => [row.documentId, isHeldBack(site.world, row) ? 'held back' : row.state]));

describe('one order planned on two shipments by two stations', () => {
  test('is a case with both plans, what they carry and what it costs', () => {
    const both = twoStations();
    const [first, second] = [plan(both.left), plan(both.right)];
    meet(both);
    expect(openCase(both)).toMatchObject({
      po: PLAIN, units: 24, cost: '240.00', first: { station: 'left', what: { params: { shipment: first } } }, second: { station: 'right', what: { params: { shipment: second } } },
      detail: { firstPlace: first, secondPlace: second, lines: [{ po: PLAIN, line: '1', first: 24, second: 24 }] },
    });
  });

  test.each([
    ['the one after the other', (both: Both) => meet(both)],
    ['in turns', (both: Both) => {
      both.left.push(2);
      both.right.push(2);
      meet(both);
    }],
  ])('and two trucks asked for, %s: the first request goes to Amazon, the second waits for a decision', (_name, arrive) => {
    const both = twoStations();
    request(both.left, plan(both.left));
    request(both.right, plan(both.right));
    arrive(both);
    expect(openCase(both)).toMatchObject({ units: 24, what: { params: { requested: 'yes' } } });
    expect(documents(both)).toEqual({ 'routing-left': 'prepared', 'routing-right': 'held back' });
  });

  test('the truck that is asked for second is refused once both stations know', () => {
    const both = twoStations();
    const first = plan(both.left);
    const second = plan(both.right);
    request(both.left, first);
    meet(both);
    both.right.perform(decideShipmentChange(both.right.world, { shipmentId: second, freightReady: later(both.right.now, 4 * DAY) }, both.right.context()));
    expect(refusalOf(decideRoutingRequest(both.right.world, { shipmentId: second, agreed: null }, both.right.context())).code).toBe('shipment.refused.plannedTwice');
  });

  test('the first stays: its second is cancelled, its pallets move over, its request is withdrawn', () => {
    const both = twoStations();
    palletised(both);
    const [first, second] = [plan(both.left), plan(both.right)];
    request(both.left, first);
    request(both.right, second);
    const [pallet] = both.right.world.find('unit', { po: PO });
    both.right.scan(pallet?.sscc ?? '', { task: 'load', po: PO });
    meet(both);
    expect(both.site.world.find('unit', { shipmentId: second })).toHaveLength(1);
    expect(decide(both, 'keep-first')).toMatchObject({ next: null });
    expect(stateOf(both, second)).toBe('cancelled');
    expect(both.site.world.find('unit', { shipmentId: first }).map(({ sscc }) => sscc)).toEqual([pallet?.sscc]);
    expect(documents(both)).toEqual({ 'routing-left': 'prepared', 'routing-right': 'withdrawn' });
  });

  test('the second stays: it is asked for anew, and where the first had gone out that truck must be cancelled', () => {
    const both = twoStations();
    const [first, second] = [plan(both.left), plan(both.right)];
    request(both.left, first);
    request(both.right, second);
    meet(both);
    both.site.say({ kind: 'document.state-changed', body: { documentId: documentId('routing-left'), state: 'handed-over', note: null } });
    both.left.pull();
    expect(decide(both, 'keep-second')).toMatchObject({ next: { key: 'cases.next.cancelTruck', params: { shipment: first } } });
    expect([stateOf(both, first), stateOf(both, second)]).toEqual(['cancelled', 'requested']);
    expect(documents(both)).toEqual({ 'routing-left': 'handed-over', 'routing-right': 'withdrawn' });
    const last = both.site.log.filter(({ draft }) => draft.kind === 'shipment.routing-requested').at(-1);
    expect(last?.draft.body).toMatchObject({ shipmentId: second });
    expect(both.site.openCases()).toEqual([]);
  });

  test('both stay: two trucks are wanted, and the second is asked for anew', () => {
    const both = twoStations();
    const [first, second] = [plan(both.left), plan(both.right)];
    request(both.left, first);
    request(both.right, second);
    meet(both);
    decide(both, 'keep-both');
    expect([stateOf(both, first), stateOf(both, second)]).toEqual(['requested', 'requested']);
    expect(documents(both)).toEqual({ 'routing-left': 'prepared', 'routing-right': 'withdrawn' });
    expect(both.site.openCases()).toEqual([]);
  });

  test('a shipment cancelled here and loaded there goes on: a pallet on a truck is a fact', () => {
    const both = twoStations();
    palletised(both);
    const [, second] = [plan(both.left), plan(both.right)];
    meet(both);
    const [pallet] = both.right.world.find('unit', { po: PO });
    both.right.scan(pallet?.sscc ?? '', { task: 'load', po: PO });
    const target = both.right.world.get('unit', { sscc: pallet?.sscc ?? '' })?.shipmentId;
    decide(both, target === second ? 'keep-first' : 'keep-second');
    expect(stateOf(both, target as ShipmentId)).toBe('cancelled');
    both.right.sync();
    both.left.pull();
    expect(stateOf(both, target as ShipmentId)).toBe('loading');
    expect(openCase(both)).toMatchObject({ what: { key: 'cases.plannedTwice.loaded' }, sscc: pallet?.sscc, units: 24, second: { station: 'right' } });
  });

  test('where one truck has left with it, the other plan can be cancelled', () => {
    const both = twoStations();
    palletised(both);
    const [first, second] = [plan(both.left), plan(both.right)];
    const [pallet] = both.left.world.find('unit', { po: PO });
    both.left.scan(pallet?.sscc ?? '', { task: 'load', po: PO });
    both.left.perform(decideDepart(both.left.world, { shipmentId: first, finished: [], leftBehind: [], departedAt: null }, both.left.context()));
    meet(both);
    const found = openCase(both);
    expect(proposalsOf(both.left.world, found, both.left.context()).map(({ decision }) => decision)).toEqual(['keep-first', 'keep-both']);
    decide(both, 'keep-first');
    expect([stateOf(both, first), stateOf(both, second)]).toEqual(['departed', 'cancelled']);
  });
});
