import { describe, expect, test } from 'vitest';
import { LONGEST_WAIT, problems } from '../../shared/contracts/sync.ts';
import { LONGEST_BACKOFF } from '../../electron/sync/backoff.ts';
import { describe as describeState } from '../../electron/sync/describe.ts';
import { EngineWorld, EPOCH, head, nothing, page, refusal, unreachable, waiting } from './engine-world.ts';

const connected = (): EngineWorld => new EngineWorld().connected();

describe('start', () => {
  test('asks for a token first, and for nothing else before it has one', () => {
    const engine = new EngineWorld();
    engine.tell({ type: 'started', backlog: waiting(3), cursor: { epoch: null, after: 0 }, copy: 'none' });
    expect(engine.effects.filter(({ type }) => type !== 'timer')).toEqual([{ type: 'token', request: 1 }]);
  });

  test('with a token it sends what waits and asks for news at once', () => {
    const engine = new EngineWorld();
    engine.tell({ type: 'started', backlog: waiting(3), cursor: { epoch: EPOCH, after: 7 }, copy: 'none' });
    engine.authorise('full', 9);
    expect(engine.wanted('push')).toMatchObject({ operations: 500, bytes: 256 * 1024 });
    expect(engine.wanted('pull')).toMatchObject({ after: 7, waitSeconds: 0 });
  });

  test('a station that joins a long history copies it; a short one is folded', () => {
    for (const [length, effect] of [[100_000, 'manifest'], [400, 'pull']] as const) {
      const engine = new EngineWorld();
      engine.tell({ type: 'started', backlog: nothing, cursor: { epoch: EPOCH, after: 0 }, copy: 'owed' });
      engine.authorise('full', length);
      expect(engine.wanted(effect)).toBeDefined();
      expect(describeState(engine.state, engine.moment).state).toBe('joining');
    }
  });
});

describe('push', () => {
  test('a saved operation is sent at once; the next waits for the answer', () => {
    const engine = connected();
    engine.tell({ type: 'written', backlog: waiting(1) });
    expect(engine.wanted('push')).toBeDefined();
    const first = engine.under('push');
    engine.tell({ type: 'written', backlog: waiting(2) });
    expect(engine.wanted('push')).toBeUndefined();
    engine.tell({ type: 'pushed', request: first, reply: { ...head(1), have: { incarnation: 1, stationSeq: 1 } }, sent: 1, backlog: waiting(1) });
    expect(engine.wanted('push')).toBeDefined();
  });

  test.each([
    ['fork', refusal(409, problems.fork, { incarnation: 2 }), { type: 'fork', incarnation: 2 }, { type: 'forked', backlog: waiting(1) }],
    ['gap', refusal(409, problems.gap, { have: { incarnation: 1, stationSeq: 4 } }), { type: 'reoffer', have: { incarnation: 1, stationSeq: 4 } }, { type: 'reoffered', backlog: waiting(1) }],
  ] as const)('%s: the journal is put right before anything is sent again', (_name, failure, effect, outcome) => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', failure);
    expect(engine.effects).toContainEqual(effect);
    engine.tell({ type: 'timer', name: 'push' });
    engine.pass(1_000);
    engine.tell({ type: 'timer', name: 'push' });
    expect(engine.wanted('push')).toBeUndefined();
    engine.tell(outcome);
    expect(engine.wanted('push')).toBeDefined();
  });

  test('too large for central: half as much at the next attempt, down to single operations', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', refusal(413, problems.tooLarge));
    engine.pass(60_000);
    engine.tell({ type: 'timer', name: 'push' });
    expect(engine.wanted('push')).toMatchObject({ bytes: 128 * 1024 });
  });

  test('an answer lost on the way: when the order itself brings the operations back, nothing is wrong any longer', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', unreachable);
    engine.answerPull(page(0, 1, 1));
    engine.tell({ type: 'applied', cursor: { epoch: EPOCH, after: 1 }, backlog: nothing });
    expect(describeState(engine.state, engine.moment)).toMatchObject({ state: 'connected', trouble: null, nextAttemptAt: null });
  });

  test('what central takes without placing it (rights taken) still counts as sent, at central’s time', () => {
    const engine = new EngineWorld().connected(waiting(2));
    engine.clock = 0;
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(0), have: { incarnation: 1, stationSeq: 2 } }, sent: 2, backlog: nothing });
    expect(describeState(engine.state, engine.moment)).toMatchObject({ unsent: 0, oldestUnsentAt: null });
    expect(engine.state).toMatchObject({ lastSentAt: head(0).now, lastHeardAt: head(0).now });
  });
});

