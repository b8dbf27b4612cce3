import type Database from 'better-sqlite3';

type Prepared<Binds extends unknown[], Row> = Database.Statement<Binds, Row>;

/**
 * Statements by their text, each prepared once: to prepare one takes longer than most of them run. They are for `get`, `all` and `run`;
 * one that is read row by row is busy meanwhile and belongs to its reader alone.
 */
export class Statements {
  readonly #database: Database.Database;
  readonly #rows = new Map<string, Database.Statement>();
  readonly #values = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Answers rows by column name. */
  rows<Binds extends unknown[], Row = unknown>(sql: string): Prepared<Binds, Row> {
    const known = this.#rows.get(sql) ?? this.#database.prepare(sql);
    this.#rows.set(sql, known);
    return known as unknown as Prepared<Binds, Row>;
  }

  /** Answers the first column alone. */
  values<Binds extends unknown[], Value>(sql: string): Prepared<Binds, Value> {
    const known = this.#values.get(sql) ?? this.#database.prepare(sql).pluck();
    this.#values.set(sql, known);
    return known as unknown as Prepared<Binds, Value>;
  }
}
