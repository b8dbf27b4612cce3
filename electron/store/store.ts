import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import type { Operation, OperationDraft } from '../../shared/contracts/operations.ts';
import type { WireOperation } from '../../shared/contracts/sync.ts';
import type { Context, Decision, Refusal } from '../../shared/domain/decision.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import type { OperationId } from '../../shared/lib/ids.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { asStoreError, StoreError } from './errors.ts';
import { Journal, type Identity, type JournalEntry, type UnreadableEntry } from './journal.ts';
import { openDatabase, openDatabaseToRead, prepareDatabase } from './open.ts';
import { rebuild, refillShadow, type RebuildReport } from './rebuild.ts';
import { SqliteWorld } from './sqlite-world.ts';
import { Statements } from './statements.ts';
import { SiteStore } from './sync/site-store.ts';

export type Outcome<Result> =
  | { readonly ok: true; readonly operations: readonly Operation[]; readonly result: Result }
  | { readonly ok: false; readonly refusal: Refusal };

export interface DecideOptions<Result = unknown> {
  /** Documents kept with the operations; filled by the decision itself where it writes them. */
  readonly blobs?: readonly Uint8Array[];
  /** The first operation's id, chosen by who asks: a question asked twice is then found in the journal. */
  readonly opId?: string | undefined;
  /** What this machine keeps together with the operations: written in their transaction, once they are folded. */
  readonly alongside?: (result: Result) => void;
}

export interface StoreOptions {
  readonly file: string;
  /** Used when the file is new; a file that exists keeps the identity it was born with. */
  readonly newIdentity: () => Identity;
  readonly beforeMigration: (database: Database.Database) => void;
  /** An open database instead of the file, whose durability the caller answers for: a simulation's disk image. */
  readonly database?: Database.Database;
  /** Nothing is written: for a disk that is full. */
  readonly readOnly?: boolean;
}

/**
 * A station's store: the journal, its projections and the kept documents, changed together or not at all.
 * A decision that returns has been synced to the disk; one that throws (StoreError) has changed nothing.
 */
export class Store {
  readonly file: string;
  readonly database: Database.Database;
  readonly statements: Statements;
  /** True when the last process on this file did not close it. */
  readonly endedUncleanly: boolean;
  readonly readOnly: boolean;
  readonly #world: SqliteWorld;
  readonly #journal: Journal;
  readonly #atomically: Database.Transaction<(work: () => unknown) => unknown>;
  /** The store as a part of its site. */
  readonly sync: SiteStore;
  #identity: Identity;
  #damaged = false;
  readonly #listeners = new Set<(operations: readonly Operation[]) => void>();

  constructor(options: StoreOptions) {
    this.file = options.file;
    this.readOnly = options.readOnly === true;
    this.database = openedFor(options);
    this.statements = new Statements(this.database);
    this.#atomically = this.database.transaction((work: () => unknown) => work());
    try {
      this.#identity = readIdentity(this.database, options.newIdentity);
      this.endedUncleanly = this.stationState('clean') === '0';
      if (!this.readOnly) this.setStationState('clean', '0');
      this.#world = new SqliteWorld(this.database);
      this.#journal = new Journal(this.database, this.#identity);
      this.sync = new SiteStore({
        database: this.database,
        shown: this.#world,
        journal: this.#journal,
        identity: () => this.#identity,
        setIdentity: (identity) => {
          this.#setIdentity(identity);
        },
        transaction: (work) => this.#transaction(work),
        blob: (sha256) => this.blob(sha256),
        keepBlob: (bytes) => {
          this.#keepBlob(bytes);
        },
      });
      if (!this.readOnly) this.#catchUp();
    } catch (error) {
      this.database.close();
      throw asStoreError(error, options.file);
    }
  }

  get identity(): Identity {
    return this.#identity;
  }

  /** The projections, for decisions and queries. */
  get reader(): Reader {
    return this.#world;
  }

  /**
   * Decides against the current state and, when the decision stands, makes it durable with its effects. It is decided inside the
   * transaction: what it reads takes SQLite's lock once and not with every question.
   */
  decide<Result>(context: Context, decision: (reader: Reader) => Decision<Result>, { blobs = [], opId, alongside }: DecideOptions<Result> = {}): Outcome<Result> {
    const outcome = this.#guard(() => {
      const work = (): Outcome<Result> => {
        const made = decision(this.#world);
        if (!made.ok) return made;
        const operations = this.#append(made.operations, context, blobs, opId);
        alongside?.(made.result);
        return { ok: true, operations, result: made.result };
      };
      return this.readOnly ? work() : this.#inTransaction(work);
    });
    if (outcome.ok && outcome.operations.length > 0) for (const listener of this.#listeners) listener(outcome.operations);
    return outcome;
  }

  /** Several decisions as one: all of them are saved, or what `work` throws comes back and none is. */
  together(work: () => void): void {
    this.#transaction(work);
  }

