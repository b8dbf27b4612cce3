import { z } from 'zod';
import type { Zone } from '../../lib/time.ts';
import type { IncomingLine, IncomingOrder, IncomingParty, OrderWindow, Place } from '../incoming.ts';
import { readPo } from '../po-number.ts';
import { quoted, refuse, Warnings } from '../problem.ts';
import { perUnit } from '../unit-cost.ts';
import { jsonPath } from './json.ts';
import { dayOf, gtinIn, instantOf, optionalText, poText, priceOf, requiredText, unitSizeOf, wholeAmount } from './values.ts';

export interface SpApiOptions {
  /** Zone in which the days of windows are read, by the ship-to's id (an FC code such as `PHX3`; empty when the order names none). */
  readonly zoneOf: (shipToId: string) => Zone;
}

const amount = z.union([z.string(), z.number()]).nullish().catch(null);
const address = z
  .looseObject({
    name: optionalText,
    addressLine1: optionalText,
    addressLine2: optionalText,
    addressLine3: optionalText,
    city: optionalText,
    stateOrRegion: optionalText,
    postalCode: optionalText,
    countryCode: optionalText,
  })
  .nullish()
  .catch(null);
const party = z.looseObject({ partyId: optionalText, address }).nullish().catch(null);
const money = z.looseObject({ amount, currencyCode: optionalText }).nullish().catch(null);
const item = z.looseObject({
  itemSequenceNumber: requiredText,
  amazonProductIdentifier: optionalText,
  vendorProductIdentifier: optionalText,
  orderedQuantity: z.looseObject({ amount, unitOfMeasure: optionalText, unitSize: amount }),
  isBackOrderAllowed: z.boolean().nullish().catch(null),
  netCost: money,
});
const importDetails = z.looseObject({ methodOfPayment: optionalText, shippingInstructions: optionalText }).nullish().catch(null);
const details = z.looseObject({
  purchaseOrderDate: optionalText,
  purchaseOrderChangedDate: optionalText,
  purchaseOrderType: optionalText,
  importDetails,
  buyingParty: party,
  sellingParty: party,
  shipToParty: party,
  billToParty: party,
  shipWindow: optionalText,
  deliveryWindow: optionalText,
  items: z.array(item).nullish(),
});

/**
 * `Order` of the SP-API vendor orders model (amzn/selling-partner-api-models, vendorOrders.json), with only those fields demanded without
 * which nothing can be shipped. Amazon's own published example has windows and items beside `orderDetails`, so both places are read.
 */
export const vendorOrderSchema = z.looseObject({
  purchaseOrderNumber: poText,
  purchaseOrderState: optionalText,
  orderDetails: details.nullish(),
  shipWindow: optionalText,
  deliveryWindow: optionalText,
  items: z.array(item).nullish(),
});

type Item = z.infer<typeof item>;

/** @throws OrderRefused with what is wrong and where. */
export function vendorOrderOf(source: z.infer<typeof vendorOrderSchema>, place: Place, options: SpApiOptions): IncomingOrder {
  const warnings = new Warnings();
  const at = (...path: readonly PropertyKey[]): Place => jsonPath(place, path);
  const po = readPo(source.purchaseOrderNumber, at('purchaseOrderNumber'), warnings);
  if (po === '') refuse('documents.order.po-missing', at('purchaseOrderNumber'));
  const inside = source.orderDetails ?? null;
  const itemsInside = inside?.items !== null && inside?.items !== undefined;
  const items = inside?.items ?? source.items ?? [];
  const itemsPlace = itemsInside ? at('orderDetails', 'items') : at('items');
  if (items.length === 0) refuse('documents.order.no-lines', itemsInside || source.items ? itemsPlace : at('orderDetails', 'items'));
  const shipTo = partyOf(inside?.shipToParty);
  const zone = options.zoneOf(shipTo?.id ?? '');
  const window = windowOf(
    inside?.shipWindow ?? source.shipWindow,
    inside?.deliveryWindow ?? source.deliveryWindow,
    zone,
    at('orderDetails'),
    warnings,
  );
  const lines = linesOf(items, itemsPlace, warnings);
  const orderType = inside?.purchaseOrderType ?? null;
  return {
    po,
    channel: 'vendor',
    orderType,
    rush: orderType?.toLowerCase() === 'rushorder',
    documentState: stateOf(source.purchaseOrderState, lines, at('purchaseOrderState'), warnings),
    orderDate: dayOf(inside?.purchaseOrderDate ?? null, zone, at('orderDetails', 'purchaseOrderDate'), warnings),
    changedAt: instantOf(inside?.purchaseOrderChangedDate ?? null, at('orderDetails', 'purchaseOrderChangedDate'), warnings),
    window,
    vendorCode: inside?.sellingParty?.partyId ?? null,
    buyer: partyOf(inside?.buyingParty),
    shipTo,
    billTo: partyOf(inside?.billToParty),
    freightTerm: freightTermOf(inside?.importDetails?.methodOfPayment ?? null, window),
    notes: [inside?.importDetails?.shippingInstructions ?? null].filter((note) => note !== null),
    lines,
    partial: false,
    warnings: warnings.list(place),
    place,
  };
}

