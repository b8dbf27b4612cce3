import type { WireOperation } from '../../shared/contracts/sync.ts';
import type { Instant } from '../../shared/lib/time.ts';
import type { Database } from './database.ts';

/** What stations without rights have sent: kept whole, in no order, for a supervisor. */
export class HeldOperations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async hold(site: string, station: string, lineage: number, operations: readonly WireOperation[], now: Instant): Promise<void> {
    const column = <Value>(value: (operation: WireOperation) => Value): Value[] => operations.map(value);
    await this.#database.execute(
      `INSERT INTO held_operation (site_id, op_id, station, lineage, station_seq, envelope, received_at)
       SELECT $1, r.op_id, $2, $3, r.station_seq, r.envelope, $4 FROM unnest($5::text[], $6::bigint[], $7::text[]) AS r (op_id, station_seq, envelope)
       ON CONFLICT (site_id, op_id) DO NOTHING`,
      [site, station, lineage, now, column(({ opId }) => opId), column(({ stationSeq }) => stationSeq), column((operation) => JSON.stringify(operation))],
    );
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
