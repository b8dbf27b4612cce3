import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { queuePage, type QueueQuestion } from '../../electron/station/queries/queue.ts';
import { stationStatus } from '../../electron/station/queries/status.ts';
import { Station } from '../../electron/station/station.ts';
import { decodeRow } from '../../electron/store/row-codec.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import type { QueueRow } from '../../shared/contracts/views.ts';
import { decided } from '../../shared/domain/decision.ts';
import { compareQueue } from '../../shared/domain/queue/compare.ts';
import { riskOf } from '../../shared/domain/queue/risk.ts';
import { routingClash } from '../../shared/domain/queue/routing-clash.ts';
import { whyFirst } from '../../shared/domain/queue/why-first.ts';
import { openShipmentOf, openShipments } from '../../shared/domain/shipment/open-shipments.ts';
import type { Order } from '../../shared/domain/state/entities.ts';
import { isFinal } from '../../shared/domain/state/totals.ts';
import { location, poNumber, shipmentId, sku, staffId, type PoNumber } from '../../shared/lib/ids.ts';
import { HOUR, instant, later, parseZone } from '../../shared/lib/time.ts';
import { orderDocument, productOf, START } from '../support/domain.ts';
import { temporaryFolder } from '../support/store.ts';

const SKUS = ['CG-1', 'CG-2'] as const;
const UNITS = ['000000000000000017', '000000000000000024'] as const;
const ANA = staffId('ana');

const po = fc.constantFrom('A', 'B', 'C', 'D', 'E').map(poNumber);
const unit = fc.constantFrom(...UNITS);
const line = fc.constantFrom('1', '2');
const eaches = fc.integer({ min: 1, max: 30 });
/** Few moments, so that orders share deadlines and the clock meets them exactly. */
const hours = fc.constantFrom(-2, 0, 1, 5, 8, 20, 30).map((count) => later(START, count * HOUR));

const document = (kind: 'order.received' | 'order.changed') =>
  fc
    .record({ po, hpo: fc.boolean(), shipBy: fc.option(hours), acknowledgeBy: hours, collect: fc.boolean(), vendor: fc.boolean(), lines: fc.array(fc.constantFrom(...SKUS, 'CG-3'), { minLength: 1, maxLength: 2 }) })
    .map(({ po: order, collect, vendor, lines, ...fields }): OperationDraft => {
      const body = orderDocument(
        order,
        lines.map((vendorSku) => ({ vendorSku, quantity: 30, unitSize: 1 })),
        { ...fields, channel: vendor ? 'vendor' : 'seller-fbm', freightTerm: collect ? 'collect' : 'prepaid' },
      );
      return kind === 'order.received' ? { kind, body } : { kind, body: { ...body, what: [] } };
    });

