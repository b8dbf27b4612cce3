import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { AcknowledgementPlan } from '../domain/acknowledgement/plan.ts';
import type { MetricsView } from '../domain/metrics/view.ts';
import type { SystemPrinter } from './desktop-printing.ts';
import { MOST_COPIES } from '../domain/printing/job.ts';
import { printer as printerSettings } from '../domain/printing/printer.ts';
import { chargebackRule, settingsPatch, type ChargebackRule } from '../domain/settings/settings.ts';
import { paperKinds } from '../lib/barcode/scanned-code.ts';
import type { CalendarDate, Instant } from '../lib/time.ts';
import type { Message } from '../messages/say.ts';
import type {
  CasesPage, CaseView, ClaimView, DecidedCaseView, DocumentsView, HistoryEntry, OrderView, PageOf, PhotosKept, PhotosView, PrinterCondition, PrintJobView, ProductView, QueuePage, ScanLogRow, ScanReply, Session, ShipmentView, StaffView, StationEvent,
  StationStatus, SyncView, TaskView, UnitView, UnknownCodeView,
} from './views.ts';
import { productNeeds, trace } from './product-needs.ts';
import { scaleSettings, scannerInput, type DeviceScan, type DevicesView, type ScaleView, type SerialPortsView } from './devices.ts';
import type { ImportedOrder, Peer } from '../domain/state/entities.ts';

/*
 * The one API of the station: screens over a message port (desktop) or a WebSocket (browser), the command line in
 * process or over the WebSocket. Inputs are hostile and checked here; answers come from our own build and are typed.
 * A refusal is an ORPC error `REFUSED` with `RefusalData`: nothing has changed.
 */

export interface RefusalData {
  readonly code: string;
  readonly message: Message;
  readonly where: string;
  readonly hint: Message | null;
}

const refusal = { REFUSED: { status: 409, data: type<RefusalData>() }, SIGNED_OUT: { status: 401 }, STORE: { status: 503, data: type<RefusalData>() } } as const;
const base = oc.errors(refusal);

const po = z.string().trim().min(1).max(60);
const text = z.string().trim().max(500);
const reason = z.string().trim().min(3).max(500);
const id = z.string().min(1).max(80);
const sscc = z.string().regex(/^\d{18}$/);
const eaches = z.int().min(0).max(100_000_000);
const optionalText = z.string().trim().max(200).nullable();
const count = z.int().min(0).max(10_000_000);
const at = z.int().transform((value) => value as Instant);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).transform((value) => value as CalendarDate);
const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) };
const nothing = z.object({}).default({});
/** Safe to ask again after a lost answer: what was saved under it counts once. */
const scanId = z.uuid().nullable().default(null);
/** Said in so many words: nothing left out means all of a pallet. `eaches` of all: what was shown there. */
const goodsNamed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all'), eaches: z.int().min(1).optional() }),
  z.object({ kind: z.literal('product'), sku: z.string().trim().min(1).max(80), eaches: z.int().min(1).max(1_000_000), trace: trace.nullable().optional() }),
  z.object({ kind: z.literal('carton'), carton: sscc }),
]);
export type GoodsNamed = z.infer<typeof goodsNamed>;
const task = z.enum(['pick', 'pack', 'load', 'count', 'receive', 'lookup']);
const role = z.enum(['picker', 'shipping', 'supervisor']);
const paperSize = z.enum(['A4', 'Letter']);
const sheetKind = z.enum(['commands', 'badges', 'locations', 'totes', 'scanner']);
/** Number of the first tote on a sheet of tote labels. */
const firstTote = z.int().min(1).max(9_980).default(1);
const paperName = { paper: z.enum(paperKinds), subject: id };
/** Id or name of a printer of this station that a person chose for this one paper. */
const printer = z.string().trim().min(1).max(40).optional();
const copies = z.int().min(1).max(MOST_COPIES).optional();
/** Files travel as base64: both transports carry JSON. 64 MB at most. */
const fileBytes = z.base64().max(90_000_000);
/** Larger than what is kept, so that a photo too large is refused in words. */
const photoBytes = z.base64().min(4).max(16_000_000);
const caseDecision = z.enum(['keep-first', 'keep-second', 'keep-both', 'reject-difference', 'recount', 'put-back', 'split-shipment', 'tell-customer', 'release-claim', 'let-in', 'keep-out', 'noted']);
const rejection = z.enum(['TemporarilyUnavailable', 'InvalidProductIdentifier', 'ObsoleteProduct']);

