import { spawn } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '../../../central/store/embedded/binaries.ts';
import { readPostmaster } from '../../../central/store/embedded/postmaster.ts';
import { unprivilegedUser } from '../../../central/store/embedded/system-user.ts';

/** Debian's PostgreSQL where it is installed, the newest; else the programs of the npm package. Both are run as plain servers here. */
function programs(): { readonly whose: 'debian' | 'npm'; readonly initdb: string; readonly postgres: string } {
  const debian = '/usr/lib/postgresql';
  const newest = existsSync(debian) ? readdirSync(debian).sort((left, right) => Number(right) - Number(left))[0] : undefined;
  if (newest === undefined || !existsSync(join(debian, newest, 'bin/initdb'))) return { whose: 'npm', ...findBinaries() };
  return { whose: 'debian', initdb: join(debian, newest, 'bin/initdb'), postgres: join(debian, newest, 'bin/postgres') };
}

export interface PlainServer {
  readonly url: string;
  readonly whose: 'debian' | 'npm';
  /** Its data folder. */
  readonly cluster: string;
  /** In good order, or at once with SIGQUIT: it then reads its log when it starts. */
  readonly stop: (signal?: 'SIGINT' | 'SIGQUIT') => Promise<void>;
  /** Starts it again where it was, after a stop; `under` is a command that runs it, such as a tracer. */
  readonly start: (under?: readonly string[]) => Promise<void>;
}

/** A PostgreSQL that central knows by its URL only. */
export async function startServer(folder: string): Promise<PlainServer> {
  const { whose, initdb, postgres } = programs();
  const user = unprivilegedUser();
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  const password = join(folder, 'password');
  writeFileSync(password, 'secret\n');
  if (user) {
    execFileSync('chmod', ['711', folder]);
    for (const path of [cluster, password]) chownSync(path, user.uid, user.gid);
  }
  execFileSync(initdb, ['-D', cluster, '-U', 'central', `--pwfile=${password}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'], { ...as, cwd: cluster, stdio: 'ignore' });
  const port = await freePort();
  const url = `postgres://central:secret@127.0.0.1:${port}/postgres`;
  let stop: PlainServer['stop'] = () => Promise.resolve();
  const start = async (under: readonly string[] = []): Promise<void> => {
    const [command, ...args] = [...under, postgres, '-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
    const child = spawn(command, args, { ...as, cwd: cluster, stdio: 'ignore' });
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    stop = (signal = 'SIGINT') => {
      // Under another command that one's child; it is gone together with the server.
      process.kill(readPostmaster(join(cluster, 'postmaster.pid'))?.pid ?? child.pid ?? 0, signal);
      return exited;
    };
    while (!(await answers(url))) if (child.exitCode !== null) throw new Error('the server did not start');
  };
  await start();
  return { url, whose, cluster, start, stop: (signal) => stop(signal) };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
