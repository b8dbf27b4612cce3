import type { ExposureView } from '../domain/chargebacks/exposure.ts';
import type { Actor } from '../domain/decision.ts';
import type { TracePart } from '../domain/handling-units/traces.ts';
import type { PalletEstimate } from '../domain/handling-units/pallet-rules.ts';
import type { PrintJobState } from '../domain/printing/job.ts';
import type { PrintedKind } from '../domain/printing/printer.ts';
import type { Risk } from '../domain/queue/risk.ts';
import type { Departure } from '../domain/shipment/departure.ts';
import type { RoutingProposal } from '../domain/shipment/propose.ts';
import type {
  Case, CaseDecision, Content, HandlingUnit, InboundDocument, NotedGoods, Order, OutgoingDocument, PackedCarton, Product, Role, Shipment, Stock, TaskKind, Trace, UnknownCode, Units,
} from '../domain/state/entities.ts';
import type { Settings } from '../domain/settings/settings.ts';
import type { RejectionReason } from '../documents/outgoing.ts';
import type { ScanAnswer } from '../domain/scanning/answer.ts';
import type { TraceField } from '../domain/scanning/tracing.ts';
import type { Money } from '../lib/money.ts';
import type { CalendarDate, Instant } from '../lib/time.ts';
import type { Message } from '../messages/say.ts';

/*
 * What screens and the command line are shown. Quantities are in eaches; instants are milliseconds UTC; `Message`s
 * become words with the reader's language. The station computes every one of these; a screen never derives a rule.
 */

export interface PersonRef {
  readonly staffId: string;
  readonly name: string;
}

export type NextAction =
  | 'review' | 'complete' | 'acknowledge' | 'hand-over' | 'print-list' | 'pick' | 'pack' | 'route' | 'load' | 'depart' | 'confirm' | 'resolve-short';

export interface QueueRow {
  readonly po: string;
  readonly hpo: boolean;
  readonly why: readonly Message[];
  readonly whyFirst: Message;
  readonly channel: Order['channel'];
  readonly state: Order['state'];
  readonly risk: Risk;
  readonly receivedAt: Instant;
  readonly acknowledgeBy: Instant;
  readonly acknowledged: boolean;
  readonly shipBy: Instant | null;
  readonly latestStart: Instant | null;
  readonly units: Units;
  /** Requested in the customer's cases where every line is ordered in cases of known size. */
  readonly cases: number | null;
  readonly pin: Order['pin'];
  readonly pinReason: string | null;
  /** FC code as people know it, or the party id. */
  readonly shipTo: string | null;
  readonly headline: string;
  readonly lineCount: number;
  readonly incompleteLines: number;
  readonly assigned: readonly PersonRef[];
  readonly workingOn: { readonly person: PersonRef; readonly task: TaskKind; readonly station: string; readonly since: Instant } | null;
  readonly needsReview: boolean;
  /** Who holds it, here or at another station. */
  readonly claim: ClaimView | null;
  readonly openCases: number;
  /** An operation of a newer release is about it: it can be read here, not worked on. */
  readonly needsUpdate: boolean;
  readonly routingClash: Message | null;
  readonly next: NextAction | null;
}

export interface QueueCounts {
  readonly hot: number;
  readonly standard: number;
  readonly atRisk: number;
  readonly overdue: number;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Rows that match in all, of which `rows` starts at `offset`. */
  readonly total: number;
  readonly offset: number;
  readonly counts: QueueCounts;
  /** The nearest ship-by cut-off still to come among the standard orders. */
  readonly nextCutoff: { readonly po: string; readonly at: Instant } | null;
  readonly now: Instant;
}

export interface LineView {
  readonly line: string;
  readonly asin: string | null;
  readonly vendorSku: string | null;
  readonly gtin: string | null;
  readonly buyerPart: string | null;
  readonly sku: string | null;
  readonly title: string;
  readonly unit: 'eaches' | 'cases';
  readonly unitSize: number | null;
  readonly caseSize: number | null;
  readonly location: string | null;
  readonly requested: number;
  readonly originalRequested: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly backordered: number;
  readonly rejectionReason: RejectionReason | null;
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly short: number;
  readonly cost: string | null;
  readonly currency: string | null;
  /** What is missing before it can be accepted: the product itself, its case size, its cost. */
  readonly missing: readonly ('product' | 'case-size' | 'cost')[];
}

