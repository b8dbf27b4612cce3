import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { occurrenceOf } from '../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import { tableOf } from './columns.ts';
import type { UnreadableEntry } from './journal.ts';
import type { SqliteWorld } from './sqlite-world.ts';
import { foldOrder, loadCopy } from './sync/fold-order.ts';
import type { SyncParts } from './sync/pages.ts';
import { SHADOW } from './sync/shadow.ts';

export interface RebuildReport {
  readonly operations: number;
  readonly unreadable: readonly UnreadableEntry[];
  /** Tables whose rows were not what the journal adds up to; empty when the projections were right. */
  readonly different: readonly string[];
}

const PAGE = 1_000;
const TABLES = Object.values(tableOf);

/**
 * Folds everything anew, in the caller's transaction, and says which projections differed from it. A station alone: its journal. One of
 * a site: the copy it began with, the site's order after it, then what is pending. While a long history is on its way into the
 * order, the confirmed version is what is proven; what people see follows from it once it has arrived.
 */
export function rebuild(parts: SyncParts): RebuildReport {
  const { state } = parts.membership;
  if (!state) return rebuildAlone(parts);
  if (state.shadowed) return compared(parts.database, SHADOW, () => refillShadow(parts));
  // Numbers of the order that what people see has not taken in yet are no difference.
  parts.layers.relay();
  return compared(parts.database, '', () => {
    parts.layers.leave();
    empty(parts.database, parts.shown);
    const report = foldConfirmed(parts, parts.shown, state.base);
    const laid = parts.layers.relay();
    return { ...report, operations: report.operations + laid.length };
  });
}

/** Makes the shadow tables anew from what this store holds. */
export function refillShadow(parts: SyncParts): Omit<RebuildReport, 'different'> {
  const { shadow, database, membership } = parts;
  shadow.begin();
  if (!membership.state?.manifest) return foldConfirmed(parts, shadow.world, membership.state?.base ?? 0);
  loadCopy(database, shadow.world, true);
  return { operations: 0, unreadable: [] };
}

function foldConfirmed({ database, needsUpdate }: SyncParts, world: SqliteWorld, base: number): Omit<RebuildReport, 'different'> {
  const unreadable: UnreadableEntry[] = [];
  loadCopy(database, world, false);
  needsUpdate.clearUpTo(Number.MAX_SAFE_INTEGER);
  const operations = foldOrder(database, world, base, (entry, row, siteSeq) => {
    unreadable.push(entry);
    needsUpdate.add(JSON.parse(row.aggregates) as string[], siteSeq);
  });
  return { operations, unreadable };
}

function rebuildAlone({ database, shown, journal }: SyncParts): RebuildReport {
  return compared(database, '', () => {
    empty(database, shown);
    const unreadable: UnreadableEntry[] = [];
    let operations = 0;
    for (let after = 0; ; ) {
      const skipped: UnreadableEntry[] = [];
      const entries = journal.read(after, PAGE, (entry) => skipped.push(entry));
      for (const { operation } of entries) applyOperation(shown, operation, occurrenceOf(operation, null));
      shown.flush();
      operations += entries.length;
      unreadable.push(...skipped);
      const last = Math.max(entries.at(-1)?.seq ?? 0, skipped.at(-1)?.seq ?? 0);
      if (last === 0) return { operations, unreadable };
      after = last;
    }
  });
}

function compared(database: Database.Database, prefix: string, fold: () => Omit<RebuildReport, 'different'>): RebuildReport {
  const hashes = (): Map<string, string> => new Map(TABLES.map((table) => [table, tableHash(database, `${prefix}${table}`)]));
  const before = hashes();
  const report = fold();
  const after = hashes();
  return { ...report, different: TABLES.filter((table) => before.get(table) !== after.get(table)) };
}

function empty(database: Database.Database, world: SqliteWorld): void {
  for (const table of TABLES) database.exec(`DELETE FROM ${table}`);
  world.forget();
}

/** A digest of every row of a table in key order: equal digests mean equal tables. */
function tableHash(database: Database.Database, table: string): string {
  const hash = createHash('sha256');
  const order = database.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`).pluck().all().join(', ');
  for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).raw().iterate()) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}
