import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished, vi } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { StoreError } from '../../electron/store/errors.ts';
import type * as Open from '../../electron/store/open.ts';
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
const importing = (po: string) => ({ files: [{ name: `${po}.edi`, base64: Buffer.from(vendorOrder850(po, 2)).toString('base64') }] });

it('a full disk leaves what is saved to be read, and says so; nothing is changed', async () => {
  const data = temporaryFolder();
  onTestFinished(() => {
    disk.full = false;
  });
  const before = new Station({ data, clock: systemClock, version: 'test' });
  await clientOf(before).documents.import(importing('PO1'));
  before.close();

  disk.full = true;
  expect(() => new Station({ data, clock: systemClock, version: 'test' })).toThrow('disk-full');
  const reading = new Station({ data, clock: systemClock, version: 'test', readWhenFull: true });
  expect(reading.notices.map(({ key }) => key)).toEqual(['store.fullReading']);
  expect((await clientOf(reading).queue.page({})).rows.map(({ po }) => po)).toEqual(['PO1']);
  await expect(clientOf(reading).documents.import(importing('PO2'))).rejects.toMatchObject({ code: 'STORE', data: { code: 'store.diskFull' } });
  reading.close();

  disk.full = false;
  const after = new Station({ data, clock: systemClock, version: 'test' });
  expect(after.notices).toEqual([]);
  expect((await clientOf(after).queue.page({})).rows.map(({ po }) => po)).toEqual(['PO1']);
  after.close();
});
