import type { DocumentsView } from '../../../shared/contracts/views.ts';
import { decodeRow } from '../../store/sqlite-world.ts';
import { outboxPath } from '../../documents/outbox.ts';
import { outboxFolder } from '../outgoing.ts';
import type { Station } from '../station.ts';

const NEWEST = 300;

export function documentsView(station: Station, po: string | null): DocumentsView {
  const { database } = station.store;
  const folder = outboxFolder(station);
  const outgoing = po === null
    ? database.prepare<[number]>("SELECT * FROM outgoing_document ORDER BY state = 'confirmed', prepared_at DESC, document_id LIMIT ?").all(NEWEST)
    : database.prepare<[string]>('SELECT * FROM outgoing_document WHERE po = ? ORDER BY prepared_at DESC, document_id').all(po);
  const inbound = database.prepare<[number]>('SELECT * FROM inbound_document ORDER BY received_at DESC, document_id DESC LIMIT ?').all(NEWEST).map((row) => decodeRow('inbound', row));
  return {
    outgoing: outgoing.map((raw) => {
      const row = decodeRow('outgoing', raw);
      return { ...row, path: outboxPath(folder, row.fileName) };
    }),
    inbound: po === null ? inbound : inbound.filter(({ orders }) => orders.some((order) => order.po === po)),
    watchedFolder: station.settings.watchedFolder,
    outboxFolder: folder,
  };
}
