import type Database from 'better-sqlite3';
import { tableOf } from '../columns.ts';
import { SqliteWorld } from '../sqlite-world.ts';

export const SHADOW = 'next_';

const TABLES = Object.values(tableOf);

/**
 * A second set of the projections' tables beside those that people see: the confirmed version while it is being built from a copy of
 * the site, or while a long history of this station is on its way into the site's order. Taking it over is one transaction.
 */
export class Shadow {
  readonly #database: Database.Database;
  #world: SqliteWorld;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#world = new SqliteWorld(database, SHADOW);
  }

  get world(): SqliteWorld {
    return this.#world;
  }

  /** Empty tables, whatever stood there. */
  begin(): void {
    this.drop();
    for (const sql of this.#wanted()) this.#database.exec(sql);
  }

  drop(): void {
    for (const table of TABLES) this.#database.exec(`DROP TABLE IF EXISTS ${SHADOW}${table}`);
    this.#world = new SqliteWorld(this.#database, SHADOW);
  }

  /** False when an update gave the projections other columns since. */
  isCurrent(): boolean {
    return this.#wanted().every((sql) => this.#database.prepare('SELECT 1 FROM sqlite_schema WHERE sql = ?').get(sql) !== undefined);
  }

  /** Becomes what people see. */
  takeOver(): void {
    this.#world.flush();
    for (const table of TABLES) this.#database.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM ${SHADOW}${table}`);
    this.drop();
  }

  /** After a rollback. */
  forget(): void {
    this.#world.forget();
  }

  #wanted(): string[] {
    const read = this.#database.prepare('SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC, name').pluck();
    return TABLES.flatMap((table) => read.all(table).map((sql) => shadowed(String(sql))));
  }
}

const shadowed = (sql: string): string =>
  sql.replace(/^CREATE TABLE "?(\w+)"?/, `CREATE TABLE ${SHADOW}$1`).replace(/^CREATE INDEX (\w+) ON (\w+)/, `CREATE INDEX ${SHADOW}$1 ON ${SHADOW}$2`);
