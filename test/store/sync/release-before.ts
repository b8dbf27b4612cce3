import Database from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';
import { columnName, tableOf } from '../../../electron/store/columns.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import type { EntityKind } from '../../../shared/domain/state/entities.ts';

/** The last migration of the release before. */
const VERSION = 120;

const LATER_SETTINGS: ReadonlySet<string> = new Set(['palletHeightMm', 'palletWeightGrams']);

function migrated(file: string): Database.Database {
  const database = new Database(file);
  for (const { version, sql } of migrations.filter((each) => each.version <= VERSION)) {
    database.exec(sql);
    database.pragma(`user_version = ${version}`);
  }
  return database;
}

const columnsOf = (database: Database.Database, table: string): string[] => database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);

/** What the release before wrote as JSON of such a row. Undefined: it knew no such rows. */
export function rowBefore(): (kind: EntityKind, row: object) => object | undefined {
  const schema = migrated(':memory:');
  return (kind, row) => {
    const known = new Set(columnsOf(schema, tableOf[kind]));
    if (known.size === 0) return undefined;
    const fields = Object.entries(row).filter(([field]) => known.has(columnName(field)));
    return Object.fromEntries(fields.map(([field, value]) => [field, field === 'settings' ? settingsBefore(value as object) : value]));
  };
}

const settingsBefore = (settings: object): object => Object.fromEntries(Object.entries(settings).filter(([name]) => !LATER_SETTINGS.has(name)));

/** Makes a closed store's file what the release before would have left: its tables and columns, its rows kept as JSON. */
export function toReleaseBefore(file: string): void {
  const older = `${file}.older`;
  const database = migrated(older);
  database.pragma('foreign_keys = OFF');
  database.prepare('ATTACH ? AS newer').run(file);
  const tables = database.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all().map(String);
  database.transaction(() => {
    for (const table of tables) {
      const names = columnsOf(database, table).join(', ');
      database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} (${names}) SELECT ${names} FROM newer.${table}`);
    }
    const before = rowBefore();
    const write = database.prepare('UPDATE confirmed_row SET row = ? WHERE kind = ? AND key = ?');
    for (const { kind, key, row } of database.prepare<[], { kind: EntityKind; key: string; row: string }>('SELECT kind, key, row FROM confirmed_row WHERE row IS NOT NULL').all()) {
      write.run(JSON.stringify(before(kind, JSON.parse(row) as object)), kind, key);
    }
    database.exec("UPDATE main.settings SET settings = json_remove(settings, '$.palletHeightMm', '$.palletWeightGrams')");
  })();
  database.close();
  rmSync(file);
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(older, file);
}
