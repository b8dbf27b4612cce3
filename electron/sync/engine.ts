import type { PullReply } from '../../shared/contracts/sync.ts';
import { later, MINUTE, SECOND } from '../../shared/lib/time.ts';
import { backoff, SPREAD } from './backoff.ts';
import type { Head, Moment, SyncEffect, SyncEvent } from './events.ts';
import { handleFailure } from './failures.ts';
import { goOn, WATCHDOG } from './go-on.ts';
import { isEmpty, type Backlog, type Cursor } from './port.ts';
import { COPY, initialState, LARGEST_PUSH, type SyncState } from './state.ts';
import { LANES, Turn } from './turn.ts';

/*
 * The station's side of sync as a pure function: what happened, when, and a random number go in; the new state and what is
 * to be done come out. Every event ends in `goOn`, which starts whatever may run now, so nothing that waits is forgotten.
 */

export interface Step {
  readonly state: SyncState;
  readonly effects: readonly SyncEffect[];
}

/** A token is renewed this long before it ends, or a quarter of its life before. */
const RENEW_BEFORE = MINUTE;
/** A push whose answer takes nothing off the queue, as that of another life of central, counts as so many failures. */
const UNHEARD = 4;
/** Where a pull that should be held comes back empty at once, something between here and central does not hold it. */
const HELD_AT_LEAST = SECOND;

/** `random`: from 0 up to but not 1, new for every step. */
export function step(state: SyncState, event: SyncEvent, at: Moment, random: number): Step {
  const turn = new Turn(state, at, random);
  take(turn, event);
  goOn(turn);
  return { state: turn.state, effects: turn.effects };
}

function take(turn: Turn, event: SyncEvent): void {
  switch (event.type) {
    case 'started':
      turn.set({ ...initialState, lastRequest: turn.state.lastRequest, running: true, firstCopy: event.copy !== 'none' });
      if (event.copy === 'begun' || (event.copy === 'owed' && event.backlog.recovered > 0)) turn.set({ copy: COPY });
      takeCursor(turn, event.cursor);
      takeBacklog(turn, event.backlog);
      return;
    case 'stopped':
      for (const name of [...LANES, 'watchdog'] as const) turn.want({ type: 'cancel-timer', name });
      for (const lane of LANES) turn.abort(lane);
      turn.set({ running: false });
      return;
    case 'written':
      turn.set({ workedAt: turn.at.steady });
      takeBacklog(turn, event.backlog);
      return;
    case 'network-up':
      startOver(turn, turn.random * SPREAD);
      // The next pull is answered at once: it tells whether central is there, and what time it is.
      turn.set({ heardAt: null });
      return;
    case 'try-now':
      for (const lane of LANES) if (turn.lane(lane).request === null) turn.setLane(lane, { notBefore: null });
      return;
    case 'timer':
      takeTimer(turn, event.name);
      return;
    case 'authorised':
      takeToken(turn, event);
      return;
    case 'nothing-to-push':
      if (!turn.isCurrent('push', event.request)) return;
      turn.succeed('push');
      takeBacklog(turn, event.backlog);
      // It waits and cannot be read now: asked again, but not in a circle.
      if (!isEmpty(event.backlog)) turn.wait('push', SECOND);
      return;
    case 'pushed':
      takePushed(turn, event);
      return;
    case 'pulled':
      if (turn.isCurrent('pull', event.request)) takePage(turn, event.reply);
      return;
    case 'applied':
      turn.set({ applying: false });
      takeCursor(turn, event.cursor, turn.state.held === null && turn.lane('pull').request === null);
      takeBacklog(turn, event.backlog);
      if (turn.state.firstCopy && event.cursor.after >= turn.state.head) turn.set({ firstCopy: false });
      return;
    case 'not-applied':
      turn.abort('pull');
      turn.set({ applying: false, held: null });
      takeCursor(turn, event.cursor);
      handleFailure(turn, 'pull', event.failure);
      return;
    case 'forked':
    case 'reoffered':
      turn.set({ settling: false });
      takeBacklog(turn, event.backlog);
      return;
    case 'not-settled':
      turn.set({ settling: false });
      return;
    case 'epoch-changed':
      turn.set({ settling: false, head: event.cursor.after, otherLife: null, copy: event.outcome === 'bootstrap' ? COPY : null });
      takeCursor(turn, event.cursor);
      takeBacklog(turn, event.backlog);
      return;
    case 'manifest':
      if (!turn.isCurrent('copy', event.request)) return;
      turn.succeed('copy');
      hear(turn, event.reply);
      if (turn.state.otherLife === null) turn.set({ copy: { step: event.missing.length > 0 ? 'chunks' : 'install', chunks: event.reply.chunks.length, missing: event.missing } });
      return;
    case 'chunk':
      if (turn.isCurrent('copy', event.request)) takeChunk(turn, event.number);
      return;
    case 'installed':
      if (!turn.isCurrent('copy', event.request)) return;
      turn.succeed('copy');
      turn.set({ copy: null, firstCopy: turn.state.firstCopy && event.cursor.after < turn.state.head });
      takeCursor(turn, event.cursor);
      takeBacklog(turn, event.backlog);
      return;
    case 'failed': {
      const lane = turn.laneOf(event.request);
      if (lane !== undefined) handleFailure(turn, lane, event.failure);
      if (lane === 'copy') restartCopy(turn);
      if (lane === 'pull' && !turn.state.applying && turn.state.held === null) turn.set({ pulledTo: turn.state.cursor.after });
      return;
    }
  }
}

