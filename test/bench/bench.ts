import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { mkdtempSync, rmSync, openSync, writeSync, fsyncSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrders } from '../../shared/documents/read-file.ts';
import { MINUTE, type Zone } from '../../shared/lib/time.ts';
import { systemClock } from '../../electron/station/clock.ts';
import { importFiles } from '../../electron/station/imports.ts';
import { queuePage } from '../../electron/station/queries/queue.ts';
import { stationStatus } from '../../electron/station/queries/status.ts';
import { Station } from '../../electron/station/station.ts';
import { decideScan } from '../../shared/domain/scanning/scan.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { BENCH_GTIN, BENCH_PO } from './large-store.ts';
import { vendorOrder850 } from './documents.ts';

/*
 * Measures the rows of the budgets that exist already, medians of five, and prints them with the machine they were
 * measured on. Never a test: a slow machine is not a failure.
 */
const RUNS = 5;

interface Row {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
}

const rows: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hotdock-bench-'));

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const percentile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function fsyncRate(): number {
  const file = join(folder, 'fsync');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(8192);
  const count = 2000;
  const took = timed(() => {
    for (let each = 0; each < count; each += 1) {
      writeSync(handle, block, 0, block.length, 0);
      fsyncSync(handle);
    }
  });
  closeSync(handle);
  return count / (took / 1000);
}

let bareSeq = 0;

/** The very rows that a pick writes, into the very same tables and indexes, by bare better-sqlite3: what SQLite itself costs. */
function bareWrites(database: Database.Database, count: number): number {
  const operation = database.prepare("INSERT INTO operation (op_id, site, station, incarnation, station_seq, hlc, kind, v, aggregates, base_seq, actor, occurred_at, body, hash) VALUES (?, 'bench', 'bare', 1, ?, ?, 'pick.confirmed', 1, ?, 0, 'ana', ?, ?, ?)");
  const aggregate = database.prepare('INSERT INTO operation_aggregate (aggregate, seq) VALUES (?, ?)');
  const order = database.prepare('UPDATE purchase_order SET picked = picked + 1, latest_start = latest_start + 15000 WHERE po = ?');
  const line = database.prepare("UPDATE order_line SET picked = picked + 1 WHERE po = ? AND line = '1'");
  const stock = database.prepare("UPDATE stock SET boxed = boxed - 1, allocated = allocated - 1 WHERE sku = 'CG-1000'");
  const bin = database.prepare("UPDATE bin SET boxed = boxed - 1 WHERE sku = 'CG-1000'");
  const scan = database.prepare("INSERT INTO scan (op_id, station, station_seq, staff_id, at, kind, code, po, line, sku, location, eaches, undone, cartons, taken) VALUES (?, 'bare', ?, 'ana', ?, 'pick', ?, ?, '1', 'CG-1000', 'A-0-0', 1, 0, 0, 1)");
  const body = JSON.stringify({ po: BENCH_PO, line: '1', sku: 'CG-1000', location: 'A-0-0', eaches: 1, code: BENCH_GTIN, keyed: false });
  const one = database.transaction(() => {
    bareSeq += 1;
    const id = `bare-${String(bareSeq).padStart(32, '0')}`;
    const at = 1_800_000_000_000 + bareSeq;
    const { lastInsertRowid } = operation.run(id, bareSeq, `${at}:0`, JSON.stringify([`order:${BENCH_PO}`, 'product:CG-1000']), at, body, 'f'.repeat(64));
    aggregate.run(`order:${BENCH_PO}`, lastInsertRowid);
    aggregate.run('product:CG-1000', lastInsertRowid);
    bin.run();
    stock.run();
    line.run(BENCH_PO);
    order.run(BENCH_PO);
    scan.run(id, bareSeq, at, BENCH_GTIN, BENCH_PO);
  });
  const took = timed(() => {
    for (let each = 0; each < count; each += 1) one.immediate();
  });
  return count / (took / 1000);
}

say(`CPU ${cpus()[0]?.model ?? 'unknown'} x ${cpus().length}, Node ${process.version}, SQLite ${String(new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get())}, fsync ${perSecond(fsyncRate())}`);

const data = join(folder, 'large');
say('filling a store: 10,000 open orders, 50,000 handling units, 1,000,000 operations ...');
const seeding = spawnSync(process.execPath, [join(import.meta.dirname, 'seed.ts'), data], { stdio: 'inherit' });
if (seeding.status !== 0) throw new Error('the store could not be filled');

