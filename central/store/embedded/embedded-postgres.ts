import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { message, type Message } from '../../../shared/messages/say.ts';
import { Fault } from '../../fault.ts';
import { pause } from '../pause.ts';
import { copyBinaries, findBinaries, type Binaries } from './binaries.ts';
import { endOrphan, readPostmaster } from './postmaster.ts';
import { mayEnter, unprivilegedUser, type SystemUser } from './system-user.ts';

export interface EmbeddedOptions {
  /** Central's data folder; PostgreSQL gets `postgres/` in it. */
  readonly data: string;
  /** The name that central's own connections carry. */
  readonly clientName: string;
  readonly say: (line: Message) => void;
}

const USER = 'hotdock';
const DATABASE = 'postgres';
/** Recovery after a crash replays the log first: that may take a while on a slow disk. */
const START = 120_000;

/** A real PostgreSQL of central's own, in its data folder, on a loopback port. It is started again when it dies. */
export class EmbeddedPostgres {
  readonly url: string;
  readonly #options: EmbeddedOptions;
  readonly #folder: string;
  readonly #port: number;
  readonly #user: SystemUser | undefined;
  readonly #binaries: Binaries;
  readonly #url: (port: number) => string;
  #process: ChildProcess | undefined;
  #stopping = false;
  #lastWords: string[] = [];

  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const made = new EmbeddedPostgres(options, await freePort());
    await endOrphan(made.#folder, made.#url, options.clientName);
    await made.#initialise();
    await made.#launch();
    return made;
  }

  private constructor(options: EmbeddedOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.#user = unprivilegedUser();
    mkdirSync(options.data, { recursive: true, mode: 0o700 });
    // The database's user must get through to its own folder; what lies beside it has rights of its own.
    if (this.#user) chmodSync(options.data, 0o711);
    if (this.#user && !mayEnter(this.#user, options.data)) {
      throw new Fault('central.fault.notEntered', { name: this.#user.name, folder: options.data });
    }
    const found = findBinaries();
    this.#binaries = this.#user && !mayEnter(this.#user, join(found.postgres, '..')) ? copyBinaries(found, join(options.data, 'runtime')) : found;
    this.#folder = join(options.data, 'postgres');
    const password = passwordIn(options.data);
    this.#url = (at) => urlAt(at, password);
    this.url = this.#url(port);
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    // Fast shutdown: open transactions are rolled back, everything committed is written out.
    child.kill('SIGINT');
    await ended;
  }

  async #initialise(): Promise<void> {
    if (existsSync(join(this.#folder, 'PG_VERSION'))) return;
    // Made beside and renamed: a folder that is half made is never taken for a database.
    const making = `${this.#folder}.new`;
    rmSync(making, { recursive: true, force: true });
    this.#own(mkdirSync(making, { recursive: true, mode: 0o700 }) ?? making);
    const passwordFile = join(making, '..', 'postgres.password');
    this.#own(passwordFile);
    this.#options.say(message('central.preparing'));
    await this.#initdb(making, passwordFile);
    renameSync(making, this.#folder);
  }

  #initdb(folder: string, passwordFile: string): Promise<void> {
    const args = [`--pgdata=${folder}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
    return new Promise((resolve, reject) => {
      const child = spawn(this.#binaries.initdb, args, { ...this.#as(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
      let words = '';
      child.stderr.on('data', (chunk) => (words += String(chunk)));
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Fault('central.fault.notPrepared', { words: words.trim() }))));
    });
  }

  async #launch(): Promise<void> {
    const until = performance.now() + START;
    for (;;) {
      const child = this.#spawn();
      this.#process = child;
      if (await this.#isReady(child, until)) {
        child.once('exit', () => void this.#revive());
        return;
      }
      // Processes of a server that was killed may hold its shared memory for a moment.
      if (this.#stopping || performance.now() > until || !this.#lastWords.some((line) => /shared memory|lock file/.test(line))) {
        throw new Fault('central.fault.notStarted', { words: this.#lastWords.slice(-5).join(' ') });
      }
      await pause(200);
    }
  }

  /** It died by itself or was killed: what was committed is in its log, and it reads that when it starts. */
  async #revive(): Promise<void> {
    while (!this.#stopping) {
      this.#options.say(message('central.databaseRestarted'));
      try {
        await this.#launch();
        return;
      } catch (error) {
        if (error instanceof Fault) this.#options.say(error.said);
        await pause(1_000);
      }
    }
  }

  #spawn(): ChildProcess {
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', max_parallel_workers_per_gather: '0', log_min_messages: 'warning' };
    const args = ['-D', this.#folder, '-p', String(this.#port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // A session of its own: Ctrl+C reaches central only, which then stops the database in its turn.
    const child = spawn(this.#binaries.postgres, args, { ...this.#as(), cwd: this.#folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#lastWords = [];
    child.on('error', (error) => this.#lastWords.push(String(error)));
    child.stderr.on('data', (chunk) => {
      this.#lastWords = [...this.#lastWords, ...String(chunk).split('\n').filter((line) => line !== '')].slice(-20);
    });
    return child;
  }

  async #isReady(child: ChildProcess, until: number): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
      if (await answers(this.url)) return true;
      await pause(50);
    }
    return false;
  }

  #as(): { readonly uid?: number; readonly gid?: number; readonly env: NodeJS.ProcessEnv } {
    const env = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C', TZ: 'UTC' };
    return this.#user ? { uid: this.#user.uid, gid: this.#user.gid, env } : { env };
  }

  #own(path: string): void {
    chmodSync(path, path.endsWith('.password') ? 0o600 : 0o700);
    if (this.#user) chownSync(path, this.#user.uid, this.#user.gid);
  }
}

/** How to reach the PostgreSQL that a central is running on this folder; undefined when there is none. */
export async function runningUrl(data: string): Promise<string | undefined> {
  const found = readPostmaster(join(data, 'postgres', 'postmaster.pid'));
  if (!found) return undefined;
  const url = urlAt(found.port, passwordIn(data));
  return (await answers(url)) ? url : undefined;
}

const urlAt = (port: number, password: string): string => `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
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

/** The database's password, made once and kept beside it. */
function passwordIn(data: string): string {
  const file = join(data, 'postgres.password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