describe('pull', () => {
  test('held open when there is nothing; page after page when there is', () => {
    const engine = connected();
    engine.pass(25_000);
    engine.answerPull(page(0, 200, 900));
    expect(engine.wanted('apply')).toMatchObject({ slice: 500 });
    expect(engine.wanted('pull')).toMatchObject({ after: 200, limit: 500, waitSeconds: 0 });
    engine.tell({ type: 'applied', cursor: { epoch: EPOCH, after: 200 }, backlog: nothing });
    engine.answerPull(page(200, 700, 900));
    engine.tell({ type: 'applied', cursor: { epoch: EPOCH, after: 900 }, backlog: nothing });
    expect(engine.state.cursor.after).toBe(900);
    expect(engine.state.pulledTo).toBe(900);
  });

  test('the second page waits while the first is being applied', () => {
    const engine = connected();
    engine.answerPull(page(0, 200, 400));
    engine.answerPull(page(200, 200, 400));
    expect(engine.wanted('apply')).toBeUndefined();
    engine.tell({ type: 'applied', cursor: { epoch: EPOCH, after: 200 }, backlog: nothing });
    expect(engine.wanted('apply')?.page.operations[0]?.siteSeq).toBe(201);
  });

  test('while people scan, pages go in by 200 at most', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.answerPull(page(0, 10, 10));
    expect(engine.wanted('apply')).toMatchObject({ slice: 200 });
  });

  test('a page with a hole is not taken', () => {
    const engine = connected();
    engine.answerPull(page(5, 10, 20));
    expect(engine.wanted('apply')).toBeUndefined();
    expect(describeState(engine.state, engine.moment).trouble).toBe('garbled');
  });

  test('a store that cannot take it: the same page is asked for again', () => {
    const engine = connected();
    engine.answerPull(page(0, 10, 10));
    engine.tell({ type: 'not-applied', cursor: { epoch: EPOCH, after: 0 }, failure: { kind: 'store' } });
    engine.pass(60_000);
    engine.tell({ type: 'timer', name: 'pull' });
    expect(engine.wanted('pull')).toMatchObject({ after: 0 });
    expect(describeState(engine.state, engine.moment).trouble).toBe('store-failed');
  });

  test('something that does not hold the long poll open is not asked in a circle', () => {
    const engine = connected();
    engine.answerPull(page(0, 0, 0));
    expect(engine.wanted('pull')).toMatchObject({ waitSeconds: LONGEST_WAIT });
    engine.pass(20);
    engine.answerPull(page(0, 0, 0));
    expect(engine.wanted('pull')).toBeUndefined();
    expect(engine.wanted('timer')).toEqual({ type: 'timer', name: 'pull', inMs: 1_000 });
  });
});

describe('tokens', () => {
  test('refused access asks for a new token and then goes on', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', refusal(401, problems.unauthorised));
    expect(engine.wanted('token')).toBeDefined();
    engine.authorise();
    engine.pass(1_000);
    engine.tell({ type: 'timer', name: 'push' });
    expect(engine.wanted('push')).toBeDefined();
  });

  test('renewed before it ends, while work goes on', () => {
    const engine = connected();
    engine.pass(850_000);
    engine.answerPull(page(0, 0, 0));
    expect(engine.wanted('token')).toBeDefined();
    expect(engine.wanted('pull')).toBeDefined();
  });

  test('a key that central does not know any longer is said in words, and nothing is lost', () => {
    const engine = new EngineWorld();
    engine.tell({ type: 'started', backlog: waiting(4), cursor: { epoch: EPOCH, after: 0 }, copy: 'none' });
    engine.fail('token', refusal(401, problems.unauthorised));
    expect(describeState(engine.state, engine.moment)).toMatchObject({ state: 'offline', trouble: 'unpaired', unsent: 4 });
  });
});

