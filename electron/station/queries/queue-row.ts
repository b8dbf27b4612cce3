import type { NextAction, QueueRow } from '../../../shared/contracts/views.ts';
import { ordersOfTask } from '../../../shared/domain/picking/cart.ts';
import { riskOf } from '../../../shared/domain/queue/risk.ts';
import { routingClash } from '../../../shared/domain/queue/routing-clash.ts';
import { whyFirst } from '../../../shared/domain/queue/why-first.ts';
import type { Settings } from '../../../shared/domain/settings/settings.ts';
import { openShipments } from '../../../shared/domain/shipment/open-shipments.ts';
import type { Order, Shipment, Task } from '../../../shared/domain/state/entities.ts';
import type { Reader } from '../../../shared/domain/state/world.ts';
import type { PoNumber } from '../../../shared/lib/ids.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import type { Station } from '../station.ts';
import { openCasesByOrder } from './case-count.ts';
import { claimOfOrder } from './claims.ts';
import { personRef, stationName } from './people.ts';
import type { Calendar, LineParts } from './queue-index.ts';

/** What the rows of one page have in common: asked once for all of them. */
interface Surroundings {
  readonly now: Instant;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly tasks: ReadonlyMap<PoNumber, Task>;
  readonly shipments: ReadonlyMap<PoNumber, Shipment>;
  readonly openCases: ReadonlyMap<string, number>;
}

/** The rows of some orders, in the orders' order. */
export function queueRows(station: Station, pos: readonly PoNumber[]): QueueRow[] {
  const around = surroundingsOf(station);
  const parts = partsOf(station, pos);
  return pos.flatMap((po) => {
    const order = station.reader.get('order', { po });
    return order ? [rowOf(station, order, parts.get(po) ?? NO_LINES, around)] : [];
  });
}

function surroundingsOf(station: Station): Surroundings {
  const { reader, settings } = station;
  const now = station.now();
  const tasks = new Map<PoNumber, Task>();
  for (const task of reader.find('task', {})) for (const po of ordersOfTask(task)) if (!tasks.has(po)) tasks.set(po, task);
  const shipments = new Map<PoNumber, Shipment>();
  for (const shipment of openShipments(reader)) for (const po of shipment.pos) if (!shipments.has(po)) shipments.set(po, shipment);
  return { now, settings, calendar: station.queue.calendar(now), tasks, shipments, openCases: openCasesByOrder(station.store) };
}

function rowOf(station: Station, order: Order, { headline, caseSize, openShort }: LineParts, around: Surroundings): QueueRow {
  const { reader } = station;
  const { now, settings } = around;
  const task = around.tasks.get(order.po);
  const shipment = around.shipments.get(order.po);
  const routed = shipment !== undefined && (shipment.state !== 'draft' || shipment.freightTerm === 'prepaid');
  return {
    po: order.po,
    hpo: order.hpo,
    why: order.why,
    whyFirst: whyFirst(order, settings, now, around.calendar.today),
    channel: order.channel,
    state: order.state,
    risk: riskOf(order, settings, now),
    receivedAt: order.receivedAt,
    acknowledgeBy: order.acknowledgeBy,
    acknowledged: order.acknowledgementVersion > 0,
    shipBy: order.shipBy,
    latestStart: order.latestStart,
    units: unitsOf(order),
    cases: caseSize !== null && order.lineCount === 1 ? Math.floor(order.requested / caseSize) : null,
    pin: order.pin,
    pinReason: order.pinReason,
    shipTo: shipToName(settings, order),
    headline,
    lineCount: order.lineCount,
    incompleteLines: order.incompleteLines,
    assigned: order.assigned.map((id) => personRef(reader, id)),
    workingOn: task ? { person: personRef(reader, task.staffId), task: task.kind, station: stationName(station, task.station), since: task.startedAt } : null,
    needsReview: order.needsReview,
    claim: claimOfOrder(station, order.po),
    openCases: around.openCases.get(order.po) ?? 0,
    needsUpdate: station.store.sync.needsUpdate(`order:${order.po}`),
    routingClash: routingClash(order, settings, now, routed, around.calendar.pickupDay)?.message ?? null,
    next: nextActionOf(reader, order, shipment, openShort),
  };
}

export const unitsOf = ({ requested, accepted, rejected, backordered, picked, packed, shipped }: Order): QueueRow['units'] => ({
  requested, accepted, rejected, backordered, picked, packed, shipped,
});

/** The FC code people know (a SAN or GLN is looked up in the site's own table), else the party's id or name. */
export function shipToName({ shipToCodes }: Settings, { shipToId, shipTo }: Pick<Order, 'shipToId' | 'shipTo'>): string | null {
  if (shipToId === null) return shipTo?.name ?? null;
  return Object.hasOwn(shipToCodes, shipToId) ? (shipToCodes[shipToId] ?? shipToId) : shipToId;
}

const NO_LINES: LineParts = { headline: '', caseSize: null, openShort: false };

/** Of orders that have lines. Those that are not known by then are read in one question. */
function partsOf({ store, queue }: Station, pos: readonly PoNumber[]): ReadonlyMap<PoNumber, LineParts> {
  const parts = new Map<PoNumber, LineParts>();
  const unknown: PoNumber[] = [];
  for (const po of pos) {
    const known = queue.parts(po);
    if (known) parts.set(po, known);
    else unknown.push(po);
  }
  if (unknown.length === 0) return parts;
  for (const { po, headline, caseSize, openShort } of store.statements.rows<[string], FoundParts>(LINE_PARTS).all(JSON.stringify(unknown))) {
    const found = { headline, caseSize, openShort: openShort === 1 };
    parts.set(po, found);
    queue.keepParts(po, found);
  }
  return parts;
}

interface FoundParts {
  readonly po: PoNumber;
  readonly headline: string;
  readonly caseSize: number | null;
  readonly openShort: number;
}

/** Columns beside min() are those of the row that has the minimum: sqlite.org/lang_select.html#bareagg */
const LINE_PARTS = `
  SELECT po, min(position),
         coalesce(product.title, order_line.title, order_line.vendor_sku, order_line.asin, order_line.gtin, order_line.line) AS headline,
         nullif(coalesce(CASE WHEN order_line.unit = 'cases' THEN order_line.unit_size END, product.case_size), 1) AS caseSize,
         sum(short > 0 AND picked + short >= accepted) > 0 AS openShort
  FROM order_line LEFT JOIN product USING (sku) WHERE po IN (SELECT value FROM json_each(?)) GROUP BY po`;

/** The one thing to do next with an order; null when nothing is left to do here. */
function nextActionOf(reader: Reader, order: Order, shipment: Shipment | undefined, openShort: boolean): NextAction | null {
  if (order.channel !== 'vendor') return null;
  switch (order.state) {
    case 'received':
      return order.incompleteLines > 0 ? 'complete' : 'acknowledge';
    case 'acknowledged':
      if (order.needsReview) return 'review';
      return order.listRevision === order.revision ? 'pick' : 'print-list';
    case 'picking':
      return order.needsReview ? 'review' : openShort ? 'resolve-short' : 'pick';
    case 'packing':
      return order.needsReview ? 'review' : 'pack';
    case 'ready':
      if (order.needsReview) return 'review';
      return shipment === undefined || shipment.state === 'draft' ? 'route' : 'load';
    case 'loading': {
      const left = reader.find('unit', { po: order.po }).some(({ state }) => state === 'open' || state === 'closed');
      return left ? 'load' : 'depart';
    }
    default:
      return null;
  }
}
