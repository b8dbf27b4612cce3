import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Store } from '../../electron/store/store.ts';
import { build } from '../../scripts/build.ts';
import { contradictions, rebuildDiffers } from '../simulation/checks.ts';
import { Random } from '../simulation/random.ts';
import { ChaosSite } from './support/chaos-site.ts';
import { Newcomer } from './support/newcomer.ts';
import { Trouble } from './support/trouble.ts';
import { Workday } from './support/workday.ts';

/*
 * Real processes, real PostgreSQL, real sockets, and everything goes wrong for a while. Then it is healed, and nothing that any station had
 * said it saved may be missing, there twice, or seen differently anywhere.
 */

const SECONDS = Number(process.env['HOTDOCK_CHAOS_SECONDS'] ?? 12);
const SEED = Number(process.env['HOTDOCK_CHAOS_SEED'] ?? 3);
/** How soon after all is whole every queue must be empty. */
const DRAINED_WITHIN = 60_000;

let site: ChaosSite;

beforeAll(async () => {
  await build(() => undefined);
  site = await ChaosSite.start(SEED);
}, 240_000);
afterAll(() => site.remove());

test(`everything fails for ${SECONDS} s and heals: queues drain, all hold the same, and what was acknowledged is there once (seed ${SEED})`, { timeout: SECONDS * 1_000 + 200_000 }, async () => {
  const trouble = new Trouble(site, SECONDS * 1_000, new Random(SEED));
  const day = new Workday(site, SEED);
  const told = (): string => [...trouble.story, `seed ${SEED}`].join('\n');
  let newcomer: Newcomer;
  try {
    await trouble.make();
    await site.heal();
    await day.end();
    await site.drained(DRAINED_WITHIN);
    newcomer = await Newcomer.join(site);
    await site.drained(DRAINED_WITHIN);
  } catch (error) {
    throw new Error(told(), { cause: error });
  }
  const order = await site.order();
  const snapshot = await newcomer.snapshot(order);
  expect(await site.stop()).toEqual([0, 0, 0, 0]);
  expect(site.faults, told()).toEqual([]);
  expect(day.ledger.faults(order), told()).toEqual([]);
  const stores = site.stations.map(({ name, data }) => ({ name, store: new Store({ file: join(data, 'hotdock.db'), newIdentity: () => ({ site: '', station: '', incarnation: 1, demo: false }), beforeMigration: () => undefined }) }));
  const written = new Set(stores.flatMap(({ store }) => store.journal(0, 10_000_000).entries.flatMap(({ operation: { opId, station } }) => (station === store.identity.station ? [opId as string] : []))));
  expect([...contradictions({ stations: stores, entries: order, reader: snapshot, saved: new Set(), everWritten: written }), ...stores.flatMap(rebuildDiffers)], told()).toEqual([]);
  for (const { store } of stores) store.close();
  // A day on which nobody worked would have proved nothing.
  for (const { outcomes } of day.shifts) expect(outcomes.done).toBeGreaterThan(20);
});
