import type { Channel, IncomingParty, WindowKind } from '../../documents/incoming.ts';
import type { RejectionReason } from '../../documents/outgoing.ts';
import type { PaperKind } from '../../lib/barcode/scanned-code.ts';
import type { DocumentId, Location, OperationId, PoNumber, ShipmentId, Sku, StaffId } from '../../lib/ids.ts';
import type { CalendarDate, Instant } from '../../lib/time.ts';
import type { Message } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The projections: what the operations add up to. Every quantity is in eaches unless its name says otherwise.
 * Null means "not known" or "does not apply"; no field is ever absent, so that two stores can be compared row by row.
 */
export type OrderState =
  | 'received'
  | 'acknowledged'
  | 'picking'
  | 'packing'
  | 'ready'
  | 'loading'
  | 'shipped'
  | 'rejected'
  | 'cancelled'
  | 'closed';

/** Totals over an order's lines, in eaches. requested = accepted + rejected + backordered + still open. */
export interface Units {
  readonly requested: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly backordered: number;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
}

export interface OrderChange {
  readonly at: Instant;
  readonly revision: number;
  readonly what: readonly Message[];
  /** True when the change came after an acknowledgement had been sent: someone must look. */
  readonly afterAcknowledgement: boolean;
}

export interface Order extends Units {
  readonly po: PoNumber;
  readonly channel: Channel;
  readonly orderType: string | null;
  readonly rush: boolean;
  readonly hpo: boolean;
  /** Why it is (or by whose word it is not) hot; empty for an ordinary standard order. */
  readonly why: readonly Message[];
  /** A person's word outranks the document and the rules until a person takes it back. */
  readonly flaggedBy: StaffId | null;
  readonly state: OrderState;
  /** Starts at 1 and grows with every change of the customer's document. */
  readonly revision: number;
  readonly receivedAt: Instant;
  readonly orderDate: CalendarDate | null;
  readonly windowKind: WindowKind;
  readonly windowStart: CalendarDate | null;
  readonly windowEnd: CalendarDate | null;
  readonly acknowledgeBy: Instant;
  /** The site's cut-off on the window's last day; null when the document names no window. */
  readonly shipBy: Instant | null;
  /** When work must have begun to meet the next cut-off; what the queue sorts by. Null: no cut-off known. */
  readonly latestStart: Instant | null;
  /** -1 pinned to the front of its class, 0 in turn, 1 demoted. */
  readonly pin: -1 | 0 | 1;
  readonly pinReason: string | null;
  readonly vendorCode: string | null;
  readonly buyer: IncomingParty | null;
  readonly shipToId: string | null;
  readonly shipTo: IncomingParty | null;
  readonly freightTerm: 'collect' | 'prepaid' | null;
  readonly notes: readonly string[];
  readonly warnings: readonly Message[];
  readonly documentId: DocumentId;
  /** When the customer last changed the order, as its newest document says; null where documents do not say. */
  readonly documentChangedAt: Instant | null;
  readonly lineCount: number;
  /** Lines whose product or case size is not known: they need completing before they can be accepted. */
  readonly incompleteLines: number;
  /** Requested on the document that first brought the order: the denominator of fill rate for ever. */
  readonly originalRequested: number;
  readonly shippedInWindow: number;
  readonly firstAcknowledgedAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  /** 0 before the first acknowledgement. */
  readonly acknowledgementVersion: number;
  readonly changes: readonly OrderChange[];
  /** True from a change after acknowledgement until the order is acknowledged again or a person has seen it. */
  readonly needsReview: boolean;
  readonly cancelledAt: Instant | null;
  readonly shippedAt: Instant | null;
  readonly assigned: readonly StaffId[];
  /** Revision on the last printed pick list; null when none was printed. */
  readonly listRevision: number | null;
  readonly listPrints: number;
  /** Who answered last. */
  readonly acknowledgedBy: Touch | null;
  /** What last changed or ended it: the customer, a person's cancellation, the truck that took the last of it. */
  readonly changedBy: Touch | null;
  /** Who put people on it last. */
  readonly assignedBy: Touch | null;
}

