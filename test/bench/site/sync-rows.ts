import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isThrough, Site } from '../../station/site.ts';
import { largest, ms, percentile, perSecond, seconds } from '../measure.ts';
import type { Row } from '../report.ts';
import { startBenchCentral, stationsWithWork, type BenchCentral } from './bench-central.ts';
import { batchesOf, siteSetUp, work } from './day.ts';
import { runStation, type StationReport } from './jobs.ts';
import { readyPush } from './light-station.ts';
import { migrationRow } from './migration-row.ts';
import { reconnectRows } from './reconnect.ts';
import { shareOf } from './share.ts';

const CATCH_UP = shareOf(100_000);
const LOADERS = 4;
const SCANS_ALONE_MS = shareOf(10_000);
const VISIBLE = shareOf(200);
const MB = 1024 ** 2;

const STALL_BUDGET = 16;
const CATCH_UP_BUDGET = 10_000;
const MEMORY_BUDGET = 300 * MB;

const rateOf = ({ operations, tookMs }: StationReport): number => operations / (tookMs / 1000);

function catchUpRow(what: string, report: StationReport): Row {
  const stall = largest(report.answers);
  return {
    what,
    budget: '>= 10,000 ops/s, <= 300 MB, stall <= 16 ms',
    measured: `${perSecond(rateOf(report))} ops, ${Math.round(report.memoryBytes / MB)} MB, stall p99 ${ms(percentile(report.answers, 0.99))}, longest ${ms(stall)}`,
    within: rateOf(report) >= CATCH_UP_BUDGET && report.memoryBytes <= MEMORY_BUDGET && stall <= STALL_BUDGET,
  };
}

/** What 100,000 operations of other stations cost one that was away, one that is new, and the people who scan meanwhile. */
async function catchUpRows(folder: string): Promise<Row[]> {
  const central = await startBenchCentral(siteSetUp());
  try {
    const [away, scanning] = [join(folder, 'away'), join(folder, 'scanning')];
    for (const data of [away, scanning]) await runStation({ job: 'join', data, url: central.url, code: await central.newCode() });
    await load(central);
    const byPages = await runStation({ job: 'catch-up', data: away, scan: false });
    const alone = await runStation({ job: 'scan', data: away, forMs: SCANS_ALONE_MS });
    const whileScanning = await runStation({ job: 'catch-up', data: scanning, scan: true });
    const byCopy = await runStation({ job: 'join', data: join(folder, 'new'), url: central.url, code: await central.newCode() });
    const said = (report: StationReport): string => `p50 ${ms(percentile(report.answers, 0.5))}, longest ${ms(largest(report.answers))}`;
    return [
      catchUpRow(`${CATCH_UP.toLocaleString('en')} operations caught up with by a station that was away, in pages`, byPages),
      catchUpRow('the same by a new station, from a snapshot', byCopy),
      {
        what: 'ten scans a second answered while such operations come in / without',
        budget: 'stall by sync <= 16 ms',
        measured: `${said(whileScanning)} (${perSecond(rateOf(whileScanning))} ops) / ${said(alone)}`,
        within: largest(whileScanning.answers) <= STALL_BUDGET + largest(alone.answers),
      },
    ];
  } finally {
    await central.close();
  }
}

async function load(central: BenchCentral): Promise<void> {
  const share = CATCH_UP / LOADERS;
  const loaders = await stationsWithWork(central, LOADERS, Array.from({ length: LOADERS }, (_, each) => work(each * 1_000, share)));
  await Promise.all(
    loaders.map(async ({ station, operations }) => {
      for (const batch of batchesOf(operations)) await station.push(readyPush(batch));
    }),
  );
}

/** From an act saved at one station to the screens of another being told, over real sockets and files. */
async function visibilityRow(): Promise<Row> {
  const site = new Site();
  try {
    await site.start();
    const first = await site.first();
    const second = await site.join('Dock 2');
    await first.until(isThrough);
    const delays: number[] = [];
    for (let each = 0; each < VISIBLE; each += 1) {
      const seen = new Promise<void>((resolve) => {
        const stop = second.station.store.sync.onApplied(({ placed }) => {
          if (!placed.some(({ operation }) => operation.kind === 'scan.unknown')) return;
          stop();
          resolve();
        });
      });
      const acted = performance.now();
      first.station.decideAsStation(() => ({ ok: true, operations: [{ kind: 'scan.unknown', body: { code: `seen-${each}`, task: null } }], result: undefined }));
      await seen;
      delays.push(performance.now() - acted);
    }
    const [half, most] = [percentile(delays, 0.5), percentile(delays, 0.99)];
    return { what: 'an act at one station is seen at another', budget: 'p50 <= 300 ms, p99 <= 1 s', measured: `p50 ${ms(half)}, p99 ${ms(most)}`, within: half <= 300 && most <= 1000 };
  } finally {
    await site.close();
  }
}

/** A station that worked alone for long founds a site: everything is sent, and what comes back takes over what people see. */
async function foundingRow(folder: string): Promise<Row> {
  const central = await startBenchCentral([]);
  try {
    const data = join(folder, 'founder');
    const filled = await runStation({ job: 'fill', data, operations: CATCH_UP });
    const report = await runStation({ job: 'found', data, url: central.url, code: await central.newSiteCode() });
    const stall = largest(report.answers);
    return {
      what: `a station with ${filled.operations.toLocaleString('en')} operations founds a site: until all came back; the exchange of what people see`,
      budget: 'stall by sync <= 16 ms',
      measured: `${seconds(report.tookMs)}; stall p99 ${ms(percentile(report.answers, 0.99))}, longest ${ms(stall)}`,
      within: stall <= STALL_BUDGET,
    };
  } finally {
    await central.close();
  }
}

export async function syncRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hotdock-bench-site-'));
  try {
    return [...(await catchUpRows(folder)), await visibilityRow(), ...(await reconnectRows()), await foundingRow(folder), migrationRow(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
