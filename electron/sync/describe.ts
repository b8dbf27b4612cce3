import type { SyncState as PeopleState } from '../../shared/contracts/views.ts';
import { later, type Instant } from '../../shared/lib/time.ts';
import type { Moment } from './events.ts';
import type { LaneState, SyncState, Trouble } from './state.ts';

/** How the engine stands, in the terms of what people are shown. */
export interface Description {
  readonly state: Exclude<PeopleState, 'alone'>;
  readonly trouble: Trouble | null;
  readonly unsent: number;
  readonly oldestUnsentAt: Instant | null;
  readonly behind: number;
  readonly nextAttemptAt: Instant | null;
  readonly progress: number | null;
}

/** From here on a queue is a backlog and no longer the work of this moment. */
const BACKLOG = 20;

const STUCK_AFTER = 2;

export function describe(state: SyncState, at: Moment): Description {
  const behind = Math.max(0, state.head - state.cursor.after);
  return {
    state: stateOf(state, behind),
    trouble: troubleOf(state),
    unsent: state.backlog.count,
    oldestUnsentAt: state.backlog.oldestAt,
    behind,
    nextAttemptAt: nextAttempt(state, at),
    progress: progressOf(state),
  };
}

function stateOf(state: SyncState, behind: number): Description['state'] {
  if (state.firstCopy || state.copy !== null) return 'joining';
  if (state.rights === 'push-only') return 'limited';
  if (state.tooOld) return 'needs-update';
  if (!state.running || leading(state).trouble !== null) return 'offline';
  if (state.heardAt === null) return 'catching-up';
  return behind > BACKLOG || state.backlog.count > BACKLOG || state.reconnects > 0 ? 'catching-up' : 'connected';
}

/** The lane whose fate says whether central is there. */
function leading({ tokenUntil, token, push, pull, copy, copying, rights }: SyncState): LaneState {
  if (tokenUntil === null) return token;
  if (copy !== null) return copying;
  return rights === 'full' ? pull : push;
}

function troubleOf(state: SyncState): Trouble | null {
  const lanes = [state.token, state.copying, state.pull, state.push];
  if (state.rights === 'push-only') return 'revoked';
  if (state.tooOld) return 'too-old';
  return lanes.find(({ trouble }) => trouble !== null)?.trouble ?? (state.reconnects >= STUCK_AFTER ? 'stuck' : null);
}

function nextAttempt({ token, push, pull, copying }: SyncState, { clock, steady }: Moment): Instant | null {
  const waiting = [token, push, pull, copying].flatMap(({ trouble, notBefore }) => (trouble === null || notBefore === null ? [] : [notBefore]));
  return waiting.length === 0 ? null : later(clock, Math.max(0, Math.min(...waiting) - steady));
}

function progressOf({ copy, firstCopy, cursor, head }: SyncState): number | null {
  if (copy !== null) return copy.chunks === 0 ? 0 : (copy.chunks - copy.missing.length) / copy.chunks;
  if (!firstCopy) return null;
  return head === 0 ? 0 : Math.min(1, cursor.after / head);
}
