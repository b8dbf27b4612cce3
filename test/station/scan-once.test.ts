import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { temporaryFolder } from '../support/store.ts';

const CODE = '0614141999996';

async function signedIn() {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const client = createRouterClient(router, { context: { station, session: station.sessions.of('screen', 'browser') } });
  const { person } = await client.station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  return { station, client, by: person?.staffId ?? null };
}

it('counts a scan that is asked again after a lost answer once', async () => {
  const { station, client } = await signedIn();
  const scanId = crypto.randomUUID();
  const first = await client.floor.scan({ scanId, code: CODE });
  expect(first.answer.opId).toBe(scanId);
  const length = station.store.journalLength();
  await client.floor.scan({ scanId, code: CODE });
  expect(station.store.journalLength()).toBe(length);
  expect((await client.stock.unknownCodes({})).map(({ times }) => times)).toEqual([1]);
});

it('saves a scan as its own person\'s or not at all', async () => {
  const { station, client, by } = await signedIn();
  const scanId = crypto.randomUUID();
  const length = station.store.journalLength();
  await expect(client.floor.scan({ scanId, code: CODE, by: 'somebody-else' })).rejects.toMatchObject({ code: 'SIGNED_OUT' });
  await client.session.signOut({});
  await expect(client.floor.scan({ scanId, code: CODE, by })).rejects.toMatchObject({ code: 'SIGNED_OUT' });
  expect(station.store.journalLength()).toBe(length);
  await client.session.signIn({ staffId: by ?? '', pin: '1234' });
  expect((await client.floor.scan({ scanId, code: CODE, by })).answer.opId).toBe(scanId);
});
