import type { StationRow } from '../../shared/contracts/central.ts';
import { SECOND, type Instant } from '../../shared/lib/time.ts';
import type { Database } from './database.ts';

export interface Enrolled {
  readonly site: string;
  readonly station: string;
  readonly name: string;
  readonly number: number;
  readonly version: string;
  readonly protocol: number;
}

/** What a station let be known when it last called. */
export interface Sighting {
  readonly site: string;
  readonly station: string;
  readonly at: Instant;
  readonly backlog?: number;
  readonly oldestAt?: Instant | null;
  readonly behind?: number;
  readonly skewMs?: number;
  readonly version?: string;
}

interface Columns {
  readonly station: string;
  readonly name: string;
  readonly number: number;
  readonly state: 'active' | 'revoked';
  readonly version: string;
  readonly protocol: number;
  readonly enrolled_at: Instant;
  readonly last_seen_at: Instant | null;
  readonly backlog: number;
  readonly oldest_at: Instant | null;
  readonly behind: number;
  readonly skew_ms: number | null;
  readonly held: number;
  readonly [column: string]: unknown;
}

const HELD = `(SELECT count(*) FROM held_operation AS h WHERE h.site_id = s.site_id AND h.station = s.station
  AND NOT EXISTS (SELECT 1 FROM operation AS o WHERE o.site_id = h.site_id AND o.op_id = h.op_id))`;

/** Longest that a station whose rights were taken at another central keeps them at this one. */
const RIGHTS_KNOWN = SECOND;

const keyOf = (site: string, station: string): string => `${site} ${station}`;

/** The stations of sites, as the operations page shows them and as rights are decided by. */
export class Stations {
  readonly #database: Database;
  readonly #rights = new Map<string, { readonly active: boolean; readonly at: Instant }>();

  constructor(database: Database) {
    this.#database = database;
  }

  async stateOf(site: string, station: string): Promise<'active' | 'revoked' | undefined> {
    const [row] = await this.#database.query<Columns>('SELECT state FROM station WHERE site_id = $1 AND station = $2', [site, station]);
    return row?.state;
  }

  /** Whether it has its rights; asked with every request, so looked up once a second at most, and anew when this process changes them. */
  async isActive(site: string, station: string, now: Instant): Promise<boolean> {
    const key = keyOf(site, station);
    const known = this.#rights.get(key);
    if (known && Math.abs(now - known.at) < RIGHTS_KNOWN) return known.active;
    const active = (await this.stateOf(site, station)) === 'active';
    this.#rights.set(key, { active, at: now });
    return active;
  }

  async of(site: string): Promise<readonly StationRow[]> {
    const rows = await this.#database.query<Columns>(`SELECT s.*, ${HELD} AS held FROM station AS s WHERE s.site_id = $1 ORDER BY s.number`, [site]);
    return rows.map((row) => ({
      station: row.station, name: row.name, number: row.number, state: row.state, version: row.version, protocol: row.protocol, enrolledAt: row.enrolled_at,
      lastSeenAt: row.last_seen_at, backlog: row.backlog, oldestAt: row.oldest_at, behind: row.behind, skewMs: row.skew_ms, heldAside: row.held,
    }));
  }

  async enrol({ site, station, name, number, version, protocol }: Enrolled, now: Instant): Promise<void> {
    await this.#database.execute(
      `INSERT INTO station (site_id, station, name, number, state, version, protocol, enrolled_at) VALUES ($1, $2, $3, $4, 'active', $5, $6, $7)
       ON CONFLICT (site_id, station) DO UPDATE SET name = excluded.name, number = excluded.number, state = 'active', version = excluded.version, protocol = excluded.protocol, enrolled_at = excluded.enrolled_at`,
      [site, station, name, number, version, protocol, now],
    );
    this.#rights.delete(keyOf(site, station));
  }

  /** False when it has no rights already. */
  async revoke(site: string, station: string): Promise<boolean> {
    const revoked = await this.#database.execute(`UPDATE station SET state = 'revoked' WHERE site_id = $1 AND station = $2 AND state = 'active'`, [site, station]);
    this.#rights.delete(keyOf(site, station));
    return revoked === 1;
  }

  /** Notes what stations of one site let be known: one statement and one sync to the disk, however many of them called. */
  async sighted(site: string, seen: readonly Sighting[]): Promise<void> {
    const column = <Value>(value: (sighting: Sighting) => Value | undefined): (Value | null)[] => seen.map((each) => value(each) ?? null);
    await this.#database.execute(
      `UPDATE station AS s SET last_seen_at = r.at, backlog = coalesce(r.backlog, s.backlog), oldest_at = CASE WHEN r.backlog IS NULL THEN s.oldest_at ELSE r.oldest_at END,
         behind = coalesce(r.behind, s.behind), skew_ms = coalesce(r.skew_ms, s.skew_ms), version = coalesce(r.version, s.version)
       FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[]) AS r (station, at, backlog, oldest_at, behind, skew_ms, version)
       WHERE s.site_id = $1 AND s.station = r.station`,
      [
        site, column((each) => each.station), column((each) => each.at), column((each) => each.backlog), column((each) => each.oldestAt), column((each) => each.behind),
        column((each) => each.skewMs), column((each) => each.version),
      ],
    );
  }
}
