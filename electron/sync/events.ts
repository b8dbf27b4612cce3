import type { Have, PullReply, PushReply, SnapshotManifest } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { Backlog, Cursor } from './port.ts';

/*
 * What the engine hears and what it wants done. The engine (engine.ts) is pure; whoever executes the effects (driver.ts, or
 * a simulation) tells it the outcome by exactly one event for each request.
 */

/** The machine's clock, and milliseconds that only ever grow: waiting is measured by the second, skew by the first. */
export interface Moment {
  readonly clock: Instant;
  readonly steady: number;
}

/** One thing under way with central at a time in each. */
export type Lane = 'token' | 'push' | 'pull' | 'copy';

export type TimerName = Lane | 'watchdog';

/** Central said no. `problem` is its type, '' where it gave none; the rest are that problem's own members. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly problem: string;
  readonly retryAfterMs: number | null;
  readonly incarnation: number | null;
  readonly have: Have | null;
  readonly epoch: string | null;
  readonly common: number | null;
}

/** Why a request came to nothing. */
export type Failure =
  /** No answer, or none that can have come from central: cable, name, TLS, time-out. `certificate`: whoever answers is not the central paired with. */
  | { readonly kind: 'unreachable'; readonly certificate: boolean }
  | Refused
  /** An answer outside the contract. */
  | { readonly kind: 'garbled' }
  /** The store of this station could not do its part (disk full). */
  | { readonly kind: 'store' }
  /** The engine itself asked for it to end. */
  | { readonly kind: 'aborted' };

/** Central's clock and the life and length of its order, as every answer says them. */
export interface Head {
  readonly epoch: string;
  readonly head: number;
  readonly now: Instant;
}

export type SyncEvent =
  /** First of all. `copy`: whether the site (or, after central was restored, all of it anew) has still to come, and whether its copy has begun. */
  | { readonly type: 'started'; readonly backlog: Backlog; readonly cursor: Cursor; readonly copy: 'none' | 'owed' | 'begun' }
  | { readonly type: 'stopped' }
  /** Operations were saved here. */
  | { readonly type: 'written'; readonly backlog: Backlog }
  /** The network came back or changed, or the machine woke. */
  | { readonly type: 'network-up' }
  /** A person wants an attempt now. */
  | { readonly type: 'try-now' }
  | { readonly type: 'timer'; readonly name: TimerName }
  | { readonly type: 'authorised'; readonly request: number; readonly rights: 'full' | 'push-only'; readonly expiresInMs: number; readonly reply: Head }
  /** The driver found nothing to send. */
  | { readonly type: 'nothing-to-push'; readonly request: number; readonly backlog: Backlog }
  /** Central has them and the journal knows it; none are `sent` where the answer took nothing off the queue. */
  | { readonly type: 'pushed'; readonly request: number; readonly reply: Pick<PushReply, 'epoch' | 'head' | 'now' | 'have'>; readonly sent: number; readonly backlog: Backlog }
  | { readonly type: 'pulled'; readonly request: number; readonly reply: PullReply }
  | { readonly type: 'applied'; readonly cursor: Cursor; readonly backlog: Backlog }
  /** The store could not take the page, or central not the documents that must be there before it. */
  | { readonly type: 'not-applied'; readonly cursor: Cursor; readonly failure: Failure }
  | { readonly type: 'forked'; readonly backlog: Backlog }
  | { readonly type: 'reoffered'; readonly backlog: Backlog }
  /** The store could not be told of a fork, a gap or a new epoch; central will say the same again. */
  | { readonly type: 'not-settled' }
  | { readonly type: 'epoch-changed'; readonly outcome: 'continue' | 'bootstrap'; readonly cursor: Cursor; readonly backlog: Backlog }
  | { readonly type: 'manifest'; readonly request: number; readonly reply: SnapshotManifest; readonly missing: readonly number[] }
  | { readonly type: 'chunk'; readonly request: number; readonly number: number }
  | { readonly type: 'installed'; readonly request: number; readonly cursor: Cursor; readonly backlog: Backlog }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

export type SyncEffect =
  | { readonly type: 'token'; readonly request: number }
  /** Reads what waits (own operations, then recovered ones) within the limits, uploads their documents, sends them and marks them in the journal. */
  | { readonly type: 'push'; readonly request: number; readonly operations: number; readonly bytes: number }
  | { readonly type: 'pull'; readonly request: number; readonly after: number; readonly limit: number; readonly waitSeconds: number }
  /** Uploads the documents of own operations among them, then takes them in slices of at most `slice` operations, scans going first between two. */
  | { readonly type: 'apply'; readonly page: PullReply; readonly slice: number }
  | { readonly type: 'fork'; readonly incarnation: number }
  | { readonly type: 'reoffer'; readonly have: Have }
  | { readonly type: 'change-epoch'; readonly epoch: string; readonly common: number }
  /** Asks for the newest snapshot and begins or resumes its copy. */
  | { readonly type: 'manifest'; readonly request: number }
  | { readonly type: 'chunk'; readonly request: number; readonly number: number }
  | { readonly type: 'install'; readonly request: number }
  /** One timer of a name at a time; a new one replaces it. */
  | { readonly type: 'timer'; readonly name: TimerName; readonly inMs: number }
  | { readonly type: 'cancel-timer'; readonly name: TimerName }
  /** Ends a request under way; its outcome is `failed` with `aborted`. */
  | { readonly type: 'abort'; readonly request: number }
  /** Throws the connections away: the next request makes new ones. */
  | { readonly type: 'reconnect' };
