import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { temporaryFolder } from '../support/store.ts';

it('the journal that is shown holds nobody\'s PIN hash; the journal itself keeps it', async () => {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const client = createRouterClient(router, { context: { station, session: { shell: 'command-line', staffId: null } } });
  await client.station.setUp({ siteName: 'Grinder House', zone: 'America/Phoenix', stationName: 'Dock', stationUse: 'floor', supervisorName: 'Marta', pin: '4711', locale: 'en' });
  const shown = JSON.stringify(await client.station.journal({ after: 0, limit: 100 }));
  expect(shown).toContain('"pinHash":"[hidden]"');
  expect(shown).not.toContain('scrypt');
  expect(JSON.stringify(station.store.journal(0, 100))).toContain('"pinHash":"scrypt');
});