export interface Line {
  readonly po: PoNumber;
  readonly line: string;
  /** Position in the document from 1: the order people read lines in. */
  readonly position: number;
  readonly asin: string | null;
  readonly vendorSku: string | null;
  readonly gtin: string | null;
  readonly buyerPart: string | null;
  readonly title: string | null;
  readonly unit: 'eaches' | 'cases';
  /** Eaches in one ordered unit; 1 for eaches. Null: ordered in cases and neither document nor item master says. */
  readonly unitSize: number | null;
  /** As ordered, in `unit`. */
  readonly quantity: number;
  /** Cost of one ordered `unit`, plain decimal. */
  readonly cost: string | null;
  readonly currency: string | null;
  readonly backOrderAllowed: boolean;
  /** The item master's product, or null while none matches. */
  readonly sku: Sku | null;
  readonly requested: number;
  readonly originalRequested: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly backordered: number;
  readonly rejectionReason: RejectionReason | null;
  /** A line answered with "rejected" only can never become accepted at Amazon. */
  readonly finallyRejected: boolean;
  /** Accepted once and taken back by a later acknowledgement of ours; what the customer cut is not in it. */
  readonly downConfirmed: number;
  /** When units were last taken back that way. */
  readonly downConfirmedAt: Instant | null;
  readonly acknowledged: boolean;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly shippedInWindow: number;
  /** What a picker reported missing and nobody has resolved yet. */
  readonly short: number;
  readonly shipDate: CalendarDate | null;
  /** Who last picked, put back, packed, unpacked or shipped units of it. */
  readonly workedBy: Touch | null;
}

/** What must be known of a product's goods before they leave: GS1 AI 10, 17 (or 15) and 21. */
export interface ProductNeeds {
  readonly lot: boolean;
  readonly expiry: boolean;
  /** One for each each. */
  readonly serial: boolean;
  /** Days that must be left to the expiry when it is picked and packed; null: any. */
  readonly shelfLifeDays: number | null;
}

/** Where goods came from and how long they are good, as far as their product needs it. */
export interface Trace {
  readonly lot: string | null;
  readonly expiry: CalendarDate | null;
  /** Of one each only. */
  readonly serial: string | null;
}

export interface Product {
  readonly sku: Sku;
  readonly asin: string | null;
  readonly title: string;
  /** GTINs padded to 14 digits. */
  readonly gtinEach: string | null;
  readonly gtinCase: string | null;
  readonly gtinPallet: string | null;
  readonly caseSize: number;
  readonly cost: string | null;
  readonly currency: string | null;
  readonly weightGrams: number | null;
  /** Outer size of one case. */
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly location: Location | null;
  /** Null: nothing, as most products. */
  readonly needs: ProductNeeds | null;
  /** How cases are stacked (TI and HI): on one layer of a pallet, and layers on a pallet. */
  readonly cartonsPerLayer: number | null;
  readonly layersPerPallet: number | null;
}

/** Boxed stock of a product over all bins. free = boxed - allocated; standard orders may not touch `safety`. */
export interface Stock {
  readonly sku: Sku;
  readonly boxed: number;
  /** Accepted by orders and not yet picked. */
  readonly allocated: number;
  readonly safety: number;
  /** The last acknowledgement that accepted units of it. */
  readonly acceptedBy: Touch | null;
}

export interface Bin {
  readonly sku: Sku;
  readonly location: Location;
  readonly boxed: number;
  /** The last movement or count. */
  readonly movedBy: Touch | null;
  /** The last count. */
  readonly countedBy: Touch | null;
}

export type HandlingUnitState = 'open' | 'closed' | 'loaded' | 'departed' | 'voided';

export interface HandlingUnit {
  readonly sscc: string;
  readonly kind: 'pallet' | 'carton';
  readonly po: PoNumber;
  readonly state: HandlingUnitState;
  readonly openedAt: Instant;
  readonly openedBy: StaffId;
  readonly closedAt: Instant | null;
  readonly shipmentId: ShipmentId | null;
  readonly loadedAt: Instant | null;
  /** The pallet that a carton of our own stands on; null where it stands by itself. */
  readonly parent: string | null;
  readonly eaches: number;
  readonly cartons: number;
  /** Weighed or typed at closing; null until then. */
  readonly weightGrams: number | null;
  readonly heightMm: number | null;
  readonly labelPrints: number;
  /** What the label printed last says (`labelMarkOf`); null: none was printed, or by a release that kept no marks. */
  readonly labelMark: string | null;
  /** The label was scanned after sticking it on. */
  readonly labelConfirmedAt: Instant | null;
  /** Who last packed, closed, loaded or sent it off. */
  readonly touchedBy: Touch | null;
}

/** What a unit was closed with. */
export type Closing = Pick<HandlingUnit, 'closedAt' | 'weightGrams' | 'heightMm' | 'labelConfirmedAt'>;

