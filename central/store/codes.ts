import type { NewCode, OpenCode } from '../../shared/contracts/central.ts';
import { MINUTE, later, type Instant } from '../../shared/lib/time.ts';
import { digestOf, isSame, newCode, plainCode } from '../secrets.ts';
import type { Database } from './database.ts';

const CODE_MINUTES = 10;

/** What a code lets its station do. */
export interface ClaimedCode {
  readonly id: string;
  /** The site that it is for; null: a station brings a site of its own that central does not know yet. */
  readonly site: string | null;
  readonly siteName: string | null;
}

interface Columns {
  readonly code_id: string;
  readonly code_hash: string;
  readonly site_id: string | null;
  readonly site_name: string | null;
  readonly created_at: Instant;
  readonly expires_at: Instant;
  readonly created_by: string;
  readonly [column: string]: unknown;
}

/** One-time codes that let a station in. Only their digests are kept. */
export class Codes {
  readonly #database: Database;
  readonly #newId: () => string;

  constructor(database: Database, newId: () => string) {
    this.#database = database;
    this.#newId = newId;
  }

  async create(about: { readonly site: string | null; readonly siteName?: string | null; readonly by: string }, now: Instant): Promise<NewCode> {
    const code = newCode();
    const expiresAt = later(now, CODE_MINUTES * MINUTE);
    await this.#database.execute('INSERT INTO enrolment_code (code_id, code_hash, site_id, site_name, created_at, expires_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      this.#newId(), digestOf(plainCode(code)), about.site, about.siteName ?? null, now, expiresAt, about.by,
    ]);
    return { code, expiresAt };
  }

  /** Takes a code for good; undefined when there is none such that is open. */
  async claim(typed: string, now: Instant): Promise<ClaimedCode | undefined> {
    const digest = digestOf(plainCode(typed));
    return this.#database.transaction(async (transaction) => {
      const open = await transaction.query<Columns>('SELECT code_id, code_hash, site_id, site_name FROM enrolment_code WHERE used_at IS NULL AND expires_at > $1 FOR UPDATE', [now]);
      const found = open.filter((each) => isSame(each.code_hash, digest))[0];
      if (!found) return undefined;
      await transaction.execute('UPDATE enrolment_code SET used_at = $2 WHERE code_id = $1', [found.code_id, now]);
      return { id: found.code_id, site: found.site_id, siteName: found.site_name };
    });
  }

  /** The enrolment came to nothing through no fault of the code's. */
  async release(id: string): Promise<void> {
    await this.#database.execute('UPDATE enrolment_code SET used_at = NULL WHERE code_id = $1', [id]);
  }

  async open(site: string, now: Instant): Promise<readonly OpenCode[]> {
    const rows = await this.#database.query<Columns>('SELECT code_id, created_at, expires_at, created_by FROM enrolment_code WHERE site_id = $1 AND used_at IS NULL AND expires_at > $2 ORDER BY created_at', [site, now]);
    return rows.map((row) => ({ id: row.code_id, createdAt: row.created_at, expiresAt: row.expires_at, by: row.created_by }));
  }
}
