import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { problems, type PullReply, type WireOperation } from '../../shared/contracts/sync.ts';
import { SyncDriver } from '../../electron/sync/driver.ts';
import type { Failure } from '../../electron/sync/events.ts';
import type { SyncJournal } from '../../electron/sync/port.ts';
import type { Transport } from '../../electron/sync/transport.ts';
import { CENTRAL_NOW, EPOCH, head, nothing, page, refusal, waiting } from './engine-world.ts';

const operation = (documents: readonly string[] = []): WireOperation => ({
  opId: 'mine', site: 'site', station: 'here', incarnation: 1, stationSeq: 1, hlc: '0:0', kind: 'document.received', v: 1, aggregates: [], baseSeq: 0,
  actor: 'somebody', occurredAt: CENTRAL_NOW, body: { documents }, hash: '0'.repeat(64),
});

/** A store and a line that write down what is done with them, in order. */
class Bench {
  readonly log: string[] = [];
  readonly faults: unknown[] = [];
  queue: readonly WireOperation[] = [];
  documents: readonly string[] = [];
  pages: PullReply[] = [];
  blobFailure: Failure | null = null;
  /** What the next pushes are refused with. */
  pushFailures: Failure[] = [];
  after = 0;
  steady = 0;
  /** How long applying one operation takes, by the clock that only grows. */
  perOperation = 0;
  readonly driver: SyncDriver;

  constructor() {
    const journal: SyncJournal = {
      site: 'site', station: 'here', incarnation: 1,
      cursor: () => ({ epoch: EPOCH, after: this.after }),
      formerLives: () => null,
      unsent: () => this.queue,
      recovered: () => ({ epoch: EPOCH, operations: [] }),
      backlog: () => (this.queue.length === 0 ? nothing : waiting(this.queue.length)),
      acknowledge: () => {
        this.log.push('acknowledged');
        this.queue = [];
      },
      apply: ({ operations }) => {
        this.log.push(`applied ${operations.length}`);
        this.steady += operations.length * this.perOperation;
        this.after += operations.length;
        return { after: this.after, operations: operations.length, refolded: 0 };
      },
      tidy: () => {
        this.log.push('tidied');
      },
      fork: () => undefined,
      reoffer: () => undefined,
      changeEpoch: () => 'continue',
      documentsOf: () => this.documents,
      blob: () => new Uint8Array([1]),
      keepBlob: () => undefined,
    };
    const never = (signal: AbortSignal): Promise<{ readonly ok: false; readonly failure: Failure }> =>
      new Promise((resolve) => {
        const aborted = (): void => resolve({ ok: false, failure: { kind: 'aborted' } });
        if (signal.aborted) aborted();
        else signal.addEventListener('abort', aborted);
      });
    const transport: Transport = {
      token: () => Promise.resolve({ ok: true, reply: { ...head(this.pages.at(-1)?.head ?? 0), accessToken: 'a', refreshToken: 'r', expiresIn: 900, rights: 'full' } }),
      push: ({ operations }) => {
        const failure = this.pushFailures.shift();
        if (failure) return Promise.resolve({ ok: false, failure });
        this.log.push(`pushed ${operations.length}`);
        return Promise.resolve({ ok: true, reply: { ...head(1), have: { incarnation: 1, stationSeq: 1 }, results: [] } });
      },
      recover: never as never,
      pull: (_query, signal) => {
        const reply = this.pages.shift();
        return reply ? Promise.resolve({ ok: true, reply }) : never(signal);
      },
      manifest: never,
      chunk: (_seq, _number, signal) => never(signal),
      putBlob: (sha256) => {
        this.log.push(`document ${sha256}`);
        return Promise.resolve(this.blobFailure ? { ok: false, failure: this.blobFailure } : { ok: true, reply: true });
      },
      blob: (_sha256, signal) => never(signal),
      reconnect: () => undefined,
      close: () => this.log.push('closed'),
    };
    this.driver = new SyncDriver({
      journal,
      copy: { begin: () => [], keep: () => undefined, install: () => Promise.resolve() },
      transport,
      moment: () => ({ clock: CENTRAL_NOW, steady: this.steady }),
      random: () => 0.5,
      onState: () => undefined,
      onFault: (error) => this.faults.push(error),
    });
    onTestFinished(() => this.driver.stop());
  }

  /** Lets the event loop turn until something is so. */
  async until(is: () => boolean): Promise<void> {
    while (!is()) await nextTurn();
  }
}

/** What a scan has to wait for when it comes at the wrong moment. */
const isStep = (line: string): boolean => line.startsWith('applied') || line === 'tidied';

