import type { CalendarDate, Instant } from '../lib/time.ts';
import type { UnitCost } from '../lib/money.ts';

/** SP-API `rejectionReason`. */
export type RejectionReason = 'TemporarilyUnavailable' | 'InvalidProductIdentifier' | 'ObsoleteProduct';

export interface AcknowledgedLine {
  readonly line: string;
  readonly asin: string | null;
  readonly vendorSku: string | null;
  readonly gtin: string | null;
  readonly buyerPart: string | null;
  readonly unit: 'eaches' | 'cases';
  /** Eaches in one ordered unit. Every quantity below is in eaches and a multiple of it. */
  readonly unitSize: number;
  readonly ordered: number;
  readonly accepted: number;
  readonly backordered: number;
  readonly rejected: number;
  readonly rejectionReason: RejectionReason | null;
  /** Cost of one each. Null when the order and the item master name none: then the document cannot be written. */
  readonly cost: UnitCost | null;
  readonly shipDate: CalendarDate | null;
}

/** One acknowledgement of one purchase order: every line is in it. */
export interface AcknowledgementDocument {
  readonly po: string;
  readonly orderDate: CalendarDate | null;
  readonly vendorCode: string | null;
  readonly shipToId: string | null;
  readonly windowKind: 'ship' | 'delivery' | 'unstated';
  readonly at: Instant;
  readonly lines: readonly AcknowledgedLine[];
  /** Identity and control numbers of the interchange, from settings and the journal. */
  readonly interchange: Interchange;
}

export interface Interchange {
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  /** 1..999999999, never the same twice for a sender. */
  readonly controlNumber: number;
  readonly test: boolean;
}

export interface PartyAddress {
  readonly id: string;
  readonly name: string;
  readonly addressLine: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

/** SP-API `submitShipments`: Amazon's form of a routing request for collect freight. */
export interface RoutingRequestDocument {
  readonly shipmentId: string;
  readonly at: Instant;
  readonly vendorCode: string;
  readonly shipFrom: PartyAddress;
  readonly shipTo: { readonly id: string };
  readonly freightTerm: 'collect' | 'prepaid';
  readonly freightReady: Instant;
  readonly cartons: number;
  readonly palletsStackable: number;
  readonly palletsNonStackable: number;
  readonly weightGrams: number;
  readonly volumeCubicCentimetres: number;
  readonly orders: readonly {
    readonly po: string;
    readonly orderDate: CalendarDate | null;
    readonly items: readonly { readonly line: string; readonly asin: string | null; readonly vendorSku: string | null; readonly eaches: number; readonly unit: 'eaches' | 'cases'; readonly unitSize: number }[];
  }[];
}

/** SP-API `submitShipmentConfirmations`: the ASN. Sent within 30 minutes of departure. */
export interface ShipmentConfirmationDocument {
  readonly shipmentId: string;
  readonly at: Instant;
  readonly departedAt: Instant;
  readonly estimatedDelivery: Instant | null;
  readonly vendorCode: string;
  readonly shipFrom: PartyAddress;
  readonly shipTo: { readonly id: string };
  readonly bol: string | null;
  readonly arn: string | null;
  readonly scac: string | null;
  readonly pro: string | null;
  readonly weightGrams: number;
  readonly volumeCubicCentimetres: number;
  readonly freightTerm: 'collect' | 'prepaid';
  readonly items: readonly {
    readonly po: string;
    readonly line: string;
    readonly asin: string | null;
    readonly vendorSku: string | null;
    readonly eaches: number;
    readonly unit: 'eaches' | 'cases';
    readonly unitSize: number;
  }[];
  /** The handling units on the truck; a carton may stand in a pallet. Contents refer to `items` by po + line. */
  readonly units: readonly ShippedUnit[];
}

/** Lot and expiry of some of the goods; both null where their product needs none. */
export interface ShippedLot {
  readonly lot: string | null;
  readonly expiry: CalendarDate | null;
}

export interface ShippedUnit {
  readonly sscc: string;
  readonly kind: 'pallet' | 'carton';
  /** SSCC of the pallet this carton stands on, or null. */
  readonly parent: string | null;
  readonly weightGrams: number | null;
  /** By lot, where goods have one. */
  readonly contents: readonly ({ readonly po: string; readonly line: string; readonly eaches: number; readonly cartons: number } & Partial<ShippedLot>)[];
}
