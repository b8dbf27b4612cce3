import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../electron/sync/events.ts';
import { PhotoSender } from '../../electron/sync/photo-sender.ts';
import { initialState, type SyncState } from '../../electron/sync/state.ts';
import { EPOCH, nothing, waiting } from './engine-world.ts';

const IDLE: SyncState = { ...initialState, running: true, tokenUntil: 1, cursor: { epoch: EPOCH, after: 0 } };

/** Photos and a line that write down what is done with them; time goes on when the test says so. */
class Bench {
  readonly log: string[] = [];
  queue = ['one', 'two'];
  failures: Failure[] = [];
  signal: AbortSignal | undefined;
  hangs = false;
  #timers: (() => void)[] = [];
  readonly sender = new PhotoSender({
    photos: {
      next: () => this.queue[0],
      bytes: () => new Uint8Array([1]),
      markSent: (sha256, epoch) => this.#leave(`sent ${sha256} ${epoch}`),
      pass: (sha256) => this.#leave(`passed ${sha256}`),
    },
    transport: {
      putBlob: (sha256, _bytes, signal) => {
        this.log.push(`put ${sha256}`);
        this.signal = signal;
        const failure = this.failures.shift();
        if (this.hangs) return new Promise((resolve) => signal.addEventListener('abort', () => resolve({ ok: false, failure: { kind: 'aborted' } })));
        return Promise.resolve(failure ? { ok: false, failure } : { ok: true, reply: true });
      },
    },
    time: { after: (_ms, work) => {
      this.#timers.push(work);
      return () => {
        this.#timers = this.#timers.filter((each) => each !== work);
      };
    }, nextTurn: () => nextTurn() },
    random: () => 0.5,
    onSent: () => undefined,
    onFault: (_error, what) => this.log.push(what),
  });

  constructor() {
    onTestFinished(() => this.sender.stop());
  }

  get waits(): boolean {
    return this.#timers.length > 0;
  }

  passTime(): void {
    for (const work of this.#timers.splice(0)) work();
  }

  async until(is: () => boolean): Promise<void> {
    while (!is()) await nextTurn();
  }

  #leave(line: string): void {
    this.log.push(line);
    this.queue = this.queue.slice(1);
  }
}

test('when nothing else is to be sent, photos go one after the other', async () => {
  const bench = new Bench();
  bench.sender.look(IDLE);
  bench.sender.look(IDLE);
  await bench.until(() => bench.queue.length === 0);
  expect(bench.log).toEqual(['put one', `sent one ${EPOCH}`, 'put two', `sent two ${EPOCH}`]);
});

test.each<readonly [string, Partial<SyncState>]>([
  ['an operation waits', { backlog: waiting(1) }],
  ['operations are on their way', { push: { ...initialState.push, request: 4 } }],
  ['central does not answer', { pull: { ...initialState.pull, failures: 1 } }],
  ['central may only be told', { rights: 'push-only' }],
  ['there is no token', { tokenUntil: null }],
  ['a copy of the site is coming', { copy: { step: 'chunks', chunks: 3, missing: [1] } }],
  ['central lives another life', { otherLife: 'next' }],
  ['central was never heard', { cursor: { epoch: null, after: 0 } }],
])('none is begun while %s', async (_name, state) => {
  const bench = new Bench();
  bench.sender.look({ ...IDLE, ...state });
  await nextTurn();
  expect(bench.log).toEqual([]);
  bench.sender.look({ ...IDLE, backlog: nothing });
  await bench.until(() => bench.queue.length === 0);
});

test('after a failure it waits, however often it is asked to look, and then sends the same photo', async () => {
  const bench = new Bench();
  bench.failures = [{ kind: 'unreachable', certificate: false }];
  bench.sender.look(IDLE);
  await bench.until(() => bench.waits);
  bench.sender.look(IDLE);
  await nextTurn();
  expect(bench.log).toEqual(['put one', 'a photo has to wait']);
  bench.passTime();
  await bench.until(() => bench.queue.length === 0);
  expect(bench.log.slice(2)).toEqual(['put one', `sent one ${EPOCH}`, 'put two', `sent two ${EPOCH}`]);
});

test('one that central refuses for good does not hold up those after it', async () => {
  const bench = new Bench();
  bench.failures = [{ kind: 'refused', status: 413, problem: '', retryAfterMs: null, incarnation: null, have: null, epoch: null, common: null }];
  bench.sender.look(IDLE);
  await bench.until(() => bench.queue.length === 0);
  expect(bench.log).toEqual(['put one', 'photo one', 'passed one', 'put two', `sent two ${EPOCH}`]);
});

test('a stop ends what is under way, and nothing is written afterwards', async () => {
  const bench = new Bench();
  bench.hangs = true;
  bench.sender.look(IDLE);
  await bench.until(() => bench.signal !== undefined);
  await bench.sender.stop();
  expect(bench.signal?.aborted).toBe(true);
  bench.sender.look(IDLE);
  await nextTurn();
  expect(bench.log).toEqual(['put one']);
});
