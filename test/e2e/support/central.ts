import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const program = resolve(import.meta.dirname, '../../../dist/central/main.mjs');
const started = z.object({ url: z.string(), code: z.string(), adminPassword: z.string() });
const gateway = z.object({ key: z.string(), site: z.string() });

/** What an EDI gateway of the vendor does at central. */
export interface Gateway {
  /** Brings a document in. */
  readonly drop: (name: string, text: string) => Promise<void>;
}

/** A real central in a process and a folder of its own, with its own PostgreSQL. */
export class Central {
  readonly #data: string;
  readonly #process: ChildProcess;
  readonly url: string;
  /** For the first station of a new site. */
  readonly firstCode: string;
  readonly adminPassword: string;

  private constructor(data: string, process: ChildProcess, { url, code, adminPassword }: z.infer<typeof started>) {
    this.#data = data;
    this.#process = process;
    this.url = url;
    this.firstCode = code;
    this.adminPassword = adminPassword;
  }

  static async start(): Promise<Central> {
    const data = await mkdtemp(join(tmpdir(), 'hotdock-e2e-central-'));
    const child = spawn(process.execPath, [program, '--data', data, '--json', 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, HOTDOCK_LOG: 'silent' } });
    return new Central(data, child, started.parse(JSON.parse(await firstLineOf(child))));
  }

  /** A one-time code for the next station of its only site. */
  async code(): Promise<string> {
    return z.object({ code: z.string() }).parse(await this.#command('enrol-code')).code;
  }

  async gateway(name: string): Promise<Gateway> {
    const { key, site } = gateway.parse(await this.#command('gateway-key', '--name', name));
    return {
      drop: async (file, text) => {
        const { status } = await fetch(`${this.url}/v1/sites/${site}/documents?name=${encodeURIComponent(file)}`, {
          method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' }, body: text,
        });
        if (status !== 200) throw new Error(`central answered ${String(status)} to ${file}`);
      },
    };
  }

  async end(): Promise<void> {
    if (this.#process.exitCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await exit;
    }
    await rm(this.#data, { recursive: true, force: true, maxRetries: 5 });
  }

  async #command(...args: readonly string[]): Promise<unknown> {
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--data', this.#data, '--json', ...args]);
    return JSON.parse(stdout);
  }
}

function firstLineOf(child: ChildProcess): Promise<string> {
  return new Promise((done, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const end = said.indexOf('\n');
      if (end >= 0) done(said.slice(0, end));
    });
    child.once('exit', () => reject(new Error(`central ended before it was ready: ${said}`)));
  });
}
