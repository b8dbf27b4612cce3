import type { AuditRow } from '../../shared/contracts/central.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { Logger } from '../log.ts';
import type { Database } from './database.ts';

export interface AuditEvent {
  /** `station:<id>`, `admin:<name>`, `gateway:<name>`, `central`, or an address that nobody vouches for. */
  readonly who: string;
  readonly what: string;
  readonly site?: string | null;
  readonly station?: string | null;
  readonly detail?: string | null;
}

interface Columns {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly site_id: string | null;
  readonly station: string | null;
  readonly detail: string | null;
  readonly [column: string]: unknown;
}

/** Who did what to this central: in the database and in the process's log. Never holds a secret. */
export class Audit {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #now: () => Instant;
  readonly #newId: () => string;

  constructor(database: Database, log: Logger, now: () => Instant, newId: () => string) {
    this.#database = database;
    this.#log = log;
    this.#now = now;
    this.#newId = newId;
  }

  async note({ who, what, site = null, station = null, detail = null }: AuditEvent): Promise<void> {
    this.#log.info({ audit: what, who, site, station, detail }, what);
    await this.#database.execute('INSERT INTO audit (audit_id, at, who, what, site_id, station, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      this.#newId(), this.#now(), who, what, site, station, detail?.slice(0, 1_000) ?? null,
    ]);
  }

  /** Newest first. */
  async read(limit: number, site: string | undefined): Promise<readonly AuditRow[]> {
    const rows = await this.#database.query<Columns>(
      'SELECT at, who, what, site_id, station, detail FROM audit WHERE $2::text IS NULL OR site_id = $2 ORDER BY at DESC, audit_id DESC LIMIT $1',
      [limit, site ?? null],
    );
    return rows.map(({ at, who, what, site_id, station, detail }) => ({ at, who, what, site: site_id, station, detail }));
  }
}
