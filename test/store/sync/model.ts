import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { hashOf, understand } from '../../../electron/store/journal.ts';
import type { Store } from '../../../electron/store/store.ts';
import { aggregatesOf } from '../../../shared/contracts/aggregates.ts';
import type { Operation, OperationDraft } from '../../../shared/contracts/operations.ts';
import type { ConfirmedOperation, PullReply, PushReply, SnapshotManifest, WireOperation } from '../../../shared/contracts/sync.ts';
import { occurrenceOf } from '../../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../../shared/domain/sync/apply.ts';
import { keyFields, type EntityKind } from '../../../shared/domain/state/entities.ts';
import { MemoryWorld } from '../../../shared/domain/state/memory-world.ts';
import type { Reader, World } from '../../../shared/domain/state/world.ts';
import { staffId, type OperationId } from '../../../shared/lib/ids.ts';
import { instant } from '../../../shared/lib/time.ts';

/** 2026-11-24T14:00Z. */
const NOW = instant(Date.UTC(2026, 10, 24, 14));

const KINDS = Object.keys(keyFields) as EntityKind[];

/** Every row of a world, kind by kind in key order. */
export const dump = (reader: Reader): Record<string, readonly unknown[]> => Object.fromEntries(KINDS.map((kind) => [kind, reader.find(kind, {})]));

/** The same without the numbers that central gave: what people see may learn of those later. */
export function dumpUnnumbered(reader: Reader): unknown {
  return JSON.parse(JSON.stringify(dump(reader), (key, value: unknown) => (key === 'siteSeq' ? null : value)));
}

/** Folds as stations and central do; what cannot be read is left out. */
function fold(world: World, wire: WireOperation, siteSeq: number | null, lineage?: number): ConfirmedOperation['verdict'] {
  const read = understand(wire);
  return 'operation' in read ? applyOperation(world, read.operation, occurrenceOf(read.operation, siteSeq, lineage)).verdict : 'quarantined';
}

/** The site's order in memory, without any of central's own rules: what a station's store must be equal to. */
export class ModelCentral {
  epoch = 'epoch-1';
  readonly order: ConfirmedOperation[] = [];
  world = new MemoryWorld();
  #foreign = 0;
  readonly #numbers = new Map<string, number>();

  get head(): number {
    return this.order.length;
  }

