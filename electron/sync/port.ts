import type { Have, PullReply, PushReply, SnapshotManifest, WireOperation } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';

/** What applying a page of the site's order came to. */
export interface Applied {
  readonly after: number;
  readonly operations: number;
  /** Whether the pending operations had to be laid over it again, and how many. */
  readonly refolded: number;
}

/** What central does not hold yet, as far as this station knows. */
export interface Backlog {
  /** Own operations. */
  readonly count: number;
  readonly oldestAt: Instant | null;
  /** Besides them, operations of anybody that a restored central had before and has lost. */
  readonly recovered: number;
}

export const isEmpty = ({ count, recovered }: Backlog): boolean => count === 0 && recovered === 0;

/** An operation with its place in a former life of central, and the lineage it was filed under and what its person had seen there, where that is known. */
export interface RecoveredOperation {
  readonly siteSeq: number;
  readonly lineage?: number;
  readonly seen?: number;
  readonly op: WireOperation;
}

/** Operations that central had in a former life, `epoch`, at these places of its order. */
export interface Recovered {
  readonly epoch: string;
  readonly operations: readonly RecoveredOperation[];
}

/** Own operations up to `stationSeq` were written in a former life, `epoch` (null: in several), that shares the order up to `common` with the present one. */
export interface FormerLives {
  readonly stationSeq: number;
  readonly common: number;
  readonly epoch: string | null;
}

export interface Cursor {
  readonly epoch: string | null;
  readonly after: number;
}

/**
 * What sync needs of a station's store. Every method is one transaction, durable when it returns; they throw StoreError and
 * then nothing has changed.
 */
export interface SyncJournal {
  readonly site: string;
  readonly station: string;
  readonly incarnation: number;
  /** The last number of the site's order held here, and the life of central it belongs to; null before the first contact. */
  cursor(): Cursor;
  /** Own operations that were written before central's present life; null when none were. */
  formerLives(): FormerLives | null;
  /** Own operations that central has not acknowledged, oldest first, within the limits. At least one when any waits. */
  unsent(limit: { readonly operations: number; readonly bytes: number }): readonly WireOperation[];
  /** Operations of any station that central lost when it was restored, in the order they had; they go before the unsent ones. */
  recovered(limit: { readonly operations: number; readonly bytes: number }): Recovered;
  backlog(): Backlog;
  /** Central holds these durably: those of `results` by id, and of the own lineage all up to `have`. */
  acknowledge(reply: PushReply): void;
  /** Stores a page, its effects and the cursor together. A page that does not follow the cursor without a gap is refused. */
  apply(page: PullReply): Applied;
  /** What pages wrote is put in its final place from time to time, in a step of its own: done by the way, it would make one page much longer. */
  tidy(): void;
  /** Goes on under another incarnation after central met two histories; what is unsent is filed under it. */
  fork(incarnation: number): void;
  /** Central holds less of the own lineage than was believed: what is beyond `have` waits to be sent again. */
  reoffer(have: Have): void;
  /**
   * Central lives another life, which shares the site's order with this store up to `common`. `continue`: nothing beyond it
   * was held here, only the epoch changed. `bootstrap`: own operations beyond it wait again, those of others are in
   * `recovered`, and the projections must come anew once central has them all.
   */
  changeEpoch(change: { readonly epoch: string; readonly common: number }): 'continue' | 'bootstrap';
  /** Digests of the documents that operations name; they travel by these, before the operations. */
  documentsOf(operations: readonly WireOperation[]): readonly string[];
  blob(sha256: string): Uint8Array | undefined;
  keepBlob(bytes: Uint8Array): void;
}

/** The first copy of a site, or a new one after central was restored: in tables of its own until it is whole. */
export interface Bootstrap {
  /** Begins or resumes; what was kept of another snapshot is dropped. Answers the numbers of the chunks still missing. */
  begin(manifest: SnapshotManifest): readonly number[];
  /** Keeps a chunk as it came, compressed. Throws when its digest is not the manifest's. */
  keep(number: number, bytes: Uint8Array): void;
  /**
   * Verifies that all of it is there; in one transaction it becomes the confirmed version, and what is pending is laid on it.
   */
  install(): Promise<void>;
}