describe('rights and releases', () => {
  test('revoked: nothing is asked any longer, what waits is still sent, and rights that come back are noticed', () => {
    const engine = connected();
    engine.fail('pull', refusal(403, problems.revoked));
    engine.pass(60_000);
    engine.tell({ type: 'timer', name: 'pull' });
    expect(engine.wanted('pull')).toBeUndefined();
    engine.tell({ type: 'written', backlog: waiting(1) });
    expect(engine.wanted('push')).toBeDefined();
    expect(describeState(engine.state, engine.moment)).toMatchObject({ state: 'limited', trouble: 'revoked' });
    engine.pass(900_000);
    engine.tell({ type: 'timer', name: 'token' });
    engine.authorise('full');
    expect(engine.wanted('pull')).toBeDefined();
    expect(describeState(engine.state, engine.moment).trouble).toBeNull();
  });

  test('too old: what waits is sent, and news are asked for again only after a while', () => {
    const engine = connected();
    engine.fail('pull', refusal(426, problems.tooOld));
    expect(describeState(engine.state, engine.moment).state).toBe('needs-update');
    engine.pass(60_000);
    engine.tell({ type: 'written', backlog: waiting(1) });
    expect(engine.wanted('push')).toBeDefined();
    expect(engine.wanted('pull')).toBeUndefined();
  });
});

