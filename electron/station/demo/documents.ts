import { instantAt, toIso, type CalendarDate, type Instant, type TimeOfDay, type Zone } from '../../../shared/lib/time.ts';
import type { DemoProduct } from './products.ts';

export interface DemoLine {
  readonly product: DemoProduct;
  /** In the ordered unit. */
  readonly quantity: number;
  readonly unit: 'eaches' | 'cases';
}

export interface DemoDocument {
  readonly po: string;
  readonly rush: boolean;
  readonly fc: string;
  readonly fcZone: Zone;
  readonly orderedAt: Instant;
  readonly orderDate: CalendarDate;
  readonly windowStart: CalendarDate;
  readonly windowEnd: CalendarDate;
  readonly freightTerm: 'collect' | 'prepaid';
  readonly note: string | null;
  readonly lines: readonly DemoLine[];
  /** When the customer changed it; null for a first version. */
  readonly changedAt: Instant | null;
}

export const VENDOR_CODE = 'GRNDX';

interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** `getPurchaseOrders` as the Selling Partner API returns it. */
export function spApiFile(order: DemoDocument): TextFile {
  const window = `${midnight(order.fcZone, order.windowStart)}--${midnight(order.fcZone, order.windowEnd)}`;
  const document = {
    payload: {
      orders: [
        {
          purchaseOrderNumber: order.po,
          purchaseOrderState: 'New',
          orderDetails: {
            purchaseOrderDate: toIso(order.orderedAt),
            ...(order.changedAt === null ? {} : { purchaseOrderChangedDate: toIso(order.changedAt) }),
            purchaseOrderStateChangedDate: toIso(order.orderedAt),
            purchaseOrderType: order.rush ? 'RushOrder' : 'RegularOrder',
            paymentMethod: 'Invoice',
            ...(order.note === null ? {} : { importDetails: { shippingInstructions: order.note } }),
            buyingParty: { partyId: 'AMZN1' },
            sellingParty: { partyId: VENDOR_CODE },
            shipToParty: { partyId: order.fc },
            billToParty: { partyId: 'AMZN1' },
            ...(order.freightTerm === 'collect' ? { shipWindow: window } : { deliveryWindow: window }),
            items: order.lines.map(({ product, quantity, unit }, index) => ({
              itemSequenceNumber: String(index + 1),
              amazonProductIdentifier: product.asin,
              vendorProductIdentifier: product.sku,
              orderedQuantity: { amount: quantity, unitOfMeasure: unit === 'cases' ? 'Cases' : 'Eaches', unitSize: unit === 'cases' ? product.caseSize : 1 },
              isBackOrderAllowed: false,
              netCost: { currencyCode: 'USD', amount: product.cost },
            })),
          },
        },
      ],
    },
  };
  const version = order.changedAt === null ? '' : '-changed';
  return { name: `purchase-orders-${order.po}${version}.json`, text: `${JSON.stringify(document, null, 2)}\n` };
}

/** An 850 in Amazon's usage: no currency, no case size, windows as DTM 064 and 063. */
export function x12File(order: DemoDocument, controlNumber: number): TextFile {
  const control = String(controlNumber).padStart(9, '0');
  const day = compact(order.orderDate);
  const body = [
    ['BEG', '00', order.rush ? 'RO' : 'NE', order.po, '', day],
    ['REF', 'CR', VENDOR_CODE],
    ['FOB', order.freightTerm === 'collect' ? 'CC' : 'PP'],
    ['CSH', 'N'],
    ['DTM', '064', compact(order.windowStart)],
    ['DTM', '063', compact(order.windowEnd)],
    ...(order.note === null ? [] : [['N9', 'ZZ', '0', order.note]]),
    ['N1', 'ST', '', '92', order.fc],
    ...order.lines.map(({ product, quantity, unit }, index) => [
      'PO1', String(index + 1), String(quantity), unit === 'cases' ? 'CA' : 'EA', unit === 'cases' ? perCase(product) : product.cost, 'PE',
      'BP', product.asin, 'UP', product.gtinEach, 'VN', product.sku,
    ]),
    ['CTT', String(order.lines.length), String(order.lines.reduce((sum, { quantity }) => sum + quantity, 0))],
  ];
  const segments = [
    ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', 'AMAZON'.padEnd(15), 'ZZ', 'VENDOR'.padEnd(15), day.slice(2), '0900', 'U', '00401', control, '0', 'P', '>'],
    ['GS', 'PO', 'AMAZON', 'VENDOR', day, '0900', String(controlNumber), 'X', '004010'],
    ['ST', '850', '0001'],
    ...body,
    ['SE', String(body.length + 2), '0001'],
    ['GE', '1', String(controlNumber)],
    ['IEA', '1', control],
  ];
  return { name: `850-${order.po}.edi`, text: segments.map((segment) => `${segment.join('*')}~\n`).join('') };
}

/** A Seller Central order, as the Orders API gives it: shown in the queue, and never hot. */
export function sellerFile(order: Pick<DemoDocument, 'orderedAt' | 'fcZone' | 'windowStart' | 'windowEnd' | 'lines'>, id: string): TextFile {
  const document = {
    payload: {
      Orders: [
        {
          AmazonOrderId: id,
          PurchaseDate: toIso(order.orderedAt),
          LastUpdateDate: toIso(order.orderedAt),
          OrderStatus: 'Unshipped',
          OrderType: 'StandardOrder',
          FulfillmentChannel: 'MFN',
          NumberOfItemsShipped: 0,
          NumberOfItemsUnshipped: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
          EarliestShipDate: midnight(order.fcZone, order.windowStart),
          LatestShipDate: midnight(order.fcZone, order.windowEnd),
          OrderItems: order.lines.map(({ product, quantity }) => ({ ASIN: product.asin, SellerSKU: product.sku, Title: product.title, QuantityOrdered: quantity })),
        },
      ],
    },
  };
  return { name: `seller-orders-${id}.json`, text: `${JSON.stringify(document, null, 2)}\n` };
}

const midnight = (zone: Zone, day: CalendarDate): string => toIso(instantAt(zone, day, '00:00' as TimeOfDay));
const compact = (day: CalendarDate): string => day.replaceAll('-', '');
const perCase = ({ cost, caseSize }: DemoProduct): string => ((Math.round(Number(cost) * 100) * caseSize) / 100).toFixed(2);
