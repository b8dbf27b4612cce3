import { z } from 'zod';
import { chargebackRule, settingsPatch } from '../domain/settings/settings.ts';
import { paperKinds } from '../lib/barcode/scanned-code.ts';
import type { IncomingParty } from '../documents/incoming.ts';
import type { DocumentId, Location, OperationId, PoNumber, ShipmentId, Sku, StaffId } from '../lib/ids.ts';
import type { CalendarDate, Instant } from '../lib/time.ts';
import type { Message } from '../messages/say.ts';
import { productNeeds, trace } from './product-needs.ts';

/*
 * The journal's vocabulary. A kind, once released, keeps its meaning for ever; a new meaning is a new version `v`.
 * Bodies carry what was decided, not what to decide: the fold never consults a clock, a random source or a rule that
 * can change. All quantities are in eaches.
 */

const po = z.string().min(1).max(60).transform((text) => text as PoNumber);
const skuText = z.string().min(1).max(80).transform((text) => text as Sku);
const staff = z.string().min(1).max(80).transform((text) => text as StaffId);
const shipment = z.string().min(1).max(80).transform((text) => text as ShipmentId);
const document = z.string().min(1).max(80).transform((text) => text as DocumentId);
const place = z.string().min(1).max(60).transform((text) => text as Location);
const operation = z.string().min(1).max(80).transform((text) => text as OperationId);
const at = z.int().transform((value) => value as Instant);
const task = z.enum(['pick', 'pack', 'load', 'count', 'receive', 'lookup', 'move']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).transform((text) => text as CalendarDate);
const eaches = z.int().min(0).max(100_000_000);
const some = z.int().min(1).max(100_000_000);
const sscc = z.string().regex(/^\d{18}$/);
/** Set where one scan is several operations (fills several lines, opens the pallet first): its place in them. Absent for the first or only one. */
const part = z.int().min(1).optional();
/** Set where goods came off a unit in the same act: the place in it of the operation that took them off. No more is moved or written off than that took. */
const takes = z.int().min(0).optional();
const reason = z.string().min(1).max(500);
const message = z.custom<Message>((value) => typeof value === 'object' && value !== null && 'key' in value && 'params' in value);
const party = z.custom<IncomingParty>((value) => typeof value === 'object' && value !== null && 'id' in value);
const rejection = z.enum(['TemporarilyUnavailable', 'InvalidProductIdentifier', 'ObsoleteProduct']);

const documentLine = z.object({
  line: z.string().min(1).max(40),
  position: z.int().min(1),
  asin: z.string().nullable(),
  vendorSku: z.string().nullable(),
  gtin: z.string().nullable(),
  buyerPart: z.string().nullable(),
  title: z.string().nullable(),
  unit: z.enum(['eaches', 'cases']),
  unitSize: z.int().min(1).nullable(),
  quantity: eaches,
  cost: z.string().nullable(),
  currency: z.string().nullable(),
  backOrderAllowed: z.boolean(),
});
export type DocumentLine = z.infer<typeof documentLine>;

/** The customer's document as the order now stands, with the clocks that follow from it. */
const orderDocument = z.object({
  po,
  channel: z.enum(['vendor', 'seller-fba', 'seller-fbm']),
  orderType: z.string().nullable(),
  rush: z.boolean(),
  hpo: z.boolean(),
  why: z.array(message),
  documentState: z.enum(['open', 'acknowledged', 'closed', 'cancelled']),
  orderDate: day.nullable(),
  changedAt: at.nullable(),
  windowKind: z.enum(['ship', 'delivery', 'unstated']),
  windowStart: day.nullable(),
  windowEnd: day.nullable(),
  acknowledgeBy: at,
  shipBy: at.nullable(),
  vendorCode: z.string().nullable(),
  buyer: party.nullable(),
  shipToId: z.string().nullable(),
  shipTo: party.nullable(),
  freightTerm: z.enum(['collect', 'prepaid']).nullable(),
  notes: z.array(z.string()),
  warnings: z.array(message),
  documentId: document,
  lines: z.array(documentLine),
});
export type OrderDocument = z.infer<typeof orderDocument>;

const traceInHand = trace.extend({
  sku: skuText.nullable(),
  sscc: sscc.nullable(),
  waiting: trace.extend({ sku: skuText, code: z.string().max(200), level: z.enum(['each', 'case', 'pallet', 'item']), eaches: some.nullable(), keyed: some.nullable(), carton: sscc.nullable() }).nullable(),
});

/** A move by scanner on its way (`Move` in the entities). */
const move = z.object({
  from: sscc.nullable(),
  goods: z.array(z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('product'), sku: skuText, eaches: some, unit: some, trace: trace.nullable() }),
    z.object({ kind: z.literal('carton'), carton: sscc }),
    z.object({ kind: z.literal('all'), eaches: some }),
  ])).max(100),
});

