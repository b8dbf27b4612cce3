import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SiteOrder } from '../../central/sync/site-order.ts';
import { PostgresLog } from '../../central/store/postgres-log.ts';
import type { RunningCentral } from '../../central/start.ts';
import type { SnapshotManifest, WireOperation } from '../../shared/contracts/sync.ts';
import { MemoryWorld, type AnyRow } from '../../shared/domain/state/memory-world.ts';
import { occurrenceOf } from '../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import { readOperation } from '../../central/sync/operation-text.ts';
import { instant } from '../../shared/lib/time.ts';
import { call, startTestCentral, stockSet, TestStation } from '../support/central.ts';

let central: RunningCentral;
let station: TestStation;
beforeAll(async () => {
  central = await startTestCentral({ snapshotEvery: 1_500 });
  station = new TestStation(central.url);
  await station.enrol(await central.code());
  for (let page = 0; page < 8; page += 1) await station.push(Array.from({ length: 300 }, (_, index) => station.next(stockSet(`SKU-${(page * 300 + index) % 1_300}`, index))));
  await central.central.orders.of(station.site).idle();
}, 120_000);
afterAll(() => central.close());

const manifest = async (): Promise<SnapshotManifest> => (await call<SnapshotManifest>(`${station.sitePath}/snapshot`, { headers: station.headers })).body;

async function rowsOf({ seq, chunks }: SnapshotManifest): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  for (const { number, sha256, bytes } of chunks) {
    const response = await fetch(`${station.sitePath}/snapshot/${seq}/${number}`, { headers: station.headers });
    const chunk = Buffer.from(await response.arrayBuffer());
    expect(chunk.length).toBe(bytes);
    expect(createHash('sha256').update(chunk).digest('hex')).toBe(sha256);
    rows.push(...gunzipSync(chunk).toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as AnyRow));
  }
  return rows;
}

const sorted = (rows: Iterable<AnyRow>): string[] => [...rows].map((row) => JSON.stringify(row)).sort();

/** What the whole log adds up to, folded anew by a central that has nothing else. */
async function fromLog(): Promise<string[]> {
  class WithoutSnapshots extends PostgresLog {
    override newestSnapshot(): Promise<undefined> {
      return Promise.resolve(undefined);
    }
  }
  const order = new SiteOrder({ site: station.site, log: new WithoutSnapshots(central.central.database), now: () => instant(0), newId: () => 'x', snapshotEvery: 1e9 });
  const { result } = await order.read((reader) => [...reader.find('stock', {}).map((row) => ['stock', row] as const), ...reader.find('bin', {}).map((row) => ['bin', row] as const), ...reader.find('peer', {}).map((row) => ['peer', row] as const)]);
  return sorted(result as AnyRow[]);
}

test('a snapshot is made as the order grows; its chunks are whole, and say what the log adds up to at its number', async () => {
  const made = await manifest();
  expect(made.seq).toBeGreaterThanOrEqual(1_500);
  const rows = await rowsOf(made);
  expect(rows).toHaveLength(made.rows);
  expect(made.chunks.length).toBeGreaterThan(1);
  expect(rows.filter(([kind]) => kind === 'peer')).toHaveLength(1);
});

test('a central that starts from snapshot and tail has what one has that folds the whole log', async () => {
  const order = new SiteOrder({ site: station.site, log: central.central.log, now: () => instant(0), newId: () => 'x', snapshotEvery: 1e9 });
  const { result, state } = await order.read((reader) => [...reader.find('stock', {}).map((row) => ['stock', row] as const), ...reader.find('bin', {}).map((row) => ['bin', row] as const), ...reader.find('peer', {}).map((row) => ['peer', row] as const)]);
  expect(state.seq).toBe(2_401);
  expect(sorted(result as AnyRow[])).toEqual(await fromLog());
});

test('a snapshot taken while pushes are being ordered holds what was committed at its number, and nothing else', async () => {
  const busy = new TestStation(central.url);
  await busy.enrol(await central.code());
  const { orders, log } = central.central;
  const { epoch } = (await log.state(busy.site)) ?? { epoch: '' };
  for (let round = 0; round < 15; round += 1) {
    await Promise.all([busy.push([busy.next(stockSet(`SKU-${round}`, round)), busy.next(stockSet('A', round))]), orders.of(busy.site).snapshot(0)]);
    const stored = await log.newestSnapshot(busy.site, epoch);
    const world = new MemoryWorld();
    for (const { siteSeq, envelope, lineage } of await log.read(busy.site, 0, stored?.seq ?? 0)) {
      const reading = readOperation(JSON.parse(envelope) as WireOperation);
      if (reading.ok) applyOperation(world, reading.operation, occurrenceOf(reading.operation, siteSeq, lineage));
    }
    const bytes = await log.snapshotChunk(busy.site, epoch, stored?.seq ?? 0, 0);
    const rows = gunzipSync(bytes ?? new Uint8Array()).toString('utf8').trim().split('\n');
    expect(rows.sort()).toEqual(sorted(world.rows()));
  }
});

test('a damaged snapshot is left aside: the log has everything', async () => {
  const { seq } = await manifest();
  await central.central.database.execute('UPDATE snapshot_chunk SET bytes = $1 WHERE site_id = $2 AND seq = $3 AND number = 0', [Buffer.from('rot'), station.site, seq]);
  const order = new SiteOrder({ site: station.site, log: central.central.log, now: () => instant(0), newId: () => 'x', snapshotEvery: 1e9 });
  const { result } = await order.read((reader) => reader.find('stock', {}).length);
  expect(result).toBe(1_300);
});

test('a snapshot that is too old is made anew when a station asks; a chunk of one that is gone is said so', async () => {
  const young = new TestStation(central.url);
  await young.enrol(await central.code());
  await young.push([young.next(stockSet('A', 1))]);
  const first = (await call<SnapshotManifest>(`${young.sitePath}/snapshot`, { headers: young.headers })).body;
  expect(first).toMatchObject({ seq: 2, head: 2 });
  expect((await call(`${young.sitePath}/snapshot/1/0`, { headers: young.headers })).status).toBe(404);
});