export interface UnitView extends HandlingUnit {
  /** `parts`: its lots and serial numbers, without cartons that have an SSCC of their own; absent where it has none. */
  readonly contents: readonly (Content & { readonly title: string; readonly parts?: readonly TracePart[] })[];
  /** Cartons on it that have an SSCC of their makers'. */
  readonly labelled: readonly PackedCarton[];
  /** A label that says what it is now was printed. */
  readonly labelStands: boolean;
  readonly warnings: readonly Message[];
  /** How it fills by the item master. */
  readonly estimate: PalletEstimate;
  /** Who has it in hand, where and since when; null when nobody does. */
  readonly claim: ClaimView | null;
  /** How many photos are kept with it. */
  readonly photos: number;
}

/** A photo kept with a pallet or carton. */
export interface PhotoView {
  readonly sscc: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly via: 'camera' | 'file';
  readonly at: Instant;
  readonly person: PersonRef;
  /** By the name people know. */
  readonly station: string;
  /** Whether its bytes are at this station; they can be fetched otherwise, once central has them. */
  readonly here: boolean;
  /** Taken here and not yet at central. */
  readonly waiting: boolean;
}

/** The photos of the whole site, as this station knows them. */
export interface PhotosKept {
  readonly photos: number;
  readonly bytes: number;
  readonly oldestAt: Instant | null;
}

export interface PhotosView {
  readonly photos: readonly PhotoView[];
  /** The photo just offered was kept with this unit before. */
  readonly already: boolean;
}

export interface HistoryEntry {
  readonly seq: number;
  readonly opId: string;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: PersonRef;
  /** By the name people know, as far as one is known. */
  readonly station: string;
  readonly what: Message;
}

export interface ShipmentView extends Shipment {
  readonly orders: readonly { readonly po: string; readonly hpo: boolean; readonly shipBy: Instant | null; readonly units: Units; readonly shipTo: string | null }[];
  readonly units: readonly UnitView[];
  readonly loaded: number;
  readonly toLoad: number;
  readonly documents: readonly OutgoingDocument[];
  readonly clash: Message | null;
  /** What the cartons and pallets on hand add up to, to prefill the routing request. */
  readonly proposal: RoutingProposal;
  /** The first day for which Amazon's carrier can be asked now. */
  readonly earliestPickup: CalendarDate;
  /** What leaves if the truck goes now; null once it has left. */
  readonly departure: Departure | null;
}

export interface OrderView extends QueueRow {
  readonly order: Order;
  readonly lines: readonly LineView[];
  readonly handlingUnits: readonly UnitView[];
  readonly shipments: readonly ShipmentView[];
  readonly documents: readonly OutgoingDocument[];
  /** Why its answer has no X12 855 beside the JSON; null where it may have one. */
  readonly noX12: Message | null;
  readonly exposure: ExposureView;
  readonly value: Money | null;
  readonly history: readonly HistoryEntry[];
}

export interface ProductView extends Product {
  readonly stock: Stock;
  readonly free: number;
  readonly bins: readonly { readonly location: string; readonly boxed: number }[];
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly offset: number;
}

export interface StaffView {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly badge: string | null;
  readonly active: boolean;
  readonly lockedUntil: Instant | null;
  readonly task: { readonly kind: TaskKind; readonly po: string | null; readonly station: string; readonly since: Instant } | null;
  readonly assigned: readonly { readonly po: string; readonly hpo: boolean; readonly unitsLeft: number; readonly people: number }[];
  /** This person's even share of the assigned orders' units still to pack, and how long that takes at the site's pace. */
  readonly load: { readonly units: number; readonly workMs: number };
}

/** The instruction a floor task shows: one at a time. */
/** Lot, expiry and serial number while packing products that need them. */
export interface TaskTrace {
  /** What the next carton has unless its label says otherwise, or what was noted before its product. */
  readonly inHand: Message | null;
  /** What the scan that waits still lacks. */
  readonly wanted: { readonly sku: string; readonly fields: readonly TraceField[] } | null;
}

