import type { Instant } from '../../shared/lib/time.ts';
import type { Database } from './database.ts';

/** Secrets that every central on the database must share: made once, by whichever needs one first. */
export class Vault {
  readonly #database: Database;
  readonly #now: () => Instant;

  constructor(database: Database, now: () => Instant) {
    this.#database = database;
    this.#now = now;
  }

  async get(name: string, make: () => string | Promise<string>): Promise<string> {
    const found = await this.#read(name);
    if (found !== undefined) return found;
    await this.#database.execute('INSERT INTO secret (name, value, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING', [name, await make(), this.#now()]);
    return (await this.#read(name)) ?? '';
  }

  async #read(name: string): Promise<string | undefined> {
    const [row] = await this.#database.query<{ value: string }>('SELECT value FROM secret WHERE name = $1', [name]);
    return row?.value;
  }
}
