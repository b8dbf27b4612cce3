import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../central/open-database.ts';
import { startCentral, type RunningCentral } from '../../central/start.ts';
import { backUp, restore } from '../../central/store/backup.ts';
import { newLogger } from '../../central/log.ts';
import type { PushReply, WireOperation } from '../../shared/contracts/sync.ts';
import { instant } from '../../shared/lib/time.ts';
import { centralFolder, postJson, startTestCentral, operationOf, stockSet, TestStation, type Answer } from '../support/central.ts';

const now = (): ReturnType<typeof instant> => instant(Date.now());
const quiet = { logger: newLogger('silent'), say: () => undefined, databaseUrl: undefined };

let before: RunningCentral;
let file: string;
let dock: TestStation;
let shipping: TestStation;
/** What stations had confirmed and the backup lacks. */
let lost: WireOperation[];
let lostOrder: { siteSeq: number; op: WireOperation }[];
let oldEpoch: string;
let commonSeq: number;

beforeAll(async () => {
  before = await startTestCentral();
  dock = new TestStation(before.url);
  await dock.enrol(await before.code());
  shipping = new TestStation(before.url, { site: dock.site });
  await shipping.enrol(await before.code(dock.site));
  await dock.push([dock.next(stockSet('A', 1)), dock.next(stockSet('B', 2))]);
  await fetch(`${dock.sitePath}/blobs/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`, { method: 'PUT', body: new Uint8Array(), headers: { ...dock.headers, 'content-type': 'application/octet-stream' } });
  file = join(centralFolder(), 'central.backup');
  await backUp(before.central.database, file, now());
  const { body } = await dock.pull(0);
  commonSeq = body.head;
  oldEpoch = body.epoch;
  lost = [dock.next(stockSet('A', 7)), dock.next(stockSet('A', 8))];
  await dock.push([lost[0] as WireOperation]);
  await shipping.push([shipping.next(stockSet('C', 3))]);
  await dock.push([lost[1] as WireOperation]);
  lostOrder = (await dock.pull(commonSeq)).body.operations.map(({ siteSeq, op }) => ({ siteSeq, op }));
  // Tokens given out after the backup are not in it.
  await dock.refresh();
  await dock.refresh();
  await before.close();
}, 120_000);

describe('a backup', () => {
  test('holds everything but sessions and snapshots, closed by its digest', () => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'hotdock-central-backup', version: 1 });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true, rows: lines.length - 2 });
    const tables = new Set(lines.slice(1, -1).map((line) => (JSON.parse(line) as [string])[0]));
    expect([...tables]).toEqual(expect.arrayContaining(['site', 'operation', 'lineage', 'station', 'device', 'blob', 'secret', 'administrator']));
    expect(tables.has('admin_session')).toBe(false);
  });

  test('that is cut off, changed by a letter, or something else restores nothing', async () => {
    const opened = await openDatabase({ data: centralFolder(), ...quiet, withSchema: false });
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    const damaged = join(centralFolder(), 'damaged');
    const cases: readonly Uint8Array[] = [
      readFileSync(file).subarray(0, -20),
      gzipSync(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)),
      gzipSync(text.replace('counted', 'doubted')),
      Buffer.from('hello'),
    ];
    for (const bytes of cases) {
      writeFileSync(damaged, bytes);
      await expect(restore(opened.database, damaged, v7, now())).rejects.toThrow(/backup|damaged/);
    }
    await opened.close();
  }, 60_000);
});

