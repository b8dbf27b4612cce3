import type { DocumentLine, OrderDocument } from '../../../contracts/operations.ts';
import type { IncomingLine, IncomingOrder } from '../../../documents/incoming.ts';
import { poNumber, type DocumentId } from '../../../lib/ids.ts';
import type { Instant } from '../../../lib/time.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Line, Order } from '../../state/entities.ts';
import { acknowledgeBy, shipBy } from '../clocks.ts';
import { hotVerdict } from '../hot.ts';
import { problemMessage } from './problems.ts';

/** What the station adds to a document when it takes it in. */
export interface Receipt {
  readonly documentId: DocumentId;
  readonly now: Instant;
  readonly settings: Settings;
}

/** An order that nobody here knew, as its document gives it. */
export function newDocument(order: IncomingOrder, receipt: Receipt): OrderDocument {
  const { settings, now, documentId } = receipt;
  const po = poNumber(order.po);
  const terms = { windowKind: order.window.kind, windowStart: order.window.start, windowEnd: order.window.end, freightTerm: order.freightTerm };
  const elsewhere = order.documentState === 'acknowledged' ? [message('orders.warning.acknowledgedElsewhere')] : [];
  return {
    po, channel: order.channel, orderType: order.orderType, rush: order.rush,
    ...verdict({ ...order, po, windowEnd: order.window.end }, settings, now),
    documentState: order.documentState, orderDate: order.orderDate, changedAt: order.changedAt, ...terms,
    acknowledgeBy: acknowledgeBy(now, settings), shipBy: shipBy(terms, settings), vendorCode: order.vendorCode, buyer: order.buyer,
    shipToId: order.shipTo?.id ?? null, shipTo: order.shipTo, freightTerm: order.freightTerm, notes: [...order.notes],
    warnings: [...order.warnings.map(problemMessage), ...elsewhere], documentId,
    lines: order.lines.map((line, index) => newLine(line, index + 1)),
  };
}

/**
 * A known order as it stands after a further document. What the document leaves unsaid stays as it was. A whole document that no longer
 * has a line asks for none of it; a partial one says nothing about lines that it does not name.
 */
export function nextDocument(known: Order, knownLines: readonly Line[], order: IncomingOrder, receipt: Receipt): OrderDocument {
  const { settings, now, documentId } = receipt;
  const terms = {
    windowKind: order.window.kind === 'unstated' ? known.windowKind : order.window.kind,
    windowStart: order.window.start ?? known.windowStart,
    windowEnd: order.window.end ?? known.windowEnd,
    freightTerm: order.freightTerm ?? known.freightTerm,
  };
  const header = {
    po: known.po,
    channel: known.channel,
    orderType: order.orderType ?? known.orderType,
    // The type need not be given; a document that gives none says nothing about rush, unless it marks it.
    rush: order.orderType === null ? order.rush || known.rush : order.rush,
    orderDate: order.orderDate ?? known.orderDate,
    notes: order.partial ? [...known.notes, ...order.notes.filter((note) => !known.notes.includes(note))] : [...order.notes],
  };
  const lines = order.partial ? mergedLines(knownLines, order.lines) : wholeLines(knownLines, order.lines);
  const restored = isEndedByCustomer(known) && known.acknowledgementVersion === 0;
  return {
    ...header, ...terms, ...verdict({ ...header, windowEnd: terms.windowEnd, lines }, settings, known.receivedAt),
    documentState: order.documentState, changedAt: order.changedAt ?? known.documentChangedAt,
    // An order that comes back unanswered is a new question: its clock starts anew.
    acknowledgeBy: restored ? acknowledgeBy(now, settings) : known.acknowledgeBy,
    shipBy: shipBy(terms, settings), vendorCode: order.vendorCode ?? known.vendorCode, buyer: order.buyer ?? known.buyer,
    shipToId: order.shipTo?.id ?? known.shipToId, shipTo: order.shipTo ?? known.shipTo,
    warnings: order.warnings.map(problemMessage), documentId, lines,
  };
}

