import type { LineView, OrderView, ProductView, QueueRow, ShipmentView } from '../../../shared/contracts/views.ts';
import type { OutgoingDocument } from '../../../shared/domain/state/entities.ts';
import { moneyText, type Money } from '../../../shared/lib/money.ts';
import { iso, type Words } from './words.ts';

/*
 * The shapes of the command line's JSON. Instants are ISO 8601 in UTC, quantities eaches, reasons sentences. A field,
 * once there, keeps its name and meaning.
 */

const lineJson = ({ line, asin, vendorSku, gtin, unit, unitSize, requested, accepted, rejected, rejectionReason, picked, packed, shipped }: LineView) => ({
  line, asin, vendorSku, gtin, unit, unitSize, requested, accepted, rejected, rejectionReason, picked, packed, shipped,
});

/** An order as the queue and every command about one order answer it. */
export function orderJson(words: Words, row: QueueRow, lines: readonly LineView[]) {
  const { requested, accepted, rejected, picked, packed, shipped } = row.units;
  return {
    po: row.po,
    hpo: row.hpo,
    why: words.all(row.why),
    channel: row.channel,
    state: row.state,
    receivedAt: iso(row.receivedAt),
    acknowledgeBy: iso(row.acknowledgeBy),
    shipBy: iso(row.shipBy),
    latestStart: iso(row.latestStart),
    units: { requested, accepted, rejected, picked, packed, shipped },
    lines: lines.map(lineJson),
    whyFirst: words.say(row.whyFirst),
    risk: row.risk,
    acknowledged: row.acknowledged,
    needsReview: row.needsReview,
    next: row.next,
    shipTo: row.shipTo,
    pin: row.pin,
    assigned: row.assigned.map(({ name }) => name),
    routingClash: row.routingClash === null ? null : words.say(row.routingClash),
    incomplete: lines.filter(({ missing }) => missing.length > 0).map(({ line, missing }) => ({ line, missing })),
  };
}

/** The same with what belongs to the order: pallets, shipments, documents, what it may cost. */
export const orderDetailJson = (words: Words, view: OrderView) => ({
  ...orderJson(words, view, view.lines),
  value: amountJson(view.value),
  exposure: view.exposure.sentence === null ? null : words.say(view.exposure.sentence),
  changes: view.order.changes.map(({ at, revision, what }) => ({ at: iso(at), revision, what: words.all(what) })),
  handlingUnits: view.handlingUnits.map(({ sscc, kind, state, eaches, cartons, weightGrams }) => ({ sscc, kind, state, eaches, cartons, weightGrams })),
  shipments: view.shipments.map(shipmentJson),
  documents: view.documents.map(documentJson),
  noX12: view.noX12 === null ? null : words.say(view.noX12),
});

export const shipmentJson = ({ shipmentId, state, freightTerm, pos, arn, scac, pro, bol, freightReady, requestedAt, departedAt, confirmBy, loaded, toLoad }: ShipmentView) => ({
  shipmentId, state, freightTerm, pos, arn, scac, pro, bol,
  freightReady: iso(freightReady), requestedAt: iso(requestedAt), departedAt: iso(departedAt), confirmBy: iso(confirmBy), loaded, toLoad,
});

const documentJson = ({ documentId, kind, fileName, state, preparedAt, dueBy }: OutgoingDocument) => ({
  documentId, kind, fileName, state, preparedAt: iso(preparedAt), dueBy: iso(dueBy),
});

/** An amount as `150.00 USD`. */
export const amountJson = (money: Money | null): string | null => (money === null ? null : moneyText(money));

export const stockJson = (row: ProductView) => ({
  sku: row.sku, asin: row.asin, title: row.title, gtinEach: row.gtinEach, gtinCase: row.gtinCase, gtinPallet: row.gtinPallet, caseSize: row.caseSize,
  cost: row.cost, currency: row.currency, location: row.location, needs: row.needs,
  boxed: row.stock.boxed, allocated: row.stock.allocated, safety: row.stock.safety, free: row.free, bins: row.bins,
});