const importError = z.object({ message, where: z.string() }).nullable();

export const operationBodies = {
  'settings.changed': z.object({ patch: settingsPatch }),
  'document.received': z.object({
    documentId: document,
    fileName: z.string().max(400),
    sha256: z.string().length(64),
    bytes: z.int().min(0),
    format: z.string(),
    via: z.enum(['screen', 'folder', 'command-line', 'gateway']),
    orders: z.array(
      z.object({
        po: z.string().nullable(),
        result: z.enum(['received', 'changed', 'unchanged', 'cancelled', 'refused']),
        hpo: z.boolean(),
        why: z.array(message),
        changes: z.array(message),
        /** Absent in documents received before it was kept. */
        warnings: z.array(message).optional(),
        error: importError,
      }),
    ),
    error: importError,
  }),
  'order.received': orderDocument,
  /** The whole document again; `what` says in words what differs from the revision before. */
  'order.changed': orderDocument.extend({ what: z.array(message) }),
  'order.cancelled': z.object({ po, documentId: document.nullable(), reason, by: z.enum(['customer', 'person']) }),
  'order.closed': z.object({ po, documentId: document }),
  'order.flagged': z.object({ po, hpo: z.boolean(), why: z.array(message) }),
  /** A person takes the word back: the document's and the rules' own verdict holds again. */
  'order.flag-released': z.object({ po, hpo: z.boolean(), why: z.array(message) }),
  'order.pinned': z.object({ po, pin: z.union([z.literal(-1), z.literal(0), z.literal(1)]), reason }),
  'order.assigned': z.object({ po, staffIds: z.array(staff).max(200) }),
  'order.reviewed': z.object({ po }),
  'order.acknowledged': z.object({
    po,
    version: z.int().min(1),
    lines: z
      .array(
        z.object({
          line: z.string(),
          accepted: eaches,
          rejected: eaches,
          backordered: eaches,
          rejectionReason: rejection.nullable(),
          shipDate: day.nullable(),
        }),
      )
      .min(1),
    override: z.object({ reason, by: staff }).nullable(),
  }),
  'document.prepared': z.object({
    documentId: document,
    kind: z.enum(['acknowledgement-json', 'acknowledgement-855', 'routing-json', 'confirmation-json']),
    po,
    shipmentId: shipment.nullable(),
    fileName: z.string().max(200),
    sha256: z.string().length(64),
    controlNumber: z.int().min(0),
    dueBy: at.nullable(),
  }),
  'document.state-changed': z.object({
    documentId: document,
    /** `withdrawn`: a case decided that nobody is to have it. It holds only for a document that nobody was given. */
    state: z.enum(['prepared', 'handed-over', 'confirmed', 'refused', 'withdrawn']),
    note: z.string().max(500).nullable(),
  }),
  'product.put': z.object({
    sku: skuText,
    asin: z.string().nullable(),
    title: z.string().max(400),
    gtinEach: z.string().nullable(),
    gtinCase: z.string().nullable(),
    gtinPallet: z.string().nullable(),
    caseSize: z.int().min(1).max(100_000),
    cost: z.string().nullable(),
    currency: z.string().nullable(),
    weightGrams: z.int().min(0).nullable(),
    lengthMm: z.int().min(0).nullable(),
    widthMm: z.int().min(0).nullable(),
    heightMm: z.int().min(0).nullable(),
    location: place.nullable(),
    /** Absent in operations of before it was kept: what is known of it stays. */
    needs: productNeeds.nullable().optional(),
    /** Absent in operations of before they were kept: what is known of them stays. */
    cartonsPerLayer: z.int().min(1).max(10_000).nullable().optional(),
    layersPerPallet: z.int().min(1).max(100).nullable().optional(),
  }),
  /** What lies boxed in a bin now, by count or by decree; with `safety` when that changed too. */
  'stock.set': z.object({ sku: skuText, location: place, boxed: eaches, safety: eaches.nullable(), reason: z.string().max(500), code: z.string().max(200).nullable() }),
  /** Boxed goods that came into a bin: they add to what lies there, whatever that is, so that two stations add up. */
  'stock.received': z.object({ sku: skuText, location: place, eaches: some, code: z.string().max(200), keyed: z.boolean() }),
  'pick.confirmed': z.object({ po, line: z.string(), sku: skuText, location: place.nullable(), eaches: some, code: z.string().max(200), keyed: z.boolean(), part }),
  /** Picked goods put back on a bin: the order was cancelled or cut, or the pick was wrong. */
  'pick.returned': z.object({ po, line: z.string(), sku: skuText, location: place, eaches: some }),
  'pick.short': z.object({ po, line: z.string(), sku: skuText.nullable(), location: place.nullable(), eaches: some, reason, next: z.enum(['other-bin', 'reject', 'count', 'wait']) }),
  /** Written off: off the pick, or off the bin they still lay in (`location`), and never back to boxed stock. What stood on a pallet comes off it first. */
  'goods.damaged': z.object({ po, line: z.string(), sku: skuText, eaches: some, location: place.nullable(), reason, code: z.string().max(200), part, takes }),
  'short.resolved': z.object({ po, line: z.string(), note: reason }),
  /** `aside`: goods are moved to it, the pallet in hand stays in hand. */
  'unit.opened': z.object({ sscc, serial: z.int().min(0), kind: z.enum(['pallet', 'carton']), po, part, aside: z.boolean().optional() }),
  'unit.packed': z.object({ sscc, po, line: z.string(), sku: skuText, eaches: some, cartons: z.int().min(0), carton: sscc.nullable(), code: z.string().max(200), keyed: z.boolean(), part, takes, trace: trace.optional() }),
  'unit.unpacked': z.object({ sscc, po, line: z.string(), sku: skuText, eaches: some, cartons: z.int().min(0), carton: sscc.nullable(), code: z.string().max(200), part, trace: trace.optional() }),
  'unit.closed': z.object({ sscc, weightGrams: z.int().min(0).nullable(), heightMm: z.int().min(0).nullable() }),
  'unit.reopened': z.object({ sscc, reason, part }),
  'unit.voided': z.object({ sscc, reason, part }),
  /** A carton of our own onto a pallet of its order, and off it again: one level, whatever is in it. */
  'unit.nested': z.object({ sscc, on: sscc, po, code: z.string().max(200), part }),
  'unit.unnested': z.object({ sscc, from: sscc, po, part }),
  /** `mark`: of what the label says. Absent in operations of before it was kept. `reprint`: one that says the same was asked for before. */
  'unit.label-printed': z.object({ sscc, reprint: z.boolean(), mark: z.string().min(1).max(20).optional() }),
  'unit.label-confirmed': z.object({ sscc }),
  'unit.loaded': z.object({ sscc, shipmentId: shipment, code: z.string().max(200) }),
  /** `afterDeparture`: a supervisor decided that it had not left with that truck, which was reported gone with it. */
  'unit.unloaded': z.object({ sscc, shipmentId: shipment, afterDeparture: z.boolean().optional() }),
  /** A photo of a pallet or carton, by the digest of its bytes, which are kept apart. There is no operation that removes one. */
  'evidence.photographed': z.object({
    sscc,
    po,
    sha256: z.string().length(64),
    bytes: z.int().min(1),
    width: z.int().min(1),
    height: z.int().min(1),
    via: z.enum(['camera', 'file']),
  }),
  'shipment.created': z.object({ shipmentId: shipment, serial: z.int().min(0), pos: z.array(po).min(1).max(100), freightTerm: z.enum(['collect', 'prepaid']) }),
  'shipment.changed': z.object({
    shipmentId: shipment,
    freightTerm: z.enum(['collect', 'prepaid']),
    freightReady: at.nullable(),
    cartons: z.int().min(0),
    palletsStackable: z.int().min(0),
    palletsNonStackable: z.int().min(0),
    weightGrams: z.int().min(0),
    volumeCubicCentimetres: z.int().min(0),
    arn: z.string().max(40).nullable(),
    scac: z.string().max(4).nullable(),
    pro: z.string().max(40).nullable(),
    bol: z.string().max(40).nullable(),
    appointment: at.nullable(),
  }),
  /** Its bill of lading is printed for the first time and nobody has typed a number: one of the company's own. */
  'shipment.bol-assigned': z.object({ shipmentId: shipment, bol: z.string().min(1).max(40), serial: z.int().min(0) }),
  /** `agreed`: what the carrier team agreed to, where the pickup is earlier than Amazon's rule allows. */
  'shipment.routing-requested': z.object({ shipmentId: shipment, agreed: reason.optional() }),
  /** A case decided that another shipment takes its orders. One that pallets stand on goes on. */
  'shipment.cancelled': z.object({ shipmentId: shipment, reason }),
  /** `finished`: orders of which nothing more will come, complete or not. `stood`: what stood on its units as its station knew, and as its papers say. */
  'shipment.departed': z.object({
    shipmentId: shipment, departedAt: at, confirmBy: at, ssccs: z.array(sscc), finished: z.array(po),
    stood: z.array(z.object({ sscc, po, line: z.string(), eaches: some })).optional(),
  }),
  'list.printed': z.object({ po, revision: z.int().min(1), reprint: z.boolean() }),
  /** Any other paper that tells whether it is still right. `subject`: what it is about, as aggregates are named; `revision`: its mark. */
  'paper.printed': z.object({ paper: z.enum(paperKinds), subject: z.string().min(1).max(200), revision: z.string().min(1).max(20), reprint: z.boolean() }),
  'staff.put': z.object({ staffId: staff, name: z.string().min(1).max(80), role: z.enum(['picker', 'shipping', 'supervisor']), badge: z.string().max(80).nullable(), pinHash: z.string(), active: z.boolean() }),
  'staff.sign-in-refused': z.object({ staffId: staff, tries: z.int().min(0), lockedUntil: at.nullable() }),
  'staff.signed-in': z.object({ staffId: staff }),
  /** `cart`: the orders that one walk picks together, by their places A, B, C, ...; the first of them is `po` too. `move`: goods are being moved meanwhile. */
  'task.set': z.object({
    kind: task, po: po.nullable(), shipmentId: shipment.nullable(), sscc: sscc.nullable(), location: place.nullable(), sku: skuText.nullable(), carton: sscc.nullable().optional(),
    trace: traceInHand.optional(), cart: z.array(po).min(2).max(26).optional(), move: move.optional(),
    totes: z.array(z.object({ po, tote: z.string().min(1).max(20) })).max(26).optional(), put: z.array(z.object({ po, sku: skuText, eaches })).max(200).optional(),
  }),
  'task.left': z.object({}),
  /** Takes back one earlier scan; the fold reads from that scan's row what to return. */
  'scan.undone': z.object({ undoes: operation }),
  'scan.unknown': z.object({ code: z.string().max(200), task: task.nullable() }),
  'unknown-code.settled': z.object({ code: z.string().max(200) }),
  'pace.measured': z.object({ eachesPerHour: z.int().min(1).max(100_000) }),
  'policy.changed': z.object({ rules: z.array(chargebackRule).max(200) }),
  /** Central enrolled a station, or took its rights: written by central only. */
  'station.enrolled': z.object({ station: z.string().min(1).max(80), name: z.string().min(1).max(40), number: z.int().min(1) }),
  'station.revoked': z.object({ station: z.string().min(1).max(80) }),
  /**
   * Central met two histories under one station's name (a copied folder, a restored disk): written by central only. `at` is the first
   * operation they differ in, `number` the new lineage's own, so that the two never give the same serial numbers.
   */
  'station.forked': z.object({ station: z.string().min(1).max(80), incarnation: z.int().min(2), at: z.int().min(1), number: z.int().min(1) }),
  /** Central kept an operation that it cannot read: written by central only. */
  'operation.quarantined': z.object({ opId: operation, station: z.string().min(1).max(80), kind: z.string().max(80), reason: z.string().max(500) }),
  /**
   * A station whose rights were taken has sent more, which is held aside in no order: written by central only. `through` is the last number
   * of its lineage that is held, `count` how many entries are, `lines` what of it was picked or packed.
   */
  'operations.held': z.object({
    station: z.string().min(1).max(80), incarnation: z.int().min(1), through: z.int().min(1), count: z.int().min(1),
    lines: z.array(z.object({ po, line: z.string(), sku: skuText, eaches: some })).max(1_000),
  }),
  'claim.taken': z.object({ subject: z.string().min(1).max(200), shared: z.boolean() }),
  'claim.released': z.object({ subject: z.string().min(1).max(200), reason: z.string().max(500).nullable() }),
  'case.resolved': z.object({
    caseId: z.string().min(1).max(200),
    decision: z.enum(['keep-first', 'keep-second', 'keep-both', 'reject-difference', 'recount', 'put-back', 'split-shipment', 'tell-customer', 'release-claim', 'let-in', 'keep-out', 'noted']),
    note: z.string().max(500).nullable(),
  }),
} as const;

export type OperationKind = keyof typeof operationBodies;

/** What a decision wants to have happened. */
export type OperationDraft = { [Kind in OperationKind]: { readonly kind: Kind; readonly body: z.output<(typeof operationBodies)[Kind]> } }[OperationKind];

interface Envelope {
  readonly opId: OperationId;
  readonly site: string;
  readonly station: string;
  /** Grows when a station's history forks (restored disk, cloned machine). */
  readonly incarnation: number;
  /** Contiguous from 1 within station and incarnation. */
  readonly stationSeq: number;
  /** Hybrid logical clock `milliseconds:counter`, for display and ties only; order is the journal's. */
  readonly hlc: string;
  readonly v: number;
  readonly aggregates: readonly string[];
  /** The site sequence the person had seen when acting; 0 before any sync. */
  readonly baseSeq: number;
  readonly actor: StaffId;
  readonly occurredAt: Instant;
  /** SHA-256 of the canonical JSON of everything above and the body. */
  readonly hash: string;
}

/** One entry of the journal. */
export type Operation = OperationDraft & Envelope;

export function isOperationKind(kind: string): kind is OperationKind {
  return Object.hasOwn(operationBodies, kind);
}