export interface Content {
  readonly sscc: string;
  readonly po: PoNumber;
  readonly line: string;
  readonly sku: Sku;
  readonly eaches: number;
  readonly cartons: number;
}

/** How much of a content is of one lot and expiry. What was packed of a product without such needs has none. */
export interface ContentLot {
  readonly sscc: string;
  readonly po: PoNumber;
  readonly line: string;
  /** Empty where the product needs an expiry only. */
  readonly lot: string;
  /** Empty where the product needs a lot only. */
  readonly expiry: CalendarDate | '';
  readonly eaches: number;
}

/** One each with a serial number of its own, on the unit it was packed on, also after that has left. */
export interface PackedSerial {
  readonly sku: Sku;
  readonly serial: string;
  readonly sscc: string;
  readonly po: PoNumber;
  readonly line: string;
  readonly lot: string | null;
  readonly expiry: CalendarDate | null;
}

/** A carton with an SSCC of its own that stands on a pallet: scanning it again must add nothing. */
export interface PackedCarton {
  readonly carton: string;
  readonly sscc: string;
  readonly po: PoNumber;
  readonly line: string;
  readonly eaches: number;
  readonly trace: Trace | null;
}

/** A photo of a pallet or carton, kept as evidence. Its bytes are a JPEG, found by their digest. */
export interface Photo {
  readonly sscc: string;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
  readonly po: PoNumber;
  readonly bytes: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly via: 'camera' | 'file';
  readonly takenAt: Instant;
  readonly takenBy: StaffId;
  readonly station: string;
}

/** The last print of a paper that tells whether it is still right. */
export interface PrintedPaper {
  readonly paper: PaperKind;
  /** What it is about, as aggregates are named: `order:1PCPDX1U`, `unit:0061...`. */
  readonly subject: string;
  readonly revision: string;
  /** Of any revision. */
  readonly prints: number;
  readonly printedAt: Instant;
  readonly printedBy: StaffId;
}

export type ShipmentState = 'draft' | 'requested' | 'routed' | 'loading' | 'departed' | 'cancelled';

export interface Shipment {
  readonly shipmentId: ShipmentId;
  readonly pos: readonly PoNumber[];
  readonly state: ShipmentState;
  readonly freightTerm: 'collect' | 'prepaid';
  readonly freightReady: Instant | null;
  readonly cartons: number;
  readonly palletsStackable: number;
  readonly palletsNonStackable: number;
  readonly weightGrams: number;
  readonly volumeCubicCentimetres: number;
  readonly arn: string | null;
  readonly scac: string | null;
  readonly pro: string | null;
  readonly bol: string | null;
  readonly appointment: Instant | null;
  readonly createdAt: Instant;
  readonly requestedAt: Instant | null;
  readonly departedAt: Instant | null;
  /** The ASN is due 30 minutes after departure. */
  readonly confirmBy: Instant | null;
  /** Who last planned it, asked for its truck or cancelled it. */
  readonly plannedBy: Touch | null;
  /** Who last changed its figures, carrier or numbers; null also where nobody kept it. */
  readonly changedBy: Touch | null;
}

export type OutgoingKind = 'acknowledgement-json' | 'acknowledgement-855' | 'routing-json' | 'confirmation-json';
export type OutgoingState = 'prepared' | 'handed-over' | 'confirmed' | 'refused' | 'withdrawn';

export interface OutgoingDocument {
  readonly documentId: DocumentId;
  readonly kind: OutgoingKind;
  readonly po: PoNumber;
  readonly shipmentId: ShipmentId | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: OutgoingState;
  readonly preparedAt: Instant;
  readonly stateAt: Instant;
  readonly note: string | null;
  readonly dueBy: Instant | null;
}

export type ImportResult = 'received' | 'changed' | 'unchanged' | 'cancelled' | 'refused';

export interface ImportedOrder {
  readonly po: string | null;
  readonly result: ImportResult;
  readonly hpo: boolean;
  readonly why: readonly Message[];
  readonly changes: readonly Message[];
  /** What was odd in its document or could not be read and was left out; absent in documents received before it was kept. */
  readonly warnings?: readonly Message[] | undefined;
  readonly error: { readonly message: Message; readonly where: string } | null;
}

