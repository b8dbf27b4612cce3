import type Database from 'better-sqlite3';
import { BENCH_GTIN, BENCH_PO } from './large-store.ts';

/** Scans that a station keeps rows of: from then on each one lets the oldest go (`shared/domain/scanning/record.ts`). */
const KEPT_SCANS = 1_000;

/** The very rows that a pick writes, into the very same tables and indexes, by bare better-sqlite3: what SQLite itself costs. */
export class BareWriter {
  readonly #one: Database.Transaction<() => void>;
  #seq = 0;

  constructor(database: Database.Database) {
    const operation = database.prepare("INSERT INTO operation (op_id, site, station, incarnation, station_seq, hlc, kind, v, aggregates, base_seq, actor, occurred_at, body, hash) VALUES (?, 'bench', 'bare', 1, ?, ?, 'pick.confirmed', 1, ?, 0, 'ana', ?, ?, ?)");
    const aggregate = database.prepare('INSERT INTO operation_aggregate (aggregate, seq) VALUES (?, ?)');
    const order = database.prepare('UPDATE purchase_order SET picked = picked + 1 WHERE po = ?');
    const line = database.prepare("UPDATE order_line SET picked = picked + 1, worked_by = ? WHERE po = ? AND line = '1'");
    const stock = database.prepare("UPDATE stock SET boxed = boxed - 1, allocated = allocated - 1 WHERE sku = 'CG-1000'");
    const bin = database.prepare("UPDATE bin SET boxed = boxed - 1, moved_by = ? WHERE sku = 'CG-1000' AND location = 'A-0-0'");
    const scan = database.prepare("INSERT INTO scan (op_id, station, station_seq, staff_id, at, kind, code, po, line, sku, location, eaches, undone, cartons, taken) VALUES (?, 'bare', ?, 'ana', ?, 'pick', ?, ?, '1', 'CG-1000', 'A-0-0', 1, 0, 0, 1)");
    const oldScan = database.prepare('DELETE FROM scan WHERE op_id = ?');
    const body = JSON.stringify({ po: BENCH_PO, line: '1', sku: 'CG-1000', location: 'A-0-0', eaches: 1, code: BENCH_GTIN, keyed: false });
    this.#one = database.transaction(() => {
      this.#seq += 1;
      const id = idOf(this.#seq);
      const at = 1_800_000_000_000 + this.#seq;
      const touch = JSON.stringify({ opId: id, station: 'bare', actor: 'ana', at, siteSeq: null, other: null });
      const { lastInsertRowid } = operation.run(id, this.#seq, `${at}:0`, JSON.stringify([`order:${BENCH_PO}`, 'product:CG-1000']), at, body, 'f'.repeat(64));
      aggregate.run(`order:${BENCH_PO}`, lastInsertRowid);
      aggregate.run('product:CG-1000', lastInsertRowid);
      bin.run(touch);
      stock.run();
      line.run(touch, BENCH_PO);
      order.run(BENCH_PO);
      scan.run(id, this.#seq, at, BENCH_GTIN, BENCH_PO);
      if (this.#seq > KEPT_SCANS) oldScan.run(idOf(this.#seq - KEPT_SCANS));
    });
  }

  write(): void {
    this.#one.immediate();
  }
}

const idOf = (seq: number): string => `bare-${String(seq).padStart(32, '0')}`;
