import { writeAcknowledgementJson } from '../../shared/documents/sp-api/write-acknowledgement.ts';
import { writeRoutingRequestJson } from '../../shared/documents/sp-api/write-routing-request.ts';
import { writeShipmentConfirmationJson } from '../../shared/documents/sp-api/write-shipment-confirmation.ts';
import { DocumentNotWritable } from '../../shared/documents/not-writable.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { decideAcknowledge, type Acknowledge } from '../../shared/domain/acknowledgement/decide.ts';
import { acknowledgementDocument } from '../../shared/domain/acknowledgement/document.ts';
import { decided, refuse, type Actor, type Context, type Decision } from '../../shared/domain/decision.ts';
import { foldOperation } from '../../shared/domain/fold.ts';
import { requireRight } from '../../shared/domain/staffing/rights.ts';
import { routingRequestDocument, shipmentConfirmationDocument } from '../../shared/domain/shipment/documents.ts';
import { isHeldBack } from '../../shared/domain/shipment/held-back.ts';
import { decideRoutingRequest } from '../../shared/domain/shipment/decide.ts';
import { decideDepart, type DepartInput } from '../../shared/domain/shipment/depart.ts';
import { decideResolve, type ResolveInput } from '../../shared/domain/sync/resolve/decide-resolve.ts';
import type { Carried } from '../../shared/domain/sync/resolve/remedy.ts';
import type { OutgoingDocument, OutgoingKind } from '../../shared/domain/state/entities.ts';
import { OverlayWorld } from '../../shared/domain/state/overlay-world.ts';
import type { Reader, World } from '../../shared/domain/state/world.ts';
import { documentId, type OperationId, type PoNumber, type ShipmentId } from '../../shared/lib/ids.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { isTaken, putIntoOutbox, withdrawFromOutbox } from '../documents/outbox.ts';
import { plainName } from '../documents/plain-name.ts';
import { sha256Of, type Outcome } from '../store/store.ts';
import { acknowledgementX12 } from './acknowledgement-x12.ts';
import { logger } from './log.ts';
import type { Station } from './station.ts';

/*
 * What leaves for the customer. A decision and the documents that follow from it are one transaction: there is no
 * acknowledgement without its file, and no file without its acknowledgement. The files themselves are written to the
 * outbox after the commit, from the kept bytes, and again after a crash.
 */

export const outboxFolder = (station: Station): string => station.settings.outboxFolder || station.folder.outbox;

interface Paper {
  readonly kind: OutgoingKind;
  readonly po: PoNumber;
  readonly shipmentId: ShipmentId | null;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly controlNumber: number;
  readonly dueBy: Instant | null;
}

/** Decides the acknowledgement and prepares its JSON and, where X12 can hold the order's numbers, its 855. */
export function acknowledge(station: Station, actor: Actor, input: Acknowledge): Outcome<unknown> {
  return withPapers(station, actor, (reader, context) => decideAcknowledge(reader, input, context), (reader, context, drafts) => acknowledgementPapers(afterwards(reader, drafts, context), context, input.po));
}

/** Prepares the acknowledgement's documents anew from what was acknowledged. */
export function prepareAcknowledgement(station: Station, actor: Actor, po: PoNumber): Outcome<unknown> {
  return withPapers(station, actor, mayPrepare(`PO ${po}`), (world, context) => acknowledgementPapers(world, context, po));
}

export function requestRouting(station: Station, actor: Actor, input: Parameters<typeof decideRoutingRequest>[1]): Outcome<unknown> {
  return withPapers(station, actor, (reader, context) => decideRoutingRequest(reader, input, context), (reader, context, drafts) => routingPapers(afterwards(reader, drafts, context), context, input.shipmentId));
}

export function prepareRouting(station: Station, actor: Actor, shipmentId: ShipmentId): Outcome<unknown> {
  return withPapers(station, actor, mayPrepare(shipmentId), (world, context) => routingPapers(world, context, shipmentId));
}

/** Marks the shipment's units shipped and prepares the shipment confirmation, due 30 minutes later. */
export function depart(station: Station, actor: Actor, input: DepartInput): Outcome<unknown> {
  return withPapers(station, actor, (reader, context) => decideDepart(reader, input, context), (reader, context, drafts) => confirmationPapers(afterwards(reader, drafts, context), context, input.shipmentId));
}

/** Deciding a case may answer the customer anew, or ask for a truck after all: then the documents of that go with it. */
export function resolveCase(station: Station, actor: Actor, input: ResolveInput): Outcome<Carried> {
  return withPapers(station, actor, (reader, context) => decideResolve(reader, input, context), (reader, context, drafts) => {
    const world = afterwards(reader, drafts, context);
    const papers: Paper[] = [];
    for (const draft of drafts) {
      const written = papersFor(world, context, draft);
      if (!written.ok) return written;
      papers.push(...written.papers);
    }
    return { ok: true, papers };
  });
}

