import type { NextAction, QueueCounts, QueuePage, QueueRow } from '../../../shared/contracts/views.ts';
import { riskOf } from '../../../shared/domain/queue/risk.ts';
import { routingClash } from '../../../shared/domain/queue/routing-clash.ts';
import { whyFirst } from '../../../shared/domain/queue/why-first.ts';
import { openShipmentOf, openShipments } from '../../../shared/domain/shipment/open-shipments.ts';
import type { Order, Task } from '../../../shared/domain/state/entities.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Station } from '../station.ts';
import { openCasesByOrder, openCasesOf } from './case-count.ts';
import { claimOfOrder } from './claims.ts';
import { personRef, stationName } from './people.ts';
import type { QueueItem, RowParts } from './queue-index.ts';

export interface QueueQuestion {
  readonly offset: number;
  readonly limit: number;
  readonly search: string;
  readonly only: 'all' | 'hot' | 'standard' | 'at-risk' | 'overdue' | 'mine' | 'to-plan' | 'ended';
}

/** One page of the queue in its order, with the counts of the whole. */
export function queuePage(station: Station, question: QueueQuestion, staffId: string | null): QueuePage {
  const now = station.now();
  const matching = question.only === 'ended' ? endedOrders(station, question.search) : liveOrders(station, question, staffId);
  const pos = matching.slice(question.offset, question.offset + question.limit);
  const tasks = station.reader.find('task', {});
  const openCases = openCasesByOrder(station.store);
  const rows = pos.flatMap((po) => {
    const order = station.reader.get('order', { po });
    return order ? [queueRow(station, order, tasks, openCases.get(po) ?? 0)] : [];
  });
  return { rows, total: matching.length, offset: question.offset, counts: countsOf(station), nextCutoff: nextCutoff(station), now };
}

export function countsOf(station: Station): QueueCounts {
  const { settings } = station;
  const now = station.now();
  const counts = { hot: 0, standard: 0, atRisk: 0, overdue: 0 };
  for (const item of station.queue.live()) {
    if (item.hpo) counts.hot += 1;
    else counts.standard += 1;
    const risk = riskOf(item, settings, now);
    if (risk === 'atRisk') counts.atRisk += 1;
    if (risk === 'overdue') counts.overdue += 1;
  }
  return counts;
}

function nextCutoff(station: Station): QueuePage['nextCutoff'] {
  const now = station.now();
  let next: QueuePage['nextCutoff'] = null;
  for (const { po, hpo, shipBy } of station.queue.live()) {
    if (!hpo && shipBy !== null && shipBy > now && (next === null || shipBy < next.at)) next = { po, at: shipBy };
  }
  return next;
}

/** The earliest clock among the hot orders: what the top bar always shows. */
export function nearestHot(station: Station): { readonly po: string; readonly at: Order['acknowledgeBy']; readonly what: 'acknowledge' | 'ship' } | null {
  let nearest: ReturnType<typeof nearestHot> = null;
  for (const item of station.queue.live()) {
    if (!item.hpo) break;
    const clock = item.acknowledgementVersion === 0 ? { at: item.acknowledgeBy, what: 'acknowledge' as const } : item.shipBy === null ? null : { at: item.shipBy, what: 'ship' as const };
    if (clock && (nearest === null || clock.at < nearest.at)) nearest = { po: item.po, ...clock };
  }
  return nearest;
}

function liveOrders(station: Station, { search, only }: QueueQuestion, staffId: string | null): PoNumber[] {
  const { settings } = station;
  const now = station.now();
  const found = search === '' ? undefined : new Set(searchOrders(station, search));
  const planned = only === 'to-plan' ? new Set(openShipments(station.reader).flatMap(({ pos }) => pos)) : undefined;
  const wanted = (item: QueueItem): boolean => {
    if (found && !found.has(item.po)) return false;
    switch (only) {
      case 'hot':
        return item.hpo;
      case 'standard':
        return !item.hpo;
      case 'at-risk':
        return riskOf(item, settings, now) === 'atRisk';
      case 'overdue':
        return riskOf(item, settings, now) === 'overdue';
      case 'mine':
        return staffId !== null && station.reader.get('order', { po: item.po })?.assigned.some((id) => id === staffId) === true;
      case 'to-plan':
        // Amazon takes no routing request before the acknowledgement.
        return item.channel === 'vendor' && item.state !== 'received' && planned?.has(item.po) === false;
      default:
        return true;
    }
  };
  const pos: PoNumber[] = [];
  for (const item of station.queue.live()) if (wanted(item)) pos.push(item.po);
  return pos;
}

/** Orders whose number, or a product identifier of a line, holds the text. */
function searchOrders(station: Station, search: string): PoNumber[] {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return station.store.database
    .prepare<[string, string, string, string, string], PoNumber>(
      `SELECT po FROM purchase_order WHERE po LIKE ? ESCAPE '\\'
       UNION SELECT po FROM order_line WHERE asin LIKE ? ESCAPE '\\' OR vendor_sku LIKE ? ESCAPE '\\' OR sku LIKE ? ESCAPE '\\' OR gtin LIKE ? ESCAPE '\\'`,
    )
    .pluck()
    .all(like, like, like, like, like);
}

