import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_BACKOFF, SPREAD } from '../../electron/sync/backoff.ts';
import { describe as describeState } from '../../electron/sync/describe.ts';
import type { Failure, SyncEffect } from '../../electron/sync/events.ts';
import { problems } from '../../shared/contracts/sync.ts';
import { EngineWorld, EPOCH, head, nothing, page, refusal, unreachable, waiting } from './engine-world.ts';

/*
 * A little world around the engine: requests under way, timers, a queue, a central that answers or does not. Whatever order
 * things happen in, the engine keeps to its rules, and once central answers again, all that waits is sent.
 */

const FAILURES: readonly Failure[] = [
  unreachable,
  { kind: 'garbled' },
  { kind: 'store' },
  refusal(401, problems.unauthorised),
  refusal(500),
  refusal(413, problems.tooLarge),
  refusal(429, problems.tooMany, { retryAfterMs: 3_000 }),
  refusal(409, problems.gap, { have: { incarnation: 1, stationSeq: 0 } }),
  refusal(409, problems.fork, { incarnation: 2 }),
];

class Surroundings {
  readonly engine = new EngineWorld();
  readonly timers = new Map<string, number>();
  readonly underWay = new Map<number, SyncEffect['type']>();
  queue = 0;
  order = 0;
  cursor = 0;
  mostPushes = 0;
  longestTimer = 0;

  constructor() {
    this.#take(this.engine.tell({ type: 'started', backlog: nothing, cursor: { epoch: EPOCH, after: 0 }, copy: 'none' }));
  }

  get backlog() {
    return this.queue === 0 ? nothing : waiting(this.queue);
  }

  write(count: number): void {
    this.queue += count;
    this.#take(this.engine.tell({ type: 'written', backlog: this.backlog }));
  }

  tell(event: Parameters<EngineWorld['tell']>[0]): void {
    this.#take(this.engine.tell(event));
  }

  /** Time goes by, and the timers that end in it fire in their order. */
  pass(milliseconds: number): void {
    const until = this.engine.steady + milliseconds;
    for (let guard = 0; guard < 1_000; guard += 1) {
      const next = [...this.timers].filter(([, at]) => at <= until).sort((left, right) => left[1] - right[1])[0];
      if (!next) break;
      const [name, at] = next;
      this.timers.delete(name);
      this.engine.pass(Math.max(0, at - this.engine.steady));
      this.tell({ type: 'timer', name: name as 'push' });
    }
    this.engine.pass(Math.max(0, until - this.engine.steady));
  }

  fail(index: number, failure: Failure): void {
    const request = [...this.underWay.keys()][index % Math.max(1, this.underWay.size)];
    if (request === undefined) return;
    this.underWay.delete(request);
    this.tell({ type: 'failed', request, failure });
  }

  /** Central answers what is under way, as a working central would. */
  answer(): void {
    for (const [request, type] of [...this.underWay]) {
      this.underWay.delete(request);
      if (type === 'token') this.tell({ type: 'authorised', request, rights: 'full', expiresInMs: 900_000, reply: head(this.order) });
      if (type === 'push') {
        const sent = Math.min(500, this.queue);
        this.queue -= sent;
        this.order += sent;
        this.tell({ type: 'pushed', request, reply: { ...head(this.order), have: { incarnation: 1, stationSeq: this.order } }, sent, backlog: this.backlog });
      }
      if (type === 'pull') this.tell({ type: 'pulled', request, reply: page(this.engine.state.pulledTo, Math.min(200, this.order - this.engine.state.pulledTo), this.order) });
    }
  }

  #take(effects: readonly SyncEffect[]): void {
    for (const effect of effects) this.#execute(effect);
    this.mostPushes = Math.max(this.mostPushes, [...this.underWay.values()].filter((type) => type === 'push').length);
  }

  #execute(effect: SyncEffect): void {
    switch (effect.type) {
      case 'timer':
        this.timers.set(effect.name, this.engine.steady + effect.inMs);
        if (effect.name !== 'watchdog' && effect.name !== 'token') this.longestTimer = Math.max(this.longestTimer, effect.inMs);
        return;
      case 'cancel-timer':
        this.timers.delete(effect.name);
        return;
      case 'abort':
        this.underWay.delete(effect.request);
        return;
      case 'apply':
        this.cursor += effect.page.operations.length;
        this.tell({ type: 'applied', cursor: { epoch: EPOCH, after: this.cursor }, backlog: this.backlog });
        return;
      case 'fork':
        this.tell({ type: 'forked', backlog: this.backlog });
        return;
      case 'reoffer':
        this.tell({ type: 'reoffered', backlog: this.backlog });
        return;
      case 'token':
      case 'push':
      case 'pull':
        this.underWay.set(effect.request, effect.type);
        return;
      default:
        return;
    }
  }
}

const happening = fc.oneof(
  fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 700 }) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 130_000 }) }),
  fc.record({ do: fc.constant('fail' as const), index: fc.nat({ max: 3 }), failure: fc.constantFrom(...FAILURES) }),
  fc.record({ do: fc.constant('answer' as const) }),
  fc.record({ do: fc.constant('network' as const) }),
  fc.record({ do: fc.constant('now' as const) }),
  fc.record({ do: fc.constant('clock' as const), by: fc.integer({ min: -7_200_000, max: 7_200_000 }) }),
  fc.record({ do: fc.constant('chance' as const), random: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
);

function live(world: Surroundings, happenings: readonly (typeof happening extends fc.Arbitrary<infer Value> ? Value : never)[]): void {
  for (const each of happenings) {
    switch (each.do) {
      case 'write':
        world.write(each.count);
        break;
      case 'pass':
        world.pass(each.ms);
        break;
      case 'fail':
        world.fail(each.index, each.failure);
        break;
      case 'answer':
        world.answer();
        break;
      case 'network':
        world.tell({ type: 'network-up' });
        break;
      case 'now':
        world.tell({ type: 'try-now' });
        break;
      case 'clock':
        world.engine.clock += each.by;
        break;
      case 'chance':
        world.engine.random = each.random;
        break;
    }
  }
}

const lives = fc.array(happening, { maxLength: 60 });

describe('whatever happens', () => {
  test('never two pushes under way', () => {
    fc.assert(
      fc.property(lives, (happenings) => {
        const world = new Surroundings();
        live(world, happenings);
        expect(world.mostPushes).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('no wait is longer than its bound', () => {
    fc.assert(
      fc.property(lives, (happenings) => {
        const world = new Surroundings();
        live(world, happenings);
        expect(world.longestTimer).toBeLessThanOrEqual(Math.max(LONGEST_BACKOFF, 3_000 + SPREAD));
      }),
    );
  });

  test('once central answers, all that waits is sent, all of the order is here within a minute, and nothing is called wrong', () => {
    fc.assert(
      fc.property(lives, (happenings) => {
        const world = new Surroundings();
        live(world, happenings);
        for (let second = 0; second < 60; second += 1) {
          world.answer();
          world.pass(1_000);
        }
        world.answer();
        expect({ queue: world.queue, cursor: world.cursor }).toEqual({ queue: 0, cursor: world.order });
        expect(describeState(world.engine.state, world.engine.moment)).toMatchObject({ state: 'connected', trouble: null });
      }),
    );
  });
});