/** A snapshot may be gone by the next attempt: it is asked for again, and chunks that are here are not. */
function restartCopy(turn: Turn): void {
  const { copy } = turn.state;
  if (copy && copy.step !== 'draining') turn.set({ copy: { ...copy, step: 'manifest' } });
}

function takeCursor(turn: Turn, cursor: Cursor, asksFromHere = true): void {
  turn.set({ cursor, head: Math.max(turn.state.head, cursor.after) });
  if (asksFromHere) turn.set({ pulledTo: cursor.after });
}

function takeBacklog(turn: Turn, backlog: Backlog): void {
  const waitingSince = isEmpty(backlog) ? null : (turn.state.waitingSince ?? turn.at.steady);
  turn.set({ backlog, waitingSince, reconnects: isEmpty(backlog) ? 0 : turn.state.reconnects });
  // The answer to a push may be lost and the order itself bring the news that central has it all: nothing is wrong any longer.
  if (isEmpty(backlog) && turn.lane('push').request === null && turn.lane('push').failures > 0) turn.succeed('push');
}

/** Every connection may be dead: all begin anew, within `spread`. Where central itself asked to wait, it is waited for. */
function startOver(turn: Turn, spread: number): void {
  turn.want({ type: 'reconnect' });
  for (const lane of LANES) {
    // What has come of a copy is being put in place: that needs no line.
    if (lane === 'copy' && turn.state.copy?.step === 'install') continue;
    const wasAsking = turn.lane(lane).request !== null;
    turn.abort(lane);
    if (wasAsking) turn.wait(lane, spread);
    else if (turn.lane(lane).trouble !== 'busy' && turn.lane(lane).trouble !== 'too-old') turn.waitAtMost(lane, spread);
  }
}

function takeTimer(turn: Turn, name: Extract<SyncEvent, { type: 'timer' }>['name']): void {
  if (name === 'watchdog') {
    watch(turn);
    return;
  }
  const { notBefore } = turn.lane(name);
  if (notBefore === null) {
    if (name === 'token') endToken(turn);
    return;
  }
  const left = notBefore - turn.at.steady;
  // Timers of the machine may fire a moment early.
  if (left > 0.05 * SECOND) turn.wait(name, left);
  else turn.setLane(name, { notBefore: null });
}

/** The token's own timer: it holds for a moment still, and the next one is asked for now. */
function endToken(turn: Turn): void {
  const { tokenUntil } = turn.state;
  if (tokenUntil !== null) turn.set({ tokenUntil: Math.min(tokenUntil, turn.at.steady) });
}

