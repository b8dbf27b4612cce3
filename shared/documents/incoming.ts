import type { CalendarDate, Instant } from '../lib/time.ts';

/** Where in a document something stands, in words a person can look up: `segment 14 PO1`, `$.orders[2].items[0]`, `row 7`. */
export type Place = string;

export type DocumentFormat = 'sp-api' | 'x12-850' | 'x12-860';

/** First-party vendor orders only can be hot; a third-party (Seller Central) order is shown and never is. */
export type Channel = 'vendor' | 'seller-fba' | 'seller-fbm';

export type WindowKind = 'ship' | 'delivery' | 'unstated';

/** A window of calendar days in the ship-to's zone. Both ends inclusive; either may be missing in real documents. */
export interface OrderWindow {
  readonly kind: WindowKind;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
}

export interface IncomingParty {
  /** Amazon FC code, SAN, GLN or other party id, as written. */
  readonly id: string;
  readonly name: string | null;
  readonly addressLines: readonly string[];
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export interface IncomingLine {
  /** The line's number as the document writes it, or its position from 1 when it has none. Unique within the order. */
  readonly line: string;
  readonly asin: string | null;
  readonly vendorSku: string | null;
  /** GTIN-8/12/13/14 digits as written. */
  readonly gtin: string | null;
  readonly buyerPart: string | null;
  readonly title: string | null;
  readonly unit: 'eaches' | 'cases';
  /** Eaches in one ordered unit; null where the document counts in cases and does not say (the 850 never does). */
  readonly unitSize: number | null;
  /** In `unit`, a whole number >= 0. Zero means the customer cancelled the line. */
  readonly quantity: number;
  /** Cost of one ordered `unit` as a plain decimal; null when the document has none. */
  readonly cost: string | null;
  readonly currency: string | null;
  readonly backOrderAllowed: boolean;
  readonly place: Place;
}

export interface IncomingOrder {
  readonly po: string;
  readonly channel: Channel;
  /** The document's own word for the kind of order: `RushOrder`, `RO`, `NE`, `RegularOrder` ...; null when absent. */
  readonly orderType: string | null;
  /** True when that word is Amazon's mark of a rush order. */
  readonly rush: boolean;
  /** The document itself says what has become of the order. `cancelled` = every line is at zero or the 860 cancels it. */
  readonly documentState: 'open' | 'acknowledged' | 'closed' | 'cancelled';
  readonly orderDate: CalendarDate | null;
  /** When the customer last changed it, if the document says. */
  readonly changedAt: Instant | null;
  readonly window: OrderWindow;
  readonly vendorCode: string | null;
  /** Amazon's own party in the document (`buyingParty`), where it has one. */
  readonly buyer: IncomingParty | null;
  readonly shipTo: IncomingParty | null;
  readonly billTo: IncomingParty | null;
  readonly freightTerm: 'collect' | 'prepaid' | null;
  /** Free text of the order (N9/MSG/PKG, shippingInstructions): searched by flag rules and shown to people. */
  readonly notes: readonly string[];
  readonly lines: readonly IncomingLine[];
  /**
   * True when `lines` (and the header) hold only what changed, as an 860 change does: lines and values that are not in it stay as
   * they were. False when the document is the whole order.
   */
  readonly partial: boolean;
  /** Things that were odd but readable (control count wrong, check digit wrong): shown, not refused. */
  readonly warnings: readonly DocumentProblem[];
  readonly place: Place;
}

export interface DocumentProblem {
  /** Stable code, a key of the message catalogue (`documents.x12.count-mismatch`). */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly place: Place;
}

/** One order of a file: readable as a whole or not at all. */
export type OrderReading =
  | { readonly ok: true; readonly format: DocumentFormat; readonly order: IncomingOrder }
  | { readonly ok: false; readonly format: DocumentFormat | null; readonly po: string | null; readonly problem: DocumentProblem };

/** What a file holds. `problem` stands when the file as a whole could not be read; then `orders` is empty. */
export interface FileReading {
  readonly format: DocumentFormat | 'unknown';
  readonly orders: readonly OrderReading[];
  readonly problem: DocumentProblem | null;
}
