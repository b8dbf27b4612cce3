import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { _electron, test as base } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';

const root = resolvePath(import.meta.dirname, '../../..');
const cli = join(root, 'dist/station/cli.mjs');
/** White space after it: an address that arrives in two pieces must not be taken for a whole one. */
const ADDRESS = /(http:\/\/127\.0\.0\.1:\d+\/\S*)\s/;

/** A workstation as a person meets it: a page on a real station with a data folder of its own. */
export interface Workstation {
  readonly page: Page;
  readonly shell: 'browser' | 'desktop';
}

interface Fixtures {
  /** A new, empty data folder, removed afterwards. A spec may fill it through the command line before it opens the page. */
  readonly dataDirectory: string;
  readonly workstation: Workstation;
}

interface WorkerFixtures {
  /** One browser for all tests of a worker; not started where the desktop app is driven. */
  readonly chromium: () => Promise<Browser>;
}

/** The specs are the same in both shells: the project says which one opens. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  chromium: [
    async ({ playwright }, use) => {
      let started: Promise<Browser> | undefined;
      await use(() => (started ??= playwright.chromium.launch()));
      await (await started)?.close();
    },
    { scope: 'worker' },
  ],
  dataDirectory: async ({ browserName: _browserName }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hotdock-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  workstation: async ({ dataDirectory, chromium }, use, { project }) => {
    if (project.name === 'desktop') await openDesktop(dataDirectory, use);
    else await openBrowser(dataDirectory, chromium, use);
  },
});

type Use = (workstation: Workstation) => Promise<void>;

async function openBrowser(dataDirectory: string, chromium: () => Promise<Browser>, use: Use): Promise<void> {
  const station = spawn(process.execPath, [cli, 'serve', '--data', dataDirectory, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    // Listened to from the start: the station may be ready before the browser is.
    const [address, browser] = await Promise.all([addressOf(station), chromium()]);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await use({ page, shell: 'browser' });
    await context.close();
  } finally {
    await stop(station);
  }
}

async function openDesktop(dataDirectory: string, use: Use): Promise<void> {
  const executablePath = process.env['ELECTRON_PATH'];
  if (executablePath === undefined) throw new Error('ELECTRON_PATH names no Electron');
  // Chromium's sandbox refuses root, and only tests ever run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({ executablePath, args: [...asRoot, root, `--data=${dataDirectory}`], timezoneId: 'America/Chicago' });
  try {
    await use({ page: await app.firstWindow(), shell: 'desktop' });
  } finally {
    await app.close();
  }
}

/** The address that the command line prints when the station is ready. */
function addressOf(station: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    station.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = ADDRESS.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    station.once('exit', () => reject(new Error(`the station ended without printing its address: ${said}`)));
  });
}

async function stop(station: ChildProcess): Promise<void> {
  if (station.exitCode !== null || station.signalCode !== null) return;
  const ended = once(station, 'exit');
  station.kill('SIGTERM');
  await ended;
}
