import type Database from 'better-sqlite3';
import { keyFields, type Entities, type EntityKind } from '../../shared/domain/state/entities.ts';
import { keyText, type Key, type Where, type World } from '../../shared/domain/state/world.ts';
import { KeptRows, type Entry } from './kept-rows.ts';
import { ProjectionTable } from './projection-table.ts';
import { asEntity, type Row } from './row-codec.ts';

/** Rows kept in memory, those in answers counted once more. The station is the file's only writer, so a kept row is never stale. */
const KEPT_ROWS = 20_000;

const KEY_SEPARATOR = '\u001f';

/**
 * The projections in SQLite. Changes gather in memory and reach the file once, at `flush`, and then only the columns
 * that changed: a scan touches one order many times but writes it once.
 */
export class SqliteWorld implements World {
  readonly #database: Database.Database;
  readonly #kept = new Map<EntityKind, KeptRows>();
  readonly #dirty = new Set<Entry>();
  /** Before the tables' names: a second set of projections stands beside the one that people see while it is being built. */
  readonly #prefix: string;
  readonly #limit: number;

  constructor(database: Database.Database, prefix = '', limit = KEPT_ROWS) {
    this.#database = database;
    this.#prefix = prefix;
    this.#limit = limit;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    const text = keyText(kind, key);
    const entry = this.#of(kind).get(text) ?? this.#read(kind, text, key);
    return asEntity(kind, entry.row);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const fields = Object.keys(where);
    const kept = this.#of(kind);
    const rows: Entities[Kind][] = [];
    for (const entry of kept.answer(fields, where) ?? this.#search(kind, kept, fields, where)) {
      const row = asEntity(kind, entry.row);
      if (row) rows.push(row);
    }
    return rows;
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    return this.newest(kind, where, by, 1)[0];
  }

  /** The `count` rows with the highest `by`; of equal ones those with the lower key come first. */
  newest<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind], count: number): Entities[Kind][] {
    this.#makeRoom();
    this.#writeAll(kind);
    const kept = this.#of(kind);
    return kept.table.newest(Object.keys(where), where, String(by), count).flatMap((found) => asEntity(kind, this.#entryOf(kind, kept, found).row) ?? []);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#set(kind, keyText(kind, row), { ...row });
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#set(kind, keyText(kind, key), undefined);
  }

  /** Puts a row as it was known elsewhere, or takes it away. */
  restore(kind: EntityKind, key: string, row: object | undefined): void {
    this.#set(kind, key, row === undefined ? undefined : { ...row });
  }

  /** Writes what changed. Call inside a transaction, before its commit. */
  flush(): void {
    for (const entry of this.#dirty) this.#write(entry);
    this.#dirty.clear();
  }

  /** Forgets everything not written, and everything kept: call after a rollback. */
  forget(): void {
    this.#dirty.clear();
    for (const kept of this.#kept.values()) kept.clear();
  }

  #of(kind: EntityKind): KeptRows {
    let kept = this.#kept.get(kind);
    if (!kept) {
      kept = new KeptRows(new ProjectionTable(this.#database, kind, this.#prefix));
      this.#kept.set(kind, kept);
    }
    return kept;
  }

  /** A row that was never asked for is written whole: whether the file has it need not be known. */
  #set(kind: EntityKind, key: string, row: Row | undefined): void {
    const kept = this.#of(kind);
    const entry = kept.get(key) ?? kept.keep({ kind, key, row: undefined, stored: 'unread' });
    kept.leaveAnswers(entry, row);
    entry.row = row;
    this.#dirty.add(entry);
  }

  #read(kind: EntityKind, text: string, key: Row): Entry {
    this.#makeRoom();
    const kept = this.#of(kind);
    const row = kept.table.read(key);
    return kept.keep({ kind, key: text, row, stored: row });
  }

  #search(kind: EntityKind, kept: KeptRows, fields: readonly string[], where: Row): readonly Entry[] {
    this.#makeRoom();
    this.#writeAll(kind);
    const entries = kept.table.search(fields, where).map((found) => this.#entryOf(kind, kept, found));
    if (entries.length > 1) entries.sort((left, right) => (left.key < right.key ? -1 : 1));
    kept.keepAnswer(fields, where, entries);
    return entries;
  }

  #entryOf(kind: EntityKind, kept: KeptRows, found: Row): Entry {
    const key = keyFields[kind].map((field) => String(found[field])).join(KEY_SEPARATOR);
    return kept.get(key) ?? kept.keep({ kind, key, row: found, stored: found });
  }

  /** What a search reads in the file has to be there. */
  #writeAll(kind: EntityKind): void {
    for (const entry of this.#dirty) {
      if (entry.kind !== kind) continue;
      this.#write(entry);
      this.#dirty.delete(entry);
    }
  }

  #write(entry: Entry): void {
    const { kind, key, row, stored } = entry;
    const { table } = this.#of(kind);
    if (row === undefined) {
      if (stored !== undefined) table.remove(keyOf(kind, key));
    } else if (stored === undefined || stored === 'unread') table.put(row);
    else table.change(row, stored);
    entry.stored = row;
  }

  /** Before rows are read, never between: who holds an entry while it works must find it kept. */
  #makeRoom(): void {
    let rows = -this.#dirty.size;
    for (const kept of this.#kept.values()) rows += kept.size;
    if (rows <= this.#limit) return;
    for (const kept of this.#kept.values()) kept.clear();
    for (const entry of this.#dirty) this.#of(entry.kind).keep(entry);
  }
}

function keyOf(kind: EntityKind, key: string): Row {
  const values = key.split(KEY_SEPARATOR);
  return Object.fromEntries(keyFields[kind].map((field, index) => [field, values[index]]));
}
