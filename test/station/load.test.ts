import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/station/api/router.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { fillDemo } from '../../electron/station/demo/fill-demo.ts';
import { Station } from '../../electron/station/station.ts';
import { HOUR, MINUTE } from '../../shared/lib/time.ts';
import { temporaryFolder } from '../support/store.ts';

it('shares an order evenly among those assigned to it, at the pace of the site', async () => {
  const station = new Station({ data: temporaryFolder(), clock: systemClock, version: 'test' });
  onTestFinished(() => station.close());
  const session = station.sessions.of('screen', 'browser');
  const client = createRouterClient(router, { context: { station, session } });
  station.enterDemo();
  await fillDemo(station, undefined);
  const chief = station.reader.find('staff', { role: 'supervisor' })[0];
  if (!chief) throw new Error('the demo has no supervisor');
  session.staffId = chief.staffId;
  const people = (await client.people.list({})).filter(({ assigned, active }) => active && assigned.length === 0).slice(0, 2);
  const open = await client.queue.page({ only: 'standard', limit: 500 });
  const order = open.rows.find(({ assigned, units, state }) => state === 'received' && assigned.length === 0 && units.requested > 0);
  if (!order) throw new Error('the demo has no free order');
  await client.orders.assign({ po: order.po, staffIds: people.map(({ staffId }) => staffId) });

  const { paceEachesPerHour, orderOverheadMinutes } = station.settings;
  const left = order.units.requested;
  const work = Math.ceil((left * HOUR) / paceEachesPerHour) + orderOverheadMinutes * MINUTE;
  for (const { staffId } of people) {
    const person = (await client.people.list({})).find((row) => row.staffId === staffId);
    expect(person).toMatchObject({ assigned: [{ po: order.po, unitsLeft: left, people: 2 }], load: { units: Math.ceil(left / 2), workMs: Math.ceil(work / 2) } });
  }
});
