import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a station's process is asked to do; see `station-process.ts`. */
export type StationJob =
  /** An empty folder joins the site and has all of it. */
  | { readonly job: 'join'; readonly data: string; readonly url: string; readonly code: string }
  /** A station that was away catches up; with `scan`, people scan at it meanwhile. */
  | { readonly job: 'catch-up'; readonly data: string; readonly scan: boolean }
  /** Scans alone, for so many milliseconds. */
  | { readonly job: 'scan'; readonly data: string; readonly forMs: number }
  /** A station that worked alone for long founds the site. */
  | { readonly job: 'found'; readonly data: string; readonly url: string; readonly code: string }
  /** Writes so many operations into a store that works alone. */
  | { readonly job: 'fill'; readonly data: string; readonly operations: number };

export interface StationReport {
  readonly tookMs: number;
  readonly operations: number;
  /** How long each question to the station took to be answered. */
  readonly answers: readonly number[];
  readonly cases: number;
  /** The most memory that the process had. */
  readonly memoryBytes: number;
}

/** Runs a station as a process of its own, so that its time and memory are only its own. */
export function runStation(job: StationJob): Promise<StationReport> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...process.execArgv, join(import.meta.dirname, 'station-process.ts'), JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      const line = text.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(line) as StationReport);
      else reject(new Error(`the station ended with ${String(code)}: ${text}`));
    });
  });
}
