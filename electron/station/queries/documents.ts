import type { DocumentsView } from '../../../shared/contracts/views.ts';
import { decodeRow } from '../../store/row-codec.ts';
import { outboxPath } from '../../documents/outbox.ts';
import { outboxFolder } from '../outgoing.ts';
import { whyNoX12 } from '../acknowledgement-x12.ts';
import type { Station } from '../station.ts';

const NEWEST = 300;

export function documentsView(station: Station, po: string | null): DocumentsView {
  const { reader } = station;
  const { database } = station.store;
  const folder = outboxFolder(station);
  const outgoing = po === null
    ? database.prepare<[number]>("SELECT * FROM outgoing_document ORDER BY state = 'confirmed', prepared_at DESC, document_id LIMIT ?").all(NEWEST)
    : database.prepare<[string]>('SELECT * FROM outgoing_document WHERE po = ? ORDER BY prepared_at DESC, document_id').all(po);
  const inbound = database.prepare<[number]>('SELECT * FROM inbound_document ORDER BY received_at DESC, document_id DESC LIMIT ?').all(NEWEST).map((row) => decodeRow('inbound', row));
  return {
    outgoing: outgoing.map((raw) => {
      const row = decodeRow('outgoing', raw);
      const alone = row.kind === 'acknowledgement-json' && !reader.find('outgoing', { po: row.po }).some(({ kind, preparedAt }) => kind === 'acknowledgement-855' && preparedAt === row.preparedAt);
      return { ...row, path: outboxPath(folder, row.fileName), noX12: alone ? whyNoX12(reader, row.po, { now: station.now(), station: station.acting }) : null };
    }),
    inbound: po === null ? inbound : inbound.filter(({ orders }) => orders.some((order) => order.po === po)),
    watchedFolder: station.settings.watchedFolder,
    outboxFolder: folder,
  };
}
