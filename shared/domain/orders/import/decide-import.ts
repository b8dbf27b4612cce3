import { operationBodies, type OperationDraft, type OrderDocument } from '../../../contracts/operations.ts';
import type { FileReading, IncomingOrder, OrderReading } from '../../../documents/incoming.ts';
import type { OperationId } from '../../../lib/ids.ts';
import { poNumber, type DocumentId } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import { decided, type Context, type Decision, type Occurrence } from '../../decision.ts';
import { foldOperation } from '../../fold.ts';
import { requireRight } from '../../staffing/rights.ts';
import type { ImportedOrder, InboundDocument, Line, Order } from '../../state/entities.ts';
import { OverlayWorld } from '../../state/overlay-world.ts';
import { isFinal, settingsOf } from '../../state/totals.ts';
import type { Reader, World } from '../../state/world.ts';
import { differences } from './differences.ts';
import { isEndedByCustomer, newDocument, nextDocument, sameDocument, type Receipt } from './document.ts';
import { problemMessage } from './problems.ts';

export interface ImportInput {
  readonly fileName: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly via: 'screen' | 'folder' | 'command-line' | 'gateway';
  readonly reading: FileReading;
  readonly documentId: DocumentId;
}

interface Outcome {
  readonly imported: ImportedOrder;
  readonly operations: readonly OperationDraft[];
}

/**
 * Takes a document in: every order of it ends as received, changed, unchanged, cancelled or refused, in the file's order and each as a
 * whole. A file that is known byte for byte changes nothing, except for orders of it that were refused and can be kept now. The result
 * is what is on record of the file.
 */
export function decideImport(reader: Reader, input: ImportInput, context: Context): Decision<InboundDocument> {
  const refused = requireRight(context, 'import', input.fileName);
  if (refused) return refused;
  const { fileName, sha256, bytes, via, reading, documentId } = input;
  const seen = reader.find('inbound', { sha256 });
  const keptBefore = new Set(seen.flatMap((document) => document.orders).filter((order) => order.result !== 'refused').map((order) => order.po));
  const receipt: Receipt = { documentId, now: context.now, settings: settingsOf(reader) };
  const repeated = repeatedPos(reading.orders);
  const world = repeated.size === 0 ? undefined : new OverlayWorld(reader);
  const outcomes = reading.orders.map((each): Outcome => {
    const outcome = withWarnings(importOne(world ?? reader, each, { fileName, receipt, keptBefore }), each);
    if (world && outcome.imported.po !== null && repeated.has(outcome.imported.po)) foldOnto(world, outcome.operations, context);
    return outcome;
  });
  const error = reading.problem === null ? null : { message: problemMessage(reading.problem), where: whereIn(fileName, reading.problem.place) };
  const body = { documentId, fileName, sha256, bytes, format: reading.format, via, orders: outcomes.map(({ imported }) => imported), error };
  const operations = outcomes.flatMap((outcome) => outcome.operations);
  const known = seen[0];
  if (known && operations.length === 0) return decided([], { ...body, documentId: known.documentId, receivedAt: known.receivedAt });
  const received: OperationDraft = { kind: 'document.received', body: { ...body, orders: body.orders.map(asRecord) } };
  return decided([received, ...operations], { ...body, receivedAt: context.now });
}

const asRecord = (order: ImportedOrder): ImportedOrder & { why: Message[]; changes: Message[]; warnings: Message[] } => ({ ...order, why: [...order.why], changes: [...order.changes], warnings: [...(order.warnings ?? [])] });

const whereIn = (fileName: string, place: string): string => `${fileName} ${place}`;

function repeatedPos(orders: readonly OrderReading[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const reading of orders) {
    if (!reading.ok) continue;
    const po = poNumber(reading.order.po);
    if (once.has(po)) twice.add(po);
    once.add(po);
  }
  return twice;
}

/** Lets later orders of the file see what earlier ones of the same number did. */
function foldOnto(world: World, operations: readonly OperationDraft[], { now, actor, station }: Context): void {
  const occurrence: Occurrence = { opId: 'preview' as OperationId, station, stationSeq: 0, actor: actor.staffId, occurredAt: now, baseSeq: 0, siteSeq: null };
  for (const draft of operations) foldOperation(world, draft, occurrence);
}

/** What was odd in a document is said of its order whatever became of it. */
function withWarnings(outcome: Outcome, reading: OrderReading): Outcome {
  if (!reading.ok || outcome.imported.warnings !== undefined) return outcome;
  return { ...outcome, imported: { ...outcome.imported, warnings: reading.order.warnings.map(problemMessage) } };
}

interface FileFacts {
  readonly fileName: string;
  readonly receipt: Receipt;
  /** Orders that this very file brought before. */
  readonly keptBefore: ReadonlySet<string | null>;
}

