import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { expect, it } from 'vitest';
import { spawnCentral } from '../central/support/central-process.ts';
import { centralFolder, startTestCentral, stockSet, TestStation } from '../support/central.ts';
import { readTrace, straced, type SystemCall } from './strace.ts';

/*
 * Central's half of the promise: what a station was told is confirmed, a power cut does not take back. kill -9 keeps the kernel's cache and
 * cannot show it; what the processes ask of the kernel can. Between the read of a push from its socket and the write of the answer, whoever
 * of central and PostgreSQL does it has to write to PostgreSQL's log and then have it synced.
 */

const PUSHES = 20;
const CALLS = ['read', 'write', 'writev', 'pwrite64', 'pwritev', 'fsync', 'fdatasync'];

async function pushMany(station: TestStation): Promise<void> {
  for (let each = 0; each < PUSHES; each += 1) expect((await station.push([station.next(stockSet('A', each))])).status).toBe(200);
}

/** Whether the log was written and then synced between a push and its answer: one word an answered push, in their order. */
function pushesIn(calls: readonly SystemCall[]): readonly boolean[] {
  const socketOf = ({ pid, text }: SystemCall): string => `${pid} ${/^\w+\((\d+)</.exec(text)?.[1] ?? ''}`;
  const requests = calls.filter(({ text }) => /^read\(\d+<socket:[^"]*"POST \/v1\/sites\/[^/]+\/ops /.test(text));
  const answers = calls.filter(({ text }) => /^writev?\(\d+<socket:.*"HTTP\/1\.1 200 OK/.test(text));
  const writes = calls.filter(({ text }) => /^pwritev?(?:64)?\(\d+<[^>]*\/pg_wal\/\w+>/.test(text));
  const syncs = calls.filter(({ text }) => /^f(?:data)?sync\(\d+<[^>]*\/pg_wal\/\w+>\)\s+= 0$/.test(text));
  return requests.flatMap((request) => {
    const answer = answers.find((each) => each.began > request.returned && socketOf(each) === socketOf(request));
    if (!answer) return [];
    const written = writes.find((each) => each.began > request.returned);
    return [written !== undefined && syncs.some((each) => each.began > written.returned && each.returned < answer.began)];
  });
}

const always = (count: number, synced: boolean): readonly boolean[] => Array.from({ length: count }, () => synced);

it('central and its own PostgreSQL sync the log to the disk between reading a push and answering it', { timeout: 120_000 }, async () => {
  const data = centralFolder();
  // Its database is made before, so that the trace is of its work.
  const first = await startTestCentral({ data });
  const code = await first.code();
  await first.close();
  const trace = join(data, 'trace');
  const central = await spawnCentral(data, undefined, straced(trace, CALLS));
  const station = new TestStation(central.url);
  expect((await station.enrol(code)).status).toBe(200);
  await pushMany(station);
  await central.end('SIGTERM');
  expect(pushesIn(readTrace(trace))).toEqual(always(PUSHES, true));
});

it('with a server that is set not to wait for the disk, central’s commits wait all the same; that the server syncs nothing is found out by the same look', { timeout: 120_000 }, async () => {
  const folder = centralFolder();
  const trace = join(folder, 'trace');
  const [tracer, ...args] = [...straced(trace, CALLS), process.execPath, '--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'lax-server.ts'), folder];
  const child = spawn(tracer, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string];
  const { url, code, pid, databaseUrl } = JSON.parse(line) as { readonly url: string; readonly code: string; readonly pid: number; readonly databaseUrl: string };
  try {
    const station = new TestStation(url);
    expect((await station.enrol(code)).status).toBe(200);
    await pushMany(station);
    await stopSyncing(databaseUrl);
    await pushMany(station);
  } finally {
    process.kill(pid, 'SIGTERM');
    await ended;
  }
  expect(pushesIn(readTrace(trace))).toEqual([...always(PUSHES, true), ...always(PUSHES, false)]);
});

/** Central refuses to start with such a server, so it is done to it while it runs. Resolves when sessions have heard of it. */
async function stopSyncing(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('SELECT pg_reload_conf()');
  while ((await client.query<{ fsync: string }>('SHOW fsync')).rows[0]?.fsync !== 'off');
  await client.end();
}
