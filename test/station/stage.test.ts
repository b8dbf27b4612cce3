import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { verifyJournal } from '../../electron/store/verify-journal.ts';
import { decideSettings } from '../../shared/domain/settings/decide-settings.ts';
import { instant } from '../../shared/lib/time.ts';
import { temporaryFolder } from '../support/store.ts';

const name = (station: Station, siteName: string) => station.decideAsStation((reader, context) => decideSettings(reader, { siteName }, context));

it('a history that fails on the way leaves nothing behind, neither in the file nor in memory', () => {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  name(station, 'Reno');
  expect(() =>
    station.stage(() => {
      name(station, 'Nowhere');
      throw new Error('the story ends here');
    }),
  ).toThrow('the story ends here');
  expect(station.settings.siteName).toBe('Reno');
  name(station, 'Sparks');
  expect(verifyJournal(station.store.database)).toEqual({ operations: 2, faults: [] });
  expect(station.store.rebuild().different).toEqual([]);
});

it('what was saved last is known after a restart and after a staged history', () => {
  const data = temporaryFolder();
  const first = new Station({ data, clock: () => instant(1_000), version: 'test' });
  expect(first.lastSavedAt).toBeNull();
  name(first, 'Reno');
  first.close();
  const station = new Station({ data, clock: () => instant(9_000), version: 'test' });
  onTestFinished(() => station.close());
  expect(station.lastSavedAt).toBe(1_000);
  station.stage((setClock) => {
    setClock(instant(5_000));
    name(station, 'Sparks');
  });
  expect(station.lastSavedAt).toBe(5_000);
});
