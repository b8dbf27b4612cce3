import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningCentral } from '../../central/start.ts';
import { spawnCentral, type CentralProcess } from './support/central-process.ts';
import { openDatabaseUrl } from './support/database-url.ts';
import { centralFolder, operationOf, startTestCentral, stockSet, TestStation } from '../support/central.ts';

let central: RunningCentral;
/** A second central on the same database: a process of its own. */
let other: CentralProcess;

beforeAll(async () => {
  central = await startTestCentral();
  other = await spawnCentral(centralFolder(), openDatabaseUrl(central));
}, 120_000);

afterAll(async () => {
  await other.end('SIGTERM');
  await central.close();
});

async function newStation(): Promise<TestStation> {
  const station = new TestStation(central.url);
  const { status } = await station.enrol(await central.code());
  expect(status).toBe(200);
  return station;
}

async function joining(first: TestStation, at: string): Promise<TestStation> {
  const station = new TestStation(at, { site: first.site });
  const { status } = await station.enrol(await central.code(first.site));
  expect(status).toBe(200);
  return station;
}

describe('the order of a site', () => {
  test('numbers follow each other without a gap from 1, and a repeated push is answered with the same numbers', async () => {
    const station = await newStation();
    const operations = [station.next(stockSet('A', 1)), station.next(stockSet('A', 2)), station.next(stockSet('B', 3))];
    const first = await station.push(operations);
    const again = await station.push(operations);
    expect(first.body.results.map(({ verdict }) => verdict)).toEqual(['ok', 'ok', 'ok']);
    expect(again.body.results.map(({ verdict }) => verdict)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(again.body.results.map(({ siteSeq }) => siteSeq)).toEqual(first.body.results.map(({ siteSeq }) => siteSeq));
    expect(again.body.have).toEqual({ incarnation: 1, stationSeq: 3 });
    const { body } = await station.pull(0);
    expect(body.operations.map(({ siteSeq }) => siteSeq)).toEqual([1, 2, 3, 4]);
    expect(body.operations.slice(1).map(({ op }) => op)).toEqual(operations);
  });

  test('two processes on one database with concurrent pushes: no reader ever misses a number', async () => {
    const first = await newStation();
    const writers = [first, ...(await Promise.all([0, 1, 2, 3, 4].map((index) => joining(first, index % 2 === 0 ? central.url : other.url))))];
    const readers = await Promise.all([joining(first, central.url), joining(first, other.url)]);
    const PUSHES = 40;
    const expected = writers.length * PUSHES * 2;
    let done = false;
    const reading = readers.map(async (reader) => {
      const seen: number[] = [];
      while (!done || seen.length < expected + 8) {
        const { body } = await reader.pull(seen.at(-1) ?? 0, { wait: 1 });
        seen.push(...body.operations.map(({ siteSeq }) => siteSeq));
      }
      return seen;
    });
    await Promise.all(writers.map(async (writer) => {
      for (let count = 0; count < PUSHES; count += 1) {
        const { status } = await writer.push([writer.next(stockSet(writer.station, count)), writer.next(stockSet('shared', count))]);
        expect(status).toBe(200);
      }
    }));
    done = true;
    // Eight stations were let in, each with a number of its own.
    const whole = Array.from({ length: expected + 8 }, (_, index) => index + 1);
    for (const seen of await Promise.all(reading)) expect(seen).toEqual(whole);
  }, 60_000);

  test('a missing number is a gap with what is held; nothing of the push is kept', async () => {
    const station = await newStation();
    await station.push([station.next(stockSet('A', 1))]);
    station.next(stockSet('A', 2));
    const { status, body } = await station.push([station.next(stockSet('A', 3))]);
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: 'urn:hotdock:problem:gap', have: { incarnation: 1, stationSeq: 1 } });
  });

  test('the same number with another operation is a fork: a new incarnation, the same one when asked again, both histories kept', async () => {
    const station = await newStation();
    const common = station.next(stockSet('A', 1));
    await station.push([common, station.next(stockSet('A', 2))]);
    const copied = operationOf({ site: station.site, station: station.station, stationSeq: 2 }, stockSet('A', 5));
    const first = await station.push([copied]);
    const again = await station.push([copied]);
    expect(first.status).toBe(409);
    expect(first.body).toMatchObject({ type: 'urn:hotdock:problem:fork', incarnation: 2 });
    expect(again.body).toMatchObject({ incarnation: 2 });
    const after = await station.push([copied], 2);
    expect(after.body).toMatchObject({ have: { incarnation: 2, stationSeq: 2 } });
    const { body } = await station.pull(0);
    const kinds = body.operations.map(({ op }) => op.kind);
    expect(kinds.filter((kind) => kind === 'station.forked')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'stock.set')).toHaveLength(3);
    expect(body.operations.find(({ op }) => op.kind === 'station.forked')?.verdict).toBe('case');
  });

  test('the same id with other content is refused loudly', async () => {
    const station = await newStation();
    const operation = station.next(stockSet('A', 1));
    await station.push([operation]);
    const changed = operationOf({ site: station.site, station: station.station, stationSeq: 1, opId: operation.opId }, stockSet('A', 9));
    const { status, body } = await station.push([changed]);
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: 'urn:hotdock:problem:operation-changed' });
  });

  test('what cannot be read is kept, quarantined and noted, and never holds up what follows', async () => {
    const station = await newStation();
    const unknown = { ...station.next(stockSet('A', 1)), kind: 'pallet.teleported' };
    const broken = { ...station.next(stockSet('A', 2)), body: { sku: 7 } };
    const { body } = await station.push([unknown, broken, station.next(stockSet('A', 3))]);
    expect(body.results.map(({ verdict }) => verdict)).toEqual(['quarantined', 'quarantined', 'ok']);
    expect(body.have.stationSeq).toBe(3);
    const pulled = await station.pull(0);
    expect(pulled.body.operations.map(({ op }) => op.kind)).toEqual(['station.enrolled', 'pallet.teleported', 'operation.quarantined', 'stock.set', 'operation.quarantined', 'stock.set']);
    expect(pulled.body.operations.map(({ verdict }) => verdict)).toEqual(['ok', 'quarantined', 'case', 'quarantined', 'case', 'ok']);
  });

  test('operations of another site or station are refused and nothing is kept', async () => {
    const station = await newStation();
    const strange = operationOf({ site: 'elsewhere', station: station.station, stationSeq: 1 }, stockSet('A', 1));
    const foreign = operationOf({ site: station.site, station: 'other', stationSeq: 1 }, stockSet('A', 1));
    expect((await station.push([strange])).body).toMatchObject({ type: 'urn:hotdock:problem:other-site' });
    expect((await station.push([foreign])).body).toMatchObject({ type: 'urn:hotdock:problem:invalid' });
    expect((await station.pull(0)).body.head).toBe(1);
  });

  test('news reaches a waiting pull at once, also when another central ordered it', async () => {
    const first = await newStation();
    const second = await joining(first, other.url);
    const { body: { head } } = await first.pull(0);
    const [near, far] = [first.pull(head, { wait: 20 }), second.pull(head, { wait: 20 })];
    await first.push([first.next(stockSet('A', 1))]);
    expect((await near).body.operations).toHaveLength(1);
    expect((await far).body.operations).toHaveLength(1);
  }, 15_000);
});
