import type Database from 'better-sqlite3';
import { keyFields, type Entities, type EntityKind } from '../../shared/domain/state/entities.ts';
import { keyText, type Key, type Where, type World } from '../../shared/domain/state/world.ts';
import { columnName, columns, tableOf, type ColumnType } from './columns.ts';

type Stored = string | number | null;
type Row = Readonly<Record<string, unknown>>;

interface Entry {
  readonly kind: EntityKind;
  row: Row | undefined;
  /** What the file holds; undefined when the file has no such row. */
  stored: Row | undefined;
}

/** Rows kept between transactions. The station is the file's only writer, so a kept row is never stale. */
const KEPT_ROWS = 20_000;

const KEY_SEPARATOR = '\u001f';

/**
 * The projections in SQLite. Changes gather in memory and reach the file once, at `flush`, and then only the columns
 * that changed: a scan touches one order many times but writes it once.
 */
export class SqliteWorld implements World {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<Stored[]>>();
  readonly #entries = new Map<string, Entry>();
  readonly #dirty = new Set<Entry>();
  /** Before the tables' names: a second set of projections stands beside the one that people see while it is being built. */
  readonly #prefix: string;

  constructor(database: Database.Database, prefix = '') {
    this.#database = database;
    this.#prefix = prefix;
  }

  get<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): Entities[Kind] | undefined {
    const id = `${kind} ${keyText(kind, key)}`;
    const kept = this.#entries.get(id) ?? this.#read(kind, id, key);
    return asEntity(kind, kept.row);
  }

  find<Kind extends EntityKind>(kind: Kind, where: Where<Kind>): Entities[Kind][] {
    const fields = Object.keys(where);
    const order = keyFields[kind].map(columnName).join(', ');
    return this.#select(kind, fields, where, `ORDER BY ${order}`);
  }

  last<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind]): Entities[Kind] | undefined {
    return this.newest(kind, where, by, 1)[0];
  }

  /** The `count` rows with the highest `by`; of equal ones those with the lower key come first. */
  newest<Kind extends EntityKind>(kind: Kind, where: Where<Kind>, by: keyof Entities[Kind], count: number): Entities[Kind][] {
    const order = [`${columnName(String(by))} DESC`, ...keyFields[kind].map(columnName)].join(', ');
    return this.#select(kind, Object.keys(where), where, `ORDER BY ${order} LIMIT ${count}`);
  }

  put<Kind extends EntityKind>(kind: Kind, row: Entities[Kind]): void {
    this.#change(kind, row, { ...row });
  }

  remove<Kind extends EntityKind>(kind: Kind, key: Key<Kind>): void {
    this.#change(kind, key, undefined);
  }

  /** Puts a row as it was known elsewhere, or takes it away. */
  restore(kind: EntityKind, key: string, row: object | undefined): void {
    const values = key.split(KEY_SEPARATOR);
    const fields = Object.fromEntries(keyFields[kind].map((field, index) => [field, values[index]]));
    this.#set(kind, `${kind} ${key}`, fields, row === undefined ? undefined : { ...row });
  }

  /** Writes what changed. Call inside a transaction, before its commit. */
  flush(): void {
    for (const entry of this.#dirty) this.#write(entry);
    this.#dirty.clear();
    if (this.#entries.size > KEPT_ROWS) this.#entries.clear();
  }

  /** Forgets everything not written, and everything kept: call after a rollback. */
  forget(): void {
    this.#dirty.clear();
    this.#entries.clear();
  }

  #change<Kind extends EntityKind>(kind: Kind, key: Key<Kind>, row: Row | undefined): void {
    this.#set(kind, `${kind} ${keyText(kind, key)}`, key, row);
  }

  #set(kind: EntityKind, id: string, key: Row, row: Row | undefined): void {
    const entry = this.#entries.get(id) ?? this.#read(kind, id, key);
    entry.row = row;
    this.#dirty.add(entry);
  }

  #read(kind: EntityKind, id: string, key: Row): Entry {
    const fields = keyFields[kind];
    const found = this.#prepare(`SELECT * FROM ${this.#table(kind)} WHERE ${equals(fields)}`).get(...encodeAll(kind, fields, key));
    return this.#keep(kind, id, found === undefined ? undefined : decode(kind, found));
  }

  #table(kind: EntityKind): string {
    return `${this.#prefix}${tableOf[kind]}`;
  }

  #select<Kind extends EntityKind>(kind: Kind, fields: readonly string[], where: Where<Kind>, tail: string): Entities[Kind][] {
    for (const entry of this.#dirty) {
      if (entry.kind !== kind) continue;
      this.#write(entry);
      this.#dirty.delete(entry);
    }
    const filter = fields.length === 0 ? '' : `WHERE ${equals(fields)}`;
    const found = this.#prepare(`SELECT * FROM ${this.#table(kind)} ${filter} ${tail}`).all(...encodeAll(kind, fields, where));
    const rows: Entities[Kind][] = [];
    for (const raw of found) {
      const id = `${kind} ${storedKey(kind, raw)}`;
      const kept = this.#entries.get(id) ?? this.#keep(kind, id, decode(kind, raw));
      const row = asEntity(kind, kept.row);
      if (row) rows.push(row);
    }
    return rows;
  }

  #keep(kind: EntityKind, id: string, row: Row | undefined): Entry {
    const entry: Entry = { kind, row, stored: row };
    this.#entries.set(id, entry);
    return entry;
  }

  #write(entry: Entry): void {
    const { kind, row, stored } = entry;
    const table = this.#table(kind);
    const key = keyFields[kind];
    if (row === undefined) {
      if (stored !== undefined) this.#prepare(`DELETE FROM ${table} WHERE ${equals(key)}`).run(...encodeAll(kind, key, stored));
    } else if (stored === undefined) {
      const fields = Object.keys(columns[kind]);
      const names = fields.map(columnName).join(', ');
      this.#prepare(`INSERT INTO ${table} (${names}) VALUES (${fields.map(() => '?').join(', ')})`).run(...encodeAll(kind, fields, row));
    } else {
      const changed = Object.keys(columns[kind]).filter((field) => row[field] !== stored[field]);
      if (changed.length > 0) {
        const assignments = changed.map((field) => `${columnName(field)} = ?`).join(', ');
        this.#prepare(`UPDATE ${table} SET ${assignments} WHERE ${equals(key)}`).run(...encodeAll(kind, changed, row), ...encodeAll(kind, key, row));
      }
    }
    entry.stored = row;
  }

  #prepare(sql: string): Database.Statement<Stored[]> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare<Stored[]>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

