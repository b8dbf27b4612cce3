import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Spooler } from '../../electron/printing/spooler.ts';
import type { TakenBack, Transport } from '../../electron/printing/transports/transport.ts';
import { PrintJobs } from '../../electron/store/print-jobs.ts';
import { byPerson, type Delivery, type PrintJob } from '../../shared/domain/printing/job.ts';
import type { Printer } from '../../shared/domain/printing/printer.ts';
import { HOUR, SECOND, instant, later, type Instant } from '../../shared/lib/time.ts';
import { message } from '../../shared/messages/say.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

const NOON = instant(Date.parse('2026-11-26T12:00:00Z'));

const queued = (jobId: string, notBefore = NOON): PrintJob => ({ jobId, printerId: 'zebra', state: 'queued', attempts: 0, queuedAt: NOON, stateAt: NOON, notBefore, fault: null, doubtful: false, confirmed: false });

/** The queue of a station's own store. */
function bookOf(...jobs: readonly PrintJob[]): PrintJobs {
  const book = new PrintJobs(openTestStore(join(temporaryFolder(), 'hotdock.db')).database);
  for (const job of jobs) add(book, job);
  return book;
}

const add = (book: PrintJobs, job: PrintJob): void =>
  book.add({ job, kind: 'test', subject: 'zebra', reprint: false, askedBy: 'Marta', paper: { kind: 'code-sheet', sheet: { title: 'Commands', codes: [] } } });

/** A job as the disk has it. */
const jobOf = (book: PrintJobs, jobId: string): PrintJob | undefined => book.get(jobId)?.job;

const printer: Printer = { id: 'zebra', name: 'Zebra', connection: { kind: 'network', host: '127.0.0.1', port: 9100 }, language: 'zpl', media: '4x6', dpi: 203 };

interface Way {
  readonly deliver: Transport['deliver'];
  readonly arrived?: boolean | ((signal: AbortSignal) => Promise<undefined>);
  readonly takeBack?: TakenBack;
  /** What happens while a paper is made. */
  readonly making?: (jobId: string) => void;
}

const SENT: Delivery = { kind: 'sent', confirmed: true };

function spoolerOf(book: PrintJobs, { deliver, arrived, takeBack = 'unknown', making }: Way, now: () => Instant = () => NOON) {
  const settled = new Map<string, () => void>();
  const spooler = new Spooler({
    book,
    printer: () => printer,
    transport: () => ({ deliver, condition: () => Promise.resolve({ kind: 'unknown' }), arrived: (_, signal) => (typeof arrived === 'function' ? arrived(signal) : Promise.resolve(arrived)), takeBack: () => Promise.resolve(takeBack) }),
    parcel: ({ jobId }) => {
      making?.(jobId);
      return Promise.resolve({ jobId, title: jobId, bytes: new Uint8Array(1), language: 'zpl', media: '4x6' });
    },
    now,
    onChange: ({ jobId, state }) => settled.get(`${jobId} ${state}`)?.(),
    onError: (error) => expect.fail(String(error)),
  });
  onTestFinished(() => spooler.close(0));
  return { spooler, until: (what: string) => new Promise<void>((settle) => settled.set(what, settle)) };
}

test('a printer that never answers does not hold up the end of the station; what was on its way is asked for at the next start', async () => {
  const book = bookOf(queued('label'));
  const { spooler, until } = spoolerOf(book, { deliver: () => new Promise<Delivery>(() => undefined) });
  const sending = until('label sending');
  await spooler.start();
  await sending;
  await spooler.close(0);
  expect(jobOf(book, 'label')?.state).toBe('sending');

  const again = spoolerOf(book, { deliver: () => Promise.resolve(SENT), arrived: true });
  await again.spooler.start();
  expect(jobOf(book, 'label')).toMatchObject({ state: 'sent', doubtful: false });
});

test('what a printer breaks off itself is a person’s to judge, as before', async () => {
  const book = bookOf(queued('label'));
  const { spooler, until } = spoolerOf(book, { deliver: () => Promise.resolve({ kind: 'broken', fault: message('printing.fault.broken') }) });
  const failed = until('label failed');
  await spooler.start();
  await failed;
  expect(jobOf(book, 'label')).toMatchObject({ state: 'failed', doubtful: true });
});

test('a clock that is put back does not hold up what was put off by the wrong one', async () => {
  const book = bookOf(queued('label', instant(NOON + HOUR)));
  const { spooler, until } = spoolerOf(book, { deliver: () => Promise.resolve(SENT) });
  const sent = until('label sent');
  await spooler.start();
  await sent;
  expect(jobOf(book, 'label')?.state).toBe('sent');
});

test('what was interrupted and is old by now is not printed by itself: nobody stands at the printer', async () => {
  const book = bookOf({ ...queued('label'), state: 'sending' });
  const { spooler } = spoolerOf(book, { deliver: () => expect.fail('sent'), arrived: false }, () => instant(NOON + 9 * HOUR));
  await spooler.start();
  expect(jobOf(book, 'label')).toMatchObject({ state: 'failed', fault: { key: 'printing.fault.stale' } });
});