  onCommitted(listener: (operations: readonly Operation[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  journal(after: number, limit: number, aggregate?: string): { readonly entries: readonly JournalEntry[]; readonly unreadable: readonly UnreadableEntry[] } {
    const unreadable: UnreadableEntry[] = [];
    return { entries: this.#journal.read(after, limit, (entry) => unreadable.push(entry), aggregate), unreadable };
  }

  hasOperation(opId: string): boolean {
    return this.#journal.has(opId);
  }

  newestAt(): Instant | null {
    return this.#journal.newestAt();
  }

  journalLength(): number {
    return this.#journal.length();
  }

  blob(sha256: string): Uint8Array | undefined {
    return this.statements.values<[string], Uint8Array>('SELECT bytes FROM blob WHERE sha256 = ?').get(sha256);
  }

  hasBlob(sha256: string): boolean {
    return this.statements.values<[string], number>('SELECT 1 FROM blob WHERE sha256 = ?').get(sha256) !== undefined;
  }

  stationState(name: string): string | undefined {
    return this.statements.values<[string], string>('SELECT value FROM station_state WHERE name = ?').get(name);
  }

  /** Small facts of this machine that are no business of the journal: clean end, time of the last backup. */
  setStationState(name: string, value: string): void {
    this.statements.rows<[string, string]>('INSERT INTO station_state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value);
  }

  /** Appends operations saved from elsewhere (salvage) that this journal lacks, and keeps their documents; projections follow by `rebuild`. */
  adopt(operations: readonly WireOperation[], blobs: Iterable<Uint8Array>): number {
    return this.#transaction(() => {
      for (const bytes of blobs) this.#keepBlob(bytes);
      const missing = operations.filter((operation) => !this.#journal.has(operation.opId));
      for (const operation of missing) this.sync.own.adopt(this.#journal.write(operation), operation);
      this.sync.own.flush();
      this.#journal.reload();
      return missing.length;
    });
  }

  /** Folds everything anew and says which projections differed from it. */
  rebuild(): RebuildReport {
    return this.#transaction(() => rebuild(this.sync.parts));
  }

  /** A fault of SQLite as ours, wherever it was met; errors of other kinds come back unchanged. Damage is remembered until the close. */
  faultOf(error: unknown): unknown {
    const known = asStoreError(error, this.file);
    if (!(known instanceof StoreError) || known.reason !== 'corrupt') return known;
    this.markDamaged();
    return new StoreError('damaged', this.file, known.message, { cause: error });
  }

  /** Nothing proves the next start that this store is sound: it will check and repair it. */
  markDamaged(): void {
    this.#damaged = true;
  }

  /** A store in which damage was met, or that cannot be written, is not marked as closed cleanly: the next start checks and repairs it. */
  close(): void {
    if (!this.database.open) return;
    try {
      if (!this.#damaged && !this.readOnly) {
        this.database.pragma('optimize');
        this.setStationState('clean', '1');
      }
    } catch (error) {
      const fault = this.faultOf(error);
      if (!(fault instanceof StoreError)) throw fault;
    } finally {
      this.database.close();
    }
  }

  #append(drafts: readonly OperationDraft[], context: Context, blobs: readonly Uint8Array[], opId: string | undefined): readonly Operation[] {
    if (drafts.length === 0 && blobs.length === 0) return [];
    this.#refuseReadOnly();
    for (const bytes of blobs) this.#keepBlob(bytes);
    const operations = drafts.map((draft, index) => {
      const id = index === 0 && opId !== undefined ? opId : context.newId();
      const entry = this.#journal.append(draft, id as OperationId, context.actor.staffId, context.now, this.sync.baseSeq);
      this.sync.own.fold(entry);
      return entry.operation;
    });
    this.sync.own.flush();
    return operations;
  }

  #keepBlob(bytes: Uint8Array): void {
    this.statements.rows<[string, Uint8Array]>('INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)').run(sha256Of(bytes), bytes);
  }

  /** What a release before this one could not read, or a power cut left half-way, is folded before anybody looks. */
  #catchUp(): void {
    const { parts } = this.sync;
    if (parts.membership.state?.shadowed && !parts.shadow.isCurrent()) this.#transaction(() => refillShadow(parts));
    if (this.sync.canReadMore()) this.rebuild();
    else if (parts.membership.state?.stale) this.#transaction(() => this.sync.own.catchUp());
  }

  #forget(): void {
    const identity = readIdentity(this.database, () => this.#identity);
    this.#identity = identity;
    this.sync.forget();
    this.#journal.reload(identity);
  }

  #setIdentity(identity: Identity): void {
    this.database.prepare('UPDATE identity SET site = ?, station = ?, incarnation = ? WHERE id = 1').run(identity.site, identity.station, identity.incarnation);
    this.#identity = identity;
  }

  #transaction<Result>(work: () => Result): Result {
    this.#refuseReadOnly();
    return this.#guard(() => this.#inTransaction(work));
  }

  #inTransaction<Result>(work: () => Result): Result {
    return this.#atomically.immediate(work) as Result;
  }

  #refuseReadOnly(): void {
    if (this.readOnly) throw new StoreError('disk-full', this.file, 'the disk was full when the store was opened');
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      const fault = this.faultOf(error);
      this.#world.forget();
      if (!this.#damaged) this.#forget();
      throw fault;
    }
  }
}

function openedFor({ database, readOnly, file, beforeMigration }: StoreOptions): Database.Database {
  if (database) return prepareDatabase(database);
  return readOnly === true ? openDatabaseToRead(file) : openDatabase(file, beforeMigration);
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readIdentity(database: Database.Database, newIdentity: () => Identity): Identity {
  const read = database.prepare<[], { site: string; station: string; incarnation: number; demo: number }>('SELECT site, station, incarnation, demo FROM identity WHERE id = 1');
  const row = read.get();
  if (row) return { site: row.site, station: row.station, incarnation: row.incarnation, demo: row.demo === 1 };
  const born = newIdentity();
  database
    .prepare('INSERT INTO identity (id, site, station, incarnation, created_at, demo) VALUES (1, ?, ?, ?, unixepoch() * 1000, ?)')
    .run(born.site, born.station, born.incarnation, born.demo ? 1 : 0);
  return born;
}