export const productInput = z.object({
  sku: z.string().trim().min(1).max(80),
  asin: z.string().trim().max(20).nullable(),
  title: z.string().trim().max(400),
  gtinEach: z.string().trim().max(14).nullable(),
  gtinCase: z.string().trim().max(14).nullable(),
  gtinPallet: z.string().trim().max(14).nullable(),
  caseSize: z.int().min(1).max(100_000),
  cost: z.string().trim().max(20).nullable(),
  currency: z.string().trim().length(3).nullable(),
  weightGrams: count.nullable(),
  lengthMm: count.nullable(),
  widthMm: count.nullable(),
  heightMm: count.nullable(),
  location: z.string().trim().max(60).nullable(),
  /** Lot, expiry, serial: what must be known before its goods leave. Left out, it stays as it is. */
  needs: productNeeds.nullable().optional(),
  /** Cases on a layer, layers on a pallet; left out, they stay as they are. */
  cartonsPerLayer: z.int().min(1).max(10_000).nullable().optional(),
  layersPerPallet: z.int().min(1).max(100).nullable().optional(),
});
export type ProductInput = z.infer<typeof productInput>;

export const shipmentInput = z.object({
  shipmentId: id,
  freightTerm: z.enum(['collect', 'prepaid']),
  freightReady: at.nullable(),
  cartons: count,
  palletsStackable: count,
  palletsNonStackable: count,
  weightGrams: z.int().min(0).max(1_000_000_000),
  volumeCubicCentimetres: z.int().min(0).max(1_000_000_000),
  arn: optionalText,
  scac: optionalText,
  pro: optionalText,
  bol: optionalText,
  appointment: at.nullable(),
});
export type ShipmentInput = z.input<typeof shipmentInput>;

export interface ImportAnswer {
  readonly files: readonly {
    readonly file: string;
    readonly format: string;
    readonly orders: readonly ImportedOrder[];
    readonly error: { readonly message: Message; readonly where: string } | null;
  }[];
}

export interface CsvAnswer {
  /** Column of the file (index into `columns`) for each field of ours; null where none matched. */
  readonly mapping: Readonly<Record<string, number | null>>;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly written: number;
  readonly problems: readonly { readonly row: number; readonly column: string | null; readonly message: Message }[];
}

/** Pages of a PDF; all have the same size. */
export interface PageFacts {
  readonly count: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
  /** Of papers that were made here. */
  readonly pages?: PageFacts;
}

/**
 * A paper that was asked for: on its way (`already`: it was before), or to be shown where no printer is set for it; `labelOf` is then the
 * pallet or carton whose label it is.
 */
export type PrintAnswer = { readonly kind: 'queued'; readonly job: PrintJobView; readonly already: boolean } | { readonly kind: 'show'; readonly file: FileAnswer; readonly labelOf: string | null };