function papersFor(world: World, context: Context, draft: OperationDraft): Papers {
  if (draft.kind === 'order.acknowledged') return acknowledgementPapers(world, context, draft.body.po);
  return draft.kind === 'shipment.routing-requested' ? routingPapers(world, context, draft.body.shipmentId) : { ok: true, papers: [] };
}

/** A scan may be the one that sends the truck off: then its shipment confirmation is prepared with it. */
export function scanWithPapers<Result>(station: Station, actor: Actor, decision: (reader: Reader, context: Context) => Decision<Result>, scanId: string | null): Outcome<Result> {
  return withPapers(station, actor, decision, (reader, context, drafts) => {
    const departed = drafts.find((draft) => draft.kind === 'shipment.departed');
    return departed ? confirmationPapers(afterwards(reader, drafts, context), context, departed.body.shipmentId) : { ok: true, papers: [] };
  }, scanId ?? undefined);
}

export function prepareConfirmation(station: Station, actor: Actor, shipmentId: ShipmentId): Outcome<unknown> {
  return withPapers(station, actor, mayPrepare(shipmentId), (world, context) => confirmationPapers(world, context, shipmentId));
}

const mayPrepare = (where: string) => (_reader: Reader, context: Context): Decision => requireRight(context, 'documents', where) ?? decided([], undefined);

type Papers = { readonly ok: true; readonly papers: readonly Paper[] } | Extract<Decision, { readonly ok: false }>;

function withPapers<Result>(
  station: Station,
  actor: Actor,
  decision: (reader: Reader, context: Context) => Decision<Result>,
  write: (world: Reader, context: Context, drafts: readonly OperationDraft[]) => Papers,
  opId?: string,
): Outcome<Result> {
  const blobs: Uint8Array[] = [];
  const outcome = station.decide(
    actor,
    (reader, context) => {
      const made = decision(reader, context);
      if (!made.ok) return made;
      const written = write(reader, context, made.operations);
      if (!written.ok) return written;
      blobs.push(...written.papers.map(({ bytes }) => bytes));
      return decided([...made.operations, ...written.papers.map((paper) => prepared(paper, context))], made.result);
    },
    { blobs, opId },
  );
  if (outcome.ok && blobs.length > 0) fillOutbox(station);
  return outcome;
}

/** The store as it will be once the drafts are folded: documents are written from what will then hold. */
function afterwards(reader: Reader, drafts: readonly OperationDraft[], context: Context): World {
  const world = new OverlayWorld(reader);
  for (const draft of drafts) {
    foldOperation(world, draft, { opId: 'preview' as OperationId, station: context.station, stationSeq: 0, actor: context.actor.staffId, occurredAt: context.now, baseSeq: 0, siteSeq: null });
  }
  return world;
}

function prepared(paper: Paper, context: Context): OperationDraft {
  const { kind, po, shipmentId, fileName, bytes, controlNumber, dueBy } = paper;
  return { kind: 'document.prepared', body: { documentId: documentId(context.newId()), kind, po, shipmentId, fileName, sha256: sha256Of(bytes), controlNumber, dueBy } };
}

function acknowledgementPapers(world: Reader, context: Context, po: PoNumber): Papers {
  return papersOf(`PO ${po}`, () => {
    const document = acknowledgementDocument(world, po, context);
    if (!document) return refuse('acknowledgement.refused.unknown', `PO ${po}`, { po });
    const order = world.get('order', { po });
    const common = { po, shipmentId: null, controlNumber: document.interchange.controlNumber, dueBy: order?.acknowledgeBy ?? null };
    const name = `ack-${plainName(po)}-v${order?.acknowledgementVersion ?? 1}-${document.interchange.controlNumber}`;
    const json: Paper = { ...common, kind: 'acknowledgement-json', fileName: `${name}.json`, bytes: jsonBytes(writeAcknowledgementJson(document)) };
    const x12 = acknowledgementX12(document);
    if ('why' in x12) return { ok: true, papers: [json] };
    return { ok: true, papers: [json, { ...common, kind: 'acknowledgement-855', fileName: `${name}.edi`, bytes: textBytes(x12.text) }] };
  });
}

