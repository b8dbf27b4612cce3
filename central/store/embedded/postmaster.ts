import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Fault } from '../../fault.ts';
import { pause } from '../pause.ts';

const inUse = (folder: string, pid: number): Fault => new Fault('central.fault.inUse', { folder, pid: String(pid) });

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const SETTLE = 10_000;

/**
 * A PostgreSQL that outlived its central (killed, out of memory) is asked to stop, so that the new one starts from a folder that is
 * nobody's. One that still serves a central is left alone.
 * @param connection how to ask it who it serves
 */
export async function endOrphan(folder: string, connection: (port: number) => string, clientName: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const found = readPostmaster(file);
  if (!found) return;
  if (!isPostgres(found.pid, folder)) {
    // Its number was given to another process since, or is nobody's.
    rmSync(file, { force: true });
    return;
  }
  if (await servesCentral(connection(found.port), clientName)) throw inUse(folder, found.pid);
  process.kill(found.pid, 'SIGINT');
  const until = performance.now() + SETTLE;
  while (existsSync(file) && isPostgres(found.pid, folder)) {
    if (performance.now() > until) throw inUse(folder, found.pid);
    await pause(50);
  }
}

/** The server whose lock file this is, whether or not it still runs. */
export function readPostmaster(file: string): Postmaster | undefined {
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

function isPostgres(pid: number, folder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  try {
    // A zombie has no command line: it holds nothing any more.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return process.platform !== 'linux';
  }
}

const TRIES = 20;

/**
 * Connections of a central that has just been killed go within moments, and a central that runs shows one at least every second, so both
 * answers are believed only when they last.
 */
async function servesCentral(url: string, clientName: string): Promise<boolean> {
  let last = false;
  for (let same = 0; same < TRIES; same += 1) {
    const serves = await hasConnection(url, clientName);
    if (serves === undefined) return false;
    if (serves !== last) same = 0;
    last = serves;
    await pause(100);
  }
  return last;
}

/** Undefined when it does not answer at all. */
async function hasConnection(url: string, clientName: string): Promise<boolean | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('SELECT 1 FROM pg_stat_activity WHERE application_name = $1 LIMIT 1', [clientName])).rows.length > 0;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
