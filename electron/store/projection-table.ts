import type Database from 'better-sqlite3';
import { keyFields, type EntityKind } from '../../shared/domain/state/entities.ts';
import { columnName, tableOf, type ColumnType } from './columns.ts';
import { encode, fieldsOf, RowReader, typeOf, type Row, type Stored } from './row-codec.ts';

type Statement = Database.Statement<Stored[]>;

interface Field {
  readonly name: string;
  readonly type: ColumnType;
}

/** One projection's table: every statement on it is prepared once, and its rows come as the domain has them. */
export class ProjectionTable {
  readonly #database: Database.Database;
  readonly #table: string;
  readonly #fields: readonly Field[];
  readonly #key: readonly Field[];
  readonly #columns: string;
  readonly #decoded: (row: unknown) => Row;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database.Database, kind: EntityKind, prefix: string) {
    const field = (name: string): Field => ({ name, type: typeOf(kind, name) });
    this.#database = database;
    this.#table = `${prefix}${tableOf[kind]}`;
    this.#fields = fieldsOf(kind).map(field);
    this.#key = keyFields[kind].map(field);
    const reader = new RowReader(kind, fieldsOf(kind));
    this.#columns = reader.columns;
    this.#decoded = (row) => reader.decode(row);
  }

  read(key: Row): Row | undefined {
    const row = this.#statement('read', () => `SELECT ${this.#columns} FROM ${this.#table} WHERE ${equals(this.#key)}`).get(...values(this.#key, key));
    return row === undefined ? undefined : this.#decoded(row);
  }

  /**
   * Rows equal in every given field, in no order: with an ORDER BY this SQLite (3.54) plans a statement anew each time it is bound,
   * which takes ten times as long as the search.
   */
  search(names: readonly string[], where: Row): Row[] {
    const fields = this.#named(names);
    const statement = this.#statement(`search ${names.join()}`, () => `SELECT ${this.#columns} FROM ${this.#table} ${filter(fields)}`);
    return statement.all(...values(fields, where)).map(this.#decoded);
  }

  /** The `count` rows with the highest `by`; of equal ones those with the lower key come first. */
  newest(names: readonly string[], where: Row, by: string, count: number): Row[] {
    const fields = this.#named(names);
    const statement = this.#statement(`newest ${names.join()} ${by}`, () => {
      const order = [`${columnName(by)} DESC`, ...this.#key.map(({ name }) => columnName(name))].join(', ');
      return `SELECT ${this.#columns} FROM ${this.#table} ${filter(fields)} ORDER BY ${order} LIMIT ?`;
    });
    return statement.all(...values(fields, where), count).map(this.#decoded);
  }

  /** Writes a whole row, whether or not the file has it. */
  put(row: Row): void {
    this.#statement('put', () => {
      const columns = this.#fields.map(({ name }) => columnName(name));
      const key = this.#key.map(({ name }) => columnName(name));
      const changes = columns.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`);
      return `INSERT INTO ${this.#table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
    }).run(...values(this.#fields, row));
  }

  /** Writes what differs from the row that the file has. */
  change(row: Row, stored: Row): void {
    const changed = this.#fields.filter(({ name }) => row[name] !== stored[name]);
    if (changed.length === 0) return;
    this.#statement(`change ${changed.map(({ name }) => name).join()}`, () => {
      const assignments = changed.map(({ name }) => `${columnName(name)} = ?`).join(', ');
      return `UPDATE ${this.#table} SET ${assignments} WHERE ${equals(this.#key)}`;
    }).run(...values(changed, row), ...values(this.#key, row));
  }

  remove(key: Row): void {
    this.#statement('remove', () => `DELETE FROM ${this.#table} WHERE ${equals(this.#key)}`).run(...values(this.#key, key));
  }

  #named(names: readonly string[]): readonly Field[] {
    return names.map((wanted) => {
      const field = this.#fields.find(({ name }) => name === wanted);
      if (!field) throw new Error(`no column ${wanted} in ${this.#table}`);
      return field;
    });
  }

  #statement(name: string, sql: () => string): Statement {
    let statement = this.#statements.get(name);
    if (!statement) {
      statement = this.#database.prepare<Stored[]>(sql());
      this.#statements.set(name, statement);
    }
    return statement;
  }
}

const equals = (fields: readonly Field[]): string => fields.map(({ name }) => `${columnName(name)} IS ?`).join(' AND ');
const filter = (fields: readonly Field[]): string => (fields.length === 0 ? '' : `WHERE ${equals(fields)}`);
const values = (fields: readonly Field[], row: Row): Stored[] => fields.map(({ name, type }) => encode(type, row[name]));
