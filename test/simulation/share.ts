import { describe, expect, test } from 'vitest';
import { beginnings } from './beginning.ts';
import { simulate } from './simulation.ts';
import { Tally } from './tally.ts';

/** What the test run looks at; `npm run simulate` looks at as many as one likes. */
const SEEDS = 2_000;
/** The run is shared by so many test files, which vitest gives to its workers. */
const SHARES = 4;
/** So that a failure names its neighbourhood. */
const CHUNK = 100;

/** The seeds of one share, and whether enough went wrong in them. */
export function simulateShare(share: number): void {
  const from = (share * SEEDS) / SHARES;
  const chunks = Array.from({ length: SEEDS / SHARES / CHUNK }, (_, index) => from + index * CHUNK);

  describe('whatever fails on the way, all stations and central end with the same, and nothing saved is lost or there twice', async () => {
    const start = await beginnings();
    const tally = new Tally();

    test.each(chunks)('from seed %d', async (first) => {
      for (let seed = first; seed < first + CHUNK; seed += 1) {
        const { findings, trace } = await simulate(seed, start, { tally });
        expect(findings, [...trace, `seed ${seed}: npm run simulate -- --seeds 1 --from ${seed}`].join('\n')).toEqual([]);
      }
    }, 300_000);

    test('every kind of trouble came up often enough to be looked at', () => {
      expect(tally.tooSeldom(SEEDS / SHARES)).toEqual([]);
    });
  });
}
