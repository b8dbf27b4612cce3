import type { AcknowledgedLine, AcknowledgementDocument, Interchange } from '../../documents/outgoing.ts';
import { documentId, type DocumentId, type PoNumber } from '../../lib/ids.ts';
import { lineCost } from '../chargebacks/line-cost.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import type { Settings } from '../settings/settings.ts';
import { isHeldBack } from '../shipment/held-back.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Line, OutgoingState } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import { nextSerial } from '../sync/serials.ts';
import type { Reader } from '../state/world.ts';
import { linesInOrder } from './plan.ts';

/** The acknowledgement that an order's answers make now. Undefined while it is unknown or unanswered. */
export function acknowledgementDocument(reader: Reader, po: PoNumber, context: Pick<Context, 'now' | 'station'>): AcknowledgementDocument | undefined {
  const order = reader.get('order', { po });
  if (!order || order.acknowledgementVersion === 0) return undefined;
  const settings = settingsOf(reader);
  return {
    po,
    orderDate: order.orderDate,
    vendorCode: order.vendorCode,
    shipToId: order.shipToId,
    windowKind: order.windowKind,
    at: order.acknowledgedAt ?? context.now,
    lines: linesInOrder(reader, po).map((line) => documentLine(reader, line, settings)),
    // It counts as used once its document is prepared.
    interchange: interchangeOf(settings, nextSerial(reader, context.station, 'interchange')),
  };
}

const interchangeOf = (settings: Settings, controlNumber: number): Interchange => ({
  senderQualifier: settings.ediQualifier, senderId: settings.ediId, receiverQualifier: settings.ediPartnerQualifier, receiverId: settings.ediPartnerId,
  controlNumber, test: settings.ediTest,
});

function documentLine(reader: Reader, line: Line, settings: Settings): AcknowledgedLine {
  const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
  return {
    line: line.line, asin: line.asin, vendorSku: line.vendorSku, gtin: line.gtin, buyerPart: line.buyerPart, unit: line.unit,
    unitSize: line.unitSize ?? 1, ordered: line.requested, accepted: line.accepted, backordered: line.backordered, rejected: line.rejected,
    rejectionReason: line.rejectionReason, cost: lineCost(line, product, settings.currency), shipDate: line.shipDate,
  };
}

/** "Sent" is not "applied": where a document may go from where it stands. A refused one may be handed over again. */
const NEXT: Readonly<Record<OutgoingState, readonly OutgoingState[]>> = {
  prepared: ['handed-over'],
  'handed-over': ['confirmed', 'refused'],
  confirmed: [],
  refused: ['handed-over'],
  withdrawn: [],
};

export const nextStates = (state: OutgoingState): readonly OutgoingState[] => NEXT[state];

/** Words of a message's choice have no hyphens. */
const stateWord = (state: OutgoingState): string => (state === 'handed-over' ? 'handedOver' : state);

export interface DocumentStateChange {
  readonly documentId: DocumentId | string;
  readonly state: OutgoingState;
  readonly note: string | null;
}

/** A person says what has become of a document: given to Amazon, confirmed by Amazon, refused by Amazon. */
export function decideDocumentState(reader: Reader, { documentId: id, state, note }: DocumentStateChange, context: Context): Decision {
  const row = reader.get('outgoing', { documentId: documentId(id) });
  if (!row) return refuse('acknowledgement.refused.unknownDocument', `document ${id}`, {}, 'acknowledgement.hint.seeDocuments');
  const notAllowed = requireRight(context, 'documents', `document ${row.fileName}`);
  if (notAllowed) return notAllowed;
  if (isHeldBack(reader, row)) return refuse('acknowledgement.refused.heldBack', `document ${row.fileName}`, {}, 'shipment.hint.decideCase');
  if (!NEXT[row.state].includes(state)) {
    return refuse('acknowledgement.refused.documentState', `document ${row.fileName}`, { from: stateWord(row.state), to: stateWord(state) }, row.state === 'prepared' ? 'acknowledgement.hint.handOverFirst' : null);
  }
  const text = note?.trim() ?? '';
  return decided([{ kind: 'document.state-changed', body: { documentId: row.documentId, state, note: text === '' ? null : text } }], undefined);
}
