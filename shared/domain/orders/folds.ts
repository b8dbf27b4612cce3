import type { DocumentLine, OrderDocument } from '../../contracts/operations.ts';
import type { Instant } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import type { Occurrence } from '../decision.ts';
import type { BodyOf, Folds } from '../folds.ts';
import { differences } from './import/differences.ts';
import { placeStaff } from '../staffing/place.ts';
import { touch } from '../sync/act.ts';
import type { Line, Order, OrderChange } from '../state/entities.ts';
import { countedInEaches } from '../stock/complete-line.ts';
import { matchProduct } from '../stock/match-product.ts';
import { endIfAllShipped, endOrder, isFinal, putLine, putOrder, reviveOrder } from '../state/totals.ts';
import type { Reader, World } from '../state/world.ts';

type OrderKinds =
  | 'document.received'
  | 'order.received'
  | 'order.changed'
  | 'order.cancelled'
  | 'order.closed'
  | 'order.flagged'
  | 'order.flag-released'
  | 'order.pinned'
  | 'order.assigned'
  | 'order.reviewed'
  | 'list.printed';

export const orderFolds: Folds<OrderKinds> = {
  'document.received': (world, body, { occurredAt }) => world.put('inbound', { ...body, receivedAt: occurredAt }),

  /** Two stations may have read a document of the same order without knowing: what the later one says differently is a change. */
  'order.received': (world, body, occurrence) => {
    const known = world.get('order', { po: body.po });
    if (known) return receivedAgain(world, known, body, occurrence);
    const { occurredAt } = occurrence;
    const lines = body.lines.map((line) => newLine(world, body, line));
    world.put('order', newOrder(body, occurredAt, lines));
    for (const line of lines) putLine(world, line);
    resettle(world, body.po, {});
  },

  'order.changed': (world, body, occurrence) => changeOrder(world, body, occurrence),

  'order.cancelled': (world, { po, by }, occurrence) => {
    const before = world.get('order', { po });
    if (!before || before.state === 'cancelled') return;
    endOrder(world, po, 'cancelled', occurrence.occurredAt);
    const gone = before.state === 'shipped' || before.state === 'closed';
    const what = message(gone ? 'orders.change.cancelledTooLate' : by === 'customer' ? 'orders.change.cancelled' : 'orders.change.cancelledHere');
    resettle(world, po, changeOf(before, occurrence, [what]));
  },

  'order.closed': (world, { po }, occurrence) => {
    const before = world.get('order', { po });
    if (!before) return;
    endOrder(world, po, 'closed', occurrence.occurredAt);
    if (world.get('order', { po })?.state !== before.state) resettle(world, po, changeOf(before, occurrence, [message('orders.change.closed')]));
  },

  'order.flagged': (world, { po, hpo, why }, { actor }) => resettle(world, po, { hpo, why, flaggedBy: actor }),
  'order.flag-released': (world, { po, hpo, why }) => resettle(world, po, { hpo, why, flaggedBy: null }),
  'order.pinned': (world, { po, pin, reason }) => resettle(world, po, { pin, pinReason: pin === 0 ? null : reason }),
  'order.assigned': (world, { po, staffIds }, occurrence) => {
    const before = world.get('order', { po });
    if (!before) return;
    for (const staffId of staffIds) if (!before.assigned.includes(staffId)) placeStaff(world, staffId, occurrence);
    resettle(world, po, { assigned: staffIds, assignedBy: touch(before.assignedBy, occurrence) });
  },
  'order.reviewed': (world, { po }) => resettle(world, po, { needsReview: false }),

  'list.printed': (world, { po, revision }) => {
    const order = world.get('order', { po });
    if (order) resettle(world, po, { listRevision: Math.max(revision, order.listRevision ?? 0), listPrints: order.listPrints + 1 });
  },
};

function changeOrder(world: World, body: BodyOf<'order.changed'>, occurrence: Occurrence): void {
  const before = world.get('order', { po: body.po });
  if (!before) return;
  const lines = body.lines.map((line) => changedLine(world, body, line));
  if (body.documentState !== 'cancelled' && body.documentState !== 'closed') reviveOrder(world, body.po);
  const originallyMore = lines.reduce((sum, line) => sum + line.originalRequested - (world.get('line', { po: line.po, line: line.line })?.originalRequested ?? 0), 0);
  for (const line of lines) putLine(world, line);
  const originalRequested = before.originalRequested + originallyMore;
  resettle(world, body.po, { ...headerOf(body, before), ...changeOf(before, occurrence, body.what), originalRequested });
  endIfAllShipped(world, body.po);
}

/** An older document, or one of an order that has ended since, changes nothing. */
function receivedAgain(world: World, known: Order, body: OrderDocument, occurrence: Occurrence): void {
  const older = body.changedAt !== null && known.documentChangedAt !== null && body.changedAt < known.documentChangedAt;
  if (older || isFinal(known.state)) return;
  const what = [...differences(known, world.find('line', { po: known.po }), body)];
  if (what.length > 0) changeOrder(world, { ...body, what }, occurrence);
}

/** Writes fields of an order that is known, and what follows from them. */
function resettle(world: World, po: Order['po'], fields: Partial<Order>): void {
  const order = world.get('order', { po });
  if (order) putOrder(world, { ...order, ...fields });
}

function changeOf(order: Order, occurrence: Occurrence, what: readonly Message[]): Pick<Order, 'revision' | 'changes' | 'needsReview' | 'changedBy'> {
  const afterAcknowledgement = order.acknowledgementVersion > 0;
  const change: OrderChange = { at: occurrence.occurredAt, revision: order.revision + 1, what, afterAcknowledgement };
  return { revision: change.revision, changes: [...order.changes, change], needsReview: order.needsReview || afterAcknowledgement, changedBy: touch(order.changedBy, occurrence) };
}