export interface InboundDocument {
  readonly documentId: DocumentId;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly via: 'screen' | 'folder' | 'command-line' | 'gateway';
  readonly receivedAt: Instant;
  readonly orders: readonly ImportedOrder[];
  readonly error: { readonly message: Message; readonly where: string } | null;
}

export type Role = 'picker' | 'shipping' | 'supervisor';

export interface Staff {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: Role;
  /** Text of the badge's bar code; null when the person has none. */
  readonly badge: string | null;
  /** scrypt hash with its salt and cost; never the PIN. */
  readonly pinHash: string;
  readonly active: boolean;
  readonly failedTries: number;
  readonly lockedUntil: Instant | null;
  /** Where the person last signed in, began a task or was put on an order. */
  readonly placedBy: Touch | null;
}

/** `lookup` counts nothing: it says what a code is. */
export type TaskKind = 'pick' | 'pack' | 'load' | 'count' | 'receive' | 'lookup' | 'move';

/**
 * Lot and expiry that a packing station holds ready: what the next cartons of the product on this unit have, or (`sku` null) a label whose
 * product is still to be scanned. `waiting`: a scan that counts once the rest of its label was scanned.
 */
export interface TraceInHand extends Trace {
  readonly sku: Sku | null;
  /** The unit for which it holds; null: any. */
  readonly sscc: string | null;
  readonly waiting: WaitingScan | null;
}

/** A scan of a product that has not counted yet, with what it stands for and what its own bar code said. */
export interface WaitingScan extends Trace {
  readonly sku: Sku;
  readonly code: string;
  readonly level: 'each' | 'case' | 'pallet' | 'item';
  /** Eaches that the code speaks of, and those that were keyed. */
  readonly eaches: number | null;
  readonly keyed: number | null;
  readonly carton: string | null;
}

/** Where a station is in its task, so that a restart resumes at the same line and the same pallet. */
export interface Task {
  readonly station: string;
  readonly kind: TaskKind;
  readonly po: PoNumber | null;
  readonly staffId: StaffId;
  readonly startedAt: Instant;
  /** The bin last scanned, while picking or counting. */
  readonly location: Location | null;
  /** The open pallet or carton, while packing. */
  readonly sscc: string | null;
  readonly shipmentId: ShipmentId | null;
  /** The product being counted. */
  readonly sku: Sku | null;
  /** SSCC of a carton scanned while packing whose product is still to be scanned. */
  readonly carton: string | null;
  /** While packing products that need a lot, an expiry or a serial number. */
  readonly trace: TraceInHand | null;
  /** The orders that one walk picks together, by their places A, B, C, ... on the cart; empty while one order is worked on. */
  readonly cart: readonly PoNumber[];
  /** Goods that are being moved by scanner: every scan belongs to the move until it ends, and the task goes on where it was. */
  readonly move: Move | null;
  /** The totes in the cart's places, of the orders that have one. */
  readonly totes: readonly Placed[];
  /** Picked for a place with a tote, and the tote not scanned since. */
  readonly put: readonly Put[];
}

/** A tote in an order's place on the cart. */
export interface Placed {
  readonly po: PoNumber;
  readonly tote: string;
}

/** Eaches of a product that are on their way into an order's tote. */
export interface Put {
  readonly po: PoNumber;
  readonly sku: Sku;
  readonly eaches: number;
}

/** What was scanned to go along: `unit` is what one scan of it stands for, in eaches. */
export type NotedGoods =
  | { readonly kind: 'product'; readonly sku: Sku; readonly eaches: number; readonly unit: number; readonly trace: Trace | null }
  | { readonly kind: 'carton'; readonly carton: string }
  | { readonly kind: 'all'; readonly eaches: number };

/** A move on its way: nothing is moved until its target is scanned. */
export interface Move {
  /** The pallet or carton that goods come from; null: yet to be scanned. */
  readonly from: string | null;
  /** In the order scanned. */
  readonly goods: readonly NotedGoods[];
}

/** How a move stood before a scan in it, and the unit that was in hand then. */
export interface MoveBefore {
  readonly move: Move | null;
  readonly sscc: string | null;
}

export type ScanKind = 'pick' | 'short' | 'return' | 'pack' | 'unpack' | 'load' | 'count' | 'receive' | 'locate' | 'open' | 'close' | 'reopen' | 'void' | 'damage' | 'nest' | 'unnest' | 'move';

