import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished, vi } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { StoreError } from '../../electron/store/errors.ts';
import { PrintJobs, type KeptJob } from '../../electron/store/print-jobs.ts';
import type * as Open from '../../electron/store/open.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { temporaryFolder } from '../support/store.ts';
import { vendorOrder850 } from '../bench/documents.ts';

const disk = vi.hoisted(() => ({ full: false }));

/** A store that cannot be opened to write: the first write of an opening fails. */
vi.mock('../../electron/store/open.ts', async (importOriginal) => {
  const real = await importOriginal<typeof Open>();
  const openDatabase: typeof Open.openDatabase = (file, beforeMigration) => {
    if (disk.full) throw new StoreError('disk-full', file, 'SQLITE_FULL');
    return real.openDatabase(file, beforeMigration);
  };
  return { ...real, openDatabase };
});

const clientOf = (station: Station) => createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: null } } });
const waitingPaper = (now: Instant): KeptJob => ({
  job: { jobId: 'paper', printerId: 'gone', state: 'queued', attempts: 0, queuedAt: now, stateAt: now, notBefore: now, fault: null, doubtful: false, confirmed: false },
  kind: 'sheet', subject: 'commands', reprint: false, askedBy: 'Sam', paper: { kind: 'code-sheet', sheet: { title: 'Commands', codes: [] } },
});
const importing = (po: string) => ({ files: [{ name: `${po}.edi`, base64: Buffer.from(vendorOrder850(po, 2)).toString('base64') }] });

it('a full disk leaves what is saved to be read, and says so; nothing is changed', async () => {
  const data = temporaryFolder();
  onTestFinished(() => {
    disk.full = false;
  });
  const before = new Station({ data, clock: systemClock, version: 'test' });
  await clientOf(before).documents.import(importing('PO1'));
  new PrintJobs(before.store.database).add(waitingPaper(before.now()));
  before.close();

  disk.full = true;
  expect(() => new Station({ data, clock: systemClock, version: 'test' })).toThrow('disk-full');
  const reading = new Station({ data, clock: systemClock, version: 'test', readWhenFull: true });
  expect(reading.notices.map(({ key }) => key)).toEqual(['store.fullReading']);
  expect((await clientOf(reading).queue.page({})).rows.map(({ po }) => po)).toEqual(['PO1']);
  await expect(clientOf(reading).documents.import(importing('PO2'))).rejects.toMatchObject({ code: 'STORE', data: { code: 'store.diskFull' } });
  // A paper that could not be written down as sent is not sent.
  const saved = vi.spyOn(PrintJobs.prototype, 'save');
  await reading.printing.start();
  expect(reading.printing.views().map(({ state }) => state)).toEqual(['queued']);
  expect(saved).not.toHaveBeenCalled();
  reading.close();

  disk.full = false;
  const after = new Station({ data, clock: systemClock, version: 'test' });
  expect(after.notices).toEqual([]);
  expect((await clientOf(after).queue.page({})).rows.map(({ po }) => po)).toEqual(['PO1']);
  after.close();
});