test('a start that still asks a slow print server is ended by the end of the station, and asked again by the next one', async () => {
  const book = bookOf({ ...queued('label'), state: 'sending' });
  const { spooler } = spoolerOf(book, {
    deliver: () => expect.fail('sent'),
    arrived: (signal) => new Promise((settle) => signal.addEventListener('abort', () => settle(undefined))),
  });
  const started = spooler.start();
  await spooler.close(0);
  // Whoever closed may open another store by now: nothing is written any more.
  const kept = jobOf(book, 'label');
  await started;
  expect([kept?.state, jobOf(book, 'label')]).toEqual(['sending', kept]);
  const again = spoolerOf(book, { deliver: () => expect.fail('sent'), arrived: true });
  await again.spooler.start();
  expect(jobOf(book, 'label')).toMatchObject({ state: 'sent', doubtful: false });
});

test('a person’s word makes an old paper a fresh one: it is not left behind at the next start', async () => {
  const book = bookOf({ ...queued('label'), state: 'failed' });
  const evening = instant(NOON + 9 * HOUR);
  book.save(byPerson(jobOf(book, 'label') ?? expect.fail('no job'), 'again', evening) ?? expect.fail('refused'));
  const { spooler, until } = spoolerOf(book, { deliver: () => Promise.resolve(SENT) }, () => evening);
  const sent = until('label sent');
  await spooler.start();
  await sent;
});

test('a paper that a printer takes as little as the printer itself is left to a person after so many attempts, and the next one comes out', async () => {
  const book = bookOf(queued('broken'), queued('next'));
  let now = NOON;
  const { spooler, until } = spoolerOf(
    book,
    { deliver: ({ jobId }) => Promise.resolve(jobId === 'next' ? SENT : { kind: 'waits', attempts: 2, fault: message('printing.fault.windows', { reason: 'error' }) }) },
    () => now,
  );
  const [waits, printed] = [until('broken queued'), until('next sent')];
  await spooler.start();
  await waits;
  now = instant(NOON + 10 * SECOND);
  spooler.wake();
  await printed;
  expect(jobOf(book, 'broken')).toMatchObject({ state: 'failed', doubtful: false, attempts: 2 });
});

test('papers come out in the order asked: what is behind one that waits for its next attempt waits too', () => {
  const book = bookOf(queued('older'), queued('newer'));
  book.save(queued('older', later(NOON, 10 * SECOND)));
  expect(book.next('zebra', NOON)).toBeUndefined();
  expect(book.waiting()).toEqual([{ printerId: 'zebra', notBefore: later(NOON, 10 * SECOND) }]);
  expect(book.next('zebra', later(NOON, 10 * SECOND))?.jobId).toBe('older');
});

test('asking for another paper has the first one tried at once, and it comes out first', async () => {
  const book = bookOf(queued('older'));
  const asked: string[] = [];
  const { spooler, until } = spoolerOf(book, {
    deliver: ({ jobId }) => {
      asked.push(jobId);
      return Promise.resolve(asked.length === 1 ? { kind: 'waits', fault: message('printing.fault.paperOut') } : SENT);
    },
  });
  const waits = until('older queued');
  await spooler.start();
  await waits;
  const printed = until('newer sent');
  add(book, queued('newer'));
  spooler.wake();
  await printed;
  expect(asked).toEqual(['older', 'older', 'newer']);
});

test.each([
  ['called off', (book: PrintJobs) => book.save(byPerson(queued('label'), 'cancel', NOON) ?? expect.fail('not called off'))],
  ['given to another printer', (book: PrintJobs) => expect(book.move('label', 'other')).toBe(true)],
] as const)('a paper that is %s while its PDF is made is not sent', async (_, act) => {
  const book = bookOf(queued('label'), queued('next'));
  const delivered: string[] = [];
  const { spooler, until } = spoolerOf(book, {
    making: (jobId) => {
      if (jobId === 'label') act(book);
    },
    deliver: ({ jobId }) => {
      delivered.push(jobId);
      return Promise.resolve(SENT);
    },
  });
  const printed = until('next sent');
  await spooler.start();
  await printed;
  expect(delivered).toEqual(['next']);
  expect(jobOf(book, 'label')?.attempts).toBe(0);
});

test.each([
  ['gives a paper back', 'back', { state: 'failed', doubtful: false, fault: { key: 'printing.fault.calledBack' } }],
  ['has printed it meanwhile', 'printed', { state: 'sent', confirmed: true, doubtful: false }],
  ['cannot give a paper back', 'unknown', { state: 'failed', doubtful: true, fault: { key: 'printing.fault.letGo' } }],
] as const)('a printer that %s holds up the next one no longer', async (_, takeBack, outcome) => {
  const book = bookOf(queued('held'), queued('next'));
  const { spooler, until } = spoolerOf(book, { takeBack, deliver: ({ jobId }) => (jobId === 'held' ? new Promise<Delivery>(() => undefined) : Promise.resolve(SENT)) });
  const [sending, printed] = [until('held sending'), until('next sent')];
  await spooler.start();
  await sending;
  await spooler.callBack('held');
  expect(jobOf(book, 'held')).toMatchObject(outcome);
  await printed;
  // On its way no longer: nothing to call back.
  await spooler.callBack('next');
  expect(jobOf(book, 'next')).toMatchObject({ state: 'sent', confirmed: true });
});
