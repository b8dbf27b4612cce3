import type { Instant } from '../../shared/lib/time.ts';
import type { Database } from './database.ts';

/** Bytes of documents by their digest: what came in as it came, what goes out as a station wrote it. */
export class Blobs {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async put(site: string, sha256: string, bytes: Uint8Array, now: Instant): Promise<void> {
    await this.#database.execute('INSERT INTO blob (site_id, sha256, bytes, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (site_id, sha256) DO NOTHING', [site, sha256, bytes, now]);
  }

  async get(site: string, sha256: string): Promise<Uint8Array | undefined> {
    const [row] = await this.#database.query<{ bytes: Uint8Array }>('SELECT bytes FROM blob WHERE site_id = $1 AND sha256 = $2', [site, sha256]);
    return row?.bytes;
  }
}
