import type { PullReply, PushReply, WireOperation } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';

/** What applying a page of the site's order came to. */
export interface Applied {
  readonly after: number;
  readonly operations: number;
  /** Whether the pending operations had to be laid over it again, and how many. */
  readonly refolded: number;
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
  cursor(): { readonly epoch: string | null; readonly after: number };
  /** Own operations that central has not acknowledged, oldest first, within the limits. At least one when any waits. */
  unsent(limit: { readonly operations: number; readonly bytes: number }): readonly WireOperation[];
  backlog(): { readonly count: number; readonly oldestAt: Instant | null };
  /** Central holds these durably. */
  acknowledge(reply: PushReply): void;
  /** Stores a page, its effects and the cursor together. A page that does not follow the cursor without a gap is refused. */
  apply(page: PullReply): Applied;
  /** Goes on under another incarnation after central met two histories; what is unsent is filed under it. */
  fork(incarnation: number): void;
}