/** One confirmed scan (or keyed quantity): the work log behind pace, undo, the last ten and whose share of a line was whose. The newest of each station are kept. */
export interface Scan {
  readonly opId: OperationId;
  readonly station: string;
  /** The station's journal number of the scan: later is larger. */
  readonly stationSeq: number;
  readonly staffId: StaffId;
  readonly at: Instant;
  readonly kind: ScanKind;
  readonly code: string;
  readonly po: PoNumber | null;
  readonly line: string | null;
  readonly sku: Sku | null;
  readonly sscc: string | null;
  readonly location: Location | null;
  readonly eaches: number;
  readonly cartons: number;
  /** A carton's own SSCC that was packed or removed with it. */
  readonly carton: string | null;
  /** Lot, expiry and serial of what was packed or removed. */
  readonly trace: Trace | null;
  /** Eaches it took off the bin's books (negative: put on them); less than `eaches` where the books held less. */
  readonly taken: number;
  /** The part before this one when one scan did several things: they are undone together. */
  readonly previous: OperationId | null;
  /** What a unit was closed with that was opened again. */
  readonly closedAs: Closing | null;
  /** What a scan of a move changed: undo puts it back. */
  readonly moveBefore: MoveBefore | null;
  readonly undone: boolean;
}

export interface UnknownCode {
  readonly code: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
  readonly task: TaskKind | null;
  readonly staffId: StaffId;
}

export interface Counter {
  readonly name: 'sscc' | 'interchange' | 'shipment' | 'bol';
  readonly value: number;
}

/** Settings of the site (`site`, all of them), and what one station has set for itself (`station:<id>`). */
export interface SettingsRow {
  readonly id: string;
  readonly settings: Partial<Settings>;
}

/** Who did something, where and when: one side of a contradiction. */
export interface Act {
  readonly opId: OperationId;
  readonly station: string;
  readonly actor: StaffId;
  readonly at: Instant;
  /** Null until central has ordered it. */
  readonly siteSeq: number | null;
}

/**
 * Who touched a row last, and who the last was before that at another station: whichever station comes next, one of the two is the
 * newest act of somebody else.
 */
export interface Touch extends Act {
  readonly other: Act | null;
}

/** A workstation of the site that central has enrolled. */
export interface Peer {
  readonly station: string;
  readonly name: string;
  /** From 1; which serial numbers (SSCC, shipment, interchange) are this station's to give. */
  readonly number: number;
  readonly state: 'active' | 'revoked';
  readonly since: Instant;
}

export type CaseType =
  | 'double-acceptance' | 'acknowledged-twice' | 'packed-twice' | 'loaded-twice' | 'departed-twice' | 'over-pick' | 'over-pack' | 'over-ship'
  | 'planned-twice' | 'worked-after-change' | 'shipped-after-change' | 'count-against-movement' | 'sscc-reused' | 'staff-two-places' | 'claimed-twice'
  | 'cloned-station' | 'quarantined';

/** What a supervisor can decide; which of them a case offers follows from its type (`proposalsOf`). */
export type CaseDecision =
  | 'keep-first' | 'keep-second' | 'keep-both' | 'reject-difference' | 'recount' | 'put-back' | 'split-shipment' | 'tell-customer' | 'release-claim' | 'let-in' | 'keep-out' | 'noted';

/** One side of a contradiction. */
export interface CaseSide extends Act {
  /** What that side did, in words. */
  readonly what: Message;
}

/** Eaches of one line, as each side has them. */
export interface CaseLine {
  readonly po: PoNumber;
  readonly line: string;
  readonly sku: Sku | null;
  readonly first: number;
  readonly second: number;
}

/** The quantities and places of a contradiction, as far as its type has them: what is shown side by side, and what a decision works with. */
export interface CaseDetail {
  readonly lines: readonly CaseLine[];
  /** Pallets and cartons it is about. */
  readonly ssccs: readonly string[];
  /** The pallet or truck of the first and of the second side. */
  readonly firstPlace: string | null;
  readonly secondPlace: string | null;
  /** A carton with its own SSCC that both sides packed. */
  readonly carton: string | null;
  /** The serial number of an each that both sides packed; absent in cases that were opened before it was kept. */
  readonly serial?: string | null;
  /** Lot, expiry and serial of the goods; absent in cases that were opened before it was kept. */
  readonly trace?: Trace | null;
}

