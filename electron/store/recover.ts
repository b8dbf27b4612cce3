import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Operation } from '../../shared/contracts/operations.ts';
import { message, type Message } from '../../shared/messages/say.ts';
import { isSound, listBackups } from './backup.ts';
import { StoreError } from './errors.ts';
import { readEntry, type Identity } from './journal.ts';
import type { OpenStoreOptions } from './open-options.ts';
import type { Store } from './store.ts';

type OperationRow = Parameters<typeof readEntry>[0];

interface Salvage {
  readonly operations: readonly Operation[];
  readonly identity: Identity | undefined;
  /** Rows that could not be read back. */
  readonly lost: boolean;
}

/**
 * The ladder after damage: keep the damaged files; read every operation that can still be read; start from the newest
 * sound backup; add the salvaged operations it lacks; rebuild the projections. Without a backup the salvaged journal
 * alone makes the new store. Throws StoreError `corrupt` when neither gives anything: a station never starts silently empty.
 */
export function recover(options: OpenStoreOptions, open: (options: OpenStoreOptions) => Store): { readonly store: Store; readonly notices: readonly Message[] } {
  const kept = keepDamaged(options);
  const salvage = readWhatCanBeRead(join(kept, basename(options.file)));
  const backup = listBackups(options.backups).find(({ file }) => isSound(file));
  const identity = salvage.identity;
  if (!backup && (salvage.operations.length === 0 || identity === undefined)) {
    restoreDamaged(kept, options.file);
    throw new StoreError('corrupt', options.file, `nothing could be read and there is no backup; the damaged files are still in place`);
  }
  if (backup) copyFileSync(backup.file, options.file);
  const store = open(identity === undefined ? options : { ...options, newIdentity: () => identity });
  const added = store.adopt(salvage.operations);
  store.rebuild();
  const params = { folder: kept, added, backup: backup ? basename(backup.file) : '-' };
  return { store, notices: [message(salvage.lost ? 'store.recoveredWithLoss' : 'store.recovered', params)] };
}

function keepDamaged({ file, now }: OpenStoreOptions): string {
  const folder = join(dirname(file), `damaged-${now}`);
  mkdirSync(folder, { recursive: true });
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, join(folder, `${basename(file)}${suffix}`));
  }
  return folder;
}

function restoreDamaged(folder: string, file: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    const kept = join(folder, `${basename(file)}${suffix}`);
    if (existsSync(kept)) renameSync(kept, `${file}${suffix}`);
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Reads the journal row by row by its key, so that one bad page costs only the rows on it. */
function readWhatCanBeRead(file: string): Salvage {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    const identity = readIdentity(database);
    const newest = Number(database.prepare('SELECT max(seq) FROM operation').pluck().get() ?? 0);
    const read = database.prepare<[number], OperationRow>('SELECT * FROM operation WHERE seq = ?');
    const operations: Operation[] = [];
    let lost = false;
    for (let seq = 1; seq <= newest; seq += 1) {
      const operation = readOne(read, seq);
      if (operation) operations.push(operation);
      else lost = true;
    }
    return { operations, identity, lost };
  } catch {
    return { operations: [], identity: undefined, lost: true };
  } finally {
    database?.close();
  }
}

function readOne(read: Database.Statement<[number], OperationRow>, seq: number): Operation | undefined {
  try {
    const row = read.get(seq);
    const entry = row ? readEntry(row) : undefined;
    return entry && 'operation' in entry ? entry.operation : undefined;
  } catch {
    return undefined;
  }
}

function readIdentity(database: Database.Database): Identity | undefined {
  const row = database.prepare<[], { site: string; station: string; incarnation: number; demo: number }>('SELECT site, station, incarnation, demo FROM identity').get();
  return row ? { site: row.site, station: row.station, incarnation: row.incarnation, demo: row.demo === 1 } : undefined;
}