function importOne(reader: Reader, reading: OrderReading, file: FileFacts): Outcome {
  if (!reading.ok) return refusedOrder(reading.po, problemMessage(reading.problem), whereIn(file.fileName, reading.problem.place));
  const { order } = reading;
  const po = poNumber(order.po);
  const where = whereIn(file.fileName, order.place);
  const known = reader.get('order', { po });
  if (!known) {
    if (order.partial) return refusedOrder(po, message('orders.refused.changeOfUnknown', { po }), where);
    return kept(receive(order, file), where);
  }
  const lines = reader.find('line', { po });
  if (file.keptBefore.has(po)) return unchanged(known, sayIfDifferent(known, lines, order, file.receipt));
  if (isOlder(known, reading)) return unchanged(known, [message('orders.note.older')]);
  if (order.documentState === 'cancelled') return cancel(known, where, file.receipt);
  if (order.documentState === 'closed') return close(known, lines, order, file.receipt);
  return kept(change(known, lines, order, file.receipt), where);
}

const sayIfDifferent = (known: Order, lines: readonly Line[], order: IncomingOrder, receipt: Receipt): readonly Message[] =>
  differences(known, lines, nextDocument(known, lines, order, receipt)).length === 0 ? [] : [message('orders.note.seenBefore')];

/** Older than what is known: by the customer's own time of change, which SP-API gives only once there was one. */
function isOlder(known: Order, { format, order }: Extract<OrderReading, { readonly ok: true }>): boolean {
  if (known.documentChangedAt === null) return false;
  return order.changedAt === null ? format === 'sp-api' : order.changedAt < known.documentChangedAt;
}

function receive(order: IncomingOrder, { receipt, fileName }: FileFacts): Outcome {
  const body = newDocument(order, receipt);
  const { po, hpo, why, warnings } = body;
  const received: OperationDraft = { kind: 'order.received', body };
  const imported: ImportedOrder = { po, result: 'received', hpo, why, changes: [], warnings, error: null };
  if (order.documentState === 'cancelled') {
    const cancelled: OperationDraft = { kind: 'order.cancelled', body: { po, documentId: receipt.documentId, reason: whereIn(fileName, order.place).slice(0, 500), by: 'customer' } };
    return { imported: { ...imported, result: 'cancelled' }, operations: [received, cancelled] };
  }
  if (order.documentState === 'closed') return { imported, operations: [received, { kind: 'order.closed', body: { po, documentId: receipt.documentId } }] };
  return { imported, operations: [received] };
}

function change(known: Order, lines: readonly Line[], order: IncomingOrder, receipt: Receipt): Outcome {
  const body = nextDocument(known, lines, order, receipt);
  const differing = differences(known, lines, body);
  // What a person cancelled here stays so until the customer's document really changes.
  const restored = isEndedByCustomer(known) && !(differing.length === 0 && lastChangeIs(known, 'orders.change.cancelledHere'));
  const what = restored ? [message('orders.change.restored'), ...differing] : [...differing];
  return what.length === 0 ? unchanged(known, []) : changed(known, body, what);
}

function cancel(known: Order, where: string, receipt: Receipt): Outcome {
  if (known.state === 'cancelled' || lastChangeIs(known, 'orders.change.cancelledTooLate')) return unchanged(known, []);
  const what = message(known.state === 'shipped' || known.state === 'closed' ? 'orders.change.cancelledTooLate' : 'orders.change.cancelled');
  return {
    imported: { ...asImported(known), result: 'cancelled', changes: [what] },
    operations: [{ kind: 'order.cancelled', body: { po: known.po, documentId: receipt.documentId, reason: where.slice(0, 500), by: 'customer' } }],
  };
}

/** Amazon closes what it has received or given up: news only while something was still to be done here. */
function close(known: Order, lines: readonly Line[], order: IncomingOrder, receipt: Receipt): Outcome {
  if (isFinal(known.state) || lastChangeIs(known, 'orders.change.closedPartly')) return unchanged(known, []);
  if (known.shipped > 0) return changed(known, sameDocument(known, lines, order, receipt), [message('orders.change.closedPartly')]);
  return {
    imported: { ...asImported(known), result: 'changed', changes: [message('orders.change.closed')] },
    operations: [{ kind: 'order.closed', body: { po: known.po, documentId: receipt.documentId } }],
  };
}

const lastChangeIs = (order: Order, key: Message['key']): boolean => order.changes.at(-1)?.what.some((each) => each.key === key) === true;

function changed(known: Order, body: OrderDocument, what: Message[]): Outcome {
  const { hpo, why } = known.flaggedBy === null ? body : known;
  return { imported: { po: known.po, result: 'changed', hpo, why, changes: what, warnings: body.warnings, error: null }, operations: [{ kind: 'order.changed', body: { ...body, what } }] };
}

const asImported = ({ po, hpo, why }: Order): Omit<ImportedOrder, 'result' | 'changes'> => ({ po, hpo, why, error: null });
const unchanged = (known: Order, notes: readonly Message[]): Outcome => ({ imported: { ...asImported(known), result: 'unchanged', changes: notes }, operations: [] });

const refusedOrder = (po: string | null, reason: Message, where: string): Outcome => ({
  imported: { po, result: 'refused', hpo: false, why: [], changes: [], error: { message: reason, where } },
  operations: [],
});

/** The outcome, unless the journal could not hold the order: a number that is too long, a quantity beyond all reason. */
function kept(outcome: Outcome, where: string): Outcome {
  for (const { kind, body } of outcome.operations) {
    const problem = operationBodies[kind].safeParse(body).error?.issues[0];
    if (problem) return refusedOrder(outcome.imported.po, message('orders.refused.unreadable', { field: problem.path.join('.') }), where);
  }
  return outcome;
}
