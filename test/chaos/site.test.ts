import { beforeAll, expect, test } from 'vitest';
import { Random } from '../simulation/random.ts';
import { ChaosSite } from './support/chaos-site.ts';
import { reckon } from './support/reckoning.ts';
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
  site = await ChaosSite.start(SEED);
  return () => site.remove();
}, 240_000);

test(`everything fails for ${SECONDS} s and heals: queues drain, all hold the same, and what was acknowledged is there once (seed ${SEED})`, { timeout: SECONDS * 1_000 + 200_000 }, async () => {
  const trouble = new Trouble(site, SECONDS * 1_000, new Random(SEED));
  const day = new Workday(site, SEED);
  const told = (): string => [...trouble.story, `seed ${SEED}`].join('\n');
  let faults: readonly string[];
  try {
    await trouble.make();
    await site.heal();
    await day.end();
    await site.drained(DRAINED_WITHIN);
    faults = await reckon(site, day.ledger, DRAINED_WITHIN);
  } catch (error) {
    throw new Error(told(), { cause: error });
  }
  expect(faults, told()).toEqual([]);
  // A day on which nobody worked would have proved nothing.
  for (const { outcomes } of day.shifts) expect(outcomes.done).toBeGreaterThan(20);
});
