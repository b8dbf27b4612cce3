import type Database from 'better-sqlite3';
import type { Operation } from '../../shared/contracts/operations.ts';
import { hashOf } from './journal.ts';

export interface JournalFault {
  readonly seq: number;
  readonly what: 'hash' | 'gap' | 'unreadable';
}

interface Row {
  readonly seq: number;
  readonly op_id: string;
  readonly site: string;
  readonly station: string;
  readonly incarnation: number;
  readonly station_seq: number;
  readonly hlc: string;
  readonly kind: string;
  readonly v: number;
  readonly aggregates: string;
  readonly base_seq: number;
  readonly actor: string;
  readonly occurred_at: number;
  readonly body: string;
  readonly hash: string;
}

/**
 * Proves the journal as it is written, without the vocabulary: every row still has the hash it was written with
 * (`hash`), and each station's numbers follow each other without a gap (`gap`).
 */
export function verifyJournal(database: Database.Database): { readonly operations: number; readonly faults: readonly JournalFault[] } {
  const faults: JournalFault[] = [];
  const last = new Map<string, number>();
  let operations = 0;
  for (const row of database.prepare<[], Row>('SELECT * FROM operation ORDER BY seq').iterate()) {
    operations += 1;
    const source = `${row.station} ${row.incarnation}`;
    if (row.station_seq !== (last.get(source) ?? 0) + 1) faults.push({ seq: row.seq, what: 'gap' });
    last.set(source, row.station_seq);
    const hash = hashOfRow(row);
    if (hash === undefined) faults.push({ seq: row.seq, what: 'unreadable' });
    else if (hash !== row.hash) faults.push({ seq: row.seq, what: 'hash' });
  }
  return { operations, faults };
}

/** Undefined when body or aggregates are no JSON. */
function hashOfRow(row: Row): string | undefined {
  try {
    const unsigned: unknown = {
      kind: row.kind,
      body: JSON.parse(row.body) as unknown,
      opId: row.op_id,
      site: row.site,
      station: row.station,
      incarnation: row.incarnation,
      stationSeq: row.station_seq,
      hlc: row.hlc,
      v: row.v,
      aggregates: JSON.parse(row.aggregates) as unknown,
      baseSeq: row.base_seq,
      actor: row.actor,
      occurredAt: row.occurred_at,
    };
    return hashOf(unsigned as Omit<Operation, 'hash'>);
  } catch {
    return undefined;
  }
}
