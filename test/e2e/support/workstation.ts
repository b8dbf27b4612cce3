import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { _electron, test as base } from '@playwright/test';
import type { Browser, BrowserContext, ElectronApplication, Page } from '@playwright/test';
import { watchPage } from './page-watch.ts';
import type { PageWatch } from './page-watch.ts';

const root = resolvePath(import.meta.dirname, '../../..');
const cli = join(root, 'dist/station/cli.mjs');
/** White space after it: an address that arrives in two pieces must not be taken for a whole one. */
const ADDRESS = /(http:\/\/127\.0\.0\.1:\d+\/\S*)\s/;

/** A workstation as a person meets it: a page on a real station with a data folder of its own. */
export interface Workstation {
  readonly shell: 'browser' | 'desktop';
  /** A new, empty data folder, removed afterwards. */
  readonly data: string;
  /** The page of the station that was started last. */
  readonly page: Page;
  /** Starts the station, its clock at `now` (ISO) where that is given, and opens its page; one that is open already finds the station again by itself. */
  readonly start: (now?: string) => Promise<Page>;
  /** Ends it as closing time does. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
  /** A second window of the same person on the same station. */
  readonly anotherWindow: () => Promise<Page>;
}

interface Fixtures {
  readonly workstation: Workstation;
  /** A second workstation of the site, as on another machine. */
  readonly neighbour: Workstation;
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
  workstation: ({ chromium }, use, { project }) =>
    inNewFolder((data) => (project.name === 'desktop' ? new DesktopWorkstation(data) : new BrowserWorkstation(data, chromium)), use),
  neighbour: async ({ chromium }, use, { project }) => {
    base.skip(project.name === 'desktop', 'one desktop app is driven at a time');
    await inNewFolder((data) => new BrowserWorkstation(data, chromium), use);
  },
});

async function inNewFolder(open: (data: string) => BrowserWorkstation | DesktopWorkstation, use: (workstation: Workstation) => Promise<void>): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'hotdock-e2e-'));
  const workstation = open(data);
  try {
    await use(workstation);
    workstation.check();
  } finally {
    await workstation.end();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a command of the command line wrote with `--json`. Refusals (exit status 1) are answers too. */
export async function hotdock(data: string, args: readonly string[], { now, input }: { readonly now?: string; readonly input?: readonly string[] } = {}): Promise<unknown> {
  const time = now === undefined ? [] : ['--now', now];
  const said = await new Promise<string>((resolve, reject) => {
    const child = execFile(process.execPath, [cli, '--data', data, '--json', ...time, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim() === '') reject(error ?? new Error(`hotdock ${args.join(' ')} said nothing: ${stderr}`));
      else resolve(stdout);
    });
    child.stdin?.end(input === undefined ? '' : `${input.join('\n')}\n`);
  });
  return input === undefined ? JSON.parse(said) : said.trim().split('\n').map((line): unknown => JSON.parse(line));
}

/** Pages that are open, and what each of them must not do. */
class Watched {
  readonly #watches: PageWatch[] = [];
  #page: Page | undefined;

  get page(): Page {
    if (!this.#page) throw new Error('the workstation has not been started');
    return this.#page;
  }

  get isOpen(): boolean {
    return this.#page !== undefined;
  }

  async watch(page: Page): Promise<Page> {
    // A step that waits longer than a person would is a fault, and should be told as one.
    page.setDefaultTimeout(10_000);
    this.#watches.push(await watchPage(page));
    return page;
  }

  /** From here on a person works at it: nobody scans before a screen is there. */
  async open(page: Page): Promise<Page> {
    await page.locator('h1, h2').filter({ visible: true }).first().waitFor();
    this.#page = page;
    return page;
  }

  check(): void {
    for (const watch of this.#watches) watch.check();
  }
}

class BrowserWorkstation implements Workstation {
  readonly shell = 'browser';
  readonly data: string;
  readonly #chromium: () => Promise<Browser>;
  readonly #pages = new Watched();
  #station: ChildProcess | undefined;
  #context: BrowserContext | undefined;
  /** Chosen by the system at the first start; a page that is open finds the station at the same one again. */
  #port = '0';

  constructor(data: string, chromium: () => Promise<Browser>) {
    this.data = data;
    this.#chromium = chromium;
  }

  get page(): Page {
    return this.#pages.page;
  }

  async start(now?: string): Promise<Page> {
    const time = now === undefined ? [] : ['--now', now];
    const station = spawn(process.execPath, [cli, '--data', this.data, ...time, 'serve', '--port', this.#port], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#station = station;
    // Listened to from the start: the station may be ready before the browser is.
    const [address, browser] = await Promise.all([addressOf(station), this.#chromium()]);
    this.#port = new URL(address).port;
    if (this.#pages.isOpen) return this.page;
    this.#context = await browser.newContext();
    // No printer and nobody to answer a print dialog: as in a browser without a PDF viewer, papers are saved.
    await this.#context.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => false }));
    const page = await this.#pages.watch(await this.#context.newPage());
    await page.goto(address);
    return this.#pages.open(page);
  }

  async stop(): Promise<void> {
    await ended(this.#station, 'SIGTERM');
  }

  async kill(): Promise<void> {
    await ended(this.#station, 'SIGKILL');
  }

  async anotherWindow(): Promise<Page> {
    if (!this.#context) throw new Error('the workstation has not been started');
    const page = await this.#pages.watch(await this.#context.newPage());
    await page.goto(this.page.url());
    return page;
  }

  check(): void {
    this.#pages.check();
  }

  async end(): Promise<void> {
    await this.#context?.close();
    await this.stop();
  }
}

class DesktopWorkstation implements Workstation {
  readonly shell = 'desktop';
  readonly data: string;
  readonly #pages = new Watched();
  #app: ElectronApplication | undefined;

  constructor(data: string) {
    this.data = data;
  }

  get page(): Page {
    return this.#pages.page;
  }

  async start(now?: string): Promise<Page> {
    base.skip(now !== undefined, 'the desktop app has no other clock than the machine');
    const executablePath = process.env['ELECTRON_PATH'];
    if (executablePath === undefined) throw new Error('ELECTRON_PATH names no Electron');
    // Chromium's sandbox refuses root, and only tests ever run as root.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#app = await _electron.launch({ executablePath, args: [...asRoot, root, `--data=${this.data}`], timezoneId: 'America/Chicago' });
    return this.#pages.open(await this.#pages.watch(await this.#app.firstWindow()));
  }

  async stop(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }

  async kill(): Promise<void> {
    await ended(this.#app?.process(), 'SIGKILL');
    this.#app = undefined;
  }

  anotherWindow(): Promise<Page> {
    base.skip(true, 'the desktop app has one window');
    return Promise.resolve(this.page);
  }

  check(): void {
    this.#pages.check();
  }

  end(): Promise<void> {
    return this.stop();
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

async function ended(process: ChildProcess | undefined, by: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, 'exit');
  process.kill(by);
  await exit;
}
