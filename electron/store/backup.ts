import Database from 'better-sqlite3';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { instant, toIso, type Instant } from '../../shared/lib/time.ts';
import { StoreError } from './errors.ts';
import type { Store } from './store.ts';

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly at: Instant;
}

const NAME = /^hotdock-(\d{13,})\.db$/;
const KEEP_NEWEST = 8;
const KEEP_DAYS = 14;

/**
 * Copies the open store into `folder`, proves the copy by opening and checking it, and only then counts it as a
 * backup. Old ones go: the newest eight stay, and the newest of each of the last fourteen days.
 */
export async function backUp(store: Store, folder: string, now: Instant): Promise<Backup> {
  return publish(folder, afterEveryOther(folder, now), (partial) => store.database.backup(partial).then(() => undefined));
}

/** The same before a migration, where nothing else may happen in between. */
export function backUpBeforeMigration(database: Database.Database, folder: string, now: Instant): Backup {
  mkdirSync(folder, { recursive: true });
  const at = afterEveryOther(folder, now);
  const partial = partialName(folder, at);
  rmSync(partial, { force: true });
  database.prepare('VACUUM INTO ?').run(partial);
  return settle(folder, partial, at);
}

/** Backups of a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  const names = readNames(folder);
  return names
    .map((name) => ({ file: join(folder, name), bytes: statSync(join(folder, name)).size, at: instant(Number(NAME.exec(name)?.[1])) }))
    .sort((left, right) => right.at - left.at);
}

/** True when a store file opens and SQLite finds no fault in it. */
export function isSound(file: string): boolean {
  try {
    const copy = new Database(file, { readonly: true });
    try {
      return copy.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      copy.close();
      // Reading a copy of a WAL store makes these two, and a reader may not clear them away. A copy has nothing in them.
      for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    }
  } catch {
    return false;
  }
}

async function publish(folder: string, at: Instant, copy: (partial: string) => Promise<void>): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  const partial = partialName(folder, at);
  rmSync(partial, { force: true });
  await copy(partial);
  return settle(folder, partial, at);
}

/**
 * The newest by its name is what recovery starts from and what is kept longest. Where the machine's clock was set back, a backup is named
 * after the one before it, so that the newest by name is the one that was made last.
 */
const afterEveryOther = (folder: string, now: Instant): Instant => instant(Math.max(now, (listBackups(folder)[0]?.at ?? -1) + 1));

/** Thirteen digits reach from 1970 to 2286. */
const baseName = (at: Instant): string => `hotdock-${String(at).padStart(13, '0')}`;

const partialName = (folder: string, at: Instant): string => join(folder, `${baseName(at)}.partial`);

function settle(folder: string, partial: string, at: Instant): Backup {
  if (!isSound(partial)) {
    rmSync(partial, { force: true });
    throw new StoreError('corrupt', partial, 'the backup copy did not pass its check');
  }
  const handle = openSync(partial, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  const file = join(folder, `${baseName(at)}.db`);
  renameSync(partial, file);
  prune(folder);
  return { file, bytes: statSync(file).size, at };
}

function prune(folder: string): void {
  const days = new Set<string>();
  for (const [index, backup] of listBackups(folder).entries()) {
    const day = toIso(backup.at).slice(0, 10);
    const newestOfDay = !days.has(day);
    days.add(day);
    if (index < KEEP_NEWEST || (newestOfDay && days.size <= KEEP_DAYS)) continue;
    rmSync(backup.file, { force: true });
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name));
  } catch {
    return [];
  }
}
