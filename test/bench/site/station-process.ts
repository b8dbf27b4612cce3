import type { Station } from '../../../electron/station/station.ts';
import type { SyncView } from '../../../shared/contracts/views.ts';
import { decided } from '../../../shared/domain/decision.ts';
import { decideScan } from '../../../shared/domain/scanning/scan.ts';
import { poNumber, staffId } from '../../../shared/lib/ids.ts';
import { asSupervisor, isThrough, Site, type Workplace } from '../../station/site.ts';
import { ask } from './asking.ts';
import { BENCH_GTIN, BENCH_PO, siteSetUp, work } from './day.ts';
import type { StationJob, StationReport } from './jobs.ts';

/* One station as a process of its own: does the job in its argument and prints the report. */

/** How often somebody asks the station for nothing, to see how long the answer would have to wait. */
const PROBE_MS = 4;
/** Ten scans a second: more than a person does, less than a conveyor. */
const SCAN_MS = 100;
const LOOK_MS = 25;
const PAGE = 500;

const picker = { staffId: staffId('ana'), name: 'Ana', role: 'picker' } as const;

function scanOnce(station: Station): void {
  const outcome = station.decide(picker, (reader, context) => decideScan(reader, { code: BENCH_GTIN, task: 'pick', po: poNumber(BENCH_PO), quantity: null, confirming: null }, context));
  if (!outcome.ok || outcome.result.result !== 'accepted') throw new Error(`the bench's scan was not accepted: ${JSON.stringify(outcome)}`);
}

/** The person stands at the bench's order. */
function beginToScan(station: Station): void {
  station.decide(picker, () => decided([{ kind: 'task.set', body: { kind: 'pick', po: poNumber(BENCH_PO), shipmentId: null, sscc: null, location: null, sku: null } }], undefined));
}

/** Runs `work` while questions come, and reports. */
async function measured(station: Station, answer: () => void, everyMs: number, work: () => Promise<void>): Promise<StationReport> {
  const length = station.store.journalLength();
  const after = station.store.sync.cursor().after;
  const asking = await ask(everyMs, answer);
  const began = performance.now();
  await work();
  const tookMs = performance.now() - began;
  await asking.stop();
  return {
    tookMs,
    operations: Math.max(station.store.journalLength() - length, station.store.sync.cursor().after - after),
    answers: asking.answers,
    cases: station.reader.find('case', {}).length,
    memoryBytes: process.resourceUsage().maxRSS * 1024,
  };
}

/** Screens are told once a second; a measurement looks more often. */
async function until(station: Station, wanted: (view: SyncView) => boolean): Promise<void> {
  while (!wanted(station.sync.view())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

const nothing = (): void => undefined;

async function run(job: StationJob): Promise<StationReport> {
  const place = new Site().open(job.data);
  const { station } = place;
  try {
    switch (job.job) {
      case 'join':
        return await measured(station, nothing, PROBE_MS, async () => {
          await place.client.sync.join({ address: job.url, code: job.code, certificate: null, stationName: 'Bench', stationUse: 'floor', locale: 'en' });
          await until(station, isThrough);
        });
      case 'catch-up':
        if (job.scan) beginToScan(station);
        return await measured(station, job.scan ? () => scanOnce(station) : nothing, job.scan ? SCAN_MS : PROBE_MS, async () => {
          await station.sync.start();
          await until(station, (view) => view.lastHeardAt !== null && view.behind === 0);
        });
      case 'scan':
        beginToScan(station);
        return await measured(station, () => scanOnce(station), SCAN_MS, () => new Promise((resolve) => setTimeout(resolve, job.forMs)));
      case 'found':
        return await measured(station, nothing, PROBE_MS, () => found(place, job));
      case 'fill':
        return await measured(station, nothing, PROBE_MS, () => fill(place, job.operations));
    }
  } finally {
    place.close();
  }
}

async function found(place: Workplace, { url, code }: Extract<StationJob, { job: 'found' }>): Promise<void> {
  await asSupervisor(place).sync.pair({ address: url, code, certificate: null });
  await until(place.station, (view) => isThrough(view) && place.station.store.sync.parts.membership.state?.shadowed === false);
}

async function fill(place: Workplace, operations: number): Promise<void> {
  await place.client.station.setUp({ siteName: 'Bench', zone: 'America/Phoenix', stationName: 'Bench', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
  const drafts = [...siteSetUp(), ...work(0, operations)];
  for (let from = 0; from < drafts.length; from += PAGE) place.station.decideAsStation(() => decided(drafts.slice(from, from + PAGE), undefined));
}

process.stdout.write(`${JSON.stringify(await run(JSON.parse(process.argv[2] ?? '') as StationJob))}\n`);
