import type Database from 'better-sqlite3';
import { understand, wireOf, type OperationRow } from '../journal.ts';

/**
 * Things that an operation changed which this release cannot read: shown, but not worked on until an update. The journal has the
 * operation; a release that knows it folds it at its first start.
 */
export class NeedsUpdate {
  readonly #database: Database.Database;
  #empty: boolean;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#empty = this.#isEmpty();
  }

  get isEmpty(): boolean {
    return this.#empty;
  }

  has(aggregate: string): boolean {
    return !this.#empty && this.#database.prepare('SELECT 1 FROM needs_update WHERE aggregate = ?').get(aggregate) !== undefined;
  }

  all(): readonly string[] {
    return this.#empty ? [] : this.#database.prepare<[], { aggregate: string }>("SELECT DISTINCT aggregate FROM needs_update WHERE aggregate <> '' ORDER BY aggregate").all().map(({ aggregate }) => aggregate);
  }

  add(aggregates: readonly string[], siteSeq: number): void {
    const insert = this.#database.prepare('INSERT OR IGNORE INTO needs_update (aggregate, site_seq) VALUES (?, ?)');
    // Without a name it is still an operation to be read again after an update.
    for (const aggregate of aggregates.length === 0 ? [''] : aggregates) insert.run(aggregate, siteSeq);
    this.reload();
  }

  /** A copy of the site at `siteSeq` contains what was not read here. */
  clearUpTo(siteSeq: number): void {
    this.#database.prepare('DELETE FROM needs_update WHERE site_seq <= ?').run(siteSeq);
    this.reload();
  }

  /** True when this release can read an operation that the one before it could not. */
  canReadMore(): boolean {
    if (this.#empty) return false;
    return this.#database
      .prepare<[], OperationRow>('SELECT operation.* FROM (SELECT DISTINCT site_seq FROM needs_update) JOIN confirmed USING (site_seq) JOIN operation USING (seq)')
      .all()
      .some((row) => 'operation' in understand(wireOf(row)));
  }

  reload(): void {
    this.#empty = this.#isEmpty();
  }

  #isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM needs_update LIMIT 1').get() === undefined;
  }
}