export interface TaskView {
  readonly kind: TaskKind;
  readonly po: string | null;
  readonly hpo: boolean;
  readonly shipBy: Instant | null;
  readonly shipTo: string | null;
  readonly instruction: Message;
  /** What the scan bar listens for now. */
  readonly listensFor: Message;
  readonly location: string | null;
  readonly located: boolean;
  readonly line: LineView | null;
  /** The item master's product of the line, or the one being counted. */
  readonly product: Product | null;
  /** Done and wanted of the current line, in eaches. */
  readonly done: number;
  readonly wanted: number;
  readonly remaining: readonly RemainingLine[];
  readonly unit: UnitView | null;
  readonly trace: TaskTrace | null;
  readonly shipment: ShipmentView | null;
  readonly units: Units | null;
  /** Why the order may not be worked on any longer (cancelled, shipped); null while it may. */
  readonly stopped: Message | null;
  /** The order changed since the task began: what, to show when the carton is finished. */
  readonly changed: readonly Message[];
  /** Goods that are being moved by scanner meanwhile; the rest then tells of the task beneath. */
  readonly move: MoveView | null;
  /** The orders that this walk picks together, by place; none while one is picked. `po`, `hpo` and the rest are then of the order that is next. */
  readonly cart: readonly CartView[];
  /** What is in hand goes into this tote, to be scanned; null while nothing waits for one. There is no line then. */
  readonly putting: { readonly tote: string; readonly place: string; readonly hpo: boolean } | null;
  /** Hot orders that this walk could take to its front; `left` in eaches. */
  readonly waitingHot: readonly { readonly po: string; readonly left: number }[];
}

/** Where moved goods come from, and what was scanned to go. */
export interface MoveView {
  /** Null: yet to be scanned. */
  readonly from: UnitView | null;
  readonly goods: readonly { readonly kind: NotedGoods['kind']; readonly sku: string | null; readonly carton: string | null; readonly eaches: number; readonly trace: Trace | null }[];
  readonly eaches: number;
}

/** A line that a task still has before it; `place` on the cart of its order, null without a cart. */
export interface RemainingLine extends LineView {
  readonly po: string;
  readonly place: string | null;
}

/** An order on the cart of a walk. Quantities in eaches. */
export interface CartView {
  /** A, B, C, ...: its own for the whole walk. */
  readonly place: string;
  readonly po: string;
  readonly hpo: boolean;
  readonly picked: number;
  readonly accepted: number;
  /** What is picked next goes here. */
  readonly isNext: boolean;
  /** Why nothing more is picked for it (cancelled, closed); null while it is. */
  readonly stopped: Message | null;
  /** The customer changed it since the walk began. */
  readonly changed: boolean;
  /** The tote in the place; null where it has none. */
  readonly tote: string | null;
}

export interface ScanReply {
  readonly answer: ScanAnswer;
  readonly task: TaskView | null;
}

export interface ScanLogRow {
  readonly opId: string;
  readonly at: Instant;
  readonly code: string;
  readonly what: Message;
  readonly undone: boolean;
}

export interface Session {
  /** Null until somebody signs in. */
  readonly person: Actor | null;
  readonly station: string;
  readonly shell: 'desktop' | 'browser' | 'command-line';
}

export interface StationStatus {
  readonly siteName: string;
  readonly stationName: string;
  readonly configured: boolean;
  readonly demo: boolean;
  readonly settings: Settings;
  readonly now: Instant;
  readonly version: string;
  readonly hot: number;
  readonly nearest: { readonly po: string; readonly at: Instant; readonly what: 'acknowledge' | 'ship' } | null;
  /** Operations saved here. */
  readonly saved: number;
  readonly sync: SyncView;
  readonly lastSavedAt: Instant | null;
  readonly printing: PrintCounts;
  readonly disk: { readonly freeBytes: number; readonly level: 'ok' | 'low' | 'full' };
  readonly lastBackupAt: Instant | null;
  /** Documents that came by themselves, were refused, and that nobody has opened at this station. */
  readonly refusedFiles: readonly string[];
  /** What the station had to repair or wants a person to know at start. */
  readonly notices: readonly Message[];
  /** What does not work just now with the watched folder and the outbox. */
  readonly folderFaults: readonly Message[];
}

/**
 * Where this station stands with central, in the words of the screen:
 * `alone` no central set up · `joining` first copy of the site coming in · `connected` · `catching-up` a backlog goes either way ·
 * `offline` central cannot be reached · `limited` central may be told but tells nothing (revoked) · `needs-update` central is newer.
 */
export type SyncState = 'alone' | 'joining' | 'connected' | 'catching-up' | 'offline' | 'limited' | 'needs-update';

export interface SyncView {
  readonly state: SyncState;
  /** Address of central; null when alone. */
  readonly address: string | null;
  readonly stationNumber: number | null;
  /** Saved here and not yet held by central, and since when the oldest waits. */
  readonly unsent: number;
  readonly oldestUnsentAt: Instant | null;
  /** Ordered by central and not here yet, as far as this station knows. */
  readonly behind: number;
  readonly lastSentAt: Instant | null;
  readonly lastHeardAt: Instant | null;
  /** When the next attempt is made while central cannot be reached. */
  readonly nextAttemptAt: Instant | null;
  /** What went wrong last, and what to do; null when nothing is. */
  readonly trouble: Message | null;
  /** This machine's clock less central's, in milliseconds; null before the first answer. */
  readonly skewMs: number | null;
  /** 0 to 1 while joining. */
  readonly progress: number | null;
  readonly openCases: number;
}

