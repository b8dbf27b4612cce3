import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startCentral, type RunningCentral } from '../../central/start.ts';
import { launchCentral, spawnCentral } from './support/central-process.ts';
import { centralFolder, stockSet, TestStation } from '../support/central.ts';

let data: string;
let central: RunningCentral;
let station: TestStation;

beforeAll(async () => {
  data = centralFolder();
  central = await startCentral({ data, logLevel: 'silent' });
  station = new TestStation(central.url);
  await station.enrol(await central.code());
}, 120_000);
afterAll(() => central.close());

/** Whether a process runs: one that has ended and was not collected by its parent yet does not. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};

test('PostgreSQL runs as nobody special, listens to this machine only, syncs every commit, in UTF-8 without a locale', async () => {
  const pid = central.databasePid() ?? 0;
  if (process.platform === 'linux') expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
  const [settings] = await central.central.database.query(
    `SELECT current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
       current_setting('server_encoding') AS encoding, (SELECT datcollate FROM pg_database WHERE datname = current_database()) AS collate`,
  );
  expect(settings).toEqual({ addresses: '127.0.0.1', fsync: 'on', commit: 'on', encoding: 'UTF8', collate: 'C' });
  expect(statSync(join(data, 'postgres.password')).mode & 0o077).toBe(0);
});

test('a second central on the same folder is refused and the first goes on', async () => {
  await expect(startCentral({ data, logLevel: 'silent' })).rejects.toThrow('Another central works on');
  expect((await station.pull(0)).status).toBe(200);
});

test('PostgreSQL killed in the middle of pushes: what was acknowledged is there, central goes on by itself', async () => {
  const acknowledged = new Set<string>();
  let killed = false;
  const statuses = new Set<number>();
  while (acknowledged.size < 60) {
    const operation = station.next(stockSet('A', station.sequence));
    if (acknowledged.size === 20 && !killed) {
      killed = true;
      process.kill(central.databasePid() ?? 0, 'SIGKILL');
    }
    for (;;) {
      const { status, body } = await station.push([operation]);
      statuses.add(status);
      if (status === 200) {
        for (const { opId } of body.results) acknowledged.add(opId);
        break;
      }
    }
  }
  expect(statuses).toContain(503);
  const { body } = await station.pull(0);
  const held = body.operations.map(({ op }) => op.opId);
  expect(new Set(held).size).toBe(held.length);
  for (const opId of acknowledged) expect(held).toContain(opId);
}, 60_000);

test('a database folder left by a killed central is taken over: the orphan ends, everything is there; asked to stop, both end', async () => {
  const folder = centralFolder();
  const first = await spawnCentral(folder);
  const dock = new TestStation(first.url);
  await dock.enrol(first.code);
  await dock.push([dock.next(stockSet('A', 1))]);
  await first.end('SIGKILL');
  expect(isAlive(first.databasePid)).toBe(true);
  const second = await spawnCentral(folder);
  expect(isAlive(first.databasePid)).toBe(false);
  Object.assign(dock, { central: second.url });
  expect((await dock.pull(0)).body.head).toBe(2);
  expect(await second.end('SIGTERM')).toBe(0);
  expect(isAlive(second.databasePid)).toBe(false);
}, 60_000);

test('asked to stop while it still starts, and asked again while it closes, it leaves no PostgreSQL behind', async () => {
  const folder = centralFolder();
  const lock = join(folder, 'postgres', 'postmaster.pid');
  const first = await startCentral({ data: folder, logLevel: 'silent' });
  await first.close();
  const { child, words, ended } = launchCentral(folder);
  let databasePid = 0;
  for (; databasePid === 0; await immediate()) databasePid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) || 0 : 0;
  child.kill('SIGINT');
  // Ctrl+C comes twice: from the terminal to the whole group, and once more from the program that started central.
  await vi.waitFor(() => expect(words()).toContain('Central stops'), { timeout: 30_000, interval: 5 });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(isAlive(databasePid)).toBe(false);
}, 60_000);

test('a lock file that names a process of somebody else keeps nobody out; a clean stop leaves none', async () => {
  const lock = join(data, 'postgres', 'postmaster.pid');
  const text = readFileSync(lock, 'utf8');
  await central.close();
  expect(existsSync(lock)).toBe(false);
  writeFileSync(lock, text.replace(/^\d+/, String(process.pid)));
  central = await startCentral({ data, logLevel: 'silent' });
  Object.assign(station, { central: central.url });
  expect((await station.pull(0)).status).toBe(200);
}, 60_000);