describe('a central restored from it', () => {
  let after: RunningCentral;
  const recovered = (operations: readonly { siteSeq: number; lineage?: number; seen?: number; op: WireOperation }[], station: TestStation): Promise<Answer<PushReply>> =>
    postJson<PushReply>(`${station.sitePath}/recovered`, { epoch: oldEpoch, operations }, station.headers);

  beforeAll(async () => {
    const data = centralFolder();
    const opened = await openDatabase({ data, ...quiet, withSchema: false });
    const sites = await restore(opened.database, file, v7, now());
    expect(sites).toMatchObject([{ site: dock.site, seq: commonSeq }]);
    await expect(restore(opened.database, file, v7, now())).rejects.toThrow('has sites');
    await opened.close();
    after = await startCentral({ data, logLevel: 'silent' });
    for (const station of [dock, shipping]) Object.assign(station, { central: after.url });
  }, 120_000);
  afterAll(() => after.close());

  test('stations come back by their key although their tokens are newer than the backup', async () => {
    expect((await dock.refresh()).body).toMatchObject({ rights: 'full' });
    expect((await shipping.refresh()).status).toBe(200);
    expect((await dock.refresh()).status).toBe(200);
  });

  test('a cursor of the former life is told what both have in common', async () => {
    const { status, body } = await dock.pull(commonSeq + 3, { epoch: oldEpoch });
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: 'urn:hotdock:problem:epoch', common: commonSeq, head: commonSeq });
    expect(body.epoch).not.toBe(oldEpoch);
    expect((await dock.pull(0, { epoch: 'never heard of' })).body).toMatchObject({ common: 0 });
  });

  test('what was lost comes back in its old order, each once, whoever offers it', async () => {
    const first = await recovered(lostOrder, dock);
    expect(first.body.results.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok']);
    const second = await recovered(lostOrder, shipping);
    expect(second.body.results.map(({ verdict }) => verdict)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    const { body } = await dock.pull(commonSeq);
    expect(body.operations.map(({ op }) => op.opId)).toEqual(lostOrder.map(({ op }) => op.opId));
    expect(body.have).toEqual({ incarnation: 1, stationSeq: 4 });
    expect((await dock.push(lost)).body.results.map(({ verdict }) => verdict)).toEqual(['duplicate', 'duplicate']);
    expect((await dock.push([dock.next(stockSet('D', 1))])).body.results[0]?.verdict).toBe('ok');
  });

  test('central\'s own operations of the new life never collide with those of the old one', async () => {
    const third = new TestStation(after.url, { site: dock.site });
    expect((await third.enrol(await after.code(dock.site))).body).toMatchObject({ stationNumber: 3 });
    const enrolments = (await dock.pull(0)).body.operations.filter(({ op }) => op.kind === 'station.enrolled').map(({ op }) => [op.incarnation, op.stationSeq]);
    expect(enrolments).toEqual([[1, 1], [1, 2], [2, 1]]);
  });

  /** A station whose folder was copied in the life before: central has lost both histories and that it ever told them apart. */
  const forked = async (): Promise<{ readonly station: TestStation; readonly of: (stationSeq: number, incarnation: number) => WireOperation }> => {
    const station = new TestStation(after.url, { site: dock.site });
    await station.enrol(await after.code(dock.site));
    return { station, of: (stationSeq, incarnation) => operationOf({ site: station.site, station: station.station, stationSeq, incarnation }, stockSet(`F-${stationSeq}`, 1)) };
  };

  test('two histories under one name come back as two, and the one that goes on goes on', async () => {
    const { station, of } = await forked();
    const unknown = [{ lineage: 1, op: of(1, 1) }, { lineage: 2, op: of(1, 1) }, { lineage: 2, op: of(2, 1) }, { lineage: 2, op: of(3, 2) }].map((each, index) => ({ siteSeq: 100 + index, ...each }));
    expect((await recovered(unknown, station)).body.results.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect((await station.push([of(4, 2)], 2)).body.results.map(({ verdict }) => verdict)).toEqual(['ok']);
    const { body } = await station.pull(0);
    const own = body.operations.filter(({ op }) => op.station === station.station);
    expect(own.map(({ lineage, op }) => [lineage ?? op.incarnation, op.stationSeq])).toEqual([[1, 1], [2, 1], [2, 2], [2, 3], [2, 4]]);
    expect(body.operations.filter(({ op }) => op.kind === 'station.forked')).toEqual([]);
  });

  test('a history whose middle others gave back goes on, also when its station begins with what came back', async () => {
    const { station, of } = await forked();
    const operations = [5, 6, 7, 8].map((stationSeq) => of(stationSeq, 2));
    await recovered(operations.slice(0, 3).map((op) => ({ siteSeq: 100 + op.stationSeq, lineage: 2, op })), dock);
    const { body } = await station.push(operations.slice(2), 2);
    expect(body.results.map(({ verdict }) => verdict)).toEqual(['duplicate', 'ok']);
    expect(body.have).toEqual({ incarnation: 2, stationSeq: 8 });
  });

  test('a history of which nothing came back goes on with the oldest that its station still has to send', async () => {
    const { station, of } = await forked();
    // The oldest of them came back by another station, under the history that it was written in.
    const oldest = of(6, 1);
    await recovered([{ siteSeq: 100, op: oldest }], station);
    expect((await station.push([oldest, of(7, 2)], 2)).body).toMatchObject({ have: { incarnation: 2, stationSeq: 7 } });
    expect((await station.push([of(9, 2)], 2)).body).toMatchObject({ type: 'urn:hotdock:problem:gap', have: { incarnation: 2, stationSeq: 7 } });
    expect((await station.push([of(8, 2)], 2)).body).toMatchObject({ have: { incarnation: 2, stationSeq: 8 } });
  });

  test('what a person had seen of the former life\'s order says of this one what both share, and what came back right behind it', async () => {
    const station = new TestStation(after.url, { site: dock.site });
    await station.enrol(await after.code(dock.site));
    const writtenAt = (baseSeq: number): WireOperation => station.next(stockSet('S', baseSeq), baseSeq);
    const push = (operations: readonly WireOperation[], more: object): Promise<Answer<PushReply>> =>
      postJson<PushReply>(`${station.sitePath}/ops`, { incarnation: 1, operations, backlog: 0, oldestAt: null, ...more }, station.headers);
    const { epoch } = (await station.pull(0)).body;
    const former = [writtenAt(commonSeq + 90), writtenAt(commonSeq + 2), writtenAt(commonSeq - 1)];
    // Who does not know of this life yet has to hear of it first: what others had done goes before what was done upon it.
    expect((await push(former, { epoch: oldEpoch })).body).toMatchObject({ type: 'urn:hotdock:problem:epoch', epoch, common: commonSeq });
    await push(former, { epoch, before: { stationSeq: 3, common: commonSeq, epoch: oldEpoch } });
    // Of several lives only what all of them share.
    await push([writtenAt(commonSeq + 90), writtenAt(commonSeq + 91)], { epoch, before: { stationSeq: 4, common: commonSeq - 2, epoch: null } });
    const { body } = await station.pull(0);
    const own = body.operations.filter(({ op }) => op.station === station.station);
    expect(own.map(({ seen }) => seen)).toEqual([commonSeq + lostOrder.length, undefined, undefined, commonSeq - 2, undefined]);
    // What comes back to another number counts for nobody as seen, and had seen no more than was said of it in the life that was lost.
    const strange = new TestStation(after.url, { site: dock.site });
    await strange.enrol(await after.code(dock.site));
    const moved = strange.next(stockSet('S', 7), commonSeq + 50);
    await recovered([{ siteSeq: commonSeq + 60, seen: commonSeq - 1, op: moved }], strange);
    expect((await strange.pull(0)).body.operations.find(({ op }) => op.opId === moved.opId)?.seen).toBe(commonSeq - 1);
  });
});
