import type { ConfirmedOperation, PullReply } from '../../shared/contracts/sync.ts';
import { instant, type Instant } from '../../shared/lib/time.ts';
import { step } from '../../electron/sync/engine.ts';
import type { Failure, Moment, Refused, SyncEffect, SyncEvent } from '../../electron/sync/events.ts';
import type { Backlog } from '../../electron/sync/port.ts';
import { initialState, type SyncState } from '../../electron/sync/state.ts';

export const EPOCH = 'life-1';
export const CENTRAL_NOW: Instant = instant(Date.UTC(2026, 10, 24, 14));

export const nothing: Backlog = { count: 0, oldestAt: null, recovered: 0 };
export const waiting = (count: number): Backlog => ({ count, oldestAt: CENTRAL_NOW, recovered: 0 });

export const head = (length: number, epoch = EPOCH) => ({ epoch, head: length, now: CENTRAL_NOW });

export const unreachable: Failure = { kind: 'unreachable', certificate: false };

export const refusal = (status: number, problem = '', more: Partial<Refused> = {}): Refused => ({
  kind: 'refused', status, problem, retryAfterMs: null, incarnation: null, have: null, epoch: null, common: null, ...more,
});

/** A page of `count` operations of one station after `after`, in an order that is `length` long. */
export function page(after: number, count: number, length: number, epoch = EPOCH, station = 'other'): PullReply {
  const operations = Array.from({ length: count }, (_, index): ConfirmedOperation => ({
    siteSeq: after + index + 1,
    verdict: 'ok',
    caseIds: [],
    op: {
      opId: `op-${after + index + 1}`, site: 'site', station, incarnation: 1, stationSeq: after + index + 1, hlc: '0:0', kind: 'task.left', v: 1, aggregates: [], baseSeq: 0,
      actor: 'somebody', occurredAt: CENTRAL_NOW, body: {}, hash: '0'.repeat(64),
    },
  }));
  return { ...head(length, epoch), have: { incarnation: 1, stationSeq: 0 }, operations };
}

/** The engine with a clock that tests move and effects that they look at. */
export class EngineWorld {
  state: SyncState = initialState;
  effects: readonly SyncEffect[] = [];
  steady = 1_000;
  clock: number = CENTRAL_NOW;
  random = 0.5;

  get moment(): Moment {
    return { clock: instant(this.clock), steady: this.steady };
  }

  pass(milliseconds: number): void {
    this.steady += milliseconds;
    this.clock += milliseconds;
  }

  tell(event: SyncEvent): readonly SyncEffect[] {
    const made = step(this.state, event, this.moment, this.random);
    this.state = made.state;
    this.effects = made.effects;
    return made.effects;
  }

  /** Started, with a token, and the first page of an empty order taken: idle and connected. */
  connected(backlog: Backlog = nothing): this {
    this.tell({ type: 'started', backlog: nothing, cursor: { epoch: EPOCH, after: 0 }, copy: 'none' });
    this.authorise();
    this.pass(25_000);
    this.answerPull(page(0, 0, 0));
    this.pass(2_000);
    if (backlog.count > 0) this.tell({ type: 'written', backlog });
    return this;
  }

  authorise(rights: 'full' | 'push-only' = 'full', length = 0, expiresInMs = 900_000): readonly SyncEffect[] {
    return this.tell({ type: 'authorised', request: this.under('token'), rights, expiresInMs, reply: head(length) });
  }

  answerPull(reply: PullReply): readonly SyncEffect[] {
    return this.tell({ type: 'pulled', request: this.under('pull'), reply });
  }

  fail(lane: 'token' | 'push' | 'pull' | 'copying', failure: Failure): readonly SyncEffect[] {
    return this.tell({ type: 'failed', request: this.under(lane), failure });
  }

  /** The number of the request under way in a lane. */
  under(lane: 'token' | 'push' | 'pull' | 'copying'): number {
    const { request } = this.state[lane];
    if (request === null) throw new Error(`nothing is under way in ${lane}`);
    return request;
  }

  wanted<Type extends SyncEffect['type']>(type: Type): Extract<SyncEffect, { type: Type }> | undefined {
    return this.effects.find((effect): effect is Extract<SyncEffect, { type: Type }> => effect.type === type);
  }
}
