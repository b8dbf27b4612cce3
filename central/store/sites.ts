import type { Instant } from '../../shared/lib/time.ts';
import type { Database, Queryable } from './database.ts';

export interface SiteRow {
  readonly site: string;
  readonly name: string;
  readonly epoch: string;
  readonly seq: number;
}

interface Columns {
  readonly site_id: string;
  readonly name: string;
  readonly epoch: string;
  readonly seq: number;
  readonly [column: string]: unknown;
}

const SELECT = 'SELECT site_id, name, epoch, seq FROM site';
const rowOf = ({ site_id, name, epoch, seq }: Columns): SiteRow => ({ site: site_id, name, epoch, seq });

/** The sites of this central, and the lives that their orders have had. */
export class Sites {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(site: string): Promise<SiteRow | undefined> {
    const [row] = await this.#database.query<Columns>(`${SELECT} WHERE site_id = $1`, [site]);
    return row && rowOf(row);
  }

  async all(): Promise<readonly SiteRow[]> {
    return (await this.#database.query<Columns>(`${SELECT} ORDER BY name, site_id`)).map(rowOf);
  }

  /** False when there is such a site already. */
  async create(site: string, name: string, epoch: string, now: Instant): Promise<boolean> {
    return (await this.#database.execute('INSERT INTO site (site_id, name, epoch, life, seq, created_at) VALUES ($1, $2, $3, 1, 0, $4) ON CONFLICT (site_id) DO NOTHING', [site, name, epoch, now])) === 1;
  }

  async rename(site: string, name: string): Promise<void> {
    await this.#database.execute('UPDATE site SET name = $2 WHERE site_id = $1 AND name <> $2', [site, name]);
  }

  /** The heads of some sites, for those who wait for news that another process may have. */
  async heads(sites: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database.query<Columns>(`${SELECT} WHERE site_id = ANY($1)`, [sites]);
    return new Map(rows.map((row) => [row.site_id, row.seq]));
  }

  common(site: string, epoch: string): Promise<number> {
    return commonWith(this.#database, site, epoch);
  }
}

/** The last number that the present life of a site shares with an earlier one; 0 with one that is not known. */
export async function commonWith(connection: Queryable, site: string, epoch: string): Promise<number> {
  const ended = await connection.query<{ epoch: string; common: number; life: number }>('SELECT epoch, common, life FROM site_epoch WHERE site_id = $1 ORDER BY life', [site]);
  const from = ended.findIndex((each) => each.epoch === epoch);
  return from === -1 ? 0 : Math.min(...ended.slice(from).map((each) => each.common));
}

/**
 * Ends the present life of every site: the database was put back to an earlier state, so stations may hold operations that it lacks.
 * Devices may show themselves by their key alone once, because refresh tokens given out since are not known here.
 */
export async function beginNewLives(transaction: Queryable, newEpoch: () => string, now: Instant): Promise<readonly SiteRow[]> {
  const sites = await transaction.query<Columns & { readonly life: number }>('SELECT site_id, name, epoch, life, seq FROM site ORDER BY site_id FOR UPDATE');
  for (const { site_id, epoch, life, seq } of sites) {
    await transaction.execute('INSERT INTO site_epoch (site_id, life, epoch, common, ended_at) VALUES ($1, $2, $3, $4, $5)', [site_id, life, epoch, seq, now]);
    await transaction.execute('UPDATE site SET epoch = $2, life = life + 1 WHERE site_id = $1', [site_id, newEpoch()]);
    await transaction.execute('UPDATE device SET restored = true WHERE site_id = $1', [site_id]);
    await transaction.execute('DELETE FROM snapshot_chunk WHERE site_id = $1', [site_id]);
    await transaction.execute('DELETE FROM snapshot WHERE site_id = $1', [site_id]);
  }
  return (await transaction.query<Columns>(`${SELECT} ORDER BY site_id`)).map(rowOf);
}