const draft: fc.Arbitrary<OperationDraft> = fc.oneof(
  { weight: 4, arbitrary: document('order.received') },
  document('order.changed'),
  { weight: 3, arbitrary: fc.record({ po, accepted: fc.integer({ min: 0, max: 30 }) }).map(({ po: order, accepted }): OperationDraft => ({
    kind: 'order.acknowledged',
    body: { po: order, version: 1, override: null, lines: ['1', '2'].map((at) => ({ line: at, accepted, rejected: 30 - accepted, backordered: 0, rejectionReason: accepted === 30 ? null : ('TemporarilyUnavailable' as const), shipDate: null })) },
  })) },
  { weight: 3, arbitrary: fc.record({ po, line, eaches }).map(({ po: order, line: at, eaches: count }): OperationDraft => ({
    kind: 'pick.confirmed', body: { po: order, line: at, sku: sku(SKUS[Number(at) - 1] ?? 'CG-1'), location: location('A-01'), eaches: count, code: 'code', keyed: false },
  })) },
  fc.record({ po, line, eaches }).map(({ po: order, line: at, eaches: count }): OperationDraft => ({ kind: 'pick.short', body: { po: order, line: at, sku: null, location: null, eaches: count, reason: 'gone', next: 'wait' } })),
  fc.record({ po, line }).map(({ po: order, line: at }): OperationDraft => ({ kind: 'short.resolved', body: { po: order, line: at, note: 'found' } })),
  fc.record({ unit, po }).map(({ unit: sscc, po: order }): OperationDraft => ({ kind: 'unit.opened', body: { sscc, serial: Number(sscc.slice(-2)), kind: 'pallet', po: order } })),
  fc.record({ unit, po, line, eaches }).map(({ unit: sscc, po: order, line: at, eaches: count }): OperationDraft => ({
    kind: 'unit.packed', body: { sscc, po: order, line: at, sku: sku(SKUS[Number(at) - 1] ?? 'CG-1'), eaches: count, cartons: 1, carton: null, code: 'code', keyed: false },
  })),
  unit.map((sscc): OperationDraft => ({ kind: 'unit.closed', body: { sscc, weightGrams: null, heightMm: null } })),
  unit.map((sscc): OperationDraft => ({ kind: 'unit.loaded', body: { sscc, shipmentId: shipmentId('SH-1'), code: sscc } })),
  fc.record({ pos: fc.uniqueArray(po, { minLength: 1, maxLength: 2 }), id: fc.constantFrom('SH-1', 'SH-2'), freightTerm: fc.constantFrom('collect' as const, 'prepaid' as const) }).map(({ pos, id, freightTerm }): OperationDraft => ({
    kind: 'shipment.created', body: { shipmentId: shipmentId(id), serial: 1, pos, freightTerm },
  })),
  fc.constantFrom('SH-1', 'SH-2').map((id): OperationDraft => ({ kind: 'shipment.routing-requested', body: { shipmentId: shipmentId(id) } })),
  fc.constantFrom('SH-1', 'SH-2').map((id): OperationDraft => ({ kind: 'shipment.cancelled', body: { shipmentId: shipmentId(id), reason: 'no' } })),
  po.map((order): OperationDraft => ({ kind: 'order.cancelled', body: { po: order, documentId: null, reason: 'customer', by: 'customer' } })),
  fc.record({ po, hpo: fc.boolean() }).map(({ po: order, hpo }): OperationDraft => ({ kind: 'order.flagged', body: { po: order, hpo, why: [] } })),
  fc.record({ po, pin: fc.constantFrom(-1 as const, 0 as const, 1 as const) }).map(({ po: order, pin }): OperationDraft => ({ kind: 'order.pinned', body: { po: order, pin, reason: 'why' } })),
  fc.record({ po, me: fc.boolean() }).map(({ po: order, me }): OperationDraft => ({ kind: 'order.assigned', body: { po: order, staffIds: me ? [ANA] : [] } })),
  fc.record({ name: fc.constantFrom(...SKUS, 'CG-3'), caseSize: fc.constantFrom(1, 12), title: fc.constantFrom('Wax', 'Foam') }).map(({ name, ...fields }): OperationDraft => ({ kind: 'product.put', body: productOf(name, fields) })),
  fc.constantFrom(0, 60, 600).map((riskMarginMinutes): OperationDraft => ({ kind: 'settings.changed', body: { patch: { riskMarginMinutes } } })),
  fc.integer({ min: 1, max: 500 }).map((eachesPerHour): OperationDraft => ({ kind: 'pace.measured', body: { eachesPerHour } })),
);

const question: fc.Arbitrary<QueueQuestion> = fc.record({
  offset: fc.integer({ min: 0, max: 4 }), limit: fc.integer({ min: 1, max: 4 }), search: fc.constantFrom('', '', 'A', 'CG-2'),
  only: fc.constantFrom('all', 'hot', 'standard', 'at-risk', 'overdue', 'mine', 'to-plan', 'ended'),
});

const step = fc.record({ drafts: fc.array(draft, { minLength: 1, maxLength: 3 }), now: fc.option(hours), question });

/** Every order as the file has it, nothing remembered. */
const allOrders = (station: Station): Order[] => station.store.database.prepare('SELECT * FROM purchase_order').all().map((row) => decodeRow('order', row));

function plainPage(station: Station, { offset, limit, search, only }: QueueQuestion, now = station.now()) {
  const { settings, reader } = station;
  const orders = allOrders(station);
  const live = orders.filter(({ state }) => !isFinal(state)).sort(compareQueue);
  const planned = new Set(openShipments(reader).flatMap(({ pos }) => pos));
  const filters: Readonly<Record<QueueQuestion['only'], (order: Order) => boolean>> = {
    all: () => true,
    ended: () => true,
    hot: ({ hpo }) => hpo,
    standard: ({ hpo }) => !hpo,
    'at-risk': (order) => riskOf(order, settings, now) === 'atRisk',
    overdue: (order) => riskOf(order, settings, now) === 'overdue',
    mine: ({ assigned }) => assigned.includes(ANA),
    'to-plan': ({ channel, state, po: name }) => channel === 'vendor' && state !== 'received' && !planned.has(name),
  };
  const isFound = ({ po: name }: Order): boolean =>
    name.includes(search) || reader.find('line', { po: name }).some((each) => [each.asin, each.vendorSku, each.sku, each.gtin].some((id) => id?.includes(search)));
  const ended = orders.filter(({ state }) => isFinal(state)).sort((left, right) => right.receivedAt - left.receivedAt || (left.po < right.po ? -1 : 1));
  const matching = (only === 'ended' ? ended : live).filter((order) => filters[only](order) && isFound(order));
  const risks = live.map((order) => riskOf(order, settings, now));
  const cutoffs = live.filter(({ hpo, shipBy }) => !hpo && shipBy !== null && shipBy > now);
  const next = cutoffs.reduce<Order | null>((best, order) => (best === null || Number(order.shipBy) < Number(best.shipBy) ? order : best), null);
  return {
    rows: matching.slice(offset, offset + limit).map((order) => plainRow(station, order)),
    total: matching.length,
    counts: {
      hot: live.filter(({ hpo }) => hpo).length, standard: live.filter(({ hpo }) => !hpo).length,
      atRisk: risks.filter((risk) => risk === 'atRisk').length, overdue: risks.filter((risk) => risk === 'overdue').length,
    },
    nextCutoff: next && { po: next.po, at: next.shipBy },
  };
}

