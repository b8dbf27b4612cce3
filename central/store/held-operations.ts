import { wireOperation, type WireOperation } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { Database } from './database.ts';

/** What stations without rights have sent: kept whole, in no order, for a supervisor. */
export class HeldOperations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Answers how many of them are new. */
  async hold(site: string, station: string, lineage: number, operations: readonly WireOperation[], now: Instant): Promise<number> {
    const column = <Value>(value: (operation: WireOperation) => Value): Value[] => operations.map(value);
    return this.#database.execute(
      `INSERT INTO held_operation (site_id, op_id, station, lineage, station_seq, envelope, received_at)
       SELECT $1, r.op_id, $2, $3, r.station_seq, r.envelope, $4 FROM unnest($5::text[], $6::bigint[], $7::text[]) AS r (op_id, station_seq, envelope)
       ON CONFLICT (site_id, op_id) DO NOTHING`,
      [site, station, lineage, now, column(({ opId }) => opId), column(({ stationSeq }) => stationSeq), column((operation) => JSON.stringify(operation))],
    );
  }

  /** What is held of a lineage and not in the site's order, in the order it was written; up to a number where one is given. */
  async waiting(site: string, station: string, lineage: number, through: number | null = null): Promise<readonly WireOperation[]> {
    const rows = await this.#database.query<{ envelope: string }>(
      `SELECT h.envelope FROM held_operation AS h WHERE h.site_id = $1 AND h.station = $2 AND h.lineage = $3 AND ($4::bigint IS NULL OR h.station_seq <= $4)
         AND NOT EXISTS (SELECT 1 FROM operation AS o WHERE o.site_id = h.site_id AND o.op_id = h.op_id) ORDER BY h.station_seq, h.op_id`,
      [site, station, lineage, through],
    );
    return rows.map(({ envelope }) => wireOperation.parse(JSON.parse(envelope)));
  }

  /** How far a lineage is held without a gap, from what the site's order has of it. */
  async have(site: string, station: string, lineage: number, from: number): Promise<number> {
    const rows = await this.#database.query<{ station_seq: number }>(
      'SELECT DISTINCT station_seq FROM held_operation WHERE site_id = $1 AND station = $2 AND lineage = $3 AND station_seq > $4 ORDER BY station_seq',
      [site, station, lineage, from],
    );
    const gap = rows.findIndex((row, index) => row.station_seq !== from + 1 + index);
    return from + (gap === -1 ? rows.length : gap);
  }
}
