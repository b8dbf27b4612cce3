import type { OutgoingDocumentView, OutgoingPage } from '../../shared/contracts/central.ts';
import { decideDocumentState } from '../../shared/domain/acknowledgement/document.ts';
import { isHeldBack } from '../../shared/domain/shipment/held-back.ts';
import type { OutgoingDocument, OutgoingState } from '../../shared/domain/state/entities.ts';
import { settingsOf } from '../../shared/domain/state/totals.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { documentId } from '../../shared/lib/ids.ts';
import { MINUTE } from '../../shared/lib/time.ts';
import { say, sayMessage } from '../../shared/messages/say.ts';
import type { Central } from '../central.ts';
import { HttpProblem } from '../http/problem.ts';

interface Prepared {
  readonly site_seq: number;
  readonly envelope: string;
  readonly [column: string]: unknown;
}

/** How long a document without its bytes holds up those after it: its station sends them before the operation, so they are near. */
const PATIENCE = 10 * MINUTE;

/** Prepared documents in the site's order, with their bytes. One that is held back is passed by: deciding for it prepares another. */
export async function outgoingPage(central: Central, site: string, query: { readonly after: number; readonly limit: number; readonly state: OutgoingState | 'any' }): Promise<OutgoingPage> {
  const prepared = await central.database.query<Prepared>(
    `SELECT site_seq, envelope FROM operation WHERE site_id = $1 AND site_seq > $2 AND kind = 'document.prepared' ORDER BY site_seq LIMIT $3`,
    [site, query.after, query.limit],
  );
  const { result: rows } = await central.orders.of(site).read((reader) => {
    // The site hands its documents over at its stations: nothing may leave twice.
    return settingsOf(reader).handOver === 'central' ? prepared.map((each) => rowOf(reader, each)) : [];
  });
  const documents: OutgoingDocumentView[] = [];
  let next = query.after;
  for (const { siteSeq, row, held } of rows) {
    if (row && !held && (query.state === 'any' || row.state === query.state)) {
      const bytes = await central.blobs.get(site, row.sha256);
      if (!bytes && central.now() - row.preparedAt < PATIENCE) break;
      documents.push(viewOf(row, siteSeq, bytes));
    }
    next = siteSeq;
  }
  return { documents, next };
}

function rowOf(reader: Reader, { site_seq: siteSeq, envelope }: Prepared): { readonly siteSeq: number; readonly row: OutgoingDocument | undefined; readonly held: boolean } {
  const { body } = JSON.parse(envelope) as { readonly body: { readonly documentId: string } };
  const row = reader.get('outgoing', { documentId: documentId(body.documentId) });
  return { siteSeq, row, held: row !== undefined && isHeldBack(reader, row) };
}

const viewOf = ({ documentId: id, kind, po, shipmentId, fileName, sha256, state, preparedAt, dueBy }: OutgoingDocument, siteSeq: number, bytes: Uint8Array | undefined): OutgoingDocumentView => ({
  documentId: id, kind, po, shipmentId, fileName, sha256, state, preparedAt, dueBy, siteSeq, content: bytes ? Buffer.from(bytes).toString('base64') : null,
});

/** A gateway says what became of a document. Saying the same again is no fault: its answer may have been lost. */
export async function setDocumentState(central: Central, site: string, id: string, state: Exclude<OutgoingState, 'prepared'>, note: string | null): Promise<void> {
  const { result } = await central.orders.of(site).decide((reader, context) => {
    if (reader.get('outgoing', { documentId: documentId(id) })?.state === state) return { ok: true, operations: [], result: undefined };
    return decideDocumentState(reader, { documentId: documentId(id), state, note }, context);
  });
  if (result.ok) return;
  const { code, params, where, hint } = result.refusal;
  const words = `${where}: ${say('en', code, params)}${hint ? ` ${sayMessage('en', hint)}` : ''}`;
  throw new HttpProblem(code === 'acknowledgement.refused.unknownDocument' ? 'notFound' : 'invalid', words);
}
