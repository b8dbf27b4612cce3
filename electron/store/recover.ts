import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { WireOperation } from '../../shared/contracts/sync.ts';
import { message, type Message } from '../../shared/messages/say.ts';
import { isSound, listBackups } from './backup.ts';
import { StoreError } from './errors.ts';
import { wireOf, type Identity, type OperationRow } from './journal.ts';
import type { OpenStoreOptions } from './open-options.ts';
import { doubtPrintJobs } from './print-jobs.ts';
import { sha256Of, type Store } from './store.ts';
import { Membership } from './sync/membership.ts';

type MembershipNote = Pick<NonNullable<Membership['state']>, 'epoch' | 'stationNumber'>;

interface Salvage {
  readonly operations: readonly WireOperation[];
  readonly identity: Identity | undefined;
  /** How the store stood in its site's order; undefined when it worked alone or the note cannot be read. */
  readonly membership: MembershipNote | undefined;
  /** Rows that could not be read back. */
  readonly lost: boolean;
}

/**
 * The ladder after damage: read every operation and kept document that can still be read; start from the newest sound
 * backup; add what it lacks of them; rebuild the projections; only then set the damaged files aside and put the new store
 * in their place. Without a backup the salvaged journal alone makes the new store. One of a site gets back from central what central
 * knows: it goes on from the backup's place in the order, own operations beyond it wait to be sent, and those of others are offered
 * to a central that may lack them. A power cut in the middle leaves the
 * damaged files, or the finished store that `finishRecovery` puts in place. Throws StoreError `corrupt` when neither
 * gives anything: a station never starts silently empty.
 */
export function recover(options: OpenStoreOptions, open: (options: OpenStoreOptions) => Store): { readonly store: Store; readonly backup: string; readonly notices: readonly Message[] } {
  const { file } = options;
  const salvage = readWhatCanBeRead(file);
  const { identity } = salvage;
  const backup = listBackups(options.backups).find((each) => isSound(each.file) && isOfSite(each.file, identity));
  if (!backup && (salvage.operations.length === 0 || identity === undefined)) {
    throw new StoreError('corrupt', file, `nothing could be read and there is no backup; the damaged files are still in place`);
  }
  const building = `${file}.recovering`;
  for (const suffix of SUFFIXES) rmSync(`${building}${suffix}`, { force: true });
  if (backup) copyFileSync(backup.file, building);
  const built = open({ ...options, file: building, newIdentity: identity === undefined ? options.newIdentity : () => identity });
  const added = built.adopt(salvage.operations, readBlobs(file));
  built.rebuild();
  rejoin(built, salvage);
  doubtPrintJobs(built.database);
  built.close();
  renameSync(building, recovered(file));
  const folder = finishRecovery(options);
  const params = { folder, added, backup: backup ? basename(backup.file) : '-' };
  return { store: open(options), backup: params.backup, notices: [message(salvage.lost ? 'store.recoveredWithLoss' : 'store.recovered', params)] };
}

/** The place in the site: what the backup does not know of it yet. */
function rejoin({ sync }: Store, { identity, membership }: Salvage): void {
  if (!identity || !membership) return;
  if (!sync.paired) sync.pair({ site: identity.site, station: identity.station, incarnation: identity.incarnation, ...membership });
  else sync.fork(identity.incarnation);
}

/** Sets the damaged files aside and puts the recovered store in their place; at a start also what a crash left undone of it. */
export function finishRecovery(options: OpenStoreOptions): string {
  if (!existsSync(recovered(options.file))) return '';
  const folder = keepDamaged(options);
  renameSync(recovered(options.file), options.file);
  return folder;
}

/** Has this name only once it is whole. */
const recovered = (file: string): string => `${file}.recovered`;

const SUFFIXES = ['', '-wal', '-shm'] as const;

function keepDamaged({ file, now }: OpenStoreOptions): string {
  const folder = join(dirname(file), `damaged-${now}`);
  mkdirSync(folder, { recursive: true });
  for (const suffix of SUFFIXES) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, join(folder, `${basename(file)}${suffix}`));
  }
  return folder;
}

/** Reads the journal row by row by its key, so that one bad page costs only the rows on it. */
function readWhatCanBeRead(file: string): Salvage {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    const identity = readIdentity(database);
    const newest = Number(database.prepare('SELECT max(seq) FROM operation').pluck().get() ?? 0);
    const read = database.prepare<[number], OperationRow>('SELECT * FROM operation WHERE seq = ?');
    const operations: WireOperation[] = [];
    let lost = false;
    for (let seq = 1; seq <= newest; seq += 1) {
      const operation = readOne(read, seq);
      if (operation) operations.push(operation);
      else lost = true;
    }
    return { operations, identity, membership: readMembership(database), lost };
  } catch {
    return { operations: [], identity: undefined, membership: undefined, lost: true };
  } finally {
    database?.close();
  }
}

function readOne(read: Database.Statement<[number], OperationRow>, seq: number): WireOperation | undefined {
  try {
    const row = read.get(seq);
    return row && wireOf(row);
  } catch {
    return undefined;
  }
}

/** A backup from before an empty store joined its site belongs to no site and holds nothing of it. */
function isOfSite(file: string, identity: Identity | undefined): boolean {
  if (!identity) return true;
  const backup = new Database(file, { readonly: true });
  try {
    return readIdentity(backup)?.site === identity.site;
  } finally {
    backup.close();
  }
}

/** Undefined also where an older release wrote the file. */
function readMembership(database: Database.Database): MembershipNote | undefined {
  try {
    const { state } = new Membership(database);
    return state && { epoch: state.epoch, stationNumber: state.stationNumber };
  } catch {
    return undefined;
  }
}

/** The kept documents whose bytes are still what their digest says, one after the other: there may be many. */
function* readBlobs(file: string): Generator<Uint8Array> {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    const newest = Number(database.prepare('SELECT max(rowid) FROM blob').pluck().get() ?? 0);
    const read = database.prepare<[number], BlobRow>('SELECT sha256, bytes FROM blob WHERE rowid = ?');
    for (let row = 1; row <= newest; row += 1) {
      const bytes = readBlob(read, row);
      if (bytes) yield bytes;
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database?.close();
  }
}

interface BlobRow {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

function readBlob(read: Database.Statement<[number], BlobRow>, row: number): Uint8Array | undefined {
  try {
    const found = read.get(row);
    return found && sha256Of(found.bytes) === found.sha256 ? found.bytes : undefined;
  } catch {
    return undefined;
  }
}

function readIdentity(database: Database.Database): Identity | undefined {
  const row = database.prepare<[], { site: string; station: string; incarnation: number; demo: number }>('SELECT site, station, incarnation, demo FROM identity').get();
  return row ? { site: row.site, station: row.station, incarnation: row.incarnation, demo: row.demo === 1 } : undefined;
}
