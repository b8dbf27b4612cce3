import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { programFile } from '../support/program-file.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const fixture = (name: string): string => join(root, 'test/fixtures/documents/synthetic', name);

/** A new data folder; the caller removes it. */
export function newFolder(): { readonly data: string; readonly remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), 'hotdock-cli-'));
  return { data, remove: () => rmSync(data, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts `hotdock` as a process of its own. */
export const start = (data: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [programFile('station/cli.mjs'), '--data', data, ...args], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LANG: 'C', LC_ALL: 'C', HOTDOCK_LOG: 'warn' } });

/** Runs `hotdock` to its end with `input` on standard input. */
export async function hotdock(data: string, args: readonly string[], input = ''): Promise<Run> {
  const child = start(data, args);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.end(input);
  const [code] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
}

/** The same with `--json`: standard output must be one document and nothing else. */
export async function json(data: string, args: readonly string[], input = ''): Promise<{ readonly code: number | null; readonly document: Record<string, unknown> & { readonly error?: unknown }; readonly err: string }> {
  const { code, out, err } = await hotdock(data, [...args, '--json'], input);
  return { code, document: JSON.parse(out), err };
}

/** `scan`'s answers, one a line. */
export const answersIn = (out: string): Record<string, unknown>[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);

/** Talks with a process line by line. */
export class Dialogue {
  readonly child: ChildProcess;
  readonly #lines: Interface;
  readonly #read: string[] = [];
  readonly #closed: Promise<number | null>;
  #waiting: ((line: string | undefined) => void) | undefined;

  constructor(child: ChildProcess) {
    if (!child.stdout) throw new Error('the process has no standard output');
    this.child = child;
    this.#closed = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
    this.#lines = createInterface({ input: child.stdout });
    this.#lines.on('line', (line) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) waiting(line);
      else this.#read.push(line);
    });
    this.#lines.on('close', () => this.#waiting?.(undefined));
  }

  write(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  /** The next line it prints. */
  async next(): Promise<string> {
    const line =
      this.#read.shift() ??
      (await new Promise<string | undefined>((settle) => {
        this.#waiting = settle;
      }));
    if (line === undefined) throw new Error('the process ended without another line');
    return line;
  }

  /** Ends its input and answers how it ended. */
  async end(): Promise<number | null> {
    this.child.stdin?.end();
    return this.#closed;
  }

  /** Ends it with a signal, unless it has ended, and answers how. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.#closed;
  }
}

/** Ready to work: products with stock, the settings that packing and shipping need. */
export async function prepare(data: string, boxed = 1200): Promise<void> {
  const set = await json(data, ['stock', 'set', 'CG-200', '--boxed', String(boxed), '--safety', '100', '--location', 'A-01-01', '--case-size', '20', '--gtin', '036000291452', '--case-gtin', '10036000291459', '--asin', 'B0CERGRND1', '--cost', '18.40', '--weight-grams', '620', '--size-mm', '480x320x260']);
  const settings = await json(data, ['settings', 'companyPrefix=0614141', 'shipFrom.name=Grinder House', 'zone=America/Phoenix']);
  if (set.code !== 0 || settings.code !== 0) throw new Error(JSON.stringify([set, settings]));
}