/** A contradiction between stations, or between a station and the customer, that a supervisor decides. */
export interface Case {
  readonly caseId: string;
  readonly type: CaseType;
  readonly openedAt: Instant;
  readonly po: PoNumber | null;
  readonly line: string | null;
  readonly sku: Sku | null;
  readonly sscc: string | null;
  readonly location: Location | null;
  readonly what: Message;
  /** Earlier in the site's order; null where the other side is no operation (a damaged or unreadable one). */
  readonly first: CaseSide | null;
  readonly second: CaseSide;
  /** Eaches at stake. */
  readonly units: number;
  /** Cost of all those eaches as a plain decimal, with `currency`; null where it is not known. */
  readonly cost: string | null;
  readonly currency: string | null;
  readonly detail: CaseDetail;
  readonly state: 'open' | 'resolved';
  readonly decision: CaseDecision | null;
  readonly note: string | null;
  readonly resolvedBy: Act | null;
}

/** Work that one station holds: an order being picked or packed, a pallet in hand. */
export interface Claim {
  /** `order:<po>` or `unit:<sscc>`. */
  readonly subject: string;
  readonly station: string;
  readonly staffId: StaffId;
  readonly since: Instant;
  readonly act: Act;
  /** Stations that joined knowingly. */
  readonly sharedWith: readonly string[];
}

export interface Entities {
  readonly order: Order;
  readonly line: Line;
  readonly product: Product;
  readonly stock: Stock;
  readonly bin: Bin;
  readonly unit: HandlingUnit;
  readonly content: Content;
  readonly lot: ContentLot;
  readonly serial: PackedSerial;
  readonly carton: PackedCarton;
  readonly photo: Photo;
  readonly paper: PrintedPaper;
  readonly shipment: Shipment;
  readonly outgoing: OutgoingDocument;
  readonly inbound: InboundDocument;
  readonly staff: Staff;
  readonly task: Task;
  readonly scan: Scan;
  readonly unknownCode: UnknownCode;
  readonly counter: Counter;
  readonly settings: SettingsRow;
  readonly peer: Peer;
  readonly case: Case;
  readonly claim: Claim;
}

export type EntityKind = keyof Entities;

/** The fields that make a row's identity, in order. */
export const keyFields = {
  order: ['po'],
  line: ['po', 'line'],
  product: ['sku'],
  stock: ['sku'],
  bin: ['sku', 'location'],
  unit: ['sscc'],
  content: ['sscc', 'po', 'line'],
  lot: ['sscc', 'po', 'line', 'lot', 'expiry'],
  serial: ['sku', 'serial'],
  carton: ['carton'],
  photo: ['sscc', 'sha256'],
  paper: ['paper', 'subject'],
  shipment: ['shipmentId'],
  outgoing: ['documentId'],
  inbound: ['documentId'],
  staff: ['staffId'],
  task: ['station'],
  scan: ['opId'],
  unknownCode: ['code'],
  counter: ['name'],
  settings: ['id'],
  peer: ['station'],
  case: ['caseId'],
  claim: ['subject'],
} as const satisfies { readonly [Kind in EntityKind]: readonly (keyof Entities[Kind])[] };

/** Fields by which rows are looked up besides their key; a store must have an index for each list. */
export const lookups = {
  order: [['shipToId'], ['state'], ['state', 'hpo']],
  line: [['po', 'sku'], ['sku'], ['po'], ['asin'], ['vendorSku'], ['gtin'], ['buyerPart']],
  product: [['asin'], ['gtinEach'], ['gtinCase'], ['gtinPallet']],
  stock: [],
  bin: [['sku'], ['location']],
  unit: [['po'], ['shipmentId'], ['state'], ['parent']],
  content: [['sscc'], ['po', 'line'], ['po']],
  lot: [['sscc', 'po', 'line']],
  serial: [['sscc', 'po', 'line']],
  carton: [['sscc']],
  photo: [['sscc'], ['po']],
  paper: [],
  shipment: [['state'], ['bol']],
  outgoing: [['po'], ['shipmentId'], ['state']],
  inbound: [['sha256']],
  staff: [['badge'], ['role']],
  task: [['po']],
  scan: [['station', 'undone'], ['station', 'stationSeq']],
  unknownCode: [],
  counter: [],
  settings: [],
  peer: [['number']],
  case: [['state'], ['po']],
  claim: [['station']],
} as const satisfies { readonly [Kind in EntityKind]: readonly (readonly (keyof Entities[Kind])[])[] };

const isKind = (text: string): text is EntityKind => Object.hasOwn(keyFields, text);

/** Every kind of row, in the order they are listed here. */
export const entityKinds: readonly EntityKind[] = Object.keys(keyFields).filter(isKind);
