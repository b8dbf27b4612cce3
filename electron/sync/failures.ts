import { problems } from '../../shared/contracts/sync.ts';
import { MINUTE } from '../../shared/lib/time.ts';
import { afterRetryAfter, backoff } from './backoff.ts';
import type { Failure, Lane, Refused } from './events.ts';
import type { Trouble } from './state.ts';
import type { Turn } from './turn.ts';

/** A release does not become newer by asking often; central may have been set back meanwhile. */
const ASK_AGAIN_WHEN_OLD = 10 * MINUTE;

const SMALLEST_PUSH = 1_024;

/** Asking again would be answered the same. */
export const isFinal = (failure: Failure): boolean => failure.kind === 'refused' && [400, 404, 413, 415, 422].includes(failure.status);

/** What a request that came to nothing means, and when its lane tries again. */
export function handleFailure(turn: Turn, lane: Lane, failure: Failure): void {
  const soon = waitAfter(turn, lane);
  switch (failure.kind) {
    case 'aborted':
      turn.setLane(lane, { request: null });
      return;
    case 'unreachable':
      turn.fail(lane, failure.certificate ? 'certificate' : 'unreachable', soon);
      return;
    case 'garbled':
      turn.fail(lane, 'garbled', soon);
      return;
    case 'store':
      turn.fail(lane, 'store-failed', soon);
      return;
    case 'refused':
      handleRefusal(turn, lane, failure, soon);
  }
}

/**
 * The wait counts from the beginning of the attempt: one that got no answer until its time was over has waited that long already, and a
 * queue must be empty a minute after the line is whole.
 */
function waitAfter(turn: Turn, lane: Lane): number {
  const { failures, since } = turn.lane(lane);
  return Math.max(0, backoff(failures, turn.random) - (turn.at.steady - since));
}

function handleRefusal(turn: Turn, lane: Lane, refused: Refused, soon: number): void {
  switch (refused.problem) {
    case problems.fork:
    case problems.gap:
    case problems.epoch:
      turn.fail(lane, null, soon);
      settle(turn, refused);
      return;
    case problems.revoked:
      turn.fail(lane, 'revoked', soon);
      turn.set({ rights: 'push-only' });
      return;
    case problems.opFork:
      turn.fail(lane, 'operation-changed', soon);
      return;
    case problems.otherSite:
      turn.fail(lane, 'other-site', soon);
      return;
    case problems.tooOld:
      tooOld(turn, lane);
      return;
    case problems.tooLarge:
      turn.fail(lane, null, soon);
      turn.set({ pushBytes: Math.max(SMALLEST_PUSH, Math.floor(turn.state.pushBytes / 2)) });
      return;
    default:
      handleStatus(turn, lane, refused, soon);
  }
}

function handleStatus(turn: Turn, lane: Lane, { status, retryAfterMs }: Refused, soon: number): void {
  if (status === 401) {
    turn.set({ tokenUntil: null });
    turn.fail(lane, lane === 'token' ? 'unpaired' : null, soon);
    return;
  }
  if (status === 426) {
    tooOld(turn, lane);
    return;
  }
  const busy = status === 429 || status === 503;
  const trouble: Trouble = busy ? 'busy' : 'central-failed';
  turn.fail(lane, trouble, busy && retryAfterMs !== null ? afterRetryAfter(retryAfterMs, turn.random) : soon);
}

function tooOld(turn: Turn, lane: Lane): void {
  turn.set({ tooOld: true });
  turn.fail(lane, 'too-old', ASK_AGAIN_WHEN_OLD);
}

/** Central and this station hold different histories: the journal is put right before anything else is sent or asked. */
function settle(turn: Turn, { problem, incarnation, have, epoch, common }: Refused): void {
  if (problem === problems.fork && incarnation !== null) turn.want({ type: 'fork', incarnation });
  else if (problem === problems.gap && have !== null) turn.want({ type: 'reoffer', have });
  else if (problem === problems.epoch && epoch !== null && common !== null) {
    // A page of the old life is still being applied: the answer will be the same a moment later.
    if (turn.state.applying) return;
    // What is under way would be answered the same, and settle it a second time.
    for (const lane of ['push', 'pull', 'copy'] as const) turn.abort(lane);
    turn.set({ held: null });
    turn.want({ type: 'change-epoch', epoch, common });
  } else return;
  turn.set({ settling: true });
}
