import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Spooler } from '../../electron/printing/spooler.ts';
import type { Transport } from '../../electron/printing/transports/transport.ts';
import { PrintJobs } from '../../electron/store/print-jobs.ts';
import type { Delivery, PrintJob } from '../../shared/domain/printing/job.ts';
import type { Printer } from '../../shared/domain/printing/printer.ts';
import { HOUR, instant, type Instant } from '../../shared/lib/time.ts';
import { message } from '../../shared/messages/say.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

const NOON = instant(Date.parse('2026-11-26T12:00:00Z'));

const queued = (jobId: string, notBefore = NOON): PrintJob => ({ jobId, printerId: 'zebra', state: 'queued', attempts: 0, queuedAt: NOON, stateAt: NOON, notBefore, fault: null, doubtful: false });

/** The queue of a station's own store. */
function bookOf(...jobs: readonly PrintJob[]): PrintJobs {
  const book = new PrintJobs(openTestStore(join(temporaryFolder(), 'hotdock.db')).database);
  for (const job of jobs) book.add({ job, kind: 'test', subject: 'zebra', reprint: false, askedBy: 'Marta', paper: { kind: 'code-sheet', sheet: { title: 'Commands', codes: [] } } });
  return book;
}

/** A job as the disk has it. */
const jobOf = (book: PrintJobs, jobId: string): PrintJob | undefined => book.get(jobId)?.job;

const printer: Printer = { id: 'zebra', name: 'Zebra', connection: { kind: 'network', host: '127.0.0.1', port: 9100 }, language: 'zpl', media: '4x6', dpi: 203 };

interface Way {
  readonly deliver: Transport['deliver'];
  readonly arrived?: boolean;
}

function spoolerOf(book: PrintJobs, { deliver, arrived }: Way, now: () => Instant = () => NOON) {
  const settled = new Map<string, () => void>();
  const spooler = new Spooler({
    book,
    printer: () => printer,
    transport: () => ({ deliver, condition: () => Promise.resolve({ kind: 'unknown' }), arrived: () => Promise.resolve(arrived) }),
    parcel: ({ jobId }) => Promise.resolve({ jobId, title: jobId, bytes: new Uint8Array(1), language: 'zpl', media: '4x6' }),
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

  const again = spoolerOf(book, { deliver: () => Promise.resolve({ kind: 'sent' }), arrived: true });
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
  const { spooler, until } = spoolerOf(book, { deliver: () => Promise.resolve({ kind: 'sent' }) });
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
