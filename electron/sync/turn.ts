import { SPREAD } from './backoff.ts';
import type { Lane, Moment, SyncEffect } from './events.ts';
import type { LaneState, SyncState, Trouble } from './state.ts';

/** One step of the engine while it is made: the state so far and the effects so far. */
export class Turn {
  state: SyncState;
  readonly effects: SyncEffect[] = [];
  readonly at: Moment;
  readonly random: number;

  constructor(state: SyncState, at: Moment, random: number) {
    this.state = state;
    this.at = at;
    this.random = random;
  }

  set(change: Partial<SyncState>): void {
    this.state = { ...this.state, ...change };
  }

  want(effect: SyncEffect): void {
    this.effects.push(effect);
  }

  lane(name: Lane): LaneState {
    return this.state[FIELDS[name]];
  }

  setLane(name: Lane, change: Partial<LaneState>): void {
    this.set({ [FIELDS[name]]: { ...this.lane(name), ...change } });
  }

  /** Whether a lane may send something now. */
  isFree(name: Lane): boolean {
    const { request, notBefore } = this.lane(name);
    return request === null && notBefore === null;
  }

  /** Takes a lane for a new request and answers its number. */
  begin(name: Lane): number {
    const request = this.state.lastRequest + 1;
    this.set({ lastRequest: request });
    this.setLane(name, { request, since: this.at.steady });
    return request;
  }

  /** Whether an outcome belongs to what is under way; one that comes late is nobody's. */
  isCurrent(name: Lane, request: number): boolean {
    return this.lane(name).request === request;
  }

  laneOf(request: number): Lane | undefined {
    return LANES.find((name) => this.isCurrent(name, request));
  }

  /** The lane's request was answered well. Lanes that wait because central could not be reached try again soon. */
  succeed(name: Lane): void {
    const wasDown = this.lane(name).failures > 0;
    this.setLane(name, { request: null, failures: 0, notBefore: null, trouble: null });
    this.want({ type: 'cancel-timer', name });
    if (!wasDown) return;
    for (const other of LANES) if (this.lane(other).trouble === 'unreachable') this.waitAtMost(other, this.random * SPREAD);
  }

  /** The lane's request came to nothing: it waits. */
  fail(name: Lane, trouble: Trouble | null, waitMs: number): void {
    const { failures } = this.lane(name);
    this.setLane(name, { request: null, failures: failures + 1, trouble });
    this.wait(name, waitMs);
  }

  wait(name: Lane, waitMs: number): void {
    this.setLane(name, { notBefore: this.at.steady + waitMs });
    this.want({ type: 'timer', name, inMs: waitMs });
  }

  waitAtMost(name: Lane, waitMs: number): void {
    const { notBefore } = this.lane(name);
    if (notBefore !== null && notBefore > this.at.steady + waitMs) this.wait(name, waitMs);
  }

  /** Ends the lane's request; whatever still comes of it is nobody's. */
  abort(name: Lane): void {
    const { request } = this.lane(name);
    if (request === null) return;
    this.setLane(name, { request: null });
    this.want({ type: 'abort', request });
  }
}

export const LANES: readonly Lane[] = ['token', 'push', 'pull', 'copy'];

const FIELDS = { token: 'token', push: 'push', pull: 'pull', copy: 'copying' } as const satisfies Readonly<Record<Lane, keyof SyncState>>;
