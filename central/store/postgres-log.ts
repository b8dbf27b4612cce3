import type { Verdict } from '../../shared/contracts/sync.ts';
import type { KnownOperation, Lineage, LogEntry, SiteLog, SiteState, SiteTransaction, StoredSnapshot } from '../sync/port.ts';
import { RULE_VERSION } from '../sync/rules.ts';
import type { Database, Queryable, Row } from './database.ts';
import { commonWith } from './sites.ts';

interface OperationRow extends Row {
  readonly site_seq: number;
  readonly op_id: string;
  readonly station: string;
  readonly lineage: number;
  readonly station_seq: number;
  readonly kind: string;
  readonly hash: string;
  readonly envelope: string;
  readonly verdict: Verdict;
  readonly case_ids: string[];
  readonly recovered: boolean;
  readonly again: string | null;
  readonly seen: number | null;
}

interface LineageRow extends Row {
  readonly station: string;
  readonly incarnation: number;
  readonly base: number;
  readonly have: number;
  readonly highest: number;
  readonly forked_by: string | null;
}

interface StateRow extends Row {
  readonly epoch: string;
  readonly life: number;
  readonly seq: number;
}

/** A site that this central does not have. */
export class UnknownSite extends Error {
  constructor(site: string) {
    super(`there is no site ${site}`);
  }
}

const STATE = 'SELECT epoch, life, seq FROM site WHERE site_id = $1';
const OPERATIONS = 'SELECT site_seq, op_id, station, lineage, station_seq, kind, hash, envelope, verdict, case_ids, recovered, again, seen FROM operation WHERE site_id = $1 AND site_seq > $2 ORDER BY site_seq LIMIT $3';
const LINEAGES = 'SELECT station, incarnation, base, have, highest, forked_by FROM lineage WHERE site_id = $1 AND station = ANY($2)';
const APPEND = `INSERT INTO operation (site_id, site_seq, op_id, station, lineage, station_seq, kind, hash, envelope, verdict, case_ids, rule_version, recovered, again, seen)
  SELECT $1, r.site_seq, r.op_id, r.station, r.lineage, r.station_seq, r.kind, r.hash, r.envelope, r.verdict, string_to_array(r.case_ids, chr(10)), $2, r.recovered, r.again, r.seen
  FROM unnest($3::bigint[], $4::text[], $5::text[], $6::integer[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::boolean[], $14::text[], $15::bigint[])
    AS r (site_seq, op_id, station, lineage, station_seq, kind, hash, envelope, verdict, case_ids, recovered, again, seen)`;
const PUT_LINEAGES = `INSERT INTO lineage (site_id, station, incarnation, base, have, highest, forked_by)
  SELECT $1, r.station, r.incarnation, r.base, r.have, r.highest, r.forked_by
  FROM unnest($2::text[], $3::integer[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[]) AS r (station, incarnation, base, have, highest, forked_by)
  ON CONFLICT (site_id, station, incarnation) DO UPDATE SET base = excluded.base, have = excluded.have, highest = excluded.highest`;

/** The log of sites in PostgreSQL. The lock of the site's row orders writers, so a reader that sees a number has seen all below it. */
export class PostgresLog implements SiteLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async state(site: string): Promise<SiteState | undefined> {
    const [row] = await this.#database.query<StateRow>(STATE, [site]);
    return row && { site, epoch: row.epoch, life: row.life, seq: row.seq };
  }

  async read(site: string, after: number, limit: number): Promise<readonly LogEntry[]> {
    return readFrom(this.#database, site, after, limit);
  }

  async lineage(site: string, station: string, incarnation: number): Promise<Lineage | undefined> {
    const rows = await this.#database.query<LineageRow>(LINEAGES, [site, [station]]);
    return rows.map(lineageOf).find((each) => each.incarnation === incarnation);
  }

  async write<Result>(site: string, work: (transaction: SiteTransaction) => Promise<Result>): Promise<Result> {
    return this.#database.transaction(async (connection) => {
      const [row] = await connection.query<StateRow>(`${STATE} FOR UPDATE`, [site]);
      if (!row) throw new UnknownSite(site);
      return work(new PostgresTransaction(connection, { site, epoch: row.epoch, life: row.life, seq: row.seq }));
    });
  }

  async newestSnapshot(site: string, epoch: string): Promise<StoredSnapshot | undefined> {
    const [row] = await this.#database.query<{ seq: number; row_count: number; chunks: string }>(
      'SELECT seq, row_count, chunks FROM snapshot WHERE site_id = $1 AND epoch = $2 AND rule_version = $3 ORDER BY seq DESC LIMIT 1',
      [site, epoch, RULE_VERSION],
    );
    return row && { seq: row.seq, rows: row.row_count, chunks: JSON.parse(row.chunks) as StoredSnapshot['chunks'] };
  }

  async snapshotChunk(site: string, epoch: string, seq: number, number: number): Promise<Uint8Array | undefined> {
    const [row] = await this.#database.query<{ bytes: Uint8Array }>('SELECT bytes FROM snapshot_chunk WHERE site_id = $1 AND epoch = $2 AND seq = $3 AND number = $4', [site, epoch, seq, number]);
    return row?.bytes;
  }

  async storeSnapshotChunk(site: string, epoch: string, seq: number, number: number, bytes: Uint8Array): Promise<void> {
    await this.#database.execute(
      'INSERT INTO snapshot_chunk (site_id, epoch, seq, number, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (site_id, epoch, seq, number) DO UPDATE SET bytes = excluded.bytes',
      [site, epoch, seq, number, bytes],
    );
  }

  async storeSnapshot(site: string, epoch: string, { seq, rows, chunks }: StoredSnapshot): Promise<void> {
    await this.#database.transaction(async (connection) => {
      await connection.execute(
        `INSERT INTO snapshot (site_id, epoch, seq, rule_version, row_count, chunks) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (site_id, epoch, seq) DO UPDATE SET rule_version = excluded.rule_version, row_count = excluded.row_count, chunks = excluded.chunks`,
        [site, epoch, seq, RULE_VERSION, rows, JSON.stringify(chunks)],
      );
      // The one before stays: a station may be in the middle of fetching it.
      const kept = await connection.query<{ seq: number }>('SELECT seq FROM snapshot WHERE site_id = $1 AND epoch = $2 ORDER BY seq DESC LIMIT 2', [site, epoch]);
      const oldest = Math.min(...kept.map((row) => row.seq));
      await connection.execute('DELETE FROM snapshot_chunk WHERE site_id = $1 AND (epoch <> $2 OR seq < $3)', [site, epoch, oldest]);
      await connection.execute('DELETE FROM snapshot WHERE site_id = $1 AND (epoch <> $2 OR seq < $3)', [site, epoch, oldest]);
    });
  }
}