const equals = (fields: readonly string[]): string => fields.map((field) => `${columnName(field)} IS ?`).join(' AND ');

/** The file's rows have passed the columns' checks and our own writes only; this is the one place that trusts them. */
const asEntity = <Kind extends EntityKind>(_kind: Kind, row: Row | undefined): Entities[Kind] | undefined => row as Entities[Kind] | undefined;

function typeOf(kind: EntityKind, field: string): ColumnType {
  const types: Readonly<Record<string, ColumnType>> = columns[kind];
  const type = types[field];
  if (!type) throw new Error(`no column for ${kind}.${field}`);
  return type;
}

function encode(type: ColumnType, value: unknown): Stored {
  if (value === null || value === undefined) return null;
  if (type === 'json') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`cannot store a ${typeof value}`);
}

function encodeAll(kind: EntityKind, fields: readonly string[], row: Row): Stored[] {
  return fields.map((field) => encode(typeOf(kind, field), row[field]));
}

/** Decodes a row of a projection's table, as any query over it returns it. */
export function decodeRow<Kind extends EntityKind>(kind: Kind, raw: unknown): Entities[Kind] {
  const row = asEntity(kind, decode(kind, raw));
  if (!row) throw new Error(`empty row of ${kind}`);
  return row;
}

function decode(kind: EntityKind, raw: unknown): Row {
  const values = rawValues(raw);
  const row: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(columns[kind])) row[field] = decodeValue(type, values[columnName(field)]);
  return row;
}

function decodeValue(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'flag') return value === 1;
  if (type === 'json') return typeof value === 'string' ? JSON.parse(value) : null;
  return value;
}

function storedKey(kind: EntityKind, raw: unknown): string {
  const values = rawValues(raw);
  return keyFields[kind].map((field) => String(values[columnName(field)])).join(KEY_SEPARATOR);
}

function rawValues(raw: unknown): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null) throw new Error('the store answered with no row');
  return raw as Readonly<Record<string, unknown>>;
}
