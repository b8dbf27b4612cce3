import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { asStoreError, StoreError } from './errors.ts';
import { migrations, newestVersion } from './migrations/list.ts';

/** The WAL-reset fault (3.7.0 to 3.51.2) could corrupt a file with two connections: sqlite.org/wal.html#walresetbug. */
const OLDEST_ENGINE = [3, 51, 3] as const;

const FULL = 2;

/**
 * Opens a store for writing and proves its settings. Throws StoreError: `newer-file` when a later release wrote it,
 * `corrupt`, `read-only`, `not-durable` when FULL sync could not be had. `beforeMigration` runs when an existing
 * file is about to change, so that a backup can be made first.
 */
export function openDatabase(file: string, beforeMigration: (database: Database.Database) => void): Database.Database {
  const existed = existsSync(file);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 5000 });
    applySettings(database);
    refuseOldEngine(database, file);
    const version = readVersion(database);
    if (version > newestVersion) throw new StoreError('newer-file', file, `written by a later release (${version} > ${newestVersion})`);
    if (version < newestVersion) {
      if (existed && version > 0) beforeMigration(database);
      migrate(database, version);
    }
    proveDurable(database, file);
    return database;
  } catch (error) {
    database?.close();
    throw asStoreError(error, file);
  }
}

/**
 * Readies a database that the caller opened itself and whose durability is the caller's business: a simulation's disk image in
 * memory. A station's file goes through `openDatabase`.
 */
export function prepareDatabase(database: Database.Database): Database.Database {
  applySettings(database);
  const version = readVersion(database);
  if (version < newestVersion) migrate(database, version);
  return database;
}

/**
 * Opens a store to read it where nothing can be written, not even the shared memory beside it: the caller holds the
 * folder's lock, so SQLite may keep that in its own memory. Throws StoreError where another release's store would have
 * to be changed first.
 */
export function openDatabaseToRead(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true });
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('query_only = ON');
    database.pragma('temp_store = MEMORY');
    refuseOldEngine(database, file);
    const version = readVersion(database);
    if (version !== newestVersion) throw new StoreError(version > newestVersion ? 'newer-file' : 'disk-full', file, `written by another release (${version}, not ${newestVersion})`);
    return database;
  } catch (error) {
    database?.close();
    throw asStoreError(error, file);
  }
}

const readVersion = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }));

function applySettings(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('temp_store = MEMORY');
  // A scan writes some fifteen pages, mostly the same ones: checkpoints further apart copy each of them less often.
  database.pragma('wal_autocheckpoint = 8000');
}

function refuseOldEngine(database: Database.Database, file: string): void {
  const text = String(database.prepare('SELECT sqlite_version()').pluck().get());
  const parts = text.split('.').map(Number);
  for (const [index, least] of OLDEST_ENGINE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new StoreError('old-engine', file, `SQLite ${text} is older than ${OLDEST_ENGINE.join('.')}`);
  }
}

/** A table that others refer to can only be made anew while references are not enforced; they are looked at once it is done. */
function migrate(database: Database.Database, from: number): void {
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    for (const { version, sql } of migrations) {
      if (version <= from) continue;
      database.exec(sql);
      database.pragma(`user_version = ${version}`);
    }
  }).immediate();
  database.pragma('foreign_keys = ON');
  database.pragma('optimize');
}

/**
 * better-sqlite3 falls back to NORMAL after the first schema read unless FULL is set anew, and reading the setting
 * back before any write shows the wrong answer: so write first, then read (measured: 11 syncs for 1,000 commits without this line).
 */
function proveDurable(database: Database.Database, file: string): void {
  database.pragma('synchronous = FULL');
  database.prepare("INSERT INTO station_state (name, value) VALUES ('opened', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1").run();
  const mode = database.pragma('journal_mode', { simple: true });
  const synchronous = Number(database.pragma('synchronous', { simple: true }));
  if (mode !== 'wal' || synchronous < FULL) {
    throw new StoreError('not-durable', file, `journal_mode=${String(mode)} synchronous=${synchronous}`);
  }
}