function endedOrders(station: Station, search: string): PoNumber[] {
  const found = search === '' ? undefined : new Set(searchOrders(station, search));
  return station.store.database
    .prepare<[], PoNumber>("SELECT po FROM purchase_order WHERE state IN ('shipped', 'rejected', 'cancelled', 'closed') ORDER BY received_at DESC, po LIMIT 5000")
    .pluck()
    .all()
    .filter((po) => found === undefined || found.has(po));
}

export function queueRow(
  station: Station,
  order: Order,
  tasks: readonly Task[] = station.reader.find('task', { po: order.po }),
  openCases: number = openCasesOf(station, order.po),
): QueueRow {
  const { reader, settings } = station;
  const now = station.now();
  const { routed, ...parts } = station.queue.partsOf(order.po, () => rowParts(station, order));
  const task = tasks.find(({ po }) => po === order.po);
  return {
    po: order.po,
    hpo: order.hpo,
    why: order.why,
    whyFirst: whyFirst(order, settings, now),
    channel: order.channel,
    state: order.state,
    risk: riskOf(order, settings, now),
    receivedAt: order.receivedAt,
    acknowledgeBy: order.acknowledgeBy,
    acknowledged: order.acknowledgementVersion > 0,
    shipBy: order.shipBy,
    latestStart: order.latestStart,
    units: unitsOf(order),
    pin: order.pin,
    pinReason: order.pinReason,
    shipTo: shipToName(station, order),
    lineCount: order.lineCount,
    incompleteLines: order.incompleteLines,
    assigned: order.assigned.map((id) => personRef(reader, id)),
    workingOn: task ? { person: personRef(reader, task.staffId), task: task.kind, station: stationName(station, task.station), since: task.startedAt } : null,
    needsReview: order.needsReview,
    claim: claimOfOrder(station, order.po),
    openCases,
    needsUpdate: station.store.sync.needsUpdate(`order:${order.po}`),
    routingClash: routingClash(order, settings, now, routed)?.message ?? null,
    ...parts,
  };
}

function rowParts(station: Station, order: Order): RowParts {
  const routed = openShipmentOf(station.reader, order.po);
  const [first, second] = firstLines(station, order.po);
  return {
    headline: first?.title ?? '',
    cases: first?.caseSize && !second ? Math.floor(order.requested / first.caseSize) : null,
    next: nextActionOf(station, order),
    routed: routed !== undefined && (routed.state !== 'draft' || routed.freightTerm === 'prepaid'),
  };
}

export const unitsOf = ({ requested, accepted, rejected, backordered, picked, packed, shipped }: Order): QueueRow['units'] => ({
  requested, accepted, rejected, backordered, picked, packed, shipped,
});

/** The FC code people know (a SAN or GLN is looked up in the site's own table), else the party's id or name. */
export function shipToName({ settings }: Station, { shipToId, shipTo }: Pick<Order, 'shipToId' | 'shipTo'>): string | null {
  if (shipToId === null) return shipTo?.name ?? null;
  return Object.hasOwn(settings.shipToCodes, shipToId) ? (settings.shipToCodes[shipToId] ?? shipToId) : shipToId;
}

interface FirstLine {
  readonly title: string;
  readonly caseSize: number | null;
}

function firstLines(station: Station, po: PoNumber): FirstLine[] {
  return station.store.database
    .prepare<[PoNumber], FirstLine>(
      `SELECT coalesce(product.title, order_line.title, order_line.vendor_sku, order_line.asin, order_line.gtin, order_line.line) AS title,
              nullif(coalesce(CASE WHEN order_line.unit = 'cases' THEN order_line.unit_size END, product.case_size), 1) AS caseSize
       FROM order_line LEFT JOIN product USING (sku) WHERE po = ? ORDER BY position LIMIT 2`,
    )
    .all(po);
}

/** The one thing to do next with an order; null when nothing is left to do here. */
function nextActionOf({ reader }: Station, order: Order): NextAction | null {
  if (order.channel !== 'vendor') return null;
  switch (order.state) {
    case 'received':
      return order.incompleteLines > 0 ? 'complete' : 'acknowledge';
    case 'acknowledged':
      if (order.needsReview) return 'review';
      return order.listRevision === order.revision ? 'pick' : 'print-list';
    case 'picking':
      return order.needsReview ? 'review' : hasOpenShort(reader, order) ? 'resolve-short' : 'pick';
    case 'packing':
      return order.needsReview ? 'review' : 'pack';
    case 'ready': {
      if (order.needsReview) return 'review';
      const shipment = openShipmentOf(reader, order.po);
      return shipment === undefined || shipment.state === 'draft' ? 'route' : 'load';
    }
    case 'loading': {
      const left = reader.find('unit', { po: order.po }).some(({ state }) => state === 'open' || state === 'closed');
      return left ? 'load' : 'depart';
    }
    default:
      return null;
  }
}

function hasOpenShort(reader: Reader, order: Order): boolean {
  return reader.find('line', { po: order.po }).some((line) => line.short > 0 && line.picked + line.short >= line.accepted);
}
