import type Database from 'better-sqlite3';
import type { Have, PullReply, PushReply, SnapshotManifest, WireOperation } from '../../../shared/contracts/sync.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import type { Identity, Journal } from '../journal.ts';
import type { SqliteWorld } from '../sqlite-world.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { Copy } from './copy.ts';
import { Joining, type Pairing } from './joining.ts';
import { Layers } from './layers.ts';
import { Membership, type MembershipState } from './membership.ts';
import { NeedsUpdate } from './needs-update.ts';
import { Outbox, type Limit } from './outbox.ts';
import { OwnWork } from './own-work.ts';
import { anyEffects, Pages, type PageEffects, type SyncParts } from './pages.ts';
import { Photos } from './photos.ts';
import { Recovered, type RecoveredPage } from './recovered.ts';
import { JoinRefused } from './refusals.ts';
import { Shadow } from './shadow.ts';

/** So many operations leave some 600 pages in the log: 5 ms to copy, where SQLite by itself would let them become 8,000 and copy those within a commit. */
const TIDY_AFTER = 400;

/** What the store lends to its part in the site. */
export interface SiteHost {
  readonly database: Database.Database;
  readonly shown: SqliteWorld;
  readonly journal: Journal;
  readonly identity: () => Identity;
  readonly setIdentity: (identity: Identity) => void;
  readonly transaction: <Result>(work: () => Result) => Result;
  readonly blob: (sha256: string) => Uint8Array | undefined;
  readonly keepBlob: (bytes: Uint8Array) => void;
}

/**
 * The store as a part of its site, as the engine drives it: what central has yet to be told, and what it told. Every method is one
 * transaction, durable when it returns; when one throws, nothing has changed. How each is done has its own module.
 */
export class SiteStore {
  readonly #host: SiteHost;
  readonly #parts: SyncParts;
  readonly #pages: Pages;
  readonly #copy: Copy;
  readonly #joining: Joining;
  readonly #acknowledgements: Acknowledgements;
  /** What people do here. */
  readonly own: OwnWork;
  /** Photos on their way to central. */
  readonly photos: Photos;
  readonly #listeners = new Set<(effects: PageEffects) => void>();
  /** Operations of pages since the log was last copied into the file. */
  #untidied = 0;

  constructor(host: SiteHost) {
    this.#host = host;
    const { database, shown, journal, identity } = host;
    const outbox = new Outbox(database);
    this.#parts = {
      database, shown, journal, identity, outbox,
      membership: new Membership(database),
      recovered: new Recovered(database),
      needsUpdate: new NeedsUpdate(database),
      layers: new Layers(database, shown, outbox, () => identity().incarnation),
      shadow: new Shadow(database),
    };
    this.#pages = new Pages(this.#parts);
    this.#copy = new Copy(this.#parts, this.#pages);
    this.#joining = new Joining(this.#parts, host.setIdentity);
    this.#acknowledgements = new Acknowledgements(this.#parts, this.#pages);
    this.own = new OwnWork(this.#parts);
    this.photos = new Photos(database);
  }

  get site(): string {
    return this.#host.identity().site;
  }

  get station(): string {
    return this.#host.identity().station;
  }

  get incarnation(): number {
    return this.#host.identity().incarnation;
  }

  get paired(): boolean {
    return this.#parts.membership.state !== undefined;
  }

  /** This station's number in the site; 0 while it is alone. */
  get stationNumber(): number {
    return this.#parts.membership.state?.stationNumber ?? 0;
  }

  /** True until the site has come to a store that joined it, or anew after central's life changed. */
  get awaitsCopy(): boolean {
    return this.#parts.membership.state?.awaitsCopy ?? false;
  }

  /** Own operations whose effects central's order does not have yet, sent or not. */
  get pending(): number {
    return this.#parts.outbox.pending;
  }

  /** The number of the site's order that a person acting now has seen. */
  get baseSeq(): number {
    const { state } = this.#parts.membership;
    return state ? Math.max(state.after, state.seen) : 0;
  }

  /** The way of a copy of the site into this store. */
  get copy(): { readonly begin: (manifest: SnapshotManifest) => readonly number[]; readonly keep: (number: number, bytes: Uint8Array) => void; readonly install: () => Promise<void> } {
    return {
      begin: (manifest) => this.#host.transaction(() => this.#copy.begin(manifest)),
      keep: (number, bytes) => this.#host.transaction(() => this.#copy.keep(number, bytes)),
      install: () => this.#installCopy(),
    };
  }

  get parts(): SyncParts {
    return this.#parts;
  }

  cursor(): { readonly epoch: string | null; readonly after: number } {
    const { state } = this.#parts.membership;
    return { epoch: state?.epoch ?? null, after: state?.after ?? 0 };
  }

  /** Own operations that were written in former lives of central, and how much of the order those share with this one. */
  formerLives(): { readonly stationSeq: number; readonly common: number; readonly epoch: string | null } | null {
    const { state } = this.#parts.membership;
    return !state || state.lifeStart === 0 ? null : { stationSeq: state.lifeStart, common: state.lifeCommon, epoch: state.lifeBefore };
  }

