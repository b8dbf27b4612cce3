import { decidePace } from '../../shared/domain/settings/decide-settings.ts';
import { DAY } from '../../shared/lib/time.ts';
import { decodeRow } from '../store/row-codec.ts';
import type { Station } from './station.ts';

/** Scans older than this say nothing about today's pace. */
const LOOK_BACK = 14 * DAY;
const MOST_SCANS = 5_000;

/** Takes over the pace that the latest scans show. */
export function updatePace(station: Station): void {
  const rows = station.store.database
    .prepare<[number, number]>('SELECT * FROM (SELECT * FROM scan ORDER BY rowid DESC LIMIT ?) WHERE at > ? ORDER BY station_seq')
    .all(MOST_SCANS, station.now() - LOOK_BACK)
    .map((row) => decodeRow('scan', row));
  station.decideAsStation((reader) => decidePace(reader, rows));
}
