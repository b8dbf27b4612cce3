import type { PullReply } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { Backlog, Cursor } from './port.ts';

/** What is wrong, for the words people read; `null` when nothing is. */
export type Trouble =
  | 'unreachable' | 'certificate' | 'unpaired' | 'revoked' | 'too-old' | 'busy' | 'central-failed' | 'garbled' | 'store-failed' | 'stuck' | 'operation-changed' | 'other-site';

/** One lane's dealings with central. At most one request is under way in it. */
export interface LaneState {
  readonly request: number | null;
  /** Steady time at which it was made. */
  readonly since: number;
  /** Failures in a row. */
  readonly failures: number;
  /** Steady time before which nothing is tried again; null when it may be tried. */
  readonly notBefore: number | null;
  readonly trouble: Trouble | null;
}

/** A copy of the site on its way into this station. */
export interface CopyState {
  /** `draining`: central first gets back what it lost. */
  readonly step: 'draining' | 'manifest' | 'chunks' | 'install';
  /** Chunks in all and those still missing. */
  readonly chunks: number;
  readonly missing: readonly number[];
}

export interface SyncState {
  readonly running: boolean;
  /** Steady time of the last operation saved here; null when none was since the start. */
  readonly workedAt: number | null;
  /** Counts requests up: an outcome whose number is not under way is late and is nobody's. */
  readonly lastRequest: number;
  readonly token: LaneState;
  readonly push: LaneState;
  readonly pull: LaneState;
  readonly copying: LaneState;
  /** Steady time until which the access token holds; null when there is none. */
  readonly tokenUntil: number | null;
  readonly rights: 'full' | 'push-only';
  /** Central no longer understands this release: it may be told and tells nothing. */
  readonly tooOld: boolean;
  readonly backlog: Backlog;
  readonly cursor: Cursor;
  /** What the next pull asks after: ahead of the cursor while a page is being applied. */
  readonly pulledTo: number;
  /** Head of the site's order as last heard. */
  readonly head: number;
  readonly applying: boolean;
  /** A page that came while another was being applied. */
  readonly held: PullReply | null;
  /** The journal is being told of a fork, a gap or a new epoch: nothing is sent or asked meanwhile. */
  readonly settling: boolean;
  readonly copy: CopyState | null;
  /** Another life of central that an answer spoke of: until a pull has said what it shares with this store, nothing else is sent or copied. */
  readonly otherLife: string | null;
  /** The store is empty and the site has not come yet. */
  readonly firstCopy: boolean;
  /** Largest push in bytes; halved when central says it is too large. */
  readonly pushBytes: number;
  /** Steady time since which a queue that is not empty has not moved, or a new connection was made for it. */
  readonly waitingSince: number | null;
  /** New connections made for a queue that does not move, in a row. */
  readonly reconnects: number;
  readonly skewMs: number | null;
  /** Steady time of the last answer; null before the first, and before the first since the network came back. */
  readonly heardAt: number | null;
  /** Both by central's clock, as what they are shown beside is: this machine's may be set meanwhile. */
  readonly lastSentAt: Instant | null;
  readonly lastHeardAt: Instant | null;
}

const idleLane: LaneState = { request: null, since: 0, failures: 0, notBefore: null, trouble: null };

/** How a copy begins: first central gets back what it lost, where it lost anything. */
export const COPY: CopyState = { step: 'draining', chunks: 0, missing: [] };

export const LARGEST_PUSH = 256 * 1024;

export const initialState: SyncState = {
  running: false,
  workedAt: null,
  lastRequest: 0,
  token: idleLane,
  push: idleLane,
  pull: idleLane,
  copying: idleLane,
  tokenUntil: null,
  rights: 'full',
  tooOld: false,
  backlog: { count: 0, oldestAt: null, recovered: 0 },
  cursor: { epoch: null, after: 0 },
  pulledTo: 0,
  head: 0,
  applying: false,
  held: null,
  settling: false,
  copy: null,
  otherLife: null,
  firstCopy: false,
  pushBytes: LARGEST_PUSH,
  waitingSince: null,
  reconnects: 0,
  skewMs: null,
  heardAt: null,
  lastSentAt: null,
  lastHeardAt: null,
};