function routingPapers(world: Reader, context: Context, shipmentId: ShipmentId): Papers {
  return papersOf(shipmentId, () => {
    const made = routingRequestDocument(world, shipmentId, context);
    if (!made.ok) return made;
    const shipment = world.get('shipment', { shipmentId });
    const po = shipment?.pos[0];
    // A prepaid shipment needs no routing request: Amazon books no carrier for it (guide2021).
    if (!shipment || po === undefined || shipment.freightTerm === 'prepaid') return { ok: true, papers: [] };
    const bytes = jsonBytes(writeRoutingRequestJson(made.document));
    return { ok: true, papers: [{ kind: 'routing-json', po, shipmentId, fileName: `routing-${plainName(shipmentId)}-${context.now}.json`, bytes, controlNumber: 0, dueBy: shipment.freightReady }] };
  });
}

function confirmationPapers(world: Reader, context: Context, shipmentId: ShipmentId): Papers {
  return papersOf(shipmentId, () => {
    const made = shipmentConfirmationDocument(world, shipmentId, context);
    if (!made.ok) return made;
    const shipment = world.get('shipment', { shipmentId });
    const po = shipment?.pos[0];
    if (!shipment || po === undefined) return { ok: true, papers: [] };
    const bytes = jsonBytes(writeShipmentConfirmationJson(made.document));
    return { ok: true, papers: [{ kind: 'confirmation-json', po, shipmentId, fileName: `asn-${plainName(shipmentId)}-${context.now}.json`, bytes, controlNumber: 0, dueBy: shipment.confirmBy }] };
  });
}

/** A document that cannot be written is a refusal with the reason, and nothing of the decision happens. */
function papersOf(where: string, write: () => Papers): Papers {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof DocumentNotWritable)) throw error;
    return refuse(error.code, `${where} ${error.place}`, error.params, 'stock.hint.completeProduct');
  }
}

const jsonBytes = (value: unknown): Uint8Array => textBytes(`${JSON.stringify(value, null, 2)}\n`);
const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const WRITTEN = 'outbox ';

/** Central hands documents over for a station that is paired, unless the site says that each station does. */
const handsOverHere = (station: Station): boolean => station.sync.pairing === null || station.settings.handOver === 'station';

/** Writes every document prepared here that has not reached the outbox yet. */
export function fillOutbox(station: Station): void {
  if (station.staging) return;
  const folder = outboxFolder(station);
  const fault = handsOverHere(station) ? writeWaiting(station, folder) : undefined;
  if (fault === undefined) station.folders.works('outbox');
  else station.folders.failed('outbox', folder, fault);
}

/** What kept a document from being written, the last of several; undefined where nothing did. */
function writeWaiting(station: Station, folder: string): unknown {
  let fault: unknown;
  for (const row of station.reader.find('outgoing', { state: 'prepared' })) {
    if (isWritten(station, row, folder) || !isPreparedHere(station, row) || isHeldBack(station.reader, row)) continue;
    const bytes = station.store.blob(row.sha256);
    if (!bytes) continue;
    try {
      putIntoOutbox(folder, row.fileName, bytes);
      station.store.setStationState(WRITTEN + row.documentId, folder);
    } catch (error) {
      fault = error;
      logger.error({ error: String(error), folder }, 'the outbox cannot be written; tried again at the next tick');
    }
  }
  return fault;
}

/** A gateway takes a file away when it has it: the document is then handed over. */
export function noticeTakenDocuments(station: Station): void {
  fillOutbox(station);
  const folder = outboxFolder(station);
  const written = (['prepared', 'withdrawn'] as const).flatMap((state) => station.reader.find('outgoing', { state })).filter((row) => isWritten(station, row, folder));
  const [taken, waiting] = [written.filter((row) => isTaken(folder, row.fileName)), written.filter((row) => !isTaken(folder, row.fileName))];
  for (const { documentId: id } of taken) {
    station.decideAsStation(() => decided([{ kind: 'document.state-changed', body: { documentId: id, state: 'handed-over', note: null } }], undefined));
  }
  for (const row of waiting) {
    if (mayLeaveHere(station, row)) continue;
    withdrawFromOutbox(folder, row.fileName);
    station.store.setStationState(WRITTEN + row.documentId, '');
  }
}

/** Not since the station was paired and central hands them over, nor once a case says that nobody is to have it (yet): nothing goes out twice. */
const mayLeaveHere = (station: Station, row: OutgoingDocument): boolean => handsOverHere(station) && row.state === 'prepared' && !isHeldBack(station.reader, row);

const isWritten = (station: Station, { documentId: id }: OutgoingDocument, folder: string): boolean => station.store.stationState(WRITTEN + id) === folder;

/** Another station's documents leave through its own outbox. */
function isPreparedHere({ store }: Station, { documentId: id }: OutgoingDocument): boolean {
  return store.journal(0, 1, `document:${id}`).entries[0]?.operation.station === store.identity.station;
}
