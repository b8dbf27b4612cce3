import { HOUR, later, type Instant } from '../../shared/lib/time.ts';
import { digestOf, hashPassword, isPassword, newCode, newSecret } from '../secrets.ts';
import type { Database } from './database.ts';

const SESSION = 12 * HOUR;

/** Checked when there is no such name, so that the answer takes as long. */
const NOBODY = 'AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Who may use the operations page, and their open sessions; of both only digests are kept. */
export class Administrators {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The password of a new administrator `name`, to be said once; undefined when there is one already. */
  async createFirst(name: string, now: Instant): Promise<string | undefined> {
    const password = newCode();
    const hash = await hashPassword(password);
    const created = await this.#database.execute('INSERT INTO administrator (name, password_hash, created_at) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM administrator) ON CONFLICT (name) DO NOTHING', [name, hash, now]);
    return created === 1 ? password : undefined;
  }

  /** A new password for `name`, who is made when there is none; every session of theirs ends. */
  async reset(name: string, now: Instant): Promise<string> {
    const password = newCode();
    await this.#database.execute(
      'INSERT INTO administrator (name, password_hash, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash',
      [name, await hashPassword(password), now],
    );
    await this.#database.execute('DELETE FROM admin_session WHERE name = $1', [name]);
    return password;
  }

  /** The token of a new session; undefined for a wrong name or password. */
  async login(name: string, password: string, now: Instant): Promise<string | undefined> {
    const [row] = await this.#database.query<{ password_hash: string }>('SELECT password_hash FROM administrator WHERE name = $1', [name]);
    if (!(await isPassword(password, row?.password_hash ?? NOBODY)) || !row) return undefined;
    const token = newSecret();
    await this.#database.execute('DELETE FROM admin_session WHERE expires_at <= $1', [now]);
    await this.#database.execute('INSERT INTO admin_session (session_hash, name, expires_at) VALUES ($1, $2, $3)', [digestOf(token), name, later(now, SESSION)]);
    return token;
  }

  async session(token: string, now: Instant): Promise<string | undefined> {
    const [row] = await this.#database.query<{ name: string }>('SELECT name FROM admin_session WHERE session_hash = $1 AND expires_at > $2', [digestOf(token), now]);
    return row?.name;
  }

  async logout(token: string): Promise<void> {
    await this.#database.execute('DELETE FROM admin_session WHERE session_hash = $1', [digestOf(token)]);
  }
}