export const isEndedByCustomer = (order: Order): boolean => order.state === 'cancelled' || order.state === 'closed';

/** The order as it stands, as a document: for a change that its document describes only in words. */
export function sameDocument(known: Order, knownLines: readonly Line[], order: IncomingOrder, receipt: Receipt): OrderDocument {
  const { po, channel, orderType, rush, hpo, orderDate, windowKind, windowStart, windowEnd, vendorCode, buyer, shipToId, shipTo, freightTerm } = known;
  return {
    po, channel, orderType, rush, hpo, orderDate, windowKind, windowStart, windowEnd, vendorCode, buyer, shipToId, shipTo, freightTerm,
    acknowledgeBy: known.acknowledgeBy, shipBy: known.shipBy, why: [...known.why], notes: [...known.notes], warnings: [...known.warnings],
    documentState: order.documentState, changedAt: order.changedAt ?? known.documentChangedAt, documentId: receipt.documentId, lines: inOrder(knownLines).map(knownLine),
  };
}

function verdict(facts: Parameters<typeof hotVerdict>[0], settings: Settings, at: Instant): { hpo: boolean; why: Message[] } {
  const { hpo, why } = hotVerdict(facts, settings, at);
  return { hpo, why: [...why] };
}

const newLine = ({ place: _, ...line }: IncomingLine, position: number): DocumentLine => ({ ...line, position });

/** A line as it was; the case size only where a document or the item master gave one. */
function knownLine(line: Line): DocumentLine {
  const { position, asin, vendorSku, gtin, buyerPart, title, unit, unitSize, quantity, cost, currency, backOrderAllowed } = line;
  return { line: line.line, position, asin, vendorSku, gtin, buyerPart, title, unit, unitSize, quantity, cost, currency, backOrderAllowed };
}

function nextLine(before: Line | undefined, line: IncomingLine, position: number): DocumentLine {
  const next = newLine(line, position);
  if (!before) return next;
  const samePlainUnit = before.unit === next.unit;
  return {
    ...next,
    asin: next.asin ?? before.asin,
    vendorSku: next.vendorSku ?? before.vendorSku,
    gtin: next.gtin ?? before.gtin,
    buyerPart: next.buyerPart ?? before.buyerPart,
    title: next.title ?? before.title,
    unitSize: next.unitSize ?? (samePlainUnit ? before.unitSize : null),
    cost: next.cost ?? (samePlainUnit ? before.cost : null),
    currency: next.currency ?? before.currency,
  };
}

const inOrder = (lines: readonly Line[]): readonly Line[] => [...lines].sort((left, right) => left.position - right.position);
const byNumber = (lines: readonly Line[]): ReadonlyMap<string, Line> => new Map(lines.map((line) => [line.line, line]));

function wholeLines(knownLines: readonly Line[], lines: readonly IncomingLine[]): DocumentLine[] {
  const known = byNumber(knownLines);
  const named = new Set(lines.map((line) => line.line));
  const gone = inOrder(knownLines).filter((line) => !named.has(line.line));
  return [
    ...lines.map((line, index) => nextLine(known.get(line.line), line, index + 1)),
    ...gone.map((line, index) => ({ ...knownLine(line), position: lines.length + index + 1, quantity: 0 })),
  ];
}

function mergedLines(knownLines: readonly Line[], lines: readonly IncomingLine[]): DocumentLine[] {
  const known = byNumber(knownLines);
  const changed = new Map(lines.map((line) => [line.line, line]));
  const kept = inOrder(knownLines).map((line) => {
    const change = changed.get(line.line);
    return change ? nextLine(line, change, line.position) : knownLine(line);
  });
  const last = kept.reduce((highest, line) => Math.max(highest, line.position), 0);
  const added = lines.filter((line) => !known.has(line.line)).map((line, index) => newLine(line, last + index + 1));
  return [...kept, ...added];
}
