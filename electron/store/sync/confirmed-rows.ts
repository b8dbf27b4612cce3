import type Database from 'better-sqlite3';
import type { Entities, EntityKind } from '../../../shared/domain/state/entities.ts';
import { MemoryWorld, type AnyRow } from '../../../shared/domain/state/memory-world.ts';
import { keyText, type Key, type Reader } from '../../../shared/domain/state/world.ts';
import type { Row } from '../row-codec.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import { wholeRow } from '../whole-row.ts';

interface Entry {
  readonly kind: EntityKind;
  readonly key: string;
  /** Journal number of the newest pending operation that changed the row people see. */
  seq: number;
  row: object | undefined;
}

interface StoredRow {
  readonly kind: EntityKind;
  readonly key: string;
  readonly row: string | null;
  readonly seq: number;
}

/**
 * The confirmed version of each row that a pending operation changed. Few rows at a time: what is pending is the work since the
 * last answer of central. Kept in memory with the indexes that folds look rows up by, and written at `flush`.
 */
export class ConfirmedRows {
  readonly #database: Database.Database;
  readonly #entries = new Map<string, Entry>();
  readonly #dirty = new Set<string>();
  #rows = new MemoryWorld();
  #loaded = false;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** The rows that have a confirmed version here and exist in it. */
  get rows(): Reader {
    this.#load();
    return this.#rows;
  }

  get size(): number {
    this.#load();
    return this.#entries.size;
  }

  has<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): boolean {
    this.#load();
    // Asked with every row that a page reads or changes, and mostly nothing is pending.
    return this.#entries.size > 0 && this.#entries.has(idOf(kind, keyText(kind, key)));
  }

  /** Remembers what was confirmed of a row that the pending operation `seq` is about to change; what is remembered already stays. */
  keep<Kind extends EntityKind>(kind: Kind, key: Key<Kind>, confirmed: () => Entities[Kind] | undefined, seq: number): void {
    this.#load();
    const text = keyText(kind, key);
    const id = idOf(kind, text);
    const entry = this.#entries.get(id);
    if (entry?.seq === seq) return;
    if (entry) entry.seq = seq;
    else {
      const row = confirmed();
      this.#entries.set(id, { kind, key: text, seq, row });
      if (row !== undefined) this.#rows.put(kind, row);
    }
    this.#dirty.add(id);
  }

  /** A confirmed operation changed the row: only where `has` says that it is here. */
  change<Kind extends EntityKind>(kind: Kind, key: Key<Kind>, row: Entities[Kind] | undefined): void {
    const id = idOf(kind, keyText(kind, key));
    const entry = this.#entries.get(id);
    if (!entry) throw new Error(`no confirmed version kept: ${id}`);
    entry.row = row;
    if (row === undefined) this.#rows.remove(kind, key);
    else this.#rows.put(kind, row);
    this.#dirty.add(id);
  }

  /** Makes the rows that no pending operation from `first` on has changed what is confirmed of them, and forgets them here. */
  settle(world: SqliteWorld, first: number): void {
    this.#load();
    for (const [id, entry] of this.#entries) {
      if (entry.seq >= first) continue;
      world.restore(entry.kind, entry.key, entry.row);
      this.#forget(id, entry);
    }
  }

  /** Writes what changed. Call inside a transaction, before its commit. */
  flush(): void {
    if (this.#dirty.size === 0) return;
    const put = this.#database.prepare('INSERT INTO confirmed_row (kind, key, row, seq) VALUES (?, ?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET row = excluded.row, seq = excluded.seq');
    const remove = this.#database.prepare('DELETE FROM confirmed_row WHERE kind = ? AND key = ?');
    for (const id of this.#dirty) {
      const entry = this.#entries.get(id);
      if (entry) put.run(entry.kind, entry.key, entry.row === undefined ? null : JSON.stringify(entry.row), entry.seq);
      else remove.run(...partsOf(id));
    }
    this.#dirty.clear();
  }

  /** After a rollback: what is kept is again what the file says. */
  reload(): void {
    this.#entries.clear();
    this.#dirty.clear();
    this.#rows = new MemoryWorld();
    this.#loaded = false;
  }

  /** Drops everything, in the file too. Call inside a transaction. */
  clear(): void {
    this.#database.exec('DELETE FROM confirmed_row');
    this.reload();
    this.#loaded = true;
  }

  #load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    for (const { kind, key, row, seq } of this.#database.prepare<[], StoredRow>('SELECT kind, key, row, seq FROM confirmed_row').iterate()) {
      const known = row === null ? undefined : wholeRow(kind, JSON.parse(row) as Row);
      this.#entries.set(idOf(kind, key), { kind, key, seq, row: known });
      if (known) this.#rows.load([kind, known] as unknown as AnyRow);
    }
  }

  #forget(id: string, { kind, row }: Entry): void {
    this.#entries.delete(id);
    this.#dirty.add(id);
    if (row !== undefined) this.#rows.remove(kind, row);
  }
}

const idOf = (kind: EntityKind, key: string): string => `${kind} ${key}`;

function partsOf(id: string): [string, string] {
  const at = id.indexOf(' ');
  return [id.slice(0, at), id.slice(at + 1)];
}