test.each(['while people scan', 'when nobody has for long'])('a scan comes first between two slices, and none of them makes it wait 16 ms: %s', async (when) => {
  const bench = new Bench();
  bench.perOperation = 0.5;
  bench.pages = [page(0, 200, 200)];
  bench.driver.start('none');
  if (when === 'while people scan') {
    bench.queue = [operation()];
    bench.driver.written();
  }
  const scanning = (async () => {
    while (bench.after < 200) {
      await nextTurn();
      if (bench.after > 0) bench.log.push('scan');
    }
  })();
  await scanning;
  const slices = bench.log.filter((line) => line.startsWith('applied')).map((line) => Number(line.slice('applied '.length)));
  expect(slices.length).toBeGreaterThan(5);
  expect(Math.max(...slices) * bench.perOperation).toBeLessThanOrEqual(16);
  for (const [index, line] of bench.log.entries()) {
    const next = bench.log.slice(index + 1).find((each) => each === 'scan' || isStep(each));
    if (isStep(line) && next !== undefined) expect(next).toBe('scan');
  }
});

test('documents are at central before the operations that name them, each once', async () => {
  const bench = new Bench();
  bench.documents = ['one', 'two'];
  bench.queue = [operation()];
  bench.driver.start('none');
  await bench.until(() => bench.log.includes('acknowledged'));
  bench.queue = [operation()];
  bench.driver.written();
  await bench.until(() => bench.log.filter((line) => line === 'acknowledged').length === 2);
  expect(bench.log).toEqual(['document one', 'document two', 'pushed 1', 'acknowledged', 'pushed 1', 'acknowledged']);
});

test('own operations that come back before they were sent bring their documents to central first, and are not taken without them', async () => {
  const bench = new Bench();
  bench.documents = ['one'];
  bench.blobFailure = { kind: 'unreachable', certificate: false };
  bench.pages = [page(0, 1, 1, EPOCH, 'here')];
  bench.driver.start('none');
  await bench.until(() => bench.driver.state.pull.failures > 0);
  expect(bench.log).not.toContain('applied 1');
  bench.blobFailure = null;
  bench.pages = [page(0, 1, 1, EPOCH, 'here')];
  bench.driver.tell({ type: 'try-now' });
  await bench.until(() => bench.after === 1);
  expect(bench.log).toEqual(['document one', 'document one', 'applied 1']);
});

test.each([
  ['lives another life', refusal(409, problems.epoch, { epoch: 'life-2', common: 0 })],
  ['has a gap', refusal(409, problems.gap, { have: { incarnation: 1, stationSeq: 0 } })],
])('central %s: documents it had are sent once more', async (_, refused) => {
  const bench = new Bench();
  bench.documents = ['one'];
  bench.queue = [operation()];
  bench.driver.start('none');
  await bench.until(() => bench.log.includes('acknowledged'));
  bench.pushFailures = [refused];
  bench.queue = [operation()];
  bench.driver.written();
  await bench.until(() => bench.driver.state.push.failures > 0 && !bench.driver.state.settling);
  bench.driver.tell({ type: 'try-now' });
  await bench.until(() => bench.log.filter((line) => line === 'acknowledged').length === 2);
  expect(bench.log.filter((line) => line === 'document one')).toHaveLength(2);
});

test('a document that central refuses for good does not hold the operations back; the log has it', async () => {
  const bench = new Bench();
  bench.documents = ['huge'];
  bench.blobFailure = refusal(413);
  bench.queue = [operation()];
  bench.driver.start('none');
  await bench.until(() => bench.log.includes('acknowledged'));
  expect(bench.faults).toEqual([refusal(413)]);
});

test('a document that did not get through does', async () => {
  const bench = new Bench();
  bench.documents = ['one'];
  bench.blobFailure = { kind: 'unreachable', certificate: false };
  bench.queue = [operation()];
  bench.driver.start('none');
  await bench.until(() => bench.driver.state.push.failures > 0);
  expect(bench.log).not.toContain('pushed 1');
});

test('after its end neither store nor line is touched', async () => {
  const bench = new Bench();
  bench.pages = [page(0, 200, 200)];
  bench.perOperation = 0.5;
  bench.queue = [operation()];
  bench.driver.start('none');
  bench.driver.written();
  await bench.until(() => bench.after > 0);
  await bench.driver.stop();
  const { length } = bench.log;
  for (let turns = 0; turns < 20; turns += 1) await nextTurn();
  expect(bench.log.length).toBe(length);
  expect(bench.log.at(-1)).toBe('closed');
  expect(bench.after).toBeLessThan(200);
});