/** A contradiction as a supervisor reads it. */
export interface CaseView extends Case {
  readonly firstPerson: PersonRef | null;
  readonly firstStation: string | null;
  readonly secondPerson: PersonRef;
  readonly secondStation: string;
  readonly product: string | null;
  /** In the order they are offered; the first is the advice. What each would do, in words. */
  readonly proposals: readonly { readonly decision: CaseDecision; readonly label: Message; readonly consequence: Message }[];
  readonly history: readonly HistoryEntry[];
}

/** A case just decided. */
export interface DecidedCaseView extends CaseView {
  /** What whoever decided must still do by hand; null when nothing. */
  readonly next: Message | null;
}

export interface CasesPage {
  readonly rows: readonly CaseView[];
  readonly total: number;
  readonly open: number;
}

export interface ClaimView {
  readonly subject: string;
  readonly person: PersonRef;
  readonly station: string;
  readonly stationName: string;
  readonly since: Instant;
  readonly here: boolean;
  readonly sharedWith: readonly string[];
}

export interface WaitingDocument extends OutgoingDocument {
  readonly path: string;
  /** Of a JSON acknowledgement that goes alone: why. */
  readonly noX12: Message | null;
}

export interface DocumentsView {
  readonly outgoing: readonly WaitingDocument[];
  readonly inbound: readonly InboundDocument[];
  readonly watchedFolder: string;
  readonly outboxFolder: string;
}

export type UnknownCodeView = UnknownCode;

/** Pushed to every screen after each commit; a screen asks again for what it shows. */
export type StationEvent =
  | { readonly type: 'changed'; readonly pos: readonly string[]; readonly subjects: readonly Subject[] }
  | { readonly type: 'hot'; readonly po: string; readonly why: readonly Message[]; readonly units: number; readonly acknowledgeBy: Instant; readonly shipTo: string | null }
  /** The flag was taken off: what was said of a hot order holds no longer. */
  | { readonly type: 'not-hot'; readonly po: string }
  | { readonly type: 'order-changed'; readonly po: string; readonly hpo: boolean; readonly what: readonly Message[] }
  /** Central ordered another station's exclusive act first: the people here must know at once. */
  | { readonly type: 'lost'; readonly caseId: string; readonly what: Message }
  /** A supervisor decided the case, here or elsewhere: nobody needs to be told of it any longer. */
  | { readonly type: 'decided'; readonly caseId: string }
  /** A paper cannot be printed, or not now: whoever waits for it must hear why. */
  | { readonly type: 'paper'; readonly job: PrintJobView }
  /** An order file that came by itself (watched folder, gateway) was refused, whole or in part. `po`: of the first order refused. */
  | { readonly type: 'file-refused'; readonly documentId: string; readonly fileName: string; readonly po: string | null; readonly orders: number; readonly why: Message | null }
  /** It came out after all, or was given up. */
  | { readonly type: 'paper-settled'; readonly jobId: string }
  | { readonly type: 'status' };

export type Subject = 'orders' | 'stock' | 'units' | 'shipments' | 'documents' | 'staff' | 'tasks' | 'settings' | 'cases' | 'claims' | 'peers' | 'devices' | 'printing';

/** Papers of this station that are on their way. */
export interface PrintCounts {
  readonly waiting: number;
  readonly failed: number;
  readonly oldestAt: Instant | null;
}

export interface PrintJobView {
  readonly jobId: string;
  readonly kind: PrintedKind | 'test';
  /** An SSCC, an order's number, the name of a sheet or of a printer. */
  readonly subject: string;
  readonly reprint: boolean;
  readonly askedBy: string;
  readonly printerId: string;
  /** Null when the printer is no longer in the settings. */
  readonly printerName: string | null;
  readonly state: PrintJobState;
  readonly attempts: number;
  readonly queuedAt: Instant;
  readonly stateAt: Instant;
  readonly nextAttemptAt: Instant | null;
  readonly fault: Message | null;
  readonly doubtful: boolean;
  /** Sent, and known to be on paper. */
  readonly confirmed: boolean;
  /** Other printers of this station that can print it. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

export type PrinterCondition = { readonly kind: 'ready' } | { readonly kind: 'unknown' } | { readonly kind: 'trouble'; readonly fault: Message };
