import type Database from 'better-sqlite3';
import type { Operation } from '../../../shared/contracts/operations.ts';
import { occurrenceOf } from '../../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../../shared/domain/sync/apply.ts';
import type { World } from '../../../shared/domain/state/world.ts';
import { readEntry, type JournalEntry } from '../journal.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import { ConfirmedRows } from './confirmed-rows.ts';
import { ConfirmedWorld } from './confirmed-world.ts';
import { Footprint } from './footprint.ts';
import type { Outbox } from './outbox.ts';
import { PendingWorld } from './pending-world.ts';

/**
 * What people see is the confirmed version with the pending operations laid over it. The confirmed version is at any time: what was
 * kept of each row that a pending operation changed, and every other row as it is seen.
 */
export class Layers {
  readonly #shown: SqliteWorld;
  readonly #outbox: Outbox;
  readonly #lineage: () => number;
  readonly #rows: ConfirmedRows;
  readonly #footprint = new Footprint();
  readonly #pending: PendingWorld;
  readonly #confirmed: ConfirmedWorld;
  /** False after a start or a rollback while something is pending: what its folds read is not remembered then. */
  #remembers: boolean;
  #disturbed = false;

  /** @param lineage under which central will file what is pending. */
  constructor(database: Database.Database, shown: SqliteWorld, outbox: Outbox, lineage: () => number) {
    this.#lineage = lineage;
    this.#shown = shown;
    this.#outbox = outbox;
    this.#rows = new ConfirmedRows(database);
    this.#pending = new PendingWorld(shown, this.#rows, this.#footprint);
    this.#confirmed = new ConfirmedWorld(shown, this.#rows);
    this.#remembers = outbox.pending === 0;
  }

  /** The site as its order alone makes it. */
  get confirmed(): World {
    return this.#confirmed;
  }

  /** Lays one more pending operation on top. */
  add({ seq, operation }: JournalEntry): void {
    this.#pending.seq = seq;
    applyOperation(this.#pending, operation, occurrenceOf(operation, null, this.#lineage()));
  }

  /** Lets a confirmed operation of somebody else be folded, and takes note when it changes what the pending ones built on. */
  watch(fold: () => void): void {
    if (this.#outbox.pending === 0 || this.#disturbed) return fold();
    if (!this.#remembers) this.#disturbed = true;
    this.#confirmed.watcher = (kind, key, before, after) => {
      if (this.#rows.has(kind, key) || this.#footprint.meets(kind, key, before, after)) this.#disturbed = true;
    };
    try {
      fold();
    } finally {
      this.#confirmed.watcher = undefined;
    }
  }

  /** Whether the pending operations must be laid over the confirmed version again; asking takes the note away. */
  takeDisturbance(): boolean {
    const disturbed = this.#disturbed && this.#outbox.pending > 0;
    this.#disturbed = false;
    return disturbed;
  }

  /** Rows that only confirmed operations changed by now are what the confirmed version says of them. */
  settle(): void {
    this.#rows.settle(this.#shown, this.#outbox.first);
    if (this.#outbox.pending === 0) this.#begin();
  }

  /** Takes the pending operations off and lays them on again. Answers them. */
  relay(): readonly Operation[] {
    this.#rows.settle(this.#shown, Number.POSITIVE_INFINITY);
    return this.#lay();
  }

  /** What people see has just become the confirmed version by other means: lays the pending operations on it. */
  relayOver(): readonly Operation[] {
    this.#rows.clear();
    return this.#lay();
  }

  flush(): void {
    this.#shown.flush();
    this.#rows.flush();
  }

  /** Nothing is kept of the confirmed version: it is in tables of its own. */
  leave(): void {
    this.#rows.clear();
    this.#begin();
  }

  /** After a rollback. */
  forget(): void {
    this.#rows.reload();
    this.#footprint.clear();
    this.#disturbed = false;
    this.#remembers = this.#outbox.pending === 0;
  }

  #begin(): void {
    this.#footprint.clear();
    this.#remembers = true;
    this.#disturbed = false;
  }

  #lay(): readonly Operation[] {
    this.#begin();
    const laid: Operation[] = [];
    for (const row of this.#outbox.entries()) {
      const entry = readEntry(row);
      if ('reason' in entry) continue;
      this.add(entry);
      laid.push(entry.operation);
    }
    this.flush();
    return laid;
  }
}

