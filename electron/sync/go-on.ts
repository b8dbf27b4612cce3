import { LONGEST_WAIT, PUSH_LIMIT } from '../../shared/contracts/sync.ts';
import { MINUTE } from '../../shared/lib/time.ts';
import { isEmpty } from './port.ts';
import { COPY } from './state.ts';
import type { Turn } from './turn.ts';

/** A queue that does not move although central is there: the connection may be dead in a way nobody reported. */
export const WATCHDOG = 2 * MINUTE;
/** While people scan, transactions of sync stay short. */
const PAGE_WHILE_WORKING = 200;
/** Reading a page is one step that a scan may have to wait for: 1,000 operations take some 13 ms, and the way of central would allow them. */
const PAGE_BEHIND = 500;
const WORKING = MINUTE;
/** Above this a new station copies a snapshot instead of folding the whole history. */
const COPY_FROM = 5_000;

/** Starts whatever may run now. */
export function goOn(turn: Turn): void {
  if (!turn.state.running) return;
  armWatchdog(turn);
  applyHeld(turn);
  if (turn.state.settling) return;
  const { tokenUntil } = turn.state;
  const valid = tokenUntil !== null && turn.at.steady < tokenUntil;
  if (!valid && turn.isFree('token')) turn.want({ type: 'token', request: turn.begin('token') });
  // A token near its end still holds: what is under way goes on while the next one comes.
  if (tokenUntil === null) return;
  beginCopy(turn);
  copyOn(turn);
  push(turn);
  pull(turn);
}

function armWatchdog(turn: Turn): void {
  if (turn.state.waitingSince === turn.at.steady) turn.want({ type: 'timer', name: 'watchdog', inMs: WATCHDOG });
}

function applyHeld(turn: Turn): void {
  const { held, applying, workedAt, settling } = turn.state;
  if (held === null || applying || settling) return;
  const working = workedAt !== null && turn.at.steady - workedAt < WORKING;
  turn.set({ held: null, applying: true });
  turn.want({ type: 'apply', page: held, slice: working ? PAGE_WHILE_WORKING : PAGE_BEHIND });
}

function beginCopy(turn: Turn): void {
  const { copy, firstCopy, cursor, head, applying, held, otherLife } = turn.state;
  if (copy !== null || otherLife !== null || !firstCopy || cursor.after > 0 || head <= COPY_FROM || applying || held !== null) return;
  turn.abort('pull');
  turn.set({ copy: COPY });
}

function copyOn(turn: Turn): void {
  const { copy, rights, backlog, otherLife } = turn.state;
  if (!copy || rights !== 'full' || otherLife !== null) return;
  if (copy.step === 'draining' && backlog.recovered === 0) turn.set({ copy: { ...copy, step: 'manifest' } });
  const step = turn.state.copy?.step;
  if (!turn.isFree('copy')) return;
  if (step === 'manifest') turn.want({ type: 'manifest', request: turn.begin('copy') });
  const next = copy.missing[0];
  if (step === 'chunks' && next !== undefined) turn.want({ type: 'chunk', request: turn.begin('copy'), number: next });
  // The store is put in place of the old one: nobody may be in the middle of a word with it.
  if (step === 'install' && turn.lane('push').request === null && !turn.state.applying) turn.want({ type: 'install', request: turn.begin('copy') });
}

function push(turn: Turn): void {
  const { backlog, copy, pushBytes, rights, otherLife, tooOld } = turn.state;
  // Without rights, or as too old a release, no pull tells what the other life shares: central holds aside what it is sent, or answers a push with it.
  if (otherLife !== null && rights === 'full' && !tooOld) return;
  if (isEmpty(backlog) || copy?.step === 'install' || !turn.isFree('push')) return;
  turn.want({ type: 'push', request: turn.begin('push'), operations: PUSH_LIMIT.operations, bytes: pushBytes });
}

function pull(turn: Turn): void {
  const { rights, copy, held, pulledTo, head, heardAt, otherLife } = turn.state;
  if (rights !== 'full' || held !== null || !turn.isFree('pull')) return;
  // While a copy comes there is nothing to pull, but for a word about another life of central.
  if (copy !== null && (otherLife === null || copy.step === 'install')) return;
  const behind = head - pulledTo;
  turn.want({
    type: 'pull',
    request: turn.begin('pull'),
    after: pulledTo,
    limit: behind > PAGE_WHILE_WORKING ? PAGE_BEHIND : PAGE_WHILE_WORKING,
    waitSeconds: behind > 0 || heardAt === null || otherLife !== null ? 0 : LONGEST_WAIT,
  });
}
