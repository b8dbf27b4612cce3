import type { ScanLogRow } from '../../../shared/contracts/views.ts';
import type { Scan } from '../../../shared/domain/state/entities.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import { decodeRow } from '../../store/row-codec.ts';
import type { Station } from '../station.ts';

const SHOWN = 10;

/** The last ten acts of this station, newest first: a move of many goods is one, as undo takes it back as one. */
export function recentScans(station: Station): ScanLogRow[] {
  const { store, acting } = station;
  return store.statements
    .rows<[string, number]>('SELECT * FROM scan WHERE station = ? AND previous IS NULL ORDER BY station_seq DESC LIMIT ?')
    .all(acting, SHOWN)
    .map((row) => decodeRow('scan', row))
    .map((scan, index, newest) => {
      const parts = MAY_HAVE_PARTS.has(scan.kind) ? [scan, ...partsAfter(station, scan, newest[index - 1])] : [scan];
      return { opId: scan.opId, at: scan.at, code: scan.code, what: wordsOf(scan, parts), undone: scan.undone };
    });
}

const MAY_HAVE_PARTS: ReadonlySet<Scan['kind']> = new Set(['pick', 'unpack']);

/** The further parts of an act, which follow it up to the next one. */
function partsAfter({ store, acting }: Station, { stationSeq }: Scan, next: Scan | undefined): Scan[] {
  return store.statements
    .rows<[string, number, number]>('SELECT * FROM scan WHERE station = ? AND station_seq > ? AND station_seq < ? ORDER BY station_seq')
    .all(acting, stationSeq, next?.stationSeq ?? Number.MAX_SAFE_INTEGER)
    .map((row) => decodeRow('scan', row));
}

function wordsOf({ kind, sku, sscc, location, code }: Scan, parts: readonly Scan[]): Message {
  const moved = parts.find((part) => part.kind === 'pack');
  const lost = parts.find((part) => part.kind === 'damage');
  const counted = moved ?? lost;
  const eaches = parts.reduce((sum, part) => sum + (part.kind === (counted?.kind ?? kind) ? part.eaches : 0), 0);
  const params = { eaches, sku: sku ?? '', sscc: (moved?.sscc ?? sscc) ?? '', location: location ?? '', code };
  if (moved) return message('history.scan.moved', params);
  if (lost) return message('history.scan.damage', params);
  return kind === 'locate' && location === null ? message('history.scan.noted', params) : message(`history.scan.${kind}`, params);
}
