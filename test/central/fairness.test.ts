import fc from 'fast-check';
import { expect, test } from 'vitest';
import { job, JobQueue, type Job } from '../../central/sync/job.ts';
import { Lineages } from '../../central/sync/lineages.ts';

const SMALL = 20;
const jobOf = (weight: number, station: string): Job => job({ station, opIds: [], stations: [], weight }, () => undefined).job;
const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: SMALL }), fc.integer({ min: SMALL + 1, max: 500 })), { minLength: 1, maxLength: 60 });

test('everything that waits gets its turn once, small things first in every batch, and each batch moves the oldest big one', () => {
  fc.assert(fc.property(weights, fc.integer({ min: 100, max: 1_000 }), (sizes, most) => {
    const queue = new JobQueue();
    const jobs = sizes.map((weight, index) => jobOf(weight, `s${index}`));
    for (const each of jobs) queue.add(each);
    const taken: Job[] = [];
    while (!queue.isEmpty) {
      const waitingBig = jobs.find((each) => each.weight > SMALL && !taken.includes(each));
      const batch = queue.take(most);
      expect(batch.length).toBeGreaterThan(0);
      if (waitingBig) expect(batch).toContain(waitingBig);
      const firstBig = batch.findIndex(({ weight }) => weight > SMALL);
      if (firstBig >= 0) expect(batch.slice(firstBig).every(({ weight }) => weight > SMALL)).toBe(true);
      taken.push(...batch);
    }
    expect(new Set(taken)).toEqual(new Set(jobs));
    expect(taken).toHaveLength(jobs.length);
    for (const isSmall of [true, false]) {
      const inOrder = (list: readonly Job[]): Job[] => list.filter(({ weight }) => weight <= SMALL === isSmall);
      expect(inOrder(taken)).toEqual(inOrder(jobs));
    }
  }));
});

test('whatever order numbers arrive in, what is held without a gap is told exactly', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }), (arrivals) => {
    const lineages = new Lineages([], new Map());
    const held = new Set<number>();
    for (const number of arrivals) {
      lineages.hold('dock', 1, number);
      held.add(number);
      let contiguous = 0;
      while (held.has(contiguous + 1)) contiguous += 1;
      const lineage = lineages.of('dock', 1);
      expect(lineage).toMatchObject({ have: contiguous, highest: Math.max(...held) });
      for (let each = 1; each <= 31; each += 1) expect(lineages.holds(lineage, each)).toBe(held.has(each));
    }
  }));
});
