import { createHmac } from 'node:crypto';
import { DAY, later, SECOND, type Instant } from '../../shared/lib/time.ts';
import { digestOf, isSame, newSecret } from '../secrets.ts';
import type { Database, Queryable } from './database.ts';

export interface Device {
  readonly site: string;
  readonly id: string;
  readonly station: string;
  readonly publicKey: string;
}

export type Refreshed = { readonly ok: true; readonly refreshToken: string } | { readonly ok: false; readonly why: 'revoked' | 'expired' | 'reused' };

interface Columns {
  readonly station: string;
  readonly public_key: string;
  readonly state: 'active' | 'revoked';
  readonly token_hash: string;
  readonly previous_hash: string | null;
  readonly successor_used_at: Instant | null;
  readonly expires_at: Instant;
  readonly restored: boolean;
  readonly [column: string]: unknown;
}

const LIFE = 30 * DAY;
/** Two requests of one station may cross. */
const GRACE = 10 * SECOND;

/** A refresh token names its site and device, so that it is found by key; only the rest is secret. */
const tokenOf = (site: string, id: string, secret: string): string => `${site}.${id}.${secret}`;

export function readToken(token: string): { readonly site: string; readonly id: string } | undefined {
  const [site, id, secret, ...more] = token.split('.');
  return site === undefined || id === undefined || secret === undefined || more.length > 0 ? undefined : { site, id };
}

/** Which generation of a device's tokens an access token belongs to. */
export const generationOf = (refreshToken: string): string => digestOf(refreshToken).slice(0, 16);

/**
 * Device keys with their rotating refresh tokens. The one before stays good until its successor has been used: the answer that carried
 * the successor may have been lost, and the station off the network for days since. Any older one means two holders.
 */
export class Devices {
  readonly #database: Database;
  readonly #newId: () => string;
  readonly #rotationKey: string;

  constructor(database: Database, newId: () => string, rotationKey: string) {
    this.#database = database;
    this.#newId = newId;
    this.#rotationKey = rotationKey;
  }

  /** A new key for a station, with its first refresh token. */
  async create(site: string, station: string, publicKey: string, now: Instant): Promise<{ readonly id: string; readonly refreshToken: string }> {
    const id = this.#newId();
    const refreshToken = tokenOf(site, id, newSecret());
    await this.#database.execute(
      `INSERT INTO device (site_id, device_id, station, public_key, state, token_hash, expires_at, created_at) VALUES ($1, $2, $3, $4, 'active', $5, $6, $7)`,
      [site, id, station, publicKey, digestOf(refreshToken), later(now, LIFE), now],
    );
    return { id, refreshToken };
  }

  async find(site: string, id: string): Promise<Device | undefined> {
    const [row] = await this.#database.query<Columns>('SELECT station, public_key FROM device WHERE site_id = $1 AND device_id = $2', [site, id]);
    return row && { site, id, station: row.station, publicKey: row.public_key };
  }

  /** Exchanges a refresh token; the caller has seen the proof of the device's key. */
  async refresh({ site, id }: Device, token: string, now: Instant): Promise<Refreshed> {
    return this.#database.transaction(async (transaction) => {
      const [row] = await transaction.query<Columns>('SELECT state, token_hash, previous_hash, successor_used_at, expires_at, restored FROM device WHERE site_id = $1 AND device_id = $2 FOR UPDATE', [site, id]);
      if (row?.state !== 'active') return { ok: false, why: 'revoked' };
      if (row.expires_at <= now) return { ok: false, why: 'expired' };
      const digest = digestOf(token);
      const current = isSame(row.token_hash, digest);
      const before = row.previous_hash !== null && isSame(row.previous_hash, digest) && (row.successor_used_at === null || now - row.successor_used_at < GRACE);
      // Tokens given out between a backup and its restore are not known here; the key vouches for the device, once.
      if (!current && !before && !row.restored) {
        await transaction.execute(`UPDATE device SET state = 'revoked' WHERE site_id = $1 AND device_id = $2`, [site, id]);
        return { ok: false, why: 'reused' };
      }
      // The same token has the same successor, however often and in whatever order it is asked for.
      const refreshToken = tokenOf(site, id, createHmac('sha256', this.#rotationKey).update(token).digest('base64url'));
      await transaction.execute(
        'UPDATE device SET token_hash = $3, previous_hash = $4, successor_used_at = CASE WHEN token_hash = $3 THEN successor_used_at ELSE NULL END, expires_at = $5, restored = false WHERE site_id = $1 AND device_id = $2',
        [site, id, digestOf(refreshToken), digest, later(now, LIFE)],
      );
      return { ok: true, refreshToken };
    });
  }

  /** An access token of this generation came in: its refresh token has arrived at the station. */
  async arrived(site: string, id: string, generation: string, now: Instant, on: Queryable = this.#database): Promise<void> {
    await on.execute(
      `UPDATE device SET successor_used_at = $4 WHERE site_id = $1 AND device_id = $2 AND successor_used_at IS NULL AND previous_hash IS NOT NULL AND token_hash LIKE $3 || '%'`,
      [site, id, generation, now],
    );
  }
}
