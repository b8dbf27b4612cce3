import { existsSync } from 'node:fs';
import { join } from 'node:path';
import product from '../../package.json' with { type: 'json' };
import { Fault } from '../fault.ts';
import { ADMINISTRATOR, startCentral, type RunningCentral } from '../start.ts';
import type { Globals } from './globals.ts';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly tls?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly name: readonly string[];
}

/** Runs central until it is asked to stop. */
export async function serve({ data, databaseUrl, output }: Globals, { host, port, tls, cert, key, name }: ServeOptions): Promise<void> {
  if ((cert === undefined) !== (key === undefined)) throw new Fault('central.fault.keyAlone');
  // Heard from the beginning: a signal that came while it starts, or right after its first words, would leave its PostgreSQL behind.
  const asked = askedToStop();
  const running = await startCentral({
    data, databaseUrl, host, port, names: name, version: product.version, pages: pages(), tls: tls === true ? 'on' : 'auto',
    ...(cert === undefined || key === undefined ? {} : { certificate: { cert, key } }),
    logLevel: process.env['HOTDOCK_LOG'] ?? 'info',
    say: (text) => output.note(text),
  }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? new Fault('central.fault.portTaken', { host, port: String(port) }) : error;
  });
  await announce(running, { data, output });
  await asked;
  output.note({ key: 'central.stopping', params: {} });
  await running.close();
}

/**
 * The listeners stay: Ctrl+C in a terminal reaches the whole group, and the one who started central passes it on. The second signal
 * would end central by default in the middle of closing, and its PostgreSQL would run on.
 */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

async function announce(running: RunningCentral, { data, output }: Pick<Globals, 'data' | 'output'>): Promise<void> {
  const { url, adminPassword, authorityFile, authority, central } = running;
  output.line('central.running', { url });
  output.line('central.runningWith', { kind: central.databaseKind, data });
  if (authorityFile !== null) output.line('central.authority', { file: authorityFile });
  else if (url.startsWith('http:')) output.line('central.authorityNone');
  if (adminPassword !== null) output.line('central.password', { name: ADMINISTRATOR, password: adminPassword });
  const sites = await central.sites.all();
  const [only] = sites;
  // With several sites nobody can know which one the next station is for.
  const code = sites.length > 1 ? null : await running.code(only?.site);
  if (code !== null) output.line('central.code', { code, site: only ? 'one' : 'none', siteName: only?.name ?? '' });
  output.line('central.codeHow');
  output.result({ url, code, adminPassword, authority, authorityFile, pid: process.pid, databasePid: running.databasePid() ?? null });
}

/** The built page lies beside this bundle, or in `dist` when central runs from its sources. */
function pages(): string {
  const beside = join(import.meta.dirname, '..', 'renderer');
  return existsSync(join(import.meta.dirname, 'main.mjs')) ? beside : join(import.meta.dirname, '..', '..', 'dist', 'renderer');
}
