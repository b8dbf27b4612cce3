import type { ScanLogRow } from '../../../shared/contracts/views.ts';
import type { Scan } from '../../../shared/domain/state/entities.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import { decodeRow } from '../../store/row-codec.ts';
import type { Station } from '../station.ts';

const SHOWN = 10;

/** The last ten confirmed scans of this station, newest first. */
export function recentScans(station: Station): ScanLogRow[] {
  return station.store.statements
    .rows<[string, number]>('SELECT * FROM scan WHERE station = ? ORDER BY station_seq DESC LIMIT ?')
    .all(station.acting, SHOWN)
    .map((row) => decodeRow('scan', row))
    .map((scan) => ({ opId: scan.opId, at: scan.at, code: scan.code, what: wordsOf(scan), undone: scan.undone }));
}

function wordsOf({ kind, eaches, sku, sscc, location }: Scan): Message {
  const params = { eaches, sku: sku ?? '', sscc: sscc ?? '', location: location ?? '' };
  return message(`history.scan.${kind}`, params);
}
