import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface CentralProcess {
  readonly url: string;
  readonly code: string;
  readonly databasePid: number;
  readonly child: ChildProcess;
  /** Ends it with a signal and waits until it is gone; answers its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const MAIN = fileURLToPath(new URL('../../../central/main.ts', import.meta.url));

/** Central as people run it: a process of its own. */
export function spawnCentral(data: string, databaseUrl?: string): Promise<CentralProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, '--data', data, '--json', 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOTDOCK_LOG: 'silent', ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) } });
  // A test that fails leaves no process behind: asked to stop, central stops its PostgreSQL too.
  process.once('exit', () => child.kill('SIGTERM'));
  let words = '';
  child.stderr.on('data', (chunk) => (words += String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    void exited.then((code) => reject(new Error(`central ended with ${String(code)}: ${words}`)));
    createInterface({ input: child.stdout }).once('line', (line) => {
      const { url, code, databasePid } = JSON.parse(line) as { url: string; code: string; databasePid: number };
      resolve({
        url, code, databasePid, child,
        end: (signal) => {
          child.kill(signal);
          return exited;
        },
      });
    });
  });
}