class PostgresTransaction implements SiteTransaction {
  readonly state: SiteState;
  readonly #connection: Queryable;

  constructor(connection: Queryable, state: SiteState) {
    this.#connection = connection;
    this.state = state;
  }

  async read(after: number, limit: number): Promise<readonly LogEntry[]> {
    return readFrom(this.#connection, this.state.site, after, limit);
  }

  async known(opIds: readonly string[]): Promise<ReadonlyMap<string, KnownOperation>> {
    const rows = await this.#connection.query<OperationRow>('SELECT op_id, hash, site_seq, verdict, case_ids FROM operation WHERE site_id = $1 AND op_id = ANY($2)', [this.state.site, opIds]);
    return new Map(rows.map((row) => [row.op_id, { opId: row.op_id, hash: row.hash, siteSeq: row.site_seq, verdict: row.verdict, caseIds: row.case_ids }]));
  }

  async lineages(stations: readonly string[]): Promise<readonly Lineage[]> {
    return (await this.#connection.query<LineageRow>(LINEAGES, [this.state.site, stations])).map(lineageOf);
  }

  async numbersAbove(station: string, lineage: number, after: number): Promise<readonly number[]> {
    const rows = await this.#connection.query<{ station_seq: number }>(
      'SELECT station_seq FROM operation WHERE site_id = $1 AND station = $2 AND lineage = $3 AND station_seq > $4 ORDER BY station_seq',
      [this.state.site, station, lineage, after],
    );
    return rows.map((row) => row.station_seq);
  }

  common(epoch: string): Promise<number> {
    return commonWith(this.#connection, this.state.site, epoch);
  }

  async firstOther(epoch: string, common: number): Promise<number | null> {
    const [row] = await this.#connection.query<{ site_seq: number }>('SELECT site_seq FROM operation WHERE site_id = $1 AND site_seq > $2 AND again IS DISTINCT FROM $3 ORDER BY site_seq LIMIT 1', [this.state.site, common, epoch]);
    return row?.site_seq ?? null;
  }

  async append(entries: readonly LogEntry[], lineages: readonly Lineage[]): Promise<void> {
    const { site } = this.state;
    const sent: Promise<number>[] = [];
    if (entries.length > 0) {
      const column = <Value>(value: (entry: LogEntry) => Value): Value[] => entries.map(value);
      sent.push(this.#connection.execute(APPEND, [
        site, RULE_VERSION,
        column((each) => each.siteSeq), column((each) => each.opId), column((each) => each.station), column((each) => each.lineage), column((each) => each.stationSeq),
        column((each) => each.kind), column((each) => each.hash), column((each) => each.envelope), column((each) => each.verdict), column((each) => each.caseIds.join('\n')), column((each) => each.recovered), column((each) => each.again), column((each) => each.seen),
      ]));
      sent.push(this.#connection.execute('UPDATE site SET seq = seq + $2 WHERE site_id = $1', [site, entries.length]));
    }
    if (lineages.length > 0) {
      const column = <Value>(value: (lineage: Lineage) => Value): Value[] => lineages.map(value);
      sent.push(this.#connection.execute(PUT_LINEAGES, [
        site, column((each) => each.station), column((each) => each.incarnation), column((each) => each.base), column((each) => each.have), column((each) => each.highest), column((each) => each.forkedBy),
      ]));
    }
    await Promise.all(sent);
  }
}

async function readFrom(connection: Queryable, site: string, after: number, limit: number): Promise<readonly LogEntry[]> {
  const rows = await connection.query<OperationRow>(OPERATIONS, [site, after, limit]);
  return rows.map((row) => ({
    siteSeq: row.site_seq, opId: row.op_id, station: row.station, lineage: row.lineage, stationSeq: row.station_seq,
    kind: row.kind, hash: row.hash, envelope: row.envelope, verdict: row.verdict, caseIds: row.case_ids, recovered: row.recovered, again: row.again, seen: row.seen,
  }));
}

const lineageOf = (row: LineageRow): Lineage => ({ station: row.station, incarnation: row.incarnation, base: row.base, have: row.have, highest: row.highest, forkedBy: row.forked_by });
