import type Database from 'better-sqlite3';
import type { Operation } from '../../shared/contracts/operations.ts';
import { hashOf, wireOf, type OperationRow } from './journal.ts';
import { Membership } from './sync/membership.ts';

export interface JournalFault {
  /** Journal number; of `order` the last number of the site's order before the hole. */
  readonly seq: number;
  readonly what: 'hash' | 'gap' | 'unreadable' | 'order';
}

/**
 * Proves the journal as it is written, without the vocabulary: every row still has the hash it was written with (`hash`). The numbers
 * of a station that works alone follow each other without a gap (`gap`); in a site, where the same name may have had two histories,
 * the site's order does, from the copy it began with up to the cursor (`order`).
 */
export function verifyJournal(database: Database.Database): { readonly operations: number; readonly faults: readonly JournalFault[] } {
  const { state } = new Membership(database);
  const faults: JournalFault[] = [];
  const last = new Map<string, number>();
  let operations = 0;
  for (const row of database.prepare<[], OperationRow>('SELECT * FROM operation ORDER BY seq').iterate()) {
    operations += 1;
    const source = `${row.station} ${row.incarnation}`;
    if (!state && row.station_seq !== (last.get(source) ?? 0) + 1) faults.push({ seq: row.seq, what: 'gap' });
    last.set(source, row.station_seq);
    const hash = hashOfRow(row);
    if (hash === undefined) faults.push({ seq: row.seq, what: 'unreadable' });
    else if (hash !== row.hash) faults.push({ seq: row.seq, what: 'hash' });
  }
  return { operations, faults: state ? [...faults, ...holes(database, state.base, state.after)] : faults };
}

function holes(database: Database.Database, base: number, after: number): JournalFault[] {
  const faults: JournalFault[] = [];
  let expected = base + 1;
  for (const siteSeq of database.prepare<[number, number], number>('SELECT site_seq FROM confirmed WHERE site_seq > ? AND site_seq <= ? ORDER BY site_seq').pluck().iterate(base, after)) {
    if (siteSeq !== expected) faults.push({ seq: expected - 1, what: 'order' });
    expected = siteSeq + 1;
  }
  if (expected <= after) faults.push({ seq: expected - 1, what: 'order' });
  return faults;
}

/** Undefined when body or aggregates are no JSON. */
function hashOfRow(row: OperationRow): string | undefined {
  try {
    const { hash: _, ...unsigned } = wireOf(row);
    return hashOf(unsigned as unknown as Omit<Operation, 'hash'>);
  } catch {
    return undefined;
  }
}
