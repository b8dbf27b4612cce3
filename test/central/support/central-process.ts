import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { programFile } from '../../support/program-file.ts';

export interface CentralProcess {
  readonly url: string;
  readonly code: string;
  /** Central's own; the child is whatever it runs under. */
  readonly pid: number;
  readonly databasePid: number;
  readonly child: ChildProcess;
  /** Ends it with a signal and waits until it is gone; answers its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Central as people run it: a process of its own.
 * @param under a command that runs it, such as a tracer
 */
export async function spawnCentral(data: string, databaseUrl?: string, under: readonly string[] = []): Promise<CentralProcess> {
  const { child, words, ended } = launchCentral(data, databaseUrl, under);
  const line = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
  if (!Array.isArray(line)) throw new Error(`central ended with ${String(line)}: ${words()}`);
  const { url, code, pid, databasePid } = JSON.parse(String(line[0])) as { url: string; code: string; pid: number; databasePid: number };
  return {
    url, code, pid, databasePid, child,
    end: (signal) => {
      // Under another command that one's child; it is gone together with central.
      if (child.exitCode === null && child.signalCode === null) process.kill(pid, signal);
      return ended;
    },
  };
}

interface Launched {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has said on standard error. */
  readonly words: () => string;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts the process and does not wait until it is ready. */
export function launchCentral(data: string, databaseUrl?: string, under: readonly string[] = []): Launched {
  const [command, ...args] = [...under, process.execPath, programFile('central/main.mjs'), '--data', data, '--json', 'serve', '--port', '0'];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOTDOCK_LOG: 'silent', ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) } });
  // A test that fails leaves no process behind: asked to stop, central stops its PostgreSQL too.
  process.once('exit', () => child.kill('SIGTERM'));
  let words = '';
  child.stderr.on('data', (chunk) => (words += String(chunk)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  return { child, words: () => words, ended };
}