/** What a row needs more than its order for, asked one after the other. */
function plainRow(station: Station, order: Order) {
  const { settings, reader } = station;
  const now = station.now();
  const lines = reader.find('line', { po: order.po }).sort((left, right) => left.position - right.position);
  const [first, second] = lines;
  const product = first?.sku ? reader.get('product', { sku: first.sku }) : undefined;
  const caseSize = first?.unit === 'cases' ? (first.unitSize ?? product?.caseSize) : product?.caseSize;
  const shipment = openShipmentOf(reader, order.po);
  const routed = shipment !== undefined && (shipment.state !== 'draft' || shipment.freightTerm === 'prepaid');
  return {
    po: order.po,
    headline: product?.title ?? first?.title ?? first?.vendorSku ?? '',
    cases: caseSize !== undefined && caseSize > 1 && !second ? Math.floor(order.requested / caseSize) : null,
    risk: riskOf(order, settings, now),
    whyFirst: whyFirst(order, settings, now),
    routingClash: routingClash(order, settings, now, routed)?.message ?? null,
    next: plainNext(station, order, shipment?.state),
  };
}

function plainNext({ reader }: Station, order: Order, shipment: string | undefined): QueueRow['next'] {
  if (order.channel !== 'vendor' || isFinal(order.state)) return null;
  if (order.state === 'received') return order.incompleteLines > 0 ? 'complete' : 'acknowledge';
  const isShort = reader.find('line', { po: order.po }).some(({ short, picked, accepted }) => short > 0 && picked + short >= accepted);
  const isWaiting = reader.find('unit', { po: order.po }).some(({ state }) => state === 'open' || state === 'closed');
  if (order.state === 'loading') return isWaiting ? 'load' : 'depart';
  if (order.needsReview) return 'review';
  if (order.state === 'acknowledged') return order.listRevision === order.revision ? 'pick' : 'print-list';
  if (order.state === 'picking') return isShort ? 'resolve-short' : 'pick';
  if (order.state === 'packing') return 'pack';
  return shipment === undefined || shipment === 'draft' ? 'route' : 'load';
}

function plainNearestHot(station: Station) {
  const clocks = allOrders(station)
    .filter(({ hpo, state }) => hpo && !isFinal(state))
    .sort(compareQueue)
    .flatMap((order): { po: PoNumber; at: number; what: string }[] => {
      if (order.acknowledgementVersion === 0) return [{ po: order.po, at: order.acknowledgeBy, what: 'acknowledge' }];
      return order.shipBy === null ? [] : [{ po: order.po, at: order.shipBy, what: 'ship' }];
    });
  return clocks.sort((left, right) => left.at - right.at)[0] ?? null;
}

it('a page of the queue, its counts and its nearest clocks are what a look at every order gives, after any history and at any time', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      let now = START;
      const station = new Station({ data: temporaryFolder(), clock: () => now, version: 'test' });
      onTestFinished(() => station.close());
      station.decideAsStation(() => decided(SKUS.map((name): OperationDraft => ({ kind: 'product.put', body: productOf(name) })), undefined));
      for (const each of steps) {
        now = each.now ?? now;
        station.decideAsStation(() => decided(each.drafts, undefined));
        const page = queuePage(station, each.question, ANA);
        expect(page).toMatchObject(plainPage(station, each.question));
        expect(page.rows).toHaveLength(plainPage(station, each.question).rows.length);
        expect(stationStatus(station).nearest).toEqual(plainNearestHot(station));
      }
      station.close();
    }),
    { numRuns: 25 },
  );
});

it('a deadline on this page is today until midnight of the site, not of the machine', () => {
  const at = instant(Date.UTC(2026, 2, 2, 15));
  const station = new Station({ data: temporaryFolder(), clock: () => at, version: 'test' });
  onTestFinished(() => station.close());
  const zone = parseZone('America/Chicago');
  station.decideAsStation(() =>
    decided(
      [
        { kind: 'settings.changed', body: { patch: zone === undefined ? {} : { zone } } },
        { kind: 'order.received', body: orderDocument('LATE', [{}], { shipBy: instant(Date.UTC(2026, 2, 3, 5, 59)) }) },
        { kind: 'order.received', body: orderDocument('NEXT', [{}], { shipBy: instant(Date.UTC(2026, 2, 3, 6)) }) },
      ],
      undefined,
    ),
  );
  const { rows } = queuePage(station, { offset: 0, limit: 10, search: '', only: 'all' }, null);
  expect(rows.map(({ po: name, whyFirst: why }) => [name, why.params['ship']])).toEqual([['LATE', 'today'], ['NEXT', 'day']]);
});