function watch(turn: Turn): void {
  const { waitingSince, heardAt, reconnects } = turn.state;
  if (waitingSince === null) return;
  const { steady } = turn.at;
  const online = heardAt !== null && steady - heardAt < WATCHDOG;
  const hangs = turn.lane('push').request !== null && steady - turn.lane('push').since >= WATCHDOG;
  if (steady - waitingSince >= WATCHDOG && (online || hangs)) {
    turn.set({ waitingSince: steady, reconnects: reconnects + 1 });
    startOver(turn, 0);
  }
  const waited = steady - (turn.state.waitingSince ?? steady);
  turn.want({ type: 'timer', name: 'watchdog', inMs: waited >= WATCHDOG ? WATCHDOG : WATCHDOG - waited });
}

function takeToken(turn: Turn, { request, rights, expiresInMs, reply }: Extract<SyncEvent, { type: 'authorised' }>): void {
  if (!turn.isCurrent('token', request)) return;
  turn.succeed('token');
  const life = Math.max(expiresInMs - RENEW_BEFORE, expiresInMs * 0.75);
  if (rights === 'full' && turn.state.rights === 'push-only') turn.setLane('pull', { trouble: null });
  turn.set({ tokenUntil: turn.at.steady + life, rights });
  // A station whose rights were taken asks central nothing else: only a new token tells that they are back.
  turn.want({ type: 'timer', name: 'token', inMs: life });
  hear(turn, reply);
}

function takePushed(turn: Turn, { request, reply, sent, backlog }: Extract<SyncEvent, { type: 'pushed' }>): void {
  if (turn.isCurrent('push', request)) {
    turn.succeed('push');
    hear(turn, reply);
  }
  // Answered, and the same waits still: sent again, but not in a circle.
  if (sent === 0 && !isEmpty(backlog)) turn.wait('push', backoff(UNHEARD, turn.random));
  if (sent > 0) turn.set({ waitingSince: turn.at.steady, reconnects: 0, lastSentAt: reply.now, pushBytes: Math.min(LARGEST_PUSH, turn.state.pushBytes * 2) });
  takeBacklog(turn, backlog);
}

function takePage(turn: Turn, reply: PullReply): void {
  const { cursor, pulledTo, applying } = turn.state;
  const last = reply.operations.at(-1)?.siteSeq ?? pulledTo;
  const follows = reply.operations.every(({ siteSeq }, index) => siteSeq === pulledTo + index + 1);
  if (!follows || (cursor.epoch !== null && reply.epoch !== cursor.epoch)) {
    turn.fail('pull', 'garbled', backoff(turn.lane('pull').failures, turn.random));
    return;
  }
  const empty = reply.operations.length === 0;
  const notHeld = empty && turn.at.steady - turn.lane('pull').since < HELD_AT_LEAST;
  turn.succeed('pull');
  hear(turn, reply);
  // Asked only because another life was spoken of: the copy that is on its way goes on.
  if (turn.state.copy !== null) return;
  turn.set({ pulledTo: last, tooOld: false });
  if (notHeld && turn.state.head <= last) turn.wait('pull', HELD_AT_LEAST);
  if (empty && cursor.epoch === reply.epoch) {
    if (!applying) turn.set({ firstCopy: turn.state.firstCopy && cursor.after < reply.head });
    return;
  }
  turn.set({ held: reply });
}

function takeChunk(turn: Turn, number: number): void {
  const { copy } = turn.state;
  turn.succeed('copy');
  if (!copy) return;
  const missing = copy.missing.filter((each) => each !== number);
  turn.set({ copy: { ...copy, missing, step: missing.length === 0 ? 'install' : 'chunks' }, heardAt: turn.at.steady, lastHeardAt: later(turn.at.clock, -(turn.state.skewMs ?? 0)) });
}

/** Central's clock and head, as every answer says them. */
function hear(turn: Turn, { epoch, head, now }: Head): void {
  const { cursor } = turn.state;
  turn.set({ skewMs: turn.at.clock - now, lastHeardAt: now, heardAt: turn.at.steady });
  if (cursor.epoch === null || epoch === cursor.epoch) {
    turn.set({ head: Math.max(turn.state.head, head), otherLife: null });
  } else if (!turn.state.applying && turn.state.otherLife !== epoch) {
    // What the next pull is told says how much of the order both lives share. One that is held open now would say so too late.
    turn.set({ otherLife: epoch });
    turn.abort('pull');
  }
}
