import type Database from 'better-sqlite3';
import { snapshotManifest, type SnapshotManifest } from '../../../shared/contracts/sync.ts';

/** How this store stands in its site's order. */
export interface MembershipState {
  /** The life of central that the numbers belong to. */
  readonly epoch: string;
  readonly stationNumber: number;
  /** The last number of the site's order whose effects are in the confirmed version. */
  readonly after: number;
  /** The number of the copy that the confirmed version began with; 0 when it began with nothing. */
  readonly base: number;
  /** What people had seen of the order before central's life changed. */
  readonly seen: number;
  /** The station number after which this incarnation's operations begin. */
  readonly lineageStart: number;
  /** Operations up to this station number were written in former lives of central; 0 when there was none. */
  readonly lifeStart: number;
  /** How much of the order those lives and the present one share. */
  readonly lifeCommon: number;
  /** The one former life that they were written in; null when there were several. */
  readonly lifeBefore: string | null;
  /** The confirmed version is in tables of its own: too much is pending to keep it row by row, or a copy comes in. */
  readonly shadowed: boolean;
  /** The pending operations are still to be laid over what was confirmed since. */
  readonly stale: boolean;
  readonly awaitsCopy: boolean;
  /** The copy that is coming in. */
  readonly manifest: SnapshotManifest | null;
}

interface Row {
  readonly epoch: string;
  readonly station_number: number;
  readonly after: number;
  readonly base: number;
  readonly seen: number;
  readonly lineage_start: number;
  readonly life_start: number;
  readonly life_common: number;
  readonly life_before: string | null;
  readonly shadowed: number;
  readonly stale: number;
  readonly awaits_copy: number;
  readonly manifest: string | null;
}

/** The one row that says whether and how this store is part of a site. A store without it pays nothing for sync. */
export class Membership {
  readonly #database: Database.Database;
  #state: MembershipState | undefined;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#state = read(database);
  }

  get state(): MembershipState | undefined {
    return this.#state;
  }

  set(state: MembershipState): void {
    this.#database
      .prepare(
        `INSERT INTO membership (id, epoch, station_number, after, base, seen, lineage_start, life_start, life_common, life_before, shadowed, stale, awaits_copy, manifest)
         VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, station_number = excluded.station_number, after = excluded.after, base = excluded.base,
           seen = excluded.seen, lineage_start = excluded.lineage_start, life_start = excluded.life_start, life_common = excluded.life_common, life_before = excluded.life_before, shadowed = excluded.shadowed, stale = excluded.stale,
           awaits_copy = excluded.awaits_copy, manifest = excluded.manifest`,
      )
      .run(
        state.epoch, state.stationNumber, state.after, state.base, state.seen, state.lineageStart, state.lifeStart, state.lifeCommon, state.lifeBefore, state.shadowed ? 1 : 0, state.stale ? 1 : 0,
        state.awaitsCopy ? 1 : 0, state.manifest === null ? null : JSON.stringify(state.manifest),
      );
    this.#state = state;
  }

  reload(): void {
    this.#state = read(this.#database);
  }
}

function read(database: Database.Database): MembershipState | undefined {
  const row = database.prepare<[], Row>('SELECT * FROM membership').get();
  return row && {
    epoch: row.epoch,
    stationNumber: row.station_number,
    after: row.after,
    base: row.base,
    seen: row.seen,
    lineageStart: row.lineage_start,
    lifeStart: row.life_start,
    lifeCommon: row.life_common,
    lifeBefore: row.life_before,
    shadowed: row.shadowed === 1,
    stale: row.stale === 1,
    awaitsCopy: row.awaits_copy === 1,
    manifest: row.manifest === null ? null : snapshotManifest.parse(JSON.parse(row.manifest)),
  };
}
