import type { LineView, OrderView, UnitView } from '../../../shared/contracts/views.ts';
import { exposureOfOrder } from '../../../shared/domain/chargebacks/exposure.ts';
import { measureWarnings } from '../../../shared/domain/handling-units/limits.ts';
import type { HandlingUnit, Line, Order } from '../../../shared/domain/state/entities.ts';
import { poNumber, type PoNumber } from '../../../shared/lib/ids.ts';
import { addMoney, extend, perEach, type Money } from '../../../shared/lib/money.ts';
import { notFound } from '../api/base.ts';
import type { Station } from '../station.ts';
import { historyEntry } from './history.ts';
import { queueRow } from './queue.ts';
import { shipmentsOf } from './shipment.ts';

const HISTORY = 200;

export function requireOrder(station: Station, po: string): Order {
  const order = station.reader.get('order', { po: poNumber(po) });
  if (!order) throw notFound('orders.refused.unknown', `PO ${poNumber(po)}`, 'orders.hint.import');
  return order;
}

export function orderView(station: Station, po: PoNumber): OrderView {
  const order = requireOrder(station, po);
  const { reader } = station;
  const rows = linesOf(station, po);
  const products = rows.flatMap(({ sku }) => (sku === null ? [] : (reader.get('product', { sku }) ?? [])));
  const journal = station.store.journal(0, HISTORY, `order:${po}`);
  return {
    ...queueRow(station, order),
    order,
    lines: rows.map((line) => lineView(station, line)),
    handlingUnits: reader.find('unit', { po }).map((unit) => unitView(station, unit)),
    shipments: shipmentsOf(station, po),
    documents: reader.find('outgoing', { po }),
    exposure: exposureOfOrder(order, rows, products, station.policy(), station.settings, station.now()),
    value: valueOf(station, rows),
    history: journal.entries.map((entry) => historyEntry(reader, entry)).reverse(),
  };
}

/** Lines in the document's order. */
export function linesOf({ reader }: Station, po: PoNumber): Line[] {
  return reader.find('line', { po }).sort((left, right) => left.position - right.position);
}

export function lineView({ reader }: Station, line: Line): LineView {
  const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
  const missing: LineView['missing'][number][] = [];
  if (line.sku === null) missing.push('product');
  if (line.unitSize === null) missing.push('case-size');
  if (line.cost === null && !product?.cost) missing.push('cost');
  return {
    line: line.line,
    asin: line.asin,
    vendorSku: line.vendorSku,
    gtin: line.gtin,
    buyerPart: line.buyerPart,
    sku: line.sku,
    title: product?.title || line.title || (line.vendorSku ?? line.asin ?? line.gtin ?? line.line),
    unit: line.unit,
    unitSize: line.unitSize,
    caseSize: product?.caseSize ?? line.unitSize,
    location: product?.location ?? null,
    requested: line.requested,
    originalRequested: line.originalRequested,
    accepted: line.accepted,
    rejected: line.rejected,
    backordered: line.backordered,
    rejectionReason: line.rejectionReason,
    picked: line.picked,
    packed: line.packed,
    shipped: line.shipped,
    short: line.short,
    cost: line.cost ?? product?.cost ?? null,
    currency: line.currency ?? product?.currency ?? null,
    missing,
  };
}

export function unitView({ reader }: Station, unit: HandlingUnit): UnitView {
  const contents = reader.find('content', { sscc: unit.sscc }).map((content) => ({
    ...content,
    title: reader.get('product', { sku: content.sku })?.title ?? content.sku,
  }));
  return { ...unit, contents, warnings: measureWarnings(unit) };
}

/** What the order is worth at cost, while every line's cost is known in one currency. */
function valueOf({ reader, settings }: Station, lines: readonly Line[]): Money | null {
  let total: Money | null = null;
  for (const line of lines) {
    const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
    const cost = line.cost ? perEach(line.cost, line.unitSize ?? 1) : product?.cost;
    if (!cost) return null;
    const value = extend({ amount: cost, currency: line.currency ?? product?.currency ?? settings.currency }, line.requested);
    if (total && total.currency !== value.currency) return null;
    total = total ? addMoney(total, value) : value;
  }
  return total;
}
