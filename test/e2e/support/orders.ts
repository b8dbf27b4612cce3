import type { Goods } from './goods.ts';

export interface VendorOrder {
  readonly po: string;
  readonly goods: Goods;
  readonly units: number;
  readonly type?: 'RegularOrder' | 'RushOrder';
  /** First and last day of the window at the FC, as Amazon writes them. */
  readonly from: string;
  readonly to: string;
  /** Amazon gives collect orders ship windows and prepaid ones delivery windows. */
  readonly window?: 'shipWindow' | 'deliveryWindow';
  readonly state?: 'New' | 'Acknowledged' | 'Closed';
  /** When Amazon changed the order last. */
  readonly changed?: string;
}

/** Purchase orders as SP-API's `getPurchaseOrders` answers them. */
export const vendorOrders = (...orders: readonly VendorOrder[]): string => JSON.stringify({ payload: { orders: orders.map(vendorOrder) } }, null, 1);

function vendorOrder({ po, goods, units, type = 'RegularOrder', from, to, window = 'shipWindow', state = 'New', changed }: VendorOrder): object {
  return {
    purchaseOrderNumber: po,
    purchaseOrderState: state,
    orderDetails: {
      purchaseOrderDate: `${from}T12:12:00Z`,
      purchaseOrderStateChangedDate: changed ?? `${from}T12:12:00Z`,
      ...(changed === undefined ? {} : { purchaseOrderChangedDate: changed }),
      purchaseOrderType: type,
      paymentMethod: 'Invoice',
      buyingParty: { partyId: 'AMZNX' },
      sellingParty: { partyId: 'GRNDX' },
      shipToParty: { partyId: 'PHX3' },
      billToParty: { partyId: 'AMZNX' },
      [window]: `${from}T07:00:00Z--${to}T07:00:00Z`,
      items: [
        {
          itemSequenceNumber: '1',
          amazonProductIdentifier: goods.asin,
          vendorProductIdentifier: goods.sku,
          orderedQuantity: { amount: units, unitOfMeasure: 'Eaches', unitSize: 1 },
          isBackOrderAllowed: false,
          netCost: { currencyCode: 'USD', amount: goods.cost },
        },
      ],
    },
  };
}

/** An order of Seller Central, shipped by the merchant, as SP-API's `getOrders` answers it. */
export const sellerOrder = (id: string, { asin, sku, title }: Goods, from: string, to: string): string =>
  JSON.stringify({
    payload: {
      Orders: [
        {
          AmazonOrderId: id,
          PurchaseDate: `${from}T01:00:00Z`,
          LastUpdateDate: `${from}T02:00:00Z`,
          OrderStatus: 'Unshipped',
          OrderType: 'StandardOrder',
          FulfillmentChannel: 'MFN',
          NumberOfItemsShipped: 0,
          NumberOfItemsUnshipped: 2,
          EarliestShipDate: `${from}T07:00:00Z`,
          LatestShipDate: `${to}T06:59:59Z`,
          OrderItems: [{ ASIN: asin, SellerSKU: sku, OrderItemId: '68828574383266', Title: title, QuantityOrdered: 2 }],
        },
      ],
    },
  });
