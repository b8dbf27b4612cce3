import type Database from 'better-sqlite3';
import type { WireOperation } from '../../../shared/contracts/sync.ts';
import { instant, type Instant } from '../../../shared/lib/time.ts';
import { wireOf, type OperationRow } from '../journal.ts';

export interface Limit {
  readonly operations: number;
  readonly bytes: number;
}

/** What stands around an operation's texts when it travels as JSON. */
const ENVELOPE_BYTES = 500;
/** Rows read at a time while pending operations are gone through. */
const SLICE = 500;

/**
 * The own operations that are not yet part of the confirmed version, in the order they were written. `sent`: central holds them durably.
 */
export class Outbox {
  readonly #database: Database.Database;
  readonly #add: Database.Statement<[number, number]>;
  readonly #confirm: Database.Statement<[number], { sent: number }>;
  readonly #sent: Database.Statement;
  readonly #place: Database.Statement<[number, string, number]>;
  #counts: { pending: number; unsent: number } | undefined;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#add = database.prepare('INSERT INTO pending (seq, station_seq, sent) VALUES (?, ?, 0)');
    this.#confirm = database.prepare('DELETE FROM pending WHERE seq = ? RETURNING sent');
    this.#sent = database.prepare('SELECT sent FROM pending WHERE seq = ?').pluck();
    this.#place = database.prepare('UPDATE pending SET sent = 1, site_seq = ?, case_ids = ? WHERE seq = ?');
  }

  get pending(): number {
    return this.#count().pending;
  }

  get unsent(): number {
    return this.#count().unsent;
  }

  /** The journal number of the oldest pending operation; infinite when none is. */
  get first(): number {
    return Number(this.#database.prepare('SELECT min(seq) FROM pending').pluck().get() ?? Number.POSITIVE_INFINITY);
  }

  get oldestAt(): Instant | null {
    const at: unknown = this.#database
      .prepare('SELECT occurred_at FROM pending JOIN operation USING (seq) WHERE sent = 0 ORDER BY pending.station_seq LIMIT 1')
      .pluck()
      .get();
    return at === undefined ? null : instant(Number(at));
  }

  add(seq: number, stationSeq: number): void {
    const counts = this.#count();
    this.#add.run(seq, stationSeq);
    counts.pending += 1;
    counts.unsent += 1;
  }

  /** Everything of this station's name that the journal holds begins to wait. */
  addAll(station: string): void {
    this.#database.prepare('INSERT INTO pending (seq, station_seq, sent) SELECT seq, station_seq, 0 FROM operation WHERE station = ? ORDER BY seq').run(station);
    this.reload();
  }

  /** True when the operation was pending. */
  confirm(seq: number): boolean {
    const counts = this.#count();
    if (counts.pending === 0) return false;
    const row = this.#confirm.get(seq);
    if (!row) return false;
    counts.pending -= 1;
    if (row.sent === 0) counts.unsent -= 1;
    return true;
  }

  /** Central has it at `siteSeq`. True when it is pending here. */
  acknowledge(seq: number, siteSeq: number, caseIds: readonly string[]): boolean {
    const counts = this.#count();
    const sent: unknown = this.#sent.get(seq);
    if (sent === undefined) return false;
    this.#place.run(siteSeq, JSON.stringify(caseIds), seq);
    if (sent === 0) counts.unsent -= 1;
    return true;
  }

  /** Central holds all up to a number, where it does not say more of each. */
  acknowledgeUpTo(stationSeq: number): void {
    this.#count().unsent -= this.#database.prepare('UPDATE pending SET sent = 1 WHERE sent = 0 AND station_seq <= ?').run(stationSeq).changes;
  }

  /** Central turned out to lack all after a number. */
  reoffer(stationSeq: number): void {
    this.#count().unsent += this.#database.prepare('UPDATE pending SET sent = 0, site_seq = NULL, case_ids = NULL WHERE sent = 1 AND station_seq > ?').run(stationSeq).changes;
  }

  /** The least number that is not in the order yet; infinite when all are. */
  get oldest(): number {
    return this.#database.prepare<[], number | null>('SELECT min(station_seq) FROM pending').pluck().get() ?? Infinity;
  }

  /** Those whose place in the order was never heard are sent once more, to hear it. */
  reofferUnplaced(): void {
    this.#count().unsent += this.#database.prepare('UPDATE pending SET sent = 0 WHERE sent = 1 AND site_seq IS NULL').run().changes;
  }

  /** Pending operations that a copy of the site at `seq` contains, by the places central gave them. */
  placedUpTo(seq: number): readonly PlacedRow[] {
    return this.#database.prepare<[number], StoredPlace>('SELECT seq, site_seq, case_ids, NULL AS lineage FROM pending WHERE site_seq <= ? ORDER BY seq').all(seq).map(placedRow);
  }

  /** Oldest first; at least one when any waits. */
  next(limit: Limit): readonly WireOperation[] {
    const rows = this.#database
      .prepare<[number], OperationRow>('SELECT operation.* FROM pending JOIN operation USING (seq) WHERE sent = 0 ORDER BY pending.station_seq LIMIT ?')
      .iterate(limit.operations);
    return within(limit, rows).map(wireOf);
  }

  /** The pending operations in the order they were written, a few at a time. */
  *entries(): Generator<OperationRow> {
    const read = this.#database.prepare<[number, number], OperationRow>('SELECT operation.* FROM pending JOIN operation USING (seq) WHERE seq > ? ORDER BY seq LIMIT ?');
    for (let after = 0; ; ) {
      const rows = read.all(after, SLICE);
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.seq;
    }
  }

  /** After a rollback or a change of many: counted anew when next asked. */
  reload(): void {
    this.#counts = undefined;
  }

  #count(): { pending: number; unsent: number } {
    this.#counts ??= {
      pending: Number(this.#database.prepare('SELECT count(*) FROM pending').pluck().get()),
      unsent: Number(this.#database.prepare('SELECT count(*) FROM pending WHERE sent = 0').pluck().get()),
    };
    return this.#counts;
  }
}

/** A journal row whose place central's answer gave. */
export interface PlacedRow {
  readonly seq: number;
  readonly siteSeq: number;
  readonly caseIds: readonly string[];
  /** Null where it is the envelope's incarnation or not known. */
  readonly lineage: number | null;
}

export interface StoredPlace {
  readonly seq: number;
  readonly site_seq: number;
  readonly case_ids: string | null;
  readonly lineage: number | null;
}

export const placedRow = ({ seq, site_seq: siteSeq, case_ids: caseIds, lineage }: StoredPlace): PlacedRow => ({ seq, siteSeq, lineage, caseIds: caseIds === null ? [] : (JSON.parse(caseIds) as string[]) });

/** As many rows as fit, and one in any case. */
export function within<Row extends OperationRow>(limit: Limit, rows: Iterable<Row>): Row[] {
  const taken: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(row.body) + Buffer.byteLength(row.aggregates) + ENVELOPE_BYTES;
    if (taken.length > 0 && bytes > limit.bytes) break;
    taken.push(row);
  }
  return taken;
}
