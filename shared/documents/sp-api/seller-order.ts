import { z } from 'zod';
import type { IncomingLine, IncomingOrder, Place } from '../incoming.ts';
import { readPo } from '../po-number.ts';
import { refuse, Warnings } from '../problem.ts';
import { jsonPath } from './json.ts';
import { dayOf, gtinIn, instantOf, optionalText, poText, wholeAmount } from './values.ts';
import type { SpApiOptions } from './vendor-order.ts';

const amount = z.union([z.string(), z.number()]).nullish().catch(null);
const item = z.looseObject({
  OrderItemId: optionalText,
  ASIN: optionalText,
  SellerSKU: optionalText,
  Title: optionalText,
  QuantityOrdered: amount,
});

/** `Order` of the SP-API Orders API (Seller Central), with its items where the file has them. */
export const sellerOrderSchema = z.looseObject({
  AmazonOrderId: poText,
  FulfillmentChannel: optionalText,
  OrderStatus: optionalText,
  OrderType: optionalText,
  PurchaseDate: optionalText,
  LastUpdateDate: optionalText,
  EarliestShipDate: optionalText,
  LatestShipDate: optionalText,
  NumberOfItemsShipped: amount,
  NumberOfItemsUnshipped: amount,
  OrderItems: z.array(item).nullish(),
});

type SellerOrder = z.infer<typeof sellerOrderSchema>;

/**
 * A third-party order. It is shown as what it is and is never rush: sellers get no purchase orders from Amazon. Its prices are retail
 * prices, so it has no cost. Without its items it has one line with the number of units the order names.
 * @throws OrderRefused with what is wrong and where.
 */
export function sellerOrderOf(source: SellerOrder, place: Place, options: SpApiOptions): IncomingOrder {
  const warnings = new Warnings();
  const at = (...path: readonly PropertyKey[]): Place => jsonPath(place, path);
  const po = readPo(source.AmazonOrderId, at('AmazonOrderId'), warnings);
  if (po === '') refuse('documents.order.po-missing', at('AmazonOrderId'));
  const zone = options.zoneOf('');
  const channel = source.FulfillmentChannel?.toUpperCase() === 'AFN' ? 'seller-fba' : 'seller-fbm';
  return {
    po,
    channel,
    orderType: source.OrderType,
    rush: false,
    documentState: stateOf(source.OrderStatus),
    orderDate: dayOf(source.PurchaseDate, zone, at('PurchaseDate'), warnings),
    changedAt: instantOf(source.LastUpdateDate, at('LastUpdateDate'), warnings),
    window: {
      kind: source.EarliestShipDate === null && source.LatestShipDate === null ? 'unstated' : 'ship',
      start: dayOf(source.EarliestShipDate, zone, at('EarliestShipDate'), warnings),
      end: dayOf(source.LatestShipDate, zone, at('LatestShipDate'), warnings),
    },
    vendorCode: null,
    buyer: null,
    shipTo: null,
    billTo: null,
    freightTerm: null,
    notes: [],
    lines: linesOf(source, place),
    partial: false,
    warnings: warnings.list(place),
    place,
  };
}

function linesOf(source: SellerOrder, place: Place): readonly IncomingLine[] {
  const items = source.OrderItems ?? [];
  if (items.length === 0) {
    const units = wholeAmount(source.NumberOfItemsShipped ?? 0, place) + wholeAmount(source.NumberOfItemsUnshipped ?? 0, place);
    return [lineOf('1', { ASIN: null, SellerSKU: null, Title: null }, Math.max(1, units), place)];
  }
  return items.map((each, index) => {
    const at = jsonPath(place, ['OrderItems', index]);
    return lineOf(String(index + 1), each, wholeAmount(each.QuantityOrdered, jsonPath(at, ['QuantityOrdered'])), at);
  });
}

function lineOf(
  line: string,
  product: { readonly ASIN: string | null; readonly SellerSKU: string | null; readonly Title: string | null },
  quantity: number,
  place: Place,
): IncomingLine {
  return {
    line,
    asin: product.ASIN,
    vendorSku: product.SellerSKU,
    gtin: gtinIn(product.SellerSKU),
    buyerPart: null,
    title: product.Title,
    unit: 'eaches',
    unitSize: 1,
    quantity,
    cost: null,
    currency: null,
    backOrderAllowed: false,
    place,
  };
}

function stateOf(status: string | null): IncomingOrder['documentState'] {
  switch (status?.toLowerCase()) {
    case 'canceled':
    case 'cancelled':
      return 'cancelled';
    case 'shipped':
    case 'unfulfillable':
      return 'closed';
    default:
      return 'open';
  }
}