export const contract = {
  station: {
    status: base.input(nothing).output(type<StationStatus>()),
    events: base.input(nothing).output(eventIterator(type<StationEvent>())),
    setUp: base
      .input(z.object({ siteName: z.string().trim().min(1).max(80), zone: z.string().max(60), stationName: z.string().trim().min(1).max(40), stationUse: z.enum(['floor', 'shipping', 'supervisor']), supervisorName: z.string().trim().min(1).max(80), pin: z.string().regex(/^\d{4,8}$/), locale: z.enum(['en', 'es']) }))
      .output(type<Session>()),
    startDemo: base.input(z.object({ zone: z.string().max(60).optional(), locale: z.enum(['en', 'es']).optional() }).default({})).output(type<StationStatus>()),
    leaveDemo: base.input(nothing).output(type<StationStatus>()),
    changeSettings: base.input(settingsPatch).output(type<StationStatus>()),
    policy: base.input(nothing).output(type<readonly ChargebackRule[]>()),
    changePolicy: base.input(z.object({ rules: z.array(chargebackRule).max(200) })).output(type<readonly ChargebackRule[]>()),
    backup: base.input(nothing).output(type<{ readonly file: string; readonly bytes: number; readonly at: Instant }>()),
    journal: base
      .input(z.object({ after: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(500), aggregate: z.string().max(200).optional() }))
      .output(type<{ readonly entries: readonly (HistoryEntry & { readonly body: unknown; readonly stationSeq: number; readonly hash: string })[]; readonly length: number }>()),
  },
  session: {
    current: base.input(nothing).output(type<Session>()),
    /** `demoPin` is told in the demo only, where nothing is real. */
    people: base.input(nothing).output(type<readonly { readonly staffId: string; readonly name: string; readonly role: string; readonly demoPin: string | null }[]>()),
    signIn: base.input(z.object({ staffId: id, pin: z.string().regex(/^\d{4,8}$/) })).output(type<Session>()),
    badge: base.input(z.object({ badge: z.string().min(1).max(80) })).output(type<Session>()),
    signOut: base.input(nothing).output(type<Session>()),
  },
  queue: {
    page: base
      .input(z.object({ ...page, search: z.string().trim().max(80).default(''), only: z.enum(['all', 'hot', 'standard', 'at-risk', 'overdue', 'mine', 'to-plan', 'ended']).default('all') }))
      .output(type<QueuePage>()),
  },
  orders: {
    get: base.input(z.object({ po })).output(type<OrderView>()),
    flag: base.input(z.object({ po, hpo: z.boolean(), reason })).output(type<OrderView>()),
    releaseFlag: base.input(z.object({ po })).output(type<OrderView>()),
    pin: base.input(z.object({ po, pin: z.union([z.literal(-1), z.literal(0), z.literal(1)]), reason })).output(type<OrderView>()),
    assign: base.input(z.object({ po, staffIds: z.array(id).max(200) })).output(type<OrderView>()),
    review: base.input(z.object({ po })).output(type<OrderView>()),
    cancel: base.input(z.object({ po, reason })).output(type<OrderView>()),
    resolveShort: base.input(z.object({ po, line: id, note: reason })).output(type<OrderView>()),
    returnToStock: base.input(z.object({ po, line: id, eaches, location: z.string().trim().min(1).max(60) })).output(type<OrderView>()),
  },
  acknowledgement: {
    plan: base.input(z.object({ po })).output(type<AcknowledgementPlan>()),
    /** A what-if for the steppers: the plan's money with other quantities. Changes nothing. */
    consequences: base.input(z.object({ po, accept: z.record(z.string(), eaches) })).output(type<AcknowledgementPlan>()),
    send: base
      .input(
        z.object({
          po,
          lines: z.array(z.object({ line: id, accept: eaches, backorder: eaches.default(0), rejectionReason: rejection.nullable().default(null), shipDate: day.nullable().default(null) })).min(1).max(20_000),
          overrideReason: reason.nullable().default(null),
        }),
      )
      .output(type<OrderView>()),
  },
  documents: {
    list: base.input(z.object({ po: po.optional() }).default({})).output(type<DocumentsView>()),
    import: base.input(z.object({ files: z.array(z.object({ name: z.string().min(1).max(400), base64: fileBytes })).min(1).max(200), via: z.enum(['screen', 'folder', 'command-line']).default('screen') })).output(type<ImportAnswer>()),
    setState: base.input(z.object({ documentId: id, state: z.enum(['handed-over', 'confirmed', 'refused']), note: text.nullable().default(null) })).output(type<DocumentsView>()),
    /** Somebody has looked at a refused file: its mark goes. */
    seen: base.input(z.object({ documentId: id })).output(type<null>()),
    file: base.input(z.object({ documentId: id })).output(type<FileAnswer>()),
    /** Writes anew what the order or shipment now needs: after a product's cost was completed, or a lost file. */
    prepare: base.input(z.object({ po, kind: z.enum(['acknowledgement', 'routing', 'confirmation']), shipmentId: id.nullable().default(null) })).output(type<DocumentsView>()),
  },
  stock: {
    products: base.input(z.object({ ...page, search: z.string().trim().max(80).default(''), only: z.enum(['all', 'short', 'empty', 'safety']).default('all') })).output(type<PageOf<ProductView>>()),
    product: base.input(z.object({ sku: id })).output(type<ProductView>()),
    putProduct: base.input(productInput).output(type<ProductView>()),
    set: base.input(z.object({ sku: id, location: z.string().trim().min(1).max(60), boxed: eaches, safety: eaches.nullable(), reason: z.string().trim().max(500) })).output(type<ProductView>()),
    importProducts: base.input(z.object({ name: z.string().max(400), base64: fileBytes, mapping: z.record(z.string(), z.int().min(0).nullable()).nullable().default(null), dryRun: z.boolean().default(false) })).output(type<CsvAnswer>()),
    importStock: base.input(z.object({ name: z.string().max(400), base64: fileBytes, mapping: z.record(z.string(), z.int().min(0).nullable()).nullable().default(null), dryRun: z.boolean().default(false) })).output(type<CsvAnswer>()),
    unknownCodes: base.input(nothing).output(type<readonly UnknownCodeView[]>()),
    settleUnknownCode: base.input(z.object({ code: z.string().min(1).max(200) })).output(type<readonly UnknownCodeView[]>()),
  },
  floor: {
    /**
     * The one door for every scan, command and keyed quantity. Answers in the order asked. `scanId` makes it safe to
     * ask again after a lost answer: a scan already saved under that id is not counted twice. `by` is the person who
     * scanned: SIGNED_OUT where that is not who is signed in; null is whoever is.
     */
    scan: base.input(z.object({ scanId, code: z.string().min(1).max(4000), task: task.nullable().default(null), po: po.nullable().default(null), quantity: z.int().min(1).max(100_000).nullable().default(null), by: id.nullable().default(null) })).output(type<ScanReply>()),
    task: base.input(nothing).output(type<TaskView | null>()),
    /**
     * `share`: knowingly together with the station that holds the order already. `leave`: knowingly away from a cart that is half picked;
     * without it that is refused.
     */
    start: base.input(z.object({ kind: z.enum([...task.options, 'move']), po: po.nullable().default(null), shipmentId: id.nullable().default(null), share: z.boolean().default(false), leave: z.boolean().default(false) })).output(type<TaskView>()),
    /** Begins one walk for several orders: the first gets place A on the cart, or the new ones join the cart that goes on. `share`, `leave` as in `start`. */
    walk: base.input(z.object({ pos: z.array(po).min(1).max(100), share: z.boolean().default(false), leave: z.boolean().default(false) })).output(type<TaskView>()),
    /** Takes an order along on the walk that goes on: an HPO to its front. */
    join: base.input(z.object({ po, share: z.boolean().default(false) })).output(type<TaskView>()),
    leave: base.input(nothing).output(type<null>()),
    undo: base.input(nothing).output(type<ScanReply>()),
    /** Goods are missing; `next` null takes the proposal. */
    short: base.input(z.object({ scanId, po, line: id, eaches: z.int().min(1), reason, location: z.string().trim().max(60).nullable().default(null), next: z.enum(['other-bin', 'reject', 'count', 'wait']).nullable().default(null) })).output(type<ScanReply>()),
    /** Goods are damaged: on a pallet or in a carton (`sscc`; `carton` with its own number, `trace` of that lot or serial number), in a bin (`location`), else picked and not packed. */
    damaged: base.input(z.object({ scanId, po, line: id, eaches: z.int().min(1).max(100_000), reason, location: z.string().trim().min(1).max(60).nullable().default(null), sscc: sscc.nullable().default(null), carton: sscc.nullable().default(null), trace: trace.nullable().default(null) })).output(type<ScanReply>()),
    /** Goods from one pallet to another of the same order; `to` null: a new one. `scanId` as in `scan`, here and in `short` and `damaged`. */
    move: base.input(z.object({ scanId, from: sscc, to: sscc.nullable(), goods: goodsNamed })).output(type<ScanReply>()),
    recent: base.input(nothing).output(type<readonly ScanLogRow[]>()),
  },
  units: {
    get: base.input(z.object({ sscc })).output(type<UnitView>()),
    open: base.input(z.object({ po, kind: z.enum(['pallet', 'carton']) })).output(type<TaskView>()),
    /** `trace`: which of them, where the line stands there with several lots or with serial numbers. */
    remove: base.input(z.object({ sscc, line: id, eaches, trace: trace.nullable().optional() })).output(type<UnitView>()),
    /** Takes a carton with an SSCC of its own off the pallet it stands on. */
    removeCarton: base.input(z.object({ carton: sscc })).output(type<UnitView>()),
    close: base.input(z.object({ sscc, weightGrams: z.int().min(0).max(10_000_000).nullable(), heightMm: z.int().min(0).max(10_000).nullable() })).output(type<UnitView>()),
    reopen: base.input(z.object({ sscc, reason })).output(type<UnitView>()),
    discard: base.input(z.object({ sscc, reason })).output(type<UnitView>()),
    label: base.input(z.object({ sscc, format: z.enum(['pdf', 'zpl']) })).output(type<FileAnswer>()),
  },
  evidence: {
    /** Photos of a pallet or carton, the oldest first. */
    list: base.input(z.object({ sscc })).output(type<PhotosView>()),
    /** Keeps a photo: a JPEG without anything beside the picture, as pages make it. The same one twice counts once. */
    keep: base.input(z.object({ sscc, base64: photoBytes, via: z.enum(['camera', 'file']) })).output(type<PhotosView>()),
    /** What all of them come to here. */
    kept: base.input(nothing).output(type<PhotosKept>()),
    photo: base.input(z.object({ sscc, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).output(type<FileAnswer>()),
  },
  shipments: {
    list: base.input(nothing).output(type<readonly ShipmentView[]>()),
    get: base.input(z.object({ shipmentId: id })).output(type<ShipmentView>()),
    create: base.input(z.object({ pos: z.array(po).min(1).max(100), freightTerm: z.enum(['collect', 'prepaid']) })).output(type<ShipmentView>()),
    change: base.input(shipmentInput).output(type<ShipmentView>()),
    /** `agreed`: what the carrier team agreed to, where the pickup is sooner than the rule allows. */
    requestRouting: base.input(z.object({ shipmentId: id, agreed: reason.nullable().default(null) })).output(type<ShipmentView>()),
    unload: base.input(z.object({ shipmentId: id, sscc })).output(type<ShipmentView>()),
    /** `leftBehind`: pallets that stay here on purpose. `departedAt` null: now. */
    depart: base.input(z.object({ shipmentId: id, finished: z.array(po).max(100).default([]), leftBehind: z.array(sscc).max(1000).default([]), departedAt: at.nullable().default(null) })).output(type<ShipmentView>()),
  },
  papers: {
    pickList: base.input(z.object({ po, size: paperSize.optional() })).output(type<FileAnswer>()),
    /** A paper that tells whether it is still right, of an order, a shipment or a pallet. */
    file: base.input(z.object({ ...paperName, size: paperSize.optional() })).output(type<FileAnswer>()),
    /** All that is known of an order, or of a shipment and its orders, with the photos, in one PDF: for a dispute. Changes nothing. */
    dossier: base.input(z.union([z.object({ po, size: paperSize.optional() }), z.object({ shipmentId: id, size: paperSize.optional() })])).output(type<FileAnswer>()),
    codeSheet: base.input(z.object({ kind: sheetKind, first: firstTote, size: paperSize.optional() })).output(type<FileAnswer>()),
  },
  printing: {
    /** Prints at the printer of its kind, or answers the file where none is set. A paper that is on its way already is not made twice. Each of `copies` is a job of its own; all but the first say REPRINT. */
    label: base.input(z.object({ sscc, printer, copies })).output(type<PrintAnswer>()),
    pickList: base.input(z.object({ po, printer, copies })).output(type<PrintAnswer>()),
    paper: base.input(z.object({ ...paperName, printer, copies })).output(type<PrintAnswer>()),
    sheet: base.input(z.object({ kind: sheetKind, first: firstTote, printer, copies })).output(type<PrintAnswer>()),
    /** Open jobs and the last finished ones, newest first. */
    jobs: base.input(nothing).output(type<readonly PrintJobView[]>()),
    /** `cancel` · `again` after a failure · `printed`: the paper is there after all · `hurry`: try now. */
    decide: base.input(z.object({ jobId: id, word: z.enum(['cancel', 'again', 'printed', 'hurry']) })).output(type<readonly PrintJobView[]>()),
    move: base.input(z.object({ jobId: id, printerId: id })).output(type<readonly PrintJobView[]>()),
    /** The paper as it will come out. */
    preview: base.input(z.object({ jobId: id })).output(type<FileAnswer>()),
    test: base.input(z.object({ printerId: id })).output(type<PrintJobView>()),
    /** How a printer is, also one that is not saved yet. */
    condition: base.input(z.object({ printer: printerSettings })).output(type<PrinterCondition>()),
    /** Queues of the print server of the station's own machine. */
    find: base.input(nothing).output(type<readonly { readonly name: string; readonly url: string }[]>()),
    /** The system's printers as the desktop app lists them; null where the station does not run in it. */
    desktop: base.input(nothing).output(type<readonly SystemPrinter[] | null>()),
  },
  people: {
    list: base.input(nothing).output(type<readonly StaffView[]>()),
    put: base.input(z.object({ staffId: id.nullable(), name: z.string().trim().min(1).max(80), role, badge: z.string().trim().max(80).nullable(), pin: z.string().regex(/^\d{4,8}$/).nullable(), active: z.boolean() })).output(type<readonly StaffView[]>()),
  },
  sync: {
    status: base.input(nothing).output(type<SyncView>()),
    /** Enrols this station with its journal; `certificate` is the PEM of the site's authority where central made its own. */
    pair: base.input(z.object({ address: z.url().max(300), code: z.string().trim().min(8).max(40), certificate: z.string().max(20_000).nullable() })).output(type<SyncView>()),
    /** First start: joins a site that exists; people, products, orders and settings come from there. */
    join: base
      .input(z.object({ address: z.url().max(300), code: z.string().trim().min(8).max(40), certificate: z.string().max(20_000).nullable(), stationName: z.string().trim().min(1).max(40), stationUse: z.enum(['floor', 'shipping', 'supervisor']), locale: z.enum(['en', 'es']) }))
      .output(type<SyncView>()),
    /** Tries at once instead of at the next attempt. */
    now: base.input(nothing).output(type<SyncView>()),
    /** Stops talking to central; everything stays here. */
    leave: base.input(nothing).output(type<SyncView>()),
    peers: base.input(nothing).output(type<readonly Peer[]>()),
  },
  cases: {
    list: base.input(z.object({ state: z.enum(['open', 'resolved']).default('open'), ...page })).output(type<CasesPage>()),
    view: base.input(z.object({ caseId: z.string().min(1).max(200) })).output(type<CaseView>()),
    resolve: base.input(z.object({ caseId: z.string().min(1).max(200), decision: caseDecision, note: z.string().trim().max(500).nullable() })).output(type<DecidedCaseView>()),
  },
  claims: {
    list: base.input(nothing).output(type<readonly ClaimView[]>()),
    /** A supervisor frees work that another station holds. */
    release: base.input(z.object({ subject: z.string().min(1).max(200), reason })).output(type<readonly ClaimView[]>()),
  },
  /** Scanners and the scale on serial ports of the station's machine. */
  devices: {
    view: base.input(nothing).output(type<DevicesView>()),
    ports: base.input(nothing).output(type<SerialPortsView>()),
    putScanner: base.input(scannerInput).output(type<DevicesView>()),
    removeScanner: base.input(z.object({ id })).output(type<DevicesView>()),
    putScale: base.input(z.object({ scale: scaleSettings.nullable() })).output(type<DevicesView>()),
    /** What the scale says, at each change. */
    weights: base.input(nothing).output(eventIterator(type<ScaleView>())),
    /** Scans for the screen in `window`; `after` is the last one it got, when its line broke. */
    scans: base.input(z.object({ window: id, after: id.nullable() })).output(eventIterator(type<DeviceScan>())),
    /** A person looks at this window now: scans go there. */
    front: base.input(z.object({ window: id })).output(type<Record<string, never>>()),
  },
  metrics: {
    view: base.input(z.object({ from: day.optional(), to: day.optional() }).default({})).output(type<MetricsView>()),
  },
};

export type Contract = typeof contract;
