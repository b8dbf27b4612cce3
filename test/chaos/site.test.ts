import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Store } from '../../electron/store/store.ts';
import { build } from '../../scripts/build.ts';
import { contradictions } from '../simulation/checks.ts';
import { Random } from '../simulation/random.ts';
import { ChaosSite } from './support/chaos-site.ts';
import { Ledger } from './support/ledger.ts';
import { Newcomer } from './support/newcomer.ts';
import { Shift } from './support/shift.ts';
import { Trouble } from './support/trouble.ts';

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

/** People at every station, until told to go home. */
function atWork(ledger: Ledger): { readonly shifts: readonly Shift[]; readonly goHome: () => Promise<unknown> } {
  const orders: string[] = ['C100001X'];
  const home = new AbortController();
  const shifts = site.stations.map((station, at) => new Shift({ station, ledger, orders, random: new Random(SEED * 10 + at) }));
  const days = shifts.map(async (shift, at) => {
    const station = site.stations[at];
    while (!home.signal.aborted) {
      if (station?.up === true) await shift.step();
      await after(20);
    }
  });
  return {
    shifts,
    goHome: () => {
      home.abort();
      return Promise.all(days);
    },
  };
}

test(`everything fails for ${SECONDS} s and heals: queues drain, all hold the same, and what was acknowledged is there once (seed ${SEED})`, { timeout: SECONDS * 1_000 + 200_000 }, async () => {
  const random = new Random(SEED);
  const ledger = new Ledger();
  const trouble = new Trouble(site, SECONDS * 1_000, random);
  const { shifts, goHome } = atWork(ledger);
  const told = (): string => [...trouble.story, `seed ${SEED}`].join('\n');
  let newcomer: Newcomer;
  try {
    await trouble.make();
    await site.heal();
    await goHome();
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
  expect(ledger.faults(order), told()).toEqual([]);
  const stores = site.stations.map(({ name, data }) => ({ name, store: new Store({ file: join(data, 'hotdock.db'), newIdentity: () => ({ site: '', station: '', incarnation: 1, demo: false }), beforeMigration: () => undefined }) }));
  const written = new Set(order.map(({ opId }) => opId));
  expect(contradictions(stores, order, snapshot, new Set(), written), told()).toEqual([]);
  for (const { store } of stores) store.close();
  // A day on which nobody worked would have proved nothing.
  for (const { outcomes } of shifts) expect(outcomes.done).toBeGreaterThan(20);
});
