import { describe, expect, test } from 'vitest';
import { beginning } from './beginning.ts';
import { cursorWithoutRows, earlyAnswers, newIdsOnRetry } from './mutation.ts';
import { SEEDS } from './seeds.ts';
import { simulate } from './simulation.ts';

const start = await beginning();

/** As many as a minute of one processor has room for; `npm run simulate` looks at more. */
const SEED_COUNT = 200;

/** Whole chunks, so that a failure names its neighbourhood and no test runs for minutes. */
const CHUNK = 100;

async function expectWhole(seed: number): Promise<void> {
  const { faults, trace } = await simulate(seed, start);
  expect(faults, [...trace, `seed ${seed}`].join('\n')).toEqual([]);
}

test('seeds that once found a fault find none', async () => {
  for (const seed of SEEDS) await expectWhole(seed);
}, 60_000);

describe('whatever fails on the way, all stations and central end with the same, and nothing saved is lost or there twice', () => {
  test.each(Array.from({ length: SEED_COUNT / CHUNK }, (_, index) => index * CHUNK))(`from seed %d`, async (from) => {
    for (let seed = from; seed < from + CHUNK; seed += 1) await expectWhole(seed);
  }, 300_000);
});

test('the same seed is the same life to the millisecond, and another seed another', async () => {
  const { trace } = await simulate(7, start);
  expect((await simulate(7, await beginning())).trace).toEqual(trace);
  expect((await simulate(8, start)).trace).not.toEqual(trace);
});

describe('a fault that is put in is found', () => {
  const mutations = [
    ['central answers before its commit is on the disk', earlyAnswers],
    ['a cursor moves without the rows of its page', cursorWithoutRows],
    ['what is sent again has other ids', newIdsOnRetry],
  ] as const;

  test.each(mutations)('%s', async (_, mutation) => {
    const within = 60;
    let found = 0;
    for (let seed = 0; seed < within && found === 0; seed += 1) found += (await simulate(seed, start, { mutation })).faults.length;
    expect(found).toBeGreaterThan(0);
  }, 120_000);
});