describe('another life of central', () => {
  const restored = (): EngineWorld => {
    const engine = connected();
    engine.answerPull(page(0, 10, 10));
    engine.tell({ type: 'applied', cursor: { epoch: EPOCH, after: 10 }, backlog: nothing });
    engine.fail('pull', refusal(409, problems.epoch, { epoch: 'life-2', common: 6 }));
    return engine;
  };

  test('what central lost is given back before the copy is asked for', () => {
    const engine = restored();
    expect(engine.wanted('change-epoch')).toEqual({ type: 'change-epoch', epoch: 'life-2', common: 6 });
    engine.tell({ type: 'epoch-changed', outcome: 'bootstrap', cursor: { epoch: 'life-2', after: 0 }, backlog: { count: 1, oldestAt: null, recovered: 4 } });
    expect(engine.wanted('push')).toBeDefined();
    expect(engine.wanted('manifest')).toBeUndefined();
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(10, 'life-2'), have: { incarnation: 1, stationSeq: 3 } }, sent: 4, backlog: { count: 1, oldestAt: null, recovered: 0 } });
    expect(engine.wanted('manifest')).toBeDefined();
  });

  test('it is settled once: what was asked in the old life meanwhile is called off', () => {
    const engine = connected();
    engine.answerPull(page(0, 10, 10));
    engine.tell({ type: 'applied', cursor: { epoch: EPOCH, after: 10 }, backlog: nothing });
    const pull = engine.under('pull');
    engine.tell({ type: 'written', backlog: waiting(1) });
    engine.fail('push', refusal(409, problems.epoch, { epoch: 'life-2', common: 6 }));
    engine.tell({ type: 'epoch-changed', outcome: 'bootstrap', cursor: { epoch: 'life-2', after: 0 }, backlog: { count: 1, oldestAt: null, recovered: 4 } });
    engine.tell({ type: 'failed', request: pull, failure: refusal(409, problems.epoch, { epoch: 'life-2', common: 6 }) });
    expect(engine.wanted('change-epoch')).toBeUndefined();
    expect(engine.state.settling).toBe(false);
  });

  test('a release that may not ask what both lives share sends all the same, and is told by the answer', () => {
    const engine = connected();
    engine.fail('pull', refusal(426, problems.tooOld));
    engine.tell({ type: 'written', backlog: waiting(1) });
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(3, 'life-2'), have: { incarnation: 1, stationSeq: 1 } }, sent: 1, backlog: nothing });
    engine.tell({ type: 'written', backlog: waiting(1) });
    expect(engine.wanted('push')).toBeDefined();
  });

  test('the copy goes on where it stopped, and is put in place while nothing is being sent', () => {
    const engine = restored();
    engine.tell({ type: 'epoch-changed', outcome: 'bootstrap', cursor: { epoch: 'life-2', after: 0 }, backlog: nothing });
    const manifest = { ...head(10, 'life-2'), seq: 10, rows: 3, chunks: [0, 1].map((number) => ({ number, bytes: 1, sha256: '0'.repeat(64) })) };
    engine.tell({ type: 'manifest', request: engine.under('copying'), reply: manifest, missing: [1] });
    expect(engine.wanted('chunk')).toMatchObject({ number: 1 });
    engine.fail('copying', unreachable);
    engine.pass(60_000);
    engine.tell({ type: 'timer', name: 'pull' });
    engine.tell({ type: 'timer', name: 'copy' });
    expect(engine.wanted('manifest')).toBeDefined();
    engine.tell({ type: 'manifest', request: engine.under('copying'), reply: manifest, missing: [1] });
    engine.tell({ type: 'written', backlog: waiting(1) });
    engine.tell({ type: 'chunk', request: engine.under('copying'), number: 1 });
    expect(engine.wanted('install')).toBeUndefined();
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(11, 'life-2'), have: { incarnation: 1, stationSeq: 1 } }, sent: 1, backlog: nothing });
    expect(engine.wanted('install')).toBeDefined();
    engine.tell({ type: 'written', backlog: waiting(1) });
    expect(engine.wanted('push')).toBeUndefined();
    engine.tell({ type: 'installed', request: engine.under('copying'), cursor: { epoch: 'life-2', after: 10 }, backlog: waiting(1) });
    expect(engine.wanted('push')).toBeDefined();
    expect(engine.wanted('pull')).toMatchObject({ after: 10 });
  });

  test('heard in another answer: the open question is asked anew and told how much both share', () => {
    const engine = new EngineWorld().connected(waiting(1));
    const open = engine.under('pull');
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(3, 'life-2'), have: { incarnation: 1, stationSeq: 1 } }, sent: 1, backlog: nothing });
    expect(engine.effects).toContainEqual({ type: 'abort', request: open });
    expect(engine.wanted('pull')).toBeDefined();
  });

  /** Central was restored again while a station was giving back what it had lost the first time. */
  const restoredAgain = (): EngineWorld => {
    const engine = restored();
    engine.tell({ type: 'epoch-changed', outcome: 'bootstrap', cursor: { epoch: 'life-2', after: 0 }, backlog: { count: 1, oldestAt: null, recovered: 4 } });
    engine.pass(1_000);
    engine.tell({ type: 'timer', name: 'pull' });
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(6, 'life-3'), have: { incarnation: 1, stationSeq: 3 } }, sent: 0, backlog: { count: 1, oldestAt: null, recovered: 4 } });
    return engine;
  };

  test('restored again in the middle of a copy: a pull asks what both share, and nothing is sent in a circle meanwhile', () => {
    const engine = restoredAgain();
    expect(engine.wanted('push')).toBeUndefined();
    expect(engine.wanted('manifest')).toBeUndefined();
    expect(engine.wanted('pull')).toMatchObject({ after: 0, waitSeconds: 0 });
    engine.fail('pull', refusal(409, problems.epoch, { epoch: 'life-3', common: 0 }));
    expect(engine.wanted('change-epoch')).toEqual({ type: 'change-epoch', epoch: 'life-3', common: 0 });
    engine.tell({ type: 'epoch-changed', outcome: 'bootstrap', cursor: { epoch: 'life-3', after: 0 }, backlog: { count: 1, oldestAt: null, recovered: 4 } });
    engine.pass(60_000);
    engine.tell({ type: 'timer', name: 'push' });
    expect(engine.wanted('push')).toBeDefined();
  });

  test('the manifest of a copy that is of another life begins none', () => {
    const engine = restored();
    engine.tell({ type: 'epoch-changed', outcome: 'bootstrap', cursor: { epoch: 'life-2', after: 0 }, backlog: nothing });
    engine.pass(1_000);
    engine.tell({ type: 'timer', name: 'pull' });
    engine.tell({ type: 'manifest', request: engine.under('copying'), reply: { ...head(6, 'life-3'), seq: 6, rows: 1, chunks: [] }, missing: [] });
    expect(engine.wanted('install')).toBeUndefined();
    expect(engine.wanted('pull')).toBeDefined();
  });

  test('the other life was that of an answer that came late: the copy goes on', () => {
    const engine = restoredAgain();
    engine.answerPull(page(0, 6, 6, 'life-2'));
    expect(engine.wanted('apply')).toBeUndefined();
    engine.pass(60_000);
    engine.tell({ type: 'timer', name: 'push' });
    expect(engine.wanted('push')).toBeDefined();
  });

  test('without rights nothing is asked, and what waits is sent once in a while', () => {
    const engine = new EngineWorld().connected();
    engine.fail('pull', refusal(403, problems.revoked));
    engine.tell({ type: 'written', backlog: waiting(1) });
    engine.tell({ type: 'pushed', request: engine.under('push'), reply: { ...head(3, 'life-2'), have: { incarnation: 1, stationSeq: 1 } }, sent: 0, backlog: waiting(1) });
    expect(engine.wanted('push')).toBeUndefined();
    expect(engine.wanted('timer')).toMatchObject({ name: 'push' });
  });
});

