import type Database from 'better-sqlite3';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { aggregatesOf } from '../../shared/contracts/aggregates.ts';
import { isOperationKind, operationBodies, type Operation, type OperationDraft } from '../../shared/contracts/operations.ts';
import type { OperationId, StaffId } from '../../shared/lib/ids.ts';
import type { Instant } from '../../shared/lib/time.ts';

/** Who this store belongs to; written once, at the store's birth. */
export interface Identity {
  readonly site: string;
  readonly station: string;
  readonly incarnation: number;
  readonly demo: boolean;
}

/** An operation with its local journal number. */
export interface JournalEntry {
  readonly seq: number;
  readonly operation: Operation;
}

/** An entry whose kind or shape this release does not know: kept, shown, never dropped. */
export interface UnreadableEntry {
  readonly seq: number;
  readonly opId: string;
  readonly kind: string;
  readonly reason: string;
}

type Columns = [string, string, string, number, number, string, string, number, string, number, string, number, string, string];

interface OperationRow {
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

/** Appends to and reads from the operation journal. It knows nothing of projections. */
export class Journal {
  readonly #database: Database.Database;
  readonly #identity: Identity;
  readonly #insert: Database.Statement<Columns>;
  readonly #insertAggregate: Database.Statement<[string, number | bigint]>;
  #stationSeq: number;
  #clock: { milliseconds: number; counter: number };

  constructor(database: Database.Database, identity: Identity) {
    this.#database = database;
    this.#identity = identity;
    this.#insert = database.prepare(
      `INSERT INTO operation (op_id, site, station, incarnation, station_seq, hlc, kind, v, aggregates, base_seq, actor, occurred_at, body, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertAggregate = database.prepare('INSERT OR IGNORE INTO operation_aggregate (aggregate, seq) VALUES (?, ?)');
    const head = this.#readHead();
    this.#stationSeq = head.stationSeq;
    this.#clock = head.clock;
  }

  /**
   * Gives a draft its envelope and writes it. The caller's transaction decides whether it stays. The body is what will be
   * read back, fields in the vocabulary's order: who folds the answer has what a rebuild will have, to the letter.
   */
  append(draft: OperationDraft, opId: OperationId, actor: StaffId, now: Instant): Operation {
    const body = operationBodies[draft.kind].parse(draft.body);
    this.#tick(now);
    this.#stationSeq += 1;
    const { site, station, incarnation } = this.#identity;
    const unsigned = {
      ...({ kind: draft.kind, body } as OperationDraft),
      opId, site, station, incarnation,
      stationSeq: this.#stationSeq,
      hlc: `${this.#clock.milliseconds}:${this.#clock.counter}`,
      v: 1,
      aggregates: aggregatesOf(draft),
      baseSeq: 0,
      actor,
      occurredAt: now,
    };
    const operation = { ...unsigned, hash: hashOf(unsigned) } satisfies Operation;
    this.write(operation);
    return operation;
  }

  /** Writes an operation that already has its envelope: salvage after damage, and later what other stations did. */
  write(operation: Operation): void {
    const { lastInsertRowid } = this.#insert.run(
      operation.opId, operation.site, operation.station, operation.incarnation, operation.stationSeq, operation.hlc, operation.kind, operation.v,
      JSON.stringify(operation.aggregates), operation.baseSeq, operation.actor, operation.occurredAt, JSON.stringify(operation.body), operation.hash,
    );
    for (const aggregate of operation.aggregates) this.#insertAggregate.run(aggregate, lastInsertRowid);
  }

  /** After a rollback: the head is again what the file says. */
  reload(): void {
    const head = this.#readHead();
    this.#stationSeq = head.stationSeq;
    this.#clock = head.clock;
  }

  has(opId: string): boolean {
    return this.#database.prepare<[string]>('SELECT 1 FROM operation WHERE op_id = ?').get(opId) !== undefined;
  }

  length(): number {
    return Number(this.#database.prepare('SELECT coalesce(max(seq), 0) FROM operation').pluck().get());
  }

  /** Entries after `after` in journal order, at most `limit`, optionally of one aggregate. Unreadable ones go to `onUnreadable`. */
  read(after: number, limit: number, onUnreadable: (entry: UnreadableEntry) => void, aggregate?: string): JournalEntry[] {
    const rows = aggregate === undefined
      ? this.#database.prepare<[number, number], OperationRow>('SELECT * FROM operation WHERE seq > ? ORDER BY seq LIMIT ?').all(after, limit)
      : this.#database
          .prepare<[string, number, number], OperationRow>(
            'SELECT operation.* FROM operation_aggregate JOIN operation USING (seq) WHERE aggregate = ? AND seq > ? ORDER BY seq LIMIT ?',
          )
          .all(aggregate, after, limit);
    const entries: JournalEntry[] = [];
    for (const row of rows) {
      const entry = readEntry(row);
      if ('reason' in entry) onUnreadable(entry);
      else entries.push(entry);
    }
    return entries;
  }

  #tick(now: Instant): void {
    const { milliseconds, counter } = this.#clock;
    this.#clock = now > milliseconds ? { milliseconds: now, counter: 0 } : { milliseconds, counter: counter + 1 };
  }

  #readHead(): { stationSeq: number; clock: { milliseconds: number; counter: number } } {
    const row = this.#database
      .prepare<[string, number], { station_seq: number; hlc: string }>(
        'SELECT station_seq, hlc FROM operation WHERE station = ? AND incarnation = ? ORDER BY station_seq DESC LIMIT 1',
      )
      .get(this.#identity.station, this.#identity.incarnation);
    const [milliseconds = 0, counter = 0] = (row?.hlc ?? '').split(':').map(Number);
    return { stationSeq: row?.station_seq ?? 0, clock: { milliseconds, counter } };
  }
}

/** SHA-256 over the canonical JSON (RFC 8785) of an operation without its hash. */
export function hashOf(unsigned: Omit<Operation, 'hash'>): string {
  return createHash('sha256').update(canonicalize(unsigned) ?? '').digest('hex');
}

/** Reads a journal row of unknown age: its kind and body are checked against the vocabulary. */
export function readEntry(row: OperationRow): JournalEntry | UnreadableEntry {
  const unreadable = (reason: string): UnreadableEntry => ({ seq: row.seq, opId: row.op_id, kind: row.kind, reason });
  if (!isOperationKind(row.kind)) return unreadable('unknown kind');
  const body = operationBodies[row.kind].safeParse(JSON.parse(row.body));
  if (!body.success) return unreadable(body.error.message);
  const operation = {
    kind: row.kind,
    body: body.data,
    opId: row.op_id,
    site: row.site,
    station: row.station,
    incarnation: row.incarnation,
    stationSeq: row.station_seq,
    hlc: row.hlc,
    v: row.v,
    aggregates: JSON.parse(row.aggregates) as string[],
    baseSeq: row.base_seq,
    actor: row.actor,
    occurredAt: row.occurred_at,
    hash: row.hash,
  } as unknown as Operation;
  return { seq: row.seq, operation };
}