type Header = Pick<
  Order,
  | 'orderType' | 'rush' | 'hpo' | 'why' | 'orderDate' | 'windowKind' | 'windowStart' | 'windowEnd' | 'acknowledgeBy' | 'shipBy' | 'vendorCode' | 'buyer'
  | 'shipToId' | 'shipTo' | 'freightTerm' | 'notes' | 'warnings' | 'documentId' | 'documentChangedAt'
>;

/** The document's own fields. The word of a person who flagged by hand outranks the document's verdict. */
function headerOf(body: OrderDocument, before: Order | undefined): Header {
  const byHand = before !== undefined && before.flaggedBy !== null;
  return {
    orderType: body.orderType, rush: body.rush, hpo: byHand ? before.hpo : body.hpo, why: byHand ? before.why : body.why,
    orderDate: body.orderDate, windowKind: body.windowKind, windowStart: body.windowStart, windowEnd: body.windowEnd,
    acknowledgeBy: body.acknowledgeBy, shipBy: body.shipBy, vendorCode: body.vendorCode, buyer: body.buyer, shipToId: body.shipToId,
    shipTo: body.shipTo, freightTerm: body.freightTerm, notes: body.notes, warnings: body.warnings, documentId: body.documentId,
    documentChangedAt: body.changedAt,
  };
}

function newOrder(body: OrderDocument, receivedAt: Instant, lines: readonly Line[]): Order {
  return {
    ...headerOf(body, undefined),
    po: body.po, channel: body.channel, flaggedBy: null, state: 'received', revision: 1, receivedAt, latestStart: null, pin: 0, pinReason: null,
    lineCount: 0, incompleteLines: 0, originalRequested: lines.reduce((sum, line) => sum + line.originalRequested, 0),
    requested: 0, accepted: 0, rejected: 0, backordered: 0, picked: 0, packed: 0, shipped: 0, shippedInWindow: 0,
    firstAcknowledgedAt: null, acknowledgedAt: null, acknowledgementVersion: 0, changes: [], needsReview: false, cancelledAt: null,
    shippedAt: null, assigned: [], listRevision: null, listPrints: 0, acknowledgedBy: null, changedBy: null, assignedBy: null,
  };
}

type LineFacts = Omit<Line, 'accepted' | 'rejected' | 'backordered' | 'rejectionReason' | 'finallyRejected' | 'downConfirmed' | 'downConfirmedAt' | 'acknowledged' | 'picked' | 'packed' | 'shipped' | 'shippedInWindow' | 'short' | 'shipDate' | 'originalRequested' | 'workedBy'>;

/** A document's line in eaches. What it leaves unsaid about the product comes from the revision before, else from the item master. */
function lineFacts(reader: Reader, body: OrderDocument, line: DocumentLine, before: Line | undefined): LineFacts {
  const sameProduct = before !== undefined && before.sku !== null && before.asin === line.asin && before.vendorSku === line.vendorSku && before.gtin === line.gtin;
  const product = sameProduct ? reader.get('product', { sku: before.sku }) : matchProduct(reader, line);
  const unitSize = line.unit === 'eaches' ? 1 : (line.unitSize ?? (before?.unit === 'cases' ? before.unitSize : null) ?? product?.caseSize ?? null);
  return {
    po: body.po, line: line.line, position: line.position, asin: line.asin, vendorSku: line.vendorSku, gtin: line.gtin, buyerPart: line.buyerPart,
    title: line.title, unit: line.unit, unitSize, quantity: line.quantity, cost: line.cost, currency: line.currency,
    backOrderAllowed: line.backOrderAllowed, sku: product?.sku ?? null, requested: line.quantity * (unitSize ?? 1),
  };
}

function newLine(reader: Reader, body: OrderDocument, line: DocumentLine): Line {
  const facts = lineFacts(reader, body, line, undefined);
  return {
    ...facts, originalRequested: facts.requested, accepted: 0, rejected: 0, backordered: 0, rejectionReason: null, finallyRejected: false, downConfirmed: 0, downConfirmedAt: null,
    acknowledged: false, picked: 0, packed: 0, shipped: 0, shippedInWindow: 0, short: 0, shipDate: null, workedBy: null,
  };
}

/** The line after a change. A line that the first document did not have adds nothing to what was originally asked for. */
function changedLine(reader: Reader, body: OrderDocument, line: DocumentLine): Line {
  const before = reader.get('line', { po: body.po, line: line.line });
  if (!before) return { ...newLine(reader, body, line), originalRequested: 0 };
  const facts = lineFacts(reader, body, line, before);
  const counted = before.unitSize === null && facts.unitSize !== null && facts.unit === 'cases' ? countedInEaches(before, facts.unitSize) : before;
  return { ...counted, ...facts, ...answersWithin(counted, facts.requested) };
}

/**
 * What stands of the answers when the customer asks for less: units still open go first, then rejected, then back-ordered and at last
 * accepted ones, so that requested = accepted + rejected + back-ordered + open holds. What was picked stays picked: it happened.
 */
function answersWithin(before: Line, requested: number): Pick<Line, 'accepted' | 'rejected' | 'backordered' | 'rejectionReason' | 'short'> {
  const accepted = Math.min(before.accepted, requested);
  const backordered = Math.min(before.backordered, requested - accepted);
  const rejected = Math.min(before.rejected, requested - accepted - backordered);
  return { accepted, backordered, rejected, rejectionReason: rejected > 0 ? before.rejectionReason : null, short: Math.min(before.short, Math.max(0, accepted - before.picked)) };
}