  /** Another station did something, having seen the order up to `baseSeq`. */
  foreign(station: string, draft: OperationDraft | { readonly kind: string; readonly body: object; readonly aggregates: string[] }, baseSeq: number, incarnation = 1): WireOperation {
    const lineage = `${station}~${incarnation}`;
    const stationSeq = (this.#numbers.get(lineage) ?? 0) + 1;
    this.#numbers.set(lineage, stationSeq);
    this.#foreign += 1;
    const operation = wireOperationOf(`${lineage}-${this.#foreign}`, station, incarnation, stationSeq, draft, baseSeq);
    this.append(operation);
    return operation;
  }

  append(op: WireOperation, lineage = op.incarnation): ConfirmedOperation {
    const siteSeq = this.head + 1;
    const verdict = fold(this.world, op, siteSeq, lineage);
    const placed = { siteSeq, verdict, caseIds: [], lineage, op };
    this.order.push(placed);
    return placed;
  }

  push(operations: readonly WireOperation[], incarnation = 1): PushReply {
    const results = operations.map((op): PushReply['results'][number] => {
      const known = this.order.find((each) => each.op.opId === op.opId);
      const { siteSeq, verdict, caseIds } = known ?? this.append(op);
      return { opId: op.opId, siteSeq, verdict: known ? 'duplicate' : verdict, caseIds };
    });
    return { epoch: this.epoch, head: this.head, now: NOW, have: { incarnation, stationSeq: Math.max(0, ...operations.map(({ stationSeq }) => stationSeq)) }, results };
  }

  page(after: number, limit: number): PullReply {
    return { epoch: this.epoch, head: this.head, now: NOW, have: { incarnation: 1, stationSeq: 0 }, operations: this.order.slice(after, after + limit) };
  }

  /** A new life that remembers the order only up to `common`. */
  restore(common: number, epoch: string): void {
    this.epoch = epoch;
    this.order.length = common;
    this.world = new MemoryWorld();
    for (const { op, siteSeq, lineage } of this.order) fold(this.world, op, siteSeq, lineage);
  }

  snapshot(rowsInChunk = 5): { readonly manifest: SnapshotManifest; readonly chunks: readonly Uint8Array[] } {
    const rows = [...this.world.rows()];
    const chunks: Uint8Array[] = [];
    for (let from = 0; from < rows.length; from += rowsInChunk) chunks.push(gzipSync(rows.slice(from, from + rowsInChunk).map((row) => `${JSON.stringify(row)}\n`).join('')));
    const described = chunks.map((bytes, number) => ({ number, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }));
    return { manifest: { epoch: this.epoch, head: this.head, now: NOW, seq: this.head, rows: rows.length, chunks: described }, chunks };
  }
}

function wireOperationOf(
  opId: string, station: string, incarnation: number, stationSeq: number,
  draft: OperationDraft | { readonly kind: string; readonly body: object; readonly aggregates: string[] }, baseSeq: number,
): WireOperation {
  const aggregates = 'aggregates' in draft ? draft.aggregates : aggregatesOf(draft);
  const unsigned = {
    opId: opId as OperationId, site: 'site', station, incarnation, stationSeq, hlc: `${NOW}:${stationSeq}`, kind: draft.kind, v: 1, aggregates, baseSeq,
    actor: staffId('ana'), occurredAt: instant(NOW + stationSeq), body: draft.body,
  };
  return { ...unsigned, body: { ...draft.body }, hash: hashOf(unsigned as unknown as Omit<Operation, 'hash'>) };
}

export const EVERYTHING = { operations: 1_000_000, bytes: 1_000_000_000 };

/** Own operations that the order does not have, as the journal has them. */
function pendingOf(store: Store): WireOperation[] {
  const rows = store.database.prepare('SELECT op_id FROM pending JOIN operation USING (seq) ORDER BY seq').pluck().all().map(String);
  const byId = new Map(store.journal(0, 1_000_000).entries.map(({ operation }) => [operation.opId as string, operation]));
  return rows.map((opId) => byId.get(opId) as unknown as WireOperation);
}

/** What a store must hold: the order up to its cursor, then what is pending. */
export function expected(central: ModelCentral, store: Store): { readonly confirmed: MemoryWorld; readonly shown: MemoryWorld } {
  const { after } = store.sync.cursor();
  const confirmed = new MemoryWorld();
  const shown = new MemoryWorld();
  for (const { op, siteSeq, lineage } of central.order.slice(0, after)) {
    fold(confirmed, op, siteSeq, lineage);
    fold(shown, op, siteSeq, lineage);
  }
  for (const op of pendingOf(store)) fold(shown, op, null, store.sync.incarnation);
  return { confirmed, shown };
}

export const PAIRING = { site: 'site', station: 'dock1', incarnation: 1, stationNumber: 1, epoch: 'epoch-1' };

/** Sends and takes everything until nothing waits on either side. */
export function drain(central: ModelCentral, store: Store, limit = 7): void {
  for (let turns = 0; turns < 10_000; turns += 1) {
    const recovered = store.sync.recovered({ operations: limit, bytes: EVERYTHING.bytes }).operations.map(({ op }) => op);
    const operations = recovered.length > 0 ? recovered : store.sync.unsent({ operations: limit, bytes: EVERYTHING.bytes });
    if (operations.length > 0) store.sync.acknowledge(central.push(operations, store.sync.incarnation));
    const { after } = store.sync.cursor();
    if (operations.length === 0 && after === central.head && store.sync.pending === 0) return;
    store.sync.apply(central.page(after, limit));
  }
  throw new Error('never drained');
}