describe('watchdog', () => {
  test('a queue that does not move for two minutes although central answers: new connections', () => {
    const engine = new EngineWorld().connected(waiting(1));
    const stuck = engine.under('push');
    engine.pass(100_000);
    engine.answerPull(page(0, 0, 0));
    engine.pass(21_000);
    engine.tell({ type: 'timer', name: 'watchdog' });
    expect(engine.effects).toContainEqual({ type: 'reconnect' });
    expect(engine.effects).toContainEqual({ type: 'abort', request: stuck });
    engine.tell({ type: 'timer', name: 'push' });
    expect(engine.wanted('push') ?? engine.state.push.request).not.toBe(stuck);
  });

  test('while central cannot be reached it does nothing: backoff rules', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', unreachable);
    engine.fail('pull', unreachable);
    engine.pass(180_000);
    engine.tell({ type: 'timer', name: 'watchdog' });
    expect(engine.wanted('reconnect')).toBeUndefined();
  });
});

describe('waiting', () => {
  test('Retry-After is kept to, and a woken network does not shorten it', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', refusal(429, problems.tooMany, { retryAfterMs: 20_000 }));
    expect(engine.wanted('timer')?.inMs).toBeGreaterThanOrEqual(20_000);
    engine.tell({ type: 'network-up' });
    expect((engine.state.push.notBefore ?? 0) - engine.steady).toBeGreaterThanOrEqual(20_000);
  });

  test('the network is back: everything is tried within five seconds, on new connections', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.random = 0.99;
    for (let failures = 0; failures < 12; failures += 1) {
      engine.fail('push', unreachable);
      if (failures < 11) {
        engine.pass(60_000);
        engine.tell({ type: 'timer', name: 'push' });
      }
    }
    engine.tell({ type: 'network-up' });
    expect(engine.effects).toContainEqual({ type: 'reconnect' });
    expect((engine.state.push.notBefore ?? 0) - engine.steady).toBeLessThanOrEqual(5_000);
  });

  test('the network is back: the first pull is answered at once and not held, so that central’s time is known again', () => {
    const engine = new EngineWorld().connected(nothing);
    expect(engine.wanted('pull')?.waitSeconds).toBeGreaterThan(0);
    engine.tell({ type: 'network-up' });
    engine.pass(5_000);
    engine.tell({ type: 'timer', name: 'pull' });
    expect(engine.wanted('pull')?.waitSeconds).toBe(0);
  });

  test('a person who wants it now gets it now', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.fail('push', unreachable);
    engine.tell({ type: 'try-now' });
    expect(engine.wanted('push')).toBeDefined();
  });

  test('an attempt that hung until its time was over has waited that long already: from its beginning to the next is no longer than the longest wait', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.random = 0.99;
    for (let failures = 0; failures < 12; failures += 1) {
      const began = engine.steady;
      engine.pass(30_000);
      engine.fail('push', unreachable);
      engine.pass(Math.max(0, (engine.state.push.notBefore ?? 0) - engine.steady));
      engine.tell({ type: 'timer', name: 'push' });
      expect(engine.wanted('push')).toBeDefined();
      expect(engine.steady - began).toBeLessThanOrEqual(LONGEST_BACKOFF);
    }
  });

  test('the line heals: the lane that waits longest is woken by the one that got through', () => {
    const engine = new EngineWorld().connected(waiting(1));
    engine.random = 0.99;
    for (let failures = 0; failures < 8; failures += 1) {
      engine.fail('push', unreachable);
      if (failures < 7) engine.tell({ type: 'try-now' });
    }
    engine.random = 0;
    engine.fail('pull', unreachable);
    engine.tell({ type: 'timer', name: 'pull' });
    engine.random = 0.5;
    engine.answerPull(page(0, 0, 0));
    expect((engine.state.push.notBefore ?? 0) - engine.steady).toBeLessThanOrEqual(5_000);
  });
});

test('skew is this clock less central’s, whatever the clock does', () => {
  const engine = connected();
  engine.clock = 0;
  engine.answerPull(page(0, 0, 0));
  expect(engine.state.skewMs).toBe(0 - page(0, 0, 0).now);
  expect(describeState(engine.state, engine.moment).state).toBe('connected');
});

test('after its end nothing is wanted any more', () => {
  const engine = new EngineWorld().connected(waiting(1));
  const push = engine.under('push');
  engine.tell({ type: 'stopped' });
  expect(engine.effects).toContainEqual({ type: 'abort', request: push });
  engine.tell({ type: 'written', backlog: waiting(2) });
  engine.tell({ type: 'timer', name: 'push' });
  expect(engine.effects.filter(({ type }) => type !== 'cancel-timer')).toEqual([]);
});