  unsent(limit: Limit): readonly WireOperation[] {
    return this.#parts.outbox.next(limit);
  }

  recovered(limit: Limit): RecoveredPage {
    return this.#parts.recovered.next(limit);
  }

  backlog(): { readonly count: number; readonly oldestAt: Instant | null; readonly recovered: number } {
    const { outbox, recovered } = this.#parts;
    return { count: outbox.unsent, oldestAt: outbox.oldestAt, recovered: recovered.unsent };
  }

  needsUpdate(aggregate: string): boolean {
    return this.#parts.needsUpdate.has(aggregate);
  }

  /** True when this release has understood every operation that it has. */
  readsAll(): boolean {
    return this.#parts.needsUpdate.isEmpty;
  }

  needingUpdate(): readonly string[] {
    return this.#parts.needsUpdate.all();
  }

  canReadMore(): boolean {
    return this.#parts.needsUpdate.canReadMore();
  }

  blob(sha256: string): Uint8Array | undefined {
    return this.#host.blob(sha256);
  }

  keepBlob(bytes: Uint8Array): void {
    this.#host.transaction(() => this.#host.keepBlob(bytes));
  }

  /** Digests of the documents that operations speak of. */
  documentsOf(operations: readonly WireOperation[]): readonly string[] {
    return [...new Set(operations.flatMap(({ kind, body }) => (DOCUMENT_KINDS.has(kind) && typeof body['sha256'] === 'string' ? [body['sha256']] : [])))];
  }

  onApplied(listener: (effects: PageEffects) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Becomes part of a site. An empty store takes the site's name and waits for its copy; one with a history begins to send it, and
   * until it has come back in the site's order people go on seeing what they see. Throws JoinRefused.
   */
  pair(pairing: Pairing): void {
    this.#host.transaction(() => this.#joining.pair(pairing));
  }

  apply(page: PullReply): { readonly after: number; readonly operations: number; readonly refolded: number } {
    const effects = this.#host.transaction(() => this.#pages.apply(this.#state(), page));
    this.#untidied += effects.operations;
    this.#tell(effects);
    return { after: effects.after, operations: effects.operations, refolded: effects.relaid.length };
  }

  /** Copies what pages left in the write-ahead log into the file, before there is so much of it that a scan would have to wait. */
  tidy(): void {
    if (this.#untidied < TIDY_AFTER) return;
    this.#untidied = 0;
    this.#host.database.pragma('wal_checkpoint(PASSIVE)');
  }

  /**
   * Central holds these durably. One that it placed at or before the cursor is part of a copy that came in the meantime; it is not
   * pending any longer.
   */
  acknowledge(reply: Pick<PushReply, 'epoch' | 'have' | 'results'>): void {
    const contained = this.#host.transaction(() => this.#acknowledgements.take(this.#state(), reply));
    if (contained) this.#tell(anyEffects(this.cursor().after));
  }

  /** Goes on under another incarnation. What is unsent keeps its envelope and is filed under the new one. */
  fork(incarnation: number): void {
    this.#host.transaction(() => this.#joining.fork(this.#state(), incarnation));
  }

  /**
   * Offers once more what central took without giving it a place: it was held aside while this station had no rights, and nobody but the
   * station brings it into the order when it has them again. While it has none, central knows it by its ids.
   */
  offerAgain(): void {
    this.#host.transaction(() => this.#parts.outbox.reofferUnplaced());
  }

  reoffer(have: Have): void {
    this.#host.transaction(() => {
      if (have.incarnation === this.incarnation) this.#parts.outbox.reoffer(have.stationSeq);
      this.photos.forgetSent();
    });
  }

  /**
   * Central lives another life that shares the order up to `common`. What was confirmed beyond it is offered again in its old order;
   * people go on seeing it while the confirmed version is made anew.
   */
  changeEpoch({ epoch, common }: { readonly epoch: string; readonly common: number }): 'continue' | 'bootstrap' {
    return this.#host.transaction(() => this.#joining.changeEpoch(this.#state(), epoch, common));
  }

  /** After a rollback: everything kept in memory is again what the file says. */
  forget(): void {
    const { membership, outbox, recovered, needsUpdate, layers, shadow } = this.#parts;
    for (const part of [membership, outbox, recovered, needsUpdate]) part.reload();
    layers.forget();
    shadow.forget();
    this.photos.reload();
  }

  #installCopy(): Promise<void> {
    return new Promise((resolve) => {
      this.#host.transaction(() => this.#copy.install());
      this.#tell(anyEffects(this.cursor().after));
      resolve();
    });
  }

  #state(): MembershipState {
    const { state } = this.#parts.membership;
    if (!state) throw new JoinRefused('unpaired', 'this station works alone');
    return state;
  }

  #tell(effects: PageEffects): void {
    for (const listener of this.#listeners) listener(effects);
  }
}

const DOCUMENT_KINDS: ReadonlySet<string> = new Set(['document.received', 'document.prepared']);
