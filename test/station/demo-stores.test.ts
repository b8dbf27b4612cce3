import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { decideSettings } from '../../shared/domain/settings/decide-settings.ts';
import { temporaryFolder } from '../support/store.ts';

it('a demo begins empty, whatever backups the site and a demo that was left have', async () => {
  const station = new Station({ data: join(temporaryFolder(), 'data'), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const name = (siteName: string): void => {
    expect(station.decideAsStation((reader, context) => decideSettings(reader, { siteName }, context)).ok).toBe(true);
  };
  name('The site');
  await station.backUp();
  station.enterDemo();
  expect({ demo: station.store.identity.demo, operations: station.store.journalLength(), notices: station.notices }).toEqual({ demo: true, operations: 0, notices: [] });
  name('The demo');
  await station.backUp();
  writeFileSync(join(station.folder.outbox, 'asn.json'), '{}');
  station.leaveDemo();
  expect(station.settings.siteName).toBe('The site');
  station.enterDemo();
  expect({ demo: station.store.identity.demo, operations: station.store.journalLength(), notices: station.notices }).toEqual({ demo: true, operations: 0, notices: [] });
  expect(readdirSync(station.folder.outbox)).toEqual([]);
});
