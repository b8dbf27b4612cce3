import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../../electron/store/store.ts';
import { decided, type Context } from '../../shared/domain/decision.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { location, poNumber, sku, staffId } from '../../shared/lib/ids.ts';
import { HOUR, instant, later } from '../../shared/lib/time.ts';
import { orderDocument, productOf } from '../support/domain.ts';

export const BENCH_PO = 'HOT00001';
export const BENCH_GTIN = '00040071156251';

const ORDERS = 10_000;
const UNITS = 50_000;
const OPERATIONS = 1_000_000;
const HOT = 40;
const PRODUCTS = 4_000;
const PAGE = 500;

/** A store of a busy year: live orders and pallets through real decisions, old operations written straight into the journal. */
export function seedLargeStore(data: string): void {
  mkdirSync(data, { recursive: true });
  const file = join(data, 'hotdock.db');
  const store = new Store({ file, newIdentity: () => ({ site: 'bench', station: 'dock1', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  const now = instant(Date.now());
  let ids = 0;
  const context: Context = { now, actor: { staffId: staffId('sup'), name: 'Sam', role: 'supervisor' }, station: 'dock1', newId: () => `seed-${(ids += 1)}` };
  const write = (drafts: readonly OperationDraft[]): void => {
    for (let from = 0; from < drafts.length; from += PAGE) store.decide(context, () => decided(drafts.slice(from, from + PAGE), undefined));
  };
  write(
    Array.from({ length: PRODUCTS }, (_, index): OperationDraft[] => {
      const name = `CG-${1000 + index}`;
      return [
        { kind: 'product.put', body: productOf(name, index === 0 ? { gtinEach: BENCH_GTIN, caseSize: 1 } : {}) },
        { kind: 'stock.set', body: { sku: sku(name), location: location(`A-${index % 40}-${Math.floor(index / 40)}`), boxed: 10_000_000, safety: 10, reason: 'seed', code: null } },
      ];
    }).flat(),
  );
  write(
    Array.from({ length: ORDERS }, (_, index): OperationDraft[] => {
      const po = index === 0 ? BENCH_PO : `PO${String(index).padStart(6, '0')}`;
      const quantity = index === 0 ? 5_000_000 : 120;
      const lines = Array.from({ length: index === 0 ? 1 : 3 }, (_each, line) => ({ vendorSku: `CG-${1000 + (index === 0 ? 0 : (index * 3 + line) % PRODUCTS)}`, unitSize: 1, quantity }));
      const shipBy = later(now, (24 + (index % 400)) * HOUR);
      const received: OperationDraft = { kind: 'order.received', body: orderDocument(po, lines, { hpo: index < HOT, rush: index < HOT, shipBy, acknowledgeBy: later(now, 24 * HOUR) }) };
      const answers = lines.map((_line, at) => ({ line: String(at + 1), accepted: quantity, rejected: 0, backordered: 0, rejectionReason: null, shipDate: null }));
      return [received, { kind: 'order.acknowledged', body: { po: poNumber(po), version: 1, lines: answers, override: null } }];
    }).flat(),
  );
  write(
    Array.from({ length: UNITS }, (_, index): OperationDraft => ({
      kind: 'unit.opened',
      body: { sscc: String(100_000_000_000_000_000n + BigInt(index)), serial: index, kind: 'pallet', po: poNumber(`PO${String(1 + (index % (ORDERS - 1))).padStart(6, '0')}`) },
    })),
  );
  write([{ kind: 'task.set', body: { kind: 'pick', po: poNumber(BENCH_PO), shipmentId: null, sscc: null, location: location('A-0-0'), sku: null } }]);
  const have = store.journalLength();
  store.close();
  fillJournal(file, OPERATIONS - have);
}

/** Old operations of another station: rows in the journal that the folds of today never touch. */
export function fillJournal(file: string, count: number): void {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  database.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO operation (op_id, site, station, incarnation, station_seq, hlc, kind, v, aggregates, base_seq, actor, occurred_at, body, hash)
    SELECT 'old-' || i, 'bench', 'dock2', 1, i, i || ':0', 'scan.unknown', 1, '[]', 0, 'ana', i, '{"code":"' || i || '","task":null,"padding":"' || hex(zeroblob(120)) || '"}', '' FROM n;
  `);
  database.close();
}
