import type Database from 'better-sqlite3';
import type { WireOperation } from '../../../shared/contracts/sync.ts';
import { wireOf, type OperationRow } from '../journal.ts';
import { placedRow, within, type Limit, type PlacedRow, type StoredPlace } from './outbox.ts';

/** Operations of a former life of central, with the numbers they had in it; of one life at a time, the oldest first. */
export interface RecoveredPage {
  readonly epoch: string;
  readonly operations: readonly { readonly siteSeq: number; readonly lineage?: number; readonly seen?: number; readonly op: WireOperation }[];
}

type Row = OperationRow & { readonly epoch: string; readonly site_seq: number; readonly lineage: number | null; readonly seen: number | null };

/**
 * What this store holds of the site's order and a restored central may have lost. Offered in the old order, and kept until
 * it is part of the confirmed version again.
 */
export class Recovered {
  readonly #database: Database.Database;
  #empty: boolean;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#empty = this.#isEmpty();
  }

  /** True when there is none, sent or not. */
  get empty(): boolean {
    return this.#empty;
  }

  get unsent(): number {
    return this.#empty ? 0 : Number(this.#database.prepare('SELECT count(*) FROM recovered WHERE sent = 0').pluck().get());
  }

  /** All that was confirmed after `common` in the life that ended. */
  takeAfter(common: number, epoch: string): void {
    this.#database.prepare('UPDATE recovered SET sent = 0, placed = NULL, case_ids = NULL').run();
    this.#database
      .prepare('INSERT OR IGNORE INTO recovered (seq, epoch, site_seq, sent, lineage, seen) SELECT seq, ?, site_seq, 0, lineage, seen FROM confirmed WHERE site_seq > ? ORDER BY site_seq')
      .run(epoch, common);
    this.reload();
  }

  /** What other stations did and a journal without its place in the order holds. */
  takeForeign(station: string, epoch: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO recovered (seq, epoch, site_seq, sent) SELECT seq, ?, seq, 0 FROM operation WHERE station <> ? ORDER BY seq').run(epoch, station);
    this.reload();
  }

  take(seq: number, epoch: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO recovered (seq, epoch, site_seq, sent) VALUES (?, ?, ?, 0)').run(seq, epoch, seq);
    this.#empty = false;
  }

  next(limit: Limit): RecoveredPage {
    if (this.#empty) return { epoch: '', operations: [] };
    const rows = this.#database
      .prepare<[number], Row>(
        `SELECT operation.*, recovered.epoch, recovered.site_seq, recovered.lineage, recovered.seen FROM recovered JOIN operation USING (seq) WHERE sent = 0
         AND epoch = (SELECT epoch FROM recovered WHERE sent = 0 ORDER BY epoch, site_seq LIMIT 1) ORDER BY recovered.site_seq LIMIT ?`,
      )
      .iterate(limit.operations);
    const taken = within(limit, rows);
    return { epoch: taken[0]?.epoch ?? '', operations: taken.map((row) => ({ siteSeq: row.site_seq, ...(row.lineage === null ? {} : { lineage: row.lineage }), ...(row.seen === null ? {} : { seen: row.seen }), op: wireOf(row) })) };
  }

  /** Central has it at `siteSeq` of its new life. */
  acknowledge(seq: number, siteSeq: number, caseIds: readonly string[]): void {
    if (!this.#empty) this.#database.prepare('UPDATE recovered SET sent = 1, placed = ?, case_ids = ? WHERE seq = ?').run(siteSeq, JSON.stringify(caseIds), seq);
  }

  /** Those that a copy of the site at `seq` contains. */
  placedUpTo(seq: number): readonly PlacedRow[] {
    if (this.#empty) return [];
    return this.#database.prepare<[number], StoredPlace>('SELECT seq, placed AS site_seq, case_ids, lineage FROM recovered WHERE placed <= ? ORDER BY placed').all(seq).map(placedRow);
  }

  /** It came back in the site's order. */
  confirm(seq: number): void {
    if (this.#empty) return;
    if (this.#database.prepare('DELETE FROM recovered WHERE seq = ?').run(seq).changes > 0) this.reload();
  }

  /** A copy of the site at `siteSeq` contains those that central placed up to there. */
  confirmUpTo(siteSeq: number): void {
    this.#database.prepare('DELETE FROM recovered WHERE placed <= ?').run(siteSeq);
    this.reload();
  }

  reload(): void {
    this.#empty = this.#isEmpty();
  }

  #isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM recovered LIMIT 1').get() === undefined;
  }
}
