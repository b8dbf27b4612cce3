import type Database from 'better-sqlite3';
import { hash } from 'node:crypto';
import { aggregatesOf } from '../../shared/contracts/aggregates.ts';
import { isOperationKind, operationBodies, type Operation, type OperationDraft } from '../../shared/contracts/operations.ts';
import type { WireOperation } from '../../shared/contracts/sync.ts';
import type { OperationId, StaffId } from '../../shared/lib/ids.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';

/** Who this store belongs to: written at the store's birth, and anew when an empty store joins a site or its history forks. */
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

export interface OperationRow {
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

/** What a journal row needs of an operation, read or not. */
type Envelope = Omit<WireOperation, 'aggregates' | 'body'> & { readonly aggregates: readonly string[]; readonly body: object };

/** The version of the vocabulary's bodies. */
const BODY_VERSION = 1;

/** Appends to and reads from the operation journal. It knows nothing of projections. */
export class Journal {
  readonly #database: Database.Database;
  #identity: Identity;
  readonly #insert: Database.Statement<Columns>;
  readonly #insertAggregate: Database.Statement<[string, number | bigint]>;
  readonly #find: Database.Statement<[string], { seq: number; hash: string }>;
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
    this.#find = database.prepare('SELECT seq, hash FROM operation WHERE op_id = ?');
    const head = this.#readHead();
    this.#stationSeq = head.stationSeq;
    this.#clock = head.clock;
  }

  /** The number of the newest operation written here. */
  get stationSeq(): number {
    return this.#stationSeq;
  }

  /**
   * Gives a draft its envelope and writes it. The caller's transaction decides whether it stays. The body is what will be
   * read back, fields in the vocabulary's order: who folds the answer has what a rebuild will have, to the letter.
   */
  append(draft: OperationDraft, opId: OperationId, actor: StaffId, now: Instant, baseSeq: number): JournalEntry {
    const body = operationBodies[draft.kind].parse(draft.body);
    this.#tick(now);
    this.#stationSeq += 1;
    const { site, station, incarnation } = this.#identity;
    const unsigned = {
      ...({ kind: draft.kind, body } as OperationDraft),
      opId, site, station, incarnation,
      stationSeq: this.#stationSeq,
      hlc: `${this.#clock.milliseconds}:${this.#clock.counter}`,
      v: BODY_VERSION,
      aggregates: aggregatesOf(draft),
      baseSeq,
      actor,
      occurredAt: now,
    };
    const operation = { ...unsigned, hash: hashOf(unsigned) } satisfies Operation;
    return { seq: this.write(operation), operation };
  }

  /** Writes an operation that already has its envelope: what other stations did, or salvage after damage. Answers its journal number. */
  write(operation: Envelope): number {
    const { lastInsertRowid } = this.#insert.run(
      operation.opId, operation.site, operation.station, operation.incarnation, operation.stationSeq, operation.hlc, operation.kind, operation.v,
      JSON.stringify(operation.aggregates), operation.baseSeq, operation.actor, operation.occurredAt, JSON.stringify(operation.body), operation.hash,
    );
    for (const aggregate of operation.aggregates) this.#insertAggregate.run(aggregate, lastInsertRowid);
    return Number(lastInsertRowid);
  }

  /** After a rollback, a fork or what another writer of the own lineage did: the head is again what the file says. */
  reload(identity: Identity = this.#identity): void {
    this.#identity = identity;
    const head = this.#readHead();
    this.#stationSeq = head.stationSeq;
    this.#clock = head.clock;
  }

  has(opId: string): boolean {
    return this.find(opId) !== undefined;
  }

  find(opId: string): { readonly seq: number; readonly hash: string } | undefined {
    return this.#find.get(opId);
  }

  /** When the newest entry was written, by the clock of the station that wrote it; null for an empty journal. */
  newestAt(): Instant | null {
    return this.#database.prepare<[], Instant>('SELECT occurred_at FROM operation ORDER BY seq DESC LIMIT 1').pluck().get() ?? null;
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

  /**
   * The number to go on from. While own operations wait for central it is the newest of them, whatever else came in under this
   * name; otherwise the newest of the lineage, which after a fork begins where the fork found it. What a second history did
   * under the same name and incarnation does not count: going on from its numbers would leave a gap that nothing can fill.
   */
  #readHead(): { stationSeq: number; clock: { milliseconds: number; counter: number } } {
    const { station, incarnation } = this.#identity;
    const newest = this.#database
      .prepare<[string, number], Head>(`SELECT station_seq, hlc FROM operation WHERE station = ? AND incarnation = ? AND NOT EXISTS (SELECT 1 FROM second_history WHERE second_history.seq = operation.seq)
         ORDER BY station_seq DESC LIMIT 1`)
      .get(station, incarnation);
    const waiting = this.#database.prepare<[], Head>('SELECT operation.station_seq, hlc FROM pending JOIN operation USING (seq) ORDER BY seq DESC LIMIT 1').get();
    const start = Number(this.#database.prepare('SELECT lineage_start FROM membership').pluck().get() ?? 0);
    const [milliseconds = 0, counter = 0] = ((waiting ?? newest)?.hlc ?? '').split(':').map(Number);
    return { stationSeq: waiting?.station_seq ?? Math.max(newest?.station_seq ?? 0, start), clock: { milliseconds, counter } };
  }
}

interface Head {
  readonly station_seq: number;
  readonly hlc: string;
}

/** SHA-256 over the canonical JSON (RFC 8785) of an operation without its hash. */
export function hashOf(unsigned: Omit<Operation, 'hash'>): string {
  return hash('sha256', canonicalJson(unsigned), 'hex');
}

/** An operation as it travels: what its row holds, not checked against the vocabulary. */
export function wireOf(row: OperationRow): WireOperation {
  return {
    opId: row.op_id,
    site: row.site,
    station: row.station,
    incarnation: row.incarnation,
    stationSeq: row.station_seq,
    hlc: row.hlc,
    kind: row.kind,
    v: row.v,
    aggregates: JSON.parse(row.aggregates) as string[],
    baseSeq: row.base_seq,
    actor: row.actor,
    occurredAt: instant(row.occurred_at),
    body: JSON.parse(row.body) as Record<string, unknown>,
    hash: row.hash,
  };
}

/** Checks an operation of unknown age against the vocabulary. */
export function understand(wire: WireOperation): { readonly operation: Operation } | { readonly reason: string } {
  if (!isOperationKind(wire.kind)) return { reason: 'unknown kind' };
  if (wire.v !== BODY_VERSION) return { reason: `unknown version ${wire.v}` };
  const body = operationBodies[wire.kind].safeParse(wire.body);
  if (!body.success) return { reason: body.error.message };
  return { operation: { ...wire, kind: wire.kind, body: body.data } as unknown as Operation };
}

/** Reads a journal row of unknown age. */
export function readEntry(row: OperationRow): JournalEntry | UnreadableEntry {
  const read = understand(wireOf(row));
  if ('reason' in read) return { seq: row.seq, opId: row.op_id, kind: row.kind, reason: read.reason };
  return { seq: row.seq, operation: read.operation };
}
