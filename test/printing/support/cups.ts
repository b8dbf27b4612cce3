import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's virtual printer writes here what it prints for people it does not know; its path is compiled in. */
export const PDF_FOLDER = '/var/spool/cups-pdf/ANONYMOUS';

/** A real CUPS of its own: on a free port of this machine, with its files in a temporary folder. */
export class Cups {
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  #server: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}/`;
  }

  static async start(): Promise<Cups> {
    const folder = mkdtempSync(join(tmpdir(), 'hotdock-cups-'));
    // Its filters run as a user of their own.
    chmodSync(folder, 0o755);
    for (const name of ['root', 'spool', 'cache', 'run', 'log']) mkdirSync(join(folder, name));
    const cups = new Cups(folder, await freePort());
    cups.#configure();
    await cups.run();
    return cups;
  }

  async run(): Promise<void> {
    // Not on a login's search path everywhere.
    const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
    const server = spawn('cupsd', ['-f', '-c', join(this.#folder, 'root/cupsd.conf'), '-s', join(this.#folder, 'root/cups-files.conf')], { stdio: 'ignore', env });
    const failed = once(server, 'error').then(([error]) => {
      throw new Error('cupsd is missing: install cups and printer-driver-cups-pdf (.ci/run does)', { cause: error });
    });
    this.#server = server;
    await Promise.race([failed, listening(this.#port)]);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  }

  /** Adds a queue, by default on the virtual printer. */
  addQueue(name: string, device = `cups-pdf:/${name}`): string {
    const driver = device.startsWith('cups-pdf:') ? ['-m', 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd'] : [];
    this.#admin('lpadmin', ['-p', name, '-v', device, ...driver, '-E']);
    return `${this.url}printers/${name}`;
  }

  /** What a person does at the queue. */
  manage(command: 'cupsdisable' | 'cupsenable' | 'cupsreject' | 'cupsaccept', name: string): void {
    this.#admin(command, [name]);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #admin(command: string, options: readonly string[]): void {
    const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`, CUPS_SERVER: `127.0.0.1:${this.#port}` };
    execFileSync(command, options, { stdio: 'ignore', env });
  }

  #configure(): void {
    const at = (name: string): string => join(this.#folder, name);
    writeFileSync(
      at('root/cups-files.conf'),
      [`ServerRoot ${at('root')}`, `StateDir ${at('run')}`, `RequestRoot ${at('spool')}`, `CacheDir ${at('cache')}`, `TempDir ${at('spool')}`,
        `AccessLog ${at('log/access')}`, `ErrorLog ${at('log/error')}`, `PageLog ${at('log/page')}`, 'SystemGroup root', ''].join('\n'),
    );
    const open = 'Order allow,deny\nAllow all';
    writeFileSync(
      at('root/cupsd.conf'),
      [`Listen 127.0.0.1:${this.#port}`, `Listen ${at('run/cups.sock')}`, 'DefaultAuthType None', 'WebInterface No', 'Browsing No', 'PreserveJobHistory Yes',
        `<Location />\n${open}\n</Location>`, `<Policy default>\n<Limit All>\n${open}\n</Limit>\n</Policy>`, ''].join('\n'),
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Resolves when something accepts connections there; tries again as long as nothing does. */
function listening(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', () => setImmediate(() => void listening(port).then(resolve)));
  });
}
