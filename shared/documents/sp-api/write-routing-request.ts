import { toIso } from '../../lib/time.ts';
import { DocumentNotWritable } from '../not-writable.ts';
import type { RoutingRequestDocument } from '../outgoing.ts';
import { addressedParty, type PartyIdentification } from './parties.ts';
import { shippedQuantity, volume, weight, type ItemQuantity } from './quantities.ts';

/** `Shipment` of vendorShipments.json, with what a request for transportation needs. */
export interface ShipmentRequest {
  readonly vendorShipmentIdentifier: string;
  readonly transactionType: 'New';
  readonly transactionDate: string;
  readonly shipmentFreightTerm: 'Collect' | 'Prepaid';
  readonly sellingParty: PartyIdentification;
  readonly shipFromParty: PartyIdentification;
  readonly shipToParty: PartyIdentification;
  readonly shipmentMeasurements: {
    readonly totalCartonCount?: number;
    readonly totalPalletStackable?: number;
    readonly totalPalletNonStackable?: number;
    readonly shipmentWeight: ReturnType<typeof weight>;
    readonly shipmentVolume: ReturnType<typeof volume>;
  };
  readonly collectFreightPickupDetails?: { readonly requestedPickUp: string };
  readonly purchaseOrders: readonly {
    readonly purchaseOrderNumber: string;
    readonly purchaseOrderDate?: string;
    readonly items: readonly {
      readonly itemSequenceNumber: string;
      readonly buyerProductIdentifier?: string;
      readonly vendorProductIdentifier?: string;
      readonly shippedQuantity: ItemQuantity;
    }[];
  }[];
}

/** Body of `POST /vendor/shipping/v1/shipments`. */
export interface SubmitShipmentsBody {
  readonly shipments: readonly ShipmentRequest[];
}

/**
 * The routing request. Cartons are counted only where nothing stands on pallets, as the model demands; items of which nothing ships are
 * left out. @throws DocumentNotWritable when nothing would ship.
 */
export function writeRoutingRequestJson(doc: RoutingRequestDocument): SubmitShipmentsBody {
  const orders = doc.orders
    .map((order) => ({ ...order, items: order.items.filter((item) => item.eaches > 0) }))
    .filter((order) => order.items.length > 0);
  if (orders.length === 0) throw new DocumentNotWritable('documents.write.nothing-shipped', doc.shipmentId, { shipment: doc.shipmentId });
  const palletised = doc.palletsStackable + doc.palletsNonStackable > 0;
  const shipment: ShipmentRequest = {
    vendorShipmentIdentifier: doc.shipmentId,
    transactionType: 'New',
    transactionDate: toIso(doc.at),
    shipmentFreightTerm: doc.freightTerm === 'collect' ? 'Collect' : 'Prepaid',
    sellingParty: { partyId: doc.vendorCode },
    shipFromParty: addressedParty(doc.shipFrom, doc.vendorCode),
    shipToParty: { partyId: doc.shipTo.id },
    shipmentMeasurements: {
      ...(palletised
        ? { totalPalletStackable: doc.palletsStackable, totalPalletNonStackable: doc.palletsNonStackable }
        : { totalCartonCount: doc.cartons }),
      shipmentWeight: weight(doc.weightGrams),
      shipmentVolume: volume(doc.volumeCubicCentimetres),
    },
    ...(doc.freightTerm === 'collect' ? { collectFreightPickupDetails: { requestedPickUp: toIso(doc.freightReady) } } : {}),
    purchaseOrders: orders.map((order) => ({
      purchaseOrderNumber: order.po,
      ...(order.orderDate === null ? {} : { purchaseOrderDate: `${order.orderDate}T12:00:00Z` }),
      items: order.items.map((item) => ({
        itemSequenceNumber: item.line,
        ...(item.asin === null ? {} : { buyerProductIdentifier: item.asin }),
        ...(item.vendorSku === null ? {} : { vendorProductIdentifier: item.vendorSku }),
        shippedQuantity: shippedQuantity(item.eaches, item),
      })),
    })),
  };
  return { shipments: [shipment] };
}