function linesOf(items: readonly Item[], place: Place, warnings: Warnings): readonly IncomingLine[] {
  const seen = new Map<string, Place>();
  return items.map((source, index) => {
    const line = lineOf(source, jsonPath(place, [index]), warnings);
    const earlier = seen.get(line.line);
    if (earlier !== undefined) refuse('documents.order.repeated-line', line.place, { line: quoted(line.line), earlier });
    seen.set(line.line, line.place);
    return line;
  });
}

function lineOf(source: Item, place: Place, warnings: Warnings): IncomingLine {
  const quantityPlace = jsonPath(place, ['orderedQuantity']);
  const unit = unitOf(source.orderedQuantity.unitOfMeasure, quantityPlace);
  const unitSize = unit === 'eaches' ? 1 : unitSizeOf(source.orderedQuantity.unitSize);
  if (unitSize === null) warnings.add('documents.sp-api.case-size-missing', quantityPlace);
  if (source.itemSequenceNumber === '') refuse('documents.json.missing', place, { field: 'itemSequenceNumber' });
  if (source.amazonProductIdentifier === null && source.vendorProductIdentifier === null) {
    warnings.add('documents.order.line-without-product', place);
  }
  // The model: "the net cost of an item per each", whatever unit was ordered. A line's cost is that of one ordered unit.
  const each = priceOf(source.netCost?.amount, jsonPath(place, ['netCost', 'amount']), warnings);
  const currency = source.netCost?.currencyCode?.toUpperCase() ?? null;
  return {
    line: source.itemSequenceNumber,
    asin: source.amazonProductIdentifier,
    vendorSku: source.vendorProductIdentifier,
    gtin: gtinIn(source.vendorProductIdentifier),
    buyerPart: null,
    title: null,
    unit,
    unitSize,
    quantity: wholeAmount(source.orderedQuantity.amount, jsonPath(quantityPlace, ['amount'])),
    cost: each === null || unitSize === null ? null : perUnit(each, unitSize),
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null,
    backOrderAllowed: source.isBackOrderAllowed ?? false,
    place,
  };
}

function unitOf(text: string | null, place: Place): 'eaches' | 'cases' {
  switch (text?.toLowerCase()) {
    case 'cases':
    case 'case':
      return 'cases';
    case undefined:
    case 'eaches':
    case 'each':
      return 'eaches';
    default:
      return refuse('documents.sp-api.unknown-unit', jsonPath(place, ['unitOfMeasure']), { unit: quoted(text ?? '') });
  }
}

function stateOf(
  text: string | null,
  lines: readonly IncomingLine[],
  place: Place,
  warnings: Warnings,
): IncomingOrder['documentState'] {
  if (lines.every((line) => line.quantity === 0)) return 'cancelled';
  switch (text?.toLowerCase()) {
    case 'closed':
      return 'closed';
    case 'acknowledged':
      return 'acknowledged';
    case undefined:
    case 'new':
      return 'open';
    default:
      warnings.add('documents.sp-api.unknown-state', place, { state: quoted(text ?? '') });
      return 'open';
  }
}

/** `start--end`: instants that mean days in the ship-to's zone. `shipWindow` stands for collect, `deliveryWindow` for prepaid freight. */
function windowOf(ship: string | null, delivery: string | null, zone: Zone, place: Place, warnings: Warnings): OrderWindow {
  const text = ship ?? delivery;
  if (text === null) return { kind: 'unstated', start: null, end: null };
  const kind = ship === null ? 'delivery' : 'ship';
  const at = jsonPath(place, [ship === null ? 'deliveryWindow' : 'shipWindow']);
  const [from = '', to = ''] = text.split('--', 2);
  const start = dayOf(from.trim() || null, zone, at, warnings);
  const end = dayOf(to.trim() || null, zone, at, warnings);
  if (start === null || end === null || start <= end) return { kind, start, end };
  warnings.add('documents.order.window-reversed', at, { start, end });
  return { kind, start: null, end };
}

/**
 * Who pays the carrier: an import order says it; otherwise Amazon's guide ties the window to it (collect vendors get a ship window,
 * prepaid vendors a delivery window).
 */
function freightTermOf(method: string | null, window: OrderWindow): IncomingOrder['freightTerm'] {
  switch (method) {
    case 'PaidByBuyer':
    case 'CollectOnDelivery':
      return 'collect';
    case 'PrepaidBySeller':
    case 'PaidBySeller':
      return 'prepaid';
    default:
      return window.kind === 'unstated' ? null : window.kind === 'ship' ? 'collect' : 'prepaid';
  }
}

function partyOf(source: z.infer<typeof party>): IncomingParty | null {
  const id = source?.partyId ?? source?.address?.name ?? null;
  if (id === null) return null;
  const where = source?.address;
  return {
    id,
    name: where?.name ?? null,
    addressLines: [where?.addressLine1, where?.addressLine2, where?.addressLine3].filter((line) => typeof line === 'string'),
    city: where?.city ?? null,
    region: where?.stateOrRegion ?? null,
    postalCode: where?.postalCode ?? null,
    country: where?.countryCode ?? null,
  };
}
