import { ms, largest, percentile, seconds } from '../measure.ts';
import type { Row } from '../report.ts';
import { startBenchCentral, stationsWithWork } from './bench-central.ts';
import { batchesOf, journalOf, siteSetUp, work } from './day.ts';
import { readyPush } from './light-station.ts';
import { shareOf } from './share.ts';

const STATIONS = shareOf(200);
const WAITING = 1_500;
/** Orders that each station's work has for itself. */
const ORDERS = 50;
const LIVE_MS = 100;
const DRAINED_BUDGET = 60_000;

/** All stations of a large site come back at the same moment with a shift's work, while one that was never away goes on scanning. */
export async function reconnectRows(): Promise<Row[]> {
  const central = await startBenchCentral(siteSetUp());
  try {
    const stations = await stationsWithWork(central, STATIONS, Array.from({ length: STATIONS }, (_, each) => work(each * ORDERS, WAITING)));
    const ready = stations.map(({ station, operations }) => ({ station, pushes: batchesOf(operations).map(readyPush) }));
    const live = await central.enrol();
    const scans = journalOf(central.site, live.station, work(STATIONS * ORDERS, 2_000)).map((operation) => readyPush([operation]));
    const calm: number[] = [];
    const pressed: number[] = [];
    let answers = calm;
    const over = new AbortController();
    const scanning = (async () => {
      for (const scan of scans) {
        if (over.signal.aborted) return;
        answers.push(await live.push(scan));
        await new Promise((resolve) => setTimeout(resolve, LIVE_MS));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 50 * LIVE_MS));
    answers = pressed;
    const began = performance.now();
    const drained = await Promise.allSettled(
      ready.map(async ({ station, pushes }) => {
        await station.authorise();
        for (const push of pushes) await station.push(push);
        return performance.now() - began;
      }),
    );
    over.abort();
    await scanning;
    const failed = drained.filter(({ status }) => status === 'rejected').length;
    const took = drained.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = ready.reduce((sum, { station }) => sum + station.refused, 0);
    return [
      {
        what: `${STATIONS} stations reconnect with ${WAITING.toLocaleString('en')} operations each: all confirmed`,
        budget: '<= 60 s',
        measured: `${seconds(largest(took))} (p50 ${seconds(percentile(took, 0.5))}), ${failed} failed, ${refused} asked to wait`,
        within: failed === 0 && largest(took) <= DRAINED_BUDGET,
      },
      {
        what: 'the scan of a station that was never away reaches central meanwhile / before',
        budget: 'unharmed: p99 <= 1 s',
        measured: `p50 ${ms(percentile(pressed, 0.5))}, p99 ${ms(percentile(pressed, 0.99))} / p50 ${ms(percentile(calm, 0.5))}, p99 ${ms(percentile(calm, 0.99))}`,
        within: percentile(pressed, 0.99) <= 1000,
      },
    ];
  } finally {
    await central.close();
  }
}
