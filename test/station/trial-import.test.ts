import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { temporaryFolder } from '../support/store.ts';

async function openStation() {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const client = createRouterClient(router, { context: { station, session: station.sessions.of('screen', 'browser') } });
  await client.station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  return { station, client };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

it('tells on trial what an import would write and leave out, and saves nothing', async () => {
  const { station, client } = await openStation();
  const file = { name: 'items.csv', base64: base64('SKU,Case pack,UPC\nA,12,036000291452\nB,,\nC,6,036000291452') };
  const length = station.store.journalLength();
  const trial = await client.stock.importProducts({ ...file, dryRun: true });
  expect(trial).toMatchObject({ columns: ['SKU', 'Case pack', 'UPC'], rows: 3, written: 1, problems: [{ row: 3 }, { row: 4 }] });
  expect(station.store.journalLength()).toBe(length);
  expect(await client.stock.importProducts(file)).toEqual(trial);
  expect((await client.stock.products({})).rows.map(({ sku }) => sku)).toEqual(['A']);
});

it('shows the columns of a file whose headings mean nothing, so that a person can name them', async () => {
  const { client } = await openStation();
  await client.stock.importProducts({ name: 'items.csv', base64: base64('SKU,Case pack\nA,12') });
  const file = { name: 'count.csv', base64: base64('Thing;Amount;Where\nA;24;Z-01') };
  expect(await client.stock.importStock({ ...file, dryRun: true })).toMatchObject({ columns: ['Thing', 'Amount', 'Where'], written: 0, problems: [{ row: 1, message: { key: 'documents.csv.no-sku-column' } }] });
  const mapping = { vendorSku: 0, boxed: 1, safety: null, location: 2 };
  expect(await client.stock.importStock({ ...file, mapping, dryRun: true })).toMatchObject({ mapping, written: 1, problems: [] });
  await client.stock.importStock({ ...file, mapping });
  expect(await client.stock.product({ sku: 'A' })).toMatchObject({ free: 24, bins: [{ location: 'Z-01', boxed: 24 }] });
  await expect(client.stock.importStock(file)).rejects.toThrow();
});
