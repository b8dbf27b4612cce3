import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ADMIN_HEADER, type AdminOverview } from '../../../shared/contracts/central.ts';
import { call, postJson } from '../../support/central.ts';
import { programFile } from '../../support/program-file.ts';
import { Child } from './child.ts';

interface FirstWords {
  readonly url: string;
  readonly code: string | null;
  readonly adminPassword: string | null;
}

/** Central in a process of its own, on a folder that outlives it. */
export class CentralProcess {
  readonly data: string;
  /** A server's instead of its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly #faults: string[] = [];
  #child: Child | undefined;
  #ready = false;
  #password = '';
  #cookie = '';
  url = '';
  /** For the first station of a site. */
  code = '';

  constructor(data: string, databaseUrl?: string) {
    this.data = data;
    this.databaseUrl = databaseUrl;
  }

  /** True while it answers. */
  get up(): boolean {
    return this.#ready && this.running;
  }

  get running(): boolean {
    return this.#child?.running === true;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** What went wrong in any of its lives, but for what follows from a database that was away. */
  get faults(): readonly string[] {
    return [...this.#faults, ...(this.#child?.errors ?? [])].filter((line) => !line.includes('the database cannot be reached'));
  }

  async begin(): Promise<void> {
    const child = new Child('central', 'central/main.mjs', ['--data', this.data, '--json', 'serve', '--port', '0'], this.#env);
    this.#child = child;
    const { url, code, adminPassword } = await child.firstWords<FirstWords>();
    this.url = url;
    if (code !== null) this.code = code;
    if (adminPassword !== null) this.#password = adminPassword;
    // No session outlives a restored backup.
    this.#cookie = '';
    this.#ready = true;
  }

  /** What an administrator does on its machine, while it runs or not. */
  async command(...args: readonly string[]): Promise<void> {
    await promisify(execFile)(process.execPath, [programFile('central/main.mjs'), '--data', this.data, '--json', ...args], { env: { ...process.env, ...this.#env } });
  }

  kill(): Promise<void> {
    return this.#end((child) => child.kill());
  }

  stop(): Promise<number | null> {
    return this.#end((child) => child.stop());
  }

  /** Kills its PostgreSQL, the whole of it: the processes of one server end with their first. Harmless where it has ended already. */
  killDatabase(): void {
    try {
      process.kill(Number(readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT'))) throw error;
    }
  }

  async onlySite(): Promise<string> {
    const { body } = await call<AdminOverview>(`${this.url}/admin/overview`, { headers: await this.#signIn() });
    const [site] = body.sites;
    if (!site || body.sites.length > 1) throw new Error(`there are ${body.sites.length} sites`);
    return site.site;
  }

  /** A code for another station of the site. */
  async codeFor(site: string): Promise<string> {
    return (await postJson<{ code: string }>(`${this.url}/admin/sites/${site}/codes`, {}, await this.#signIn())).body.code;
  }

  get #env(): NodeJS.ProcessEnv {
    return this.databaseUrl === undefined ? {} : { DATABASE_URL: this.databaseUrl };
  }

  /** As the administrator, with the password that central said at its first start. */
  async #signIn(): Promise<Record<string, string>> {
    if (this.#cookie === '') {
      const { headers } = await postJson(`${this.url}/admin/login`, { password: this.#password }, { [ADMIN_HEADER]: '1' });
      this.#cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    }
    return { [ADMIN_HEADER]: '1', cookie: this.#cookie };
  }

  async #end<Result>(how: (child: Child) => Promise<Result>): Promise<Result> {
    const child = this.#child;
    if (!child) throw new Error('central does not run');
    this.#ready = false;
    const result = await how(child);
    this.#faults.push(...child.errors);
    this.#child = undefined;
    return result;
  }
}