const starts = Array.from({ length: RUNS }, () => {
  let station: Station | undefined;
  const took = timed(() => {
    station = new Station({ data, clock: systemClock, version: 'bench' });
    stationStatus(station);
    queuePage(station, { offset: 0, limit: 60, search: '', only: 'all' }, null);
  });
  station?.close();
  return took;
});
rows.push({ what: 'start of the station on that store to first answer', budget: '<= 300 ms', measured: ms(median(starts)) });

const station = new Station({ data, clock: systemClock, version: 'bench' });
const picker = { staffId: 'ana' as never, name: 'Ana', role: 'picker' } as const;
const scanOnce = (): void => {
  const outcome = station.decide(picker, (reader, context) => decideScan(reader, { code: BENCH_GTIN, task: 'pick', po: poNumber(BENCH_PO), quantity: null, confirming: null }, context));
  if (!outcome.ok || outcome.result.result !== 'accepted') throw new Error(`the bench's scan was not accepted: ${JSON.stringify(outcome)}`);
  queuePage(station, { offset: 0, limit: 50, search: '', only: 'hot' }, null);
};
for (let warm = 0; warm < 500; warm += 1) scanOnce();
const each: number[] = [];
const rates = Array.from({ length: RUNS }, () => {
  const count = 2000;
  const took = timed(() => {
    for (let scans = 0; scans < count; scans += 1) each.push(timed(scanOnce));
  });
  return count / (took / 1000);
});
const bare = median(Array.from({ length: RUNS }, () => bareWrites(station.store.database, 2000)));
const commitOnly = median(
  Array.from({ length: RUNS }, () => {
    const count = 2000;
    const took = timed(() => {
      for (let scans = 0; scans < count; scans += 1) {
        station.decide(picker, (reader, context) => decideScan(reader, { code: BENCH_GTIN, task: 'pick', po: poNumber(BENCH_PO), quantity: null, confirming: null }, context));
      }
    });
    return count / (took / 1000);
  }),
);
rows.push({ what: 'scan transaction + queue re-query (50 hot rows as views)', budget: '>= 4,000/s, p99 <= 2 ms', measured: `${perSecond(median(rates))}, p50 ${ms(percentile(each, 0.5))}, p99 ${ms(percentile(each, 0.99))}` });
rows.push({ what: 'scan transaction alone / bare better-sqlite3, same writes', budget: 'within 1.3x', measured: `${perSecond(commitOnly)} / ${perSecond(bare)} = ${(bare / commitOnly).toFixed(2)}x` });

const pages = Array.from({ length: RUNS * 20 }, (_, index) => timed(() => void queuePage(station, { offset: index * 90, limit: 60, search: '', only: 'all' }, null)));
rows.push({ what: 'a page of 60 rows of the queue, anywhere in 10,000', budget: 'update on one change <= 16 ms', measured: `p50 ${ms(median(pages))}, p99 ${ms(percentile(pages, 0.99))}` });

const searches = Array.from({ length: RUNS }, () => timed(() => void queuePage(station, { offset: 0, limit: 60, search: 'CG-1', only: 'all' }, null)));
rows.push({ what: 'search by SKU over 10,000 orders', budget: '-', measured: ms(median(searches)) });

const reads = Array.from({ length: RUNS }, (_, run) => {
  const bytes = new TextEncoder().encode(vendorOrder850(`BENCH${run}`, 10_000));
  return timed(() => void readOrders(bytes, 'bench.edi', { zoneOf: () => 'UTC' as Zone }));
});
const imports = Array.from({ length: RUNS }, (_, run) => {
  const bytes = new TextEncoder().encode(vendorOrder850(`IMPORT${run}`, 10_000));
  return timed(() => void importFiles(station, [{ name: 'bench.edi', bytes }], 'screen'));
});
rows.push({ what: 'X12 850 with 10,000 lines: read / read, flagged, stored', budget: '<= 1 s', measured: `${ms(median(reads))} / ${ms(median(imports))}` });
rows.push({ what: 'memory of the station after all this', budget: '<= 250 MB', measured: `${Math.round(process.memoryUsage().rss / 1024 ** 2)} MB` });
station.close();
rmSync(folder, { recursive: true, force: true });

const widths = [Math.max(...rows.map(({ what }) => what.length)), Math.max(...rows.map(({ budget }) => budget.length))] as const;
for (const { what, budget, measured } of rows) say(`${what.padEnd(widths[0])}  ${budget.padEnd(widths[1])}  ${measured}`);
say(`(medians of ${RUNS}; ${Math.round(performance.now() / MINUTE)} min in all)`);
