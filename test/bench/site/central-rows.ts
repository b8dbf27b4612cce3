import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { startTestCentral } from '../../support/central.ts';
import { median, ms, percentile, perSecond } from '../measure.ts';
import type { Row } from '../report.ts';
import { startBenchCentral, stationsWithWork } from './bench-central.ts';
import { batchesOf, journalOf, siteSetUp, work } from './day.ts';
import { readyPush } from './light-station.ts';
import { share, shareOf } from './share.ts';

/** Central's ingest: one operation a push and whole batches, through the sequencer alone and over HTTP from other processes' sight. */
const STATIONS = 24;
const SINGLES = shareOf(400);
const BATCHED = shareOf(2_000);
const RUNS = share < 1 ? 1 : 3;

const SINGLE_BUDGET = 2_000;
const BATCHED_BUDGET = 20_000;

interface Pushes {
  readonly single: number;
  readonly answers: readonly number[];
  readonly batched: number;
}

/** Each station sends its next push when the one before was answered, all stations at once. */
async function together<Push>(queues: readonly (readonly Push[])[], send: (station: number, push: Push) => Promise<unknown>): Promise<{ readonly took: number; readonly answers: readonly number[] }> {
  const answers: number[] = [];
  const began = performance.now();
  await Promise.all(
    queues.map(async (queue, station) => {
      for (const push of queue) {
        const asked = performance.now();
        await send(station, push);
        answers.push(performance.now() - asked);
      }
    }),
  );
  return { took: performance.now() - began, answers };
}

const drafts = (run: number): ReturnType<typeof work>[] => Array.from({ length: STATIONS }, (_, station) => work((run * STATIONS + station) * 1_000, SINGLES + BATCHED));

async function inProcess(run: number): Promise<Pushes> {
  const running = await startTestCentral();
  try {
    const { central } = running;
    const site = randomUUID();
    await central.sites.create(site, 'Bench', v7(), central.now());
    const order = central.orders.of(site);
    for (const operations of batchesOf(journalOf(site, 'founder', siteSetUp()))) await order.push({ station: 'founder', incarnation: 1, operations });
    const journals = drafts(run).map((each, station) => journalOf(site, `station-${station}`, each));
    const push = (station: number, operations: ReturnType<typeof journalOf>) => order.push({ station: `station-${station}`, incarnation: 1, operations });
    const single = await together(journals.map((each) => each.slice(0, SINGLES).map((one) => [one])), push);
    const batched = await together(journals.map((each) => batchesOf(each.slice(SINGLES))), push);
    return ratesOf(single, batched);
  } finally {
    await running.close();
  }
}

async function overHttp(run: number): Promise<Pushes> {
  const central = await startBenchCentral(siteSetUp());
  try {
    const stations = await stationsWithWork(central, STATIONS, drafts(run));
    const push = (station: number, ready: ReturnType<typeof readyPush>): Promise<unknown> => stations[station]?.station.push(ready) ?? Promise.reject(new Error('no station'));
    const single = await together(stations.map(({ operations }) => operations.slice(0, SINGLES).map((one) => readyPush([one]))), push);
    const batched = await together(stations.map(({ operations }) => batchesOf(operations.slice(SINGLES)).map(readyPush)), push);
    return ratesOf(single, batched);
  } finally {
    await central.close();
  }
}

const ratesOf = (single: { readonly took: number; readonly answers: readonly number[] }, batched: { readonly took: number }): Pushes => ({
  single: (STATIONS * SINGLES) / (single.took / 1000),
  answers: single.answers,
  batched: (STATIONS * BATCHED) / (batched.took / 1000),
});

export async function centralRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [where, measure] of [['through the sequencer', inProcess], ['over HTTP', overHttp]] as const) {
    const runs: Pushes[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(run));
    const single = median(runs.map((run) => run.single));
    const batched = median(runs.map((run) => run.batched));
    const answers = runs.flatMap((run) => run.answers);
    rows.push({ what: `single pushes ${where}, ${STATIONS} stations at once`, budget: '>= 2,000/s', measured: `${perSecond(single)}, p50 ${ms(percentile(answers, 0.5))}, p99 ${ms(percentile(answers, 0.99))}`, within: single >= SINGLE_BUDGET });
    rows.push({ what: `batches of up to 500 ${where}`, budget: '>= 20,000 ops/s', measured: `${perSecond(batched)} ops`, within: batched >= BATCHED_BUDGET });
  }
  return rows;
}
