import type { GatewayKey, GatewayRow } from '../../shared/contracts/central.ts';
import type { Instant } from '../../shared/lib/time.ts';
import { digestOf, isSame, newSecret } from '../secrets.ts';
import type { Database } from './database.ts';

export interface Gateway {
  readonly site: string;
  readonly id: string;
  readonly name: string;
}

interface Columns {
  readonly gateway_id: string;
  readonly name: string;
  readonly key_hash: string;
  readonly created_at: Instant;
  readonly last_seen_at: Instant | null;
  readonly [column: string]: unknown;
}

const PREFIX = 'gw';

/** Programs that bring and fetch documents of a site, each with a key of its own. */
export class Gateways {
  readonly #database: Database;
  readonly #newId: () => string;

  constructor(database: Database, newId: () => string) {
    this.#database = database;
    this.#newId = newId;
  }

  async create(site: string, name: string, now: Instant): Promise<GatewayKey> {
    const id = this.#newId();
    const secret = newSecret();
    await this.#database.execute('INSERT INTO gateway (site_id, gateway_id, name, key_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [site, id, name, digestOf(secret), now]);
    return { id, key: `${PREFIX}.${site}.${id}.${secret}` };
  }

  async of(site: string): Promise<readonly GatewayRow[]> {
    const rows = await this.#database.query<Columns>('SELECT gateway_id, name, created_at, last_seen_at FROM gateway WHERE site_id = $1 ORDER BY created_at', [site]);
    return rows.map((row) => ({ id: row.gateway_id, name: row.name, createdAt: row.created_at, lastSeenAt: row.last_seen_at }));
  }

  async remove(site: string, id: string): Promise<boolean> {
    return (await this.#database.execute('DELETE FROM gateway WHERE site_id = $1 AND gateway_id = $2', [site, id])) === 1;
  }

  static isKey(bearer: string): boolean {
    return bearer.startsWith(`${PREFIX}.`);
  }

  /** Whose key it is; undefined for one that is not known (any more). */
  async admit(bearer: string, now: Instant): Promise<Gateway | undefined> {
    const [, site = '', id = '', secret = ''] = bearer.split('.');
    const [row] = await this.#database.query<Columns>('SELECT name, key_hash FROM gateway WHERE site_id = $1 AND gateway_id = $2', [site, id]);
    if (!row || !isSame(row.key_hash, digestOf(secret))) return undefined;
    await this.#database.execute('UPDATE gateway SET last_seen_at = $3 WHERE site_id = $1 AND gateway_id = $2', [site, id, now]);
    return { site, id, name: row.name };
  }
}
