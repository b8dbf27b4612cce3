import { decideDocumentState } from '../../../shared/domain/acknowledgement/document.ts';
import { documentId, poNumber, shipmentId } from '../../../shared/lib/ids.ts';
import { SECOND } from '../../../shared/lib/time.ts';
import { importFiles } from '../imports.ts';
import { prepareAcknowledgement, prepareConfirmation, prepareRouting } from '../outgoing.ts';
import { documentsView } from '../queries/documents.ts';
import { markSeen } from '../refused-files.ts';
import { syncRefusal } from '../sync/enrolment.ts';
import { RefusedError } from '../refused.ts';
import { act, api, notFound, personOf, settle } from './base.ts';

/** A person waits for it. */
const FETCH_LIMIT = 20 * SECOND;

/** A document that another station took in may still be at central only. */
const noSuchBytes = (paired: boolean, fileName: string): RefusedError =>
  paired ? new RefusedError(syncRefusal('sync.refused.noDocument', fileName)) : notFound('documentsScreen.refused.noFile', fileName);

const MEDIA_TYPES = { json: 'application/json', edi: 'application/edi-x12' } as const;

export const documents = {
  list: api.documents.list.handler(({ context, input }) => documentsView(context.station, input.po === undefined ? null : poNumber(input.po))),
  import: api.documents.import.handler(({ context, input }) =>
    importFiles(context.station, input.files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })), input.via, personOf(context)),
  ),
  setState: api.documents.setState.handler(({ context, input }) => {
    act(context, (reader, decision) => decideDocumentState(reader, { ...input, documentId: documentId(input.documentId) }, decision));
    return documentsView(context.station, null);
  }),
  seen: api.documents.seen.handler(({ context: { station }, input }) => {
    if (markSeen(station.store, input.documentId)) station.publisher.publish('event', { type: 'status' });
    return null;
  }),
  file: api.documents.file.handler(async ({ context, input }) => {
    const { reader, store, sync } = context.station;
    const id = documentId(input.documentId);
    const row = reader.get('outgoing', { documentId: id }) ?? reader.get('inbound', { documentId: id });
    if (!row) throw notFound('documentsScreen.refused.noFile', input.documentId);
    const bytes = store.blob(row.sha256) ?? (await sync.document(row.sha256, AbortSignal.timeout(FETCH_LIMIT)));
    if (!bytes) throw noSuchBytes(sync.pairing !== null, row.fileName);
    const isJson = row.fileName.toLowerCase().endsWith('.json');
    return { fileName: row.fileName, mediaType: isJson ? MEDIA_TYPES.json : MEDIA_TYPES.edi, base64: Buffer.from(bytes).toString('base64') };
  }),
  prepare: api.documents.prepare.handler(({ context, input }) => {
    const { station } = context;
    const actor = personOf(context);
    if (input.kind === 'acknowledgement') settle(prepareAcknowledgement(station, actor, poNumber(input.po)));
    else if (input.shipmentId === null) throw notFound('shipment.refused.unknown', input.po, { shipmentId: input.po });
    else settle((input.kind === 'routing' ? prepareRouting : prepareConfirmation)(station, actor, shipmentId(input.shipmentId)));
    return documentsView(station, null);
  }),
};
