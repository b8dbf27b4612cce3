import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database } from '../../central/store/database.ts';
import { migrate, SCHEMA } from '../../central/store/migrate.ts';
import { startCentral, type RunningCentral } from '../../central/start.ts';
import { centralFolder, stockSet, TestStation } from '../support/central.ts';
import { startServer, type PlainServer } from './support/plain-server.ts';

let server: PlainServer;
let data: string;
const running: RunningCentral[] = [];

beforeAll(async () => {
  server = await startServer(centralFolder());
  data = centralFolder();
}, 120_000);
afterAll(async () => {
  for (const each of running) await each.close();
  await server.stop();
});

const start = async (): Promise<RunningCentral> => {
  const central = await startCentral({ data, databaseUrl: server.url, logLevel: 'silent' });
  running.push(central);
  return central;
};

test('several centrals start on an empty server at once: the schema is made once, one administrator is told a password', async () => {
  const centrals = await Promise.all([start(), start(), start()]);
  expect(centrals.filter(({ adminPassword }) => adminPassword !== null)).toHaveLength(1);
  const [row] = await centrals[0].central.database.query('SELECT count(*) AS migrations, max(number) AS newest FROM migration');
  expect(row).toMatchObject({ newest: SCHEMA });
  expect(centrals.every(({ central }) => central.databaseKind === 'server')).toBe(true);
  expect(existsSync(join(data, 'postgres'))).toBe(false);
});

test('a token of one central is good at every other, and what one orders all tell', async () => {
  const [first, second] = running as [RunningCentral, RunningCentral];
  const station = new TestStation(first.url);
  await station.enrol(await second.code());
  await station.push([station.next(stockSet('A', 1))]);
  Object.assign(station, { central: second.url });
  expect((await station.push([station.next(stockSet('A', 2))])).body.have.stationSeq).toBe(2);
  expect((await station.pull(0)).body.operations.map(({ siteSeq }) => siteSeq)).toEqual([1, 2, 3]);
});

test('a serialization failure (SQLSTATE 40001) is tried again from its beginning', async () => {
  const [{ central: { database } }] = running as [RunningCentral];
  let runs = 0;
  const everybodyHasRead = Promise.withResolvers<undefined>();
  const results = await Promise.all([0, 1, 2, 3].map(() => database.transaction(async (transaction) => {
    runs += 1;
    const [row] = await transaction.query<{ life: number }>('SELECT life FROM site LIMIT 1');
    if (runs === 4) everybodyHasRead.resolve(undefined);
    await everybodyHasRead.promise;
    await transaction.execute('UPDATE site SET life = $1', [(row?.life ?? 0) + 1]);
    return row?.life;
  }, 'BEGIN ISOLATION LEVEL SERIALIZABLE')));
  expect([...results].sort()).toEqual([1, 2, 3, 4]);
  expect(runs).toBeGreaterThan(4);
});

test.each([
  ['does not wait for the disk', 'off', 'on'],
  ['waits for a standby too', 'remote_apply', 'remote_apply'],
])('a server that %s: a commit of central waits at least for the disk', async (_name, setting, found) => {
  const administrator = await administratorOf(server);
  await administrator.query(`ALTER ROLE CURRENT_USER SET synchronous_commit = ${setting}`);
  const database = new Database({ url: server.url, name: 'test', onTrouble: () => undefined });
  expect(await database.query('SHOW synchronous_commit')).toEqual([{ synchronous_commit: found }]);
  await database.end();
  await administrator.query('ALTER ROLE CURRENT_USER RESET synchronous_commit');
  await administrator.end();
});

test('a server that syncs nothing to the disk is refused, in words', async () => {
  const administrator = await administratorOf(server);
  const set = async (fsync: 'on' | 'off'): Promise<void> => {
    await administrator.query(`ALTER SYSTEM SET fsync = ${fsync}`);
    await administrator.query('SELECT pg_reload_conf()');
    while ((await administrator.query<{ fsync: string }>('SHOW fsync')).rows[0]?.fsync !== fsync);
  };
  await set('off');
  await expect(startCentral({ data, databaseUrl: server.url, logLevel: 'silent' })).rejects.toThrow('fsync = off');
  await set('on');
  await administrator.end();
});

/** Whoever looks after the server, beside central. */
async function administratorOf({ url }: PlainServer): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

test('a database of a newer release is left alone, in words', async () => {
  const database = new Database({ url: server.url, name: 'test', onTrouble: () => undefined });
  await database.execute('INSERT INTO migration (number, at) VALUES (9999, 0)');
  await expect(migrate(database)).rejects.toThrow(`schema 9999; this one knows ${SCHEMA}`);
  await database.execute('DELETE FROM migration WHERE number = 9999');
  await database.end();
});

test('a server that is not there is said so', async () => {
  await expect(startCentral({ data: centralFolder(), databaseUrl: 'postgres://a:b@127.0.0.1:9/postgres', logLevel: 'silent' })).rejects.toThrow('cannot be reached');
});
