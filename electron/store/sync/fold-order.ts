import type Database from 'better-sqlite3';
import { gunzipSync } from 'node:zlib';
import { occurrenceOf } from '../../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../../shared/domain/sync/apply.ts';
import type { EntityKind } from '../../../shared/domain/state/entities.ts';
import { readEntry, type OperationRow, type UnreadableEntry } from '../journal.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import { wholeRow } from '../whole-row.ts';
import { tableOf } from '../columns.ts';
import type { Row } from '../row-codec.ts';
import { CopyRefused } from './refusals.ts';

const PAGE = 1_000;
/** A chunk that unpacks to more is not one of central's. */
const LARGEST_CHUNK = 256 * 1024 * 1024;

/** Folds the site's order after `after` as this store holds it; what it cannot read is left out and told. Answers how many were read. */
export function foldOrder(database: Database.Database, world: SqliteWorld, after: number, onUnreadable: (entry: UnreadableEntry, row: OperationRow, siteSeq: number) => void): number {
  const read = database.prepare<[number, number], OperationRow & { readonly site_seq: number; readonly lineage: number | null; readonly seen: number | null }>(
    'SELECT operation.*, confirmed.site_seq, confirmed.lineage, confirmed.seen FROM confirmed JOIN operation USING (seq) WHERE site_seq > ? ORDER BY site_seq LIMIT ?',
  );
  let count = 0;
  for (let from = after; ; ) {
    const rows = read.all(from, PAGE);
    for (const row of rows) {
      const entry = readEntry(row);
      if ('reason' in entry) {
        onUnreadable(entry, row, row.site_seq);
        continue;
      }
      applyOperation(world, entry.operation, occurrenceOf(entry.operation, row.site_seq, row.lineage ?? undefined, row.seen ?? undefined));
      count += 1;
    }
    world.flush();
    const last = rows.at(-1);
    if (!last) return count;
    from = last.site_seq;
  }
}

/** Loads the chunks of a copy that are here: of the one that the confirmed version began with, or of the one that is coming in. */
export function loadCopy(database: Database.Database, world: SqliteWorld, incoming: boolean): void {
  const read = database.prepare<[number, number], { number: number; bytes: Uint8Array }>(
    'SELECT number, bytes FROM snapshot_chunk WHERE incoming = ? AND number > ? ORDER BY number LIMIT 1',
  );
  const which = incoming ? 1 : 0;
  for (let chunk = read.get(which, -1); chunk; chunk = read.get(which, chunk.number)) loadChunk(world, chunk.bytes);
}

/** Puts a chunk's rows into a world and answers how many it has. Kinds of rows that this release does not know are passed over. */
export function loadChunk(world: SqliteWorld, bytes: Uint8Array): number {
  const text = gunzipSync(bytes, { maxOutputLength: LARGEST_CHUNK }).toString('utf8');
  let rows = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    rows += 1;
    const [kind, row] = readLine(line);
    if (isKind(kind)) world.put(kind, wholeRow(kind, row));
  }
  world.flush();
  return rows;
}

const isKind = (kind: string): kind is EntityKind => Object.hasOwn(tableOf, kind);

function readLine(line: string): readonly [string, Row] {
  const parsed: unknown = JSON.parse(line);
  if (!Array.isArray(parsed)) throw new CopyRefused('a line of the copy is no row');
  const [kind, row] = parsed as readonly unknown[];
  if (typeof kind !== 'string' || typeof row !== 'object' || row === null) throw new CopyRefused('a line of the copy is no row');
  return [kind, row as Row];
}
