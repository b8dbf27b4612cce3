import { isDeepStrictEqual } from 'node:util';
import { CENTRAL } from '../../central/sync/batch.ts';
import { readOperation } from '../../central/sync/operation-text.ts';
import type { LogEntry } from '../../central/sync/port.ts';
import type { Store } from '../../electron/store/store.ts';
import type { Operation } from '../../shared/contracts/operations.ts';
import { MemoryWorld } from '../../shared/domain/state/memory-world.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { occurrenceOf } from '../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import { bookFaults } from '../domain/sync/books.ts';
import { dump } from '../store/sync/model.ts';
import { traceFaults } from '../domain/handling-units/trace-faults.ts';
import { beyondOf, countedTwice, isLookedAt, withoutCase } from './cases.ts';
import { Goods } from './goods.ts';
import { found, type Finding } from './finding.ts';
import type { LogImage } from './memory-log.ts';
import { none, type Mutation } from './mutation.ts';
import { wireOf } from './wire.ts';

export interface NamedStore {
  readonly name: string;
  readonly store: Store;
}

/** A site in which everything is quiet. */
export interface Held {
  readonly stations: readonly NamedStore[];
  readonly entries: readonly LogEntry[];
  /** Central's projections at the head of the order. */
  readonly reader: Reader;
  /** Saved operations that some disk held all the time. */
  readonly saved: ReadonlySet<string>;
  readonly everWritten: ReadonlySet<string>;
}

/** What must hold of it; answers what does not. */
export function contradictions({ stations, entries, reader, saved, everWritten }: Held, folded = none.folded): readonly Finding[] {
  const { world, wrong, goods } = refold(entries, folded);
  const truth = dump(world);
  const byId = new Map(entries.map((entry) => [entry.opId, entry]));
  return [
    ...wrong,
    ...different(truth, dump(reader)).map((each) => `central ${each}`).map(found('central')),
    ...orderContradictions(entries, everWritten),
    ...[...saved].filter((opId) => !byId.has(opId)).map((opId) => `${opId} was saved and is not in the order`).map(found('saved')),
    ...gapsIn(entries),
    ...stations.flatMap((station) => stationFindings(station, byId, truth)),
    ...bookFaults(world).map(found('books')),
    ...traceFaults(world).map(found('traces')),
    ...goods.faults(world).map(found('goods')),
  ];
}

const readings = new WeakMap<LogEntry, ReturnType<typeof readOperation>>();

/** The beginning's entries are the same in every seed: each is read once. */
function readingOf(entry: LogEntry): ReturnType<typeof readOperation> {
  const known = readings.get(entry) ?? readOperation(wireOf(entry));
  readings.set(entry, known);
  return known;
}

/** The order folded from its first operation on, with what contradicts it. */
function refold(entries: readonly LogEntry[], folded: Mutation['folded']): { readonly world: MemoryWorld; readonly wrong: readonly Finding[]; readonly goods: Goods } {
  const world = new MemoryWorld();
  const goods = new Goods();
  const wrong = entries.flatMap((entry): Finding[] => {
    const reading = readingOf(entry);
    const { opId, siteSeq } = entry;
    if (!reading.ok) return [found('verdicts')(`${opId} at ${siteSeq} cannot be read: ${reading.reason}`)];
    return refoldOne({ world, goods, folded }, entry, reading.operation);
  });
  return { world, wrong, goods };
}

interface Refolded {
  readonly world: MemoryWorld;
  readonly goods: Goods;
  readonly folded: Mutation['folded'];
}

function refoldOne({ world, goods, folded }: Refolded, entry: LogEntry, operation: Operation): Finding[] {
  const { opId, siteSeq, lineage, seen, verdict, caseIds } = entry;
  const before = isLookedAt(operation) ? beyondOf(world, operation) : [];
  const occurrence = occurrenceOf(operation, siteSeq, lineage, seen ?? undefined);
  const twice = countedTwice(world, entry, operation);
  const judged = applyOperation(world, operation, occurrence);
  folded(world, operation);
  goods.note(operation, occurrence);
  const same = judged.verdict === verdict && isDeepStrictEqual([...judged.caseIds], [...caseIds]);
  return [
    ...(same ? [] : [found('verdicts')(`${opId} at ${siteSeq} was judged ${verdict} ${caseIds.join()}, and a rebuild judges ${judged.verdict} ${judged.caseIds.join()}`)]),
    ...twice.map(found('serials')),
    ...(isLookedAt(operation) ? withoutCase(world, entry, operation, before) : []).map(found('cases')),
  ];
}

type Rows = Record<string, readonly unknown[]>;

/** Rows are equal when they are field by field; a field that is missing and one that is undefined or null are the same. */
function isSame(left: unknown, right: unknown, ignored: string | undefined): boolean {
  if (left === right || (left ?? null) === (right ?? null)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const [one, other] = [left, right] as readonly [Record<string, unknown>, Record<string, unknown>];
  for (const key in one) if (key !== ignored && !isSame(one[key], other[key], ignored)) return false;
  for (const key in other) if (key !== ignored && one[key] === undefined && (other[key] ?? null) !== null) return false;
  return true;
}

function different(truth: Rows, held: Rows, ignored?: string): readonly string[] {
  return Object.entries(truth).flatMap(([kind, rows]) => {
    const others = held[kind] ?? [];
    const at = rows.findIndex((row, index) => !isSame(row, others[index], ignored));
    if (at === -1 && rows.length === others.length) return [];
    const index = at === -1 ? rows.length : at;
    return [`differs in ${kind}: the order gives ${JSON.stringify(rows[index])}, there is ${JSON.stringify(others[index])}`];
  });
}

/** What must hold of an order at any moment. */
export function orderContradictions(entries: readonly LogEntry[], everWritten: ReadonlySet<string>): readonly Finding[] {
  return [
    ...(new Set(entries.map(({ opId }) => opId)).size === entries.length ? [] : [found('once')('an operation is in the order twice')]),
    ...entries.filter(({ opId, station }) => station !== CENTRAL && !everWritten.has(opId)).map(({ opId }) => `${opId} is in the order and nobody wrote it`).map(found('nobody')),
    ...disorderIn(entries).map(found('contiguous')),
  ];
}

/** Whether a place that central gave in an answer is another one now. */
export const answeredWrongly = (entries: readonly LogEntry[], answered: ReadonlyMap<string, number>): readonly Finding[] =>
  [...answered].filter(([opId, siteSeq]) => entries[siteSeq - 1]?.opId !== opId).map(([opId, siteSeq]) => `${opId} was answered to be ${siteSeq}, and there is ${entries[siteSeq - 1]?.opId ?? 'nothing'}`).map(found('answered'));

/** A station's tables against what its own journal adds up to; this costs as much as all other checks. */
export const rebuildDiffers = ({ name, store }: NamedStore): readonly Finding[] => store.rebuild().different.map((table) => `${name} differs from its own rebuild in ${table}`).map(found('rebuild'));

/** What a disk held and its journal has not any longer. */
export function lostFromJournal({ name, store }: NamedStore, held: ReadonlySet<string>): readonly Finding[] {
  return [...held].filter((opId) => !store.hasOperation(opId)).map((opId) => `${opId} was on the disk of ${name} and is not in its journal`).map(found('journal'));
}

/** A document that a station wrote about and has must have come to central with the operation. */
export function documentsMissing({ name, store }: NamedStore, entries: readonly LogEntry[], documents: ReadonlySet<string>): readonly Finding[] {
  return entries.flatMap((entry) => {
    if (entry.station !== name) return [];
    return store.sync.documentsOf([wireOf(entry)]).filter((sha256) => !documents.has(sha256) && store.blob(sha256) !== undefined).map((sha256) => `${entry.opId} names document ${sha256}, which central has not`).map(found('documents'));
  });
}

/** Each history in the order it was written. What was offered again after a restore may come in any order. */
function disorderIn(entries: readonly LogEntry[]): readonly string[] {
  const last = new Map<string, number>();
  return entries.flatMap(({ opId, station, lineage, stationSeq, recovered }) => {
    if (recovered) return [];
    const name = `${station} (${lineage})`;
    const before = last.get(name) ?? 0;
    last.set(name, stationSeq);
    return stationSeq > before ? [] : [`${opId} of ${name} is ${stationSeq} after ${before}`];
  });
}

/** A history without the middle of it is not what its station did. After a restore one may be for a while, and not once all is offered again. */
export function gapsIn(entries: readonly LogEntry[]): readonly Finding[] {
  const lineages = new Map<string, number[]>();
  for (const { station, lineage, stationSeq } of entries) {
    const name = `${station} (${lineage})`;
    lineages.set(name, [...(lineages.get(name) ?? []), stationSeq]);
  }
  return [...lineages].flatMap(([name, numbers]) => {
    const ascending = numbers.sort((left, right) => left - right);
    const at = ascending.findIndex((number, index) => number !== (ascending[0] ?? 0) + index);
    return at === -1 ? [] : [found('contiguous')(`${name}: ${ascending[at] ?? 0} comes after ${ascending[at - 1] ?? 0}`)];
  });
}

/**
 * Who counts as having seen work of others that they had not: its contradictions would open no case.
 * @param lifeOf the life of central in which an operation was written
 */
export function seenTooMuch({ entries, state }: LogImage, orderOf: (epoch: string) => readonly LogEntry[], lifeOf: (opId: string) => string): readonly Finding[] {
  return entries.flatMap((entry) => {
    const life = lifeOf(entry.opId);
    if (life === state.epoch || entry.station === CENTRAL) return [];
    const { baseSeq } = wireOf(entry);
    const had = orderOf(life).slice(0, baseSeq);
    const ids = new Set(had.map(({ opId }) => opId));
    const strange = entries.slice(0, entry.seen ?? baseSeq).find(({ opId, station }, index) => had[index]?.opId !== opId && station !== entry.station && !ids.has(opId));
    return strange ? [found('unseen')(`${entry.opId} of ${life} counts as having seen ${strange.opId} at ${strange.siteSeq}`)] : [];
  });
}

interface HeldRow {
  readonly op_id: string;
  readonly site_seq: number | null;
  readonly verdict: string | null;
  readonly case_ids: string | null;
}

function stationFindings({ name, store }: NamedStore, byId: ReadonlyMap<string, LogEntry>, truth: Rows): readonly Finding[] {
  const held = store.database.prepare<[], HeldRow>('SELECT op_id, site_seq, verdict, case_ids FROM operation LEFT JOIN confirmed USING (seq)').all();
  const misplaced = held.flatMap(({ op_id: opId, site_seq: siteSeq, verdict, case_ids: caseIds }) => {
    const entry = byId.get(opId);
    if (!entry) return [`${opId} is at ${name} and not in the order`];
    if (siteSeq === null) return [];
    const same = siteSeq === entry.siteSeq && verdict === entry.verdict && isDeepStrictEqual(JSON.parse(caseIds ?? '[]'), [...entry.caseIds]);
    return same ? [] : [`${opId} is ${siteSeq} ${String(verdict)} ${String(caseIds)} at ${name}, and ${entry.siteSeq} ${entry.verdict} ${entry.caseIds.join()} in the order`];
  });
  return [...different(truth, dump(store.reader)).map((each) => `${name} ${each}`).map(found('station')), ...misplaced.map(found('confirmed'))];
}

/** Central's numbers are not known yet of what is pending, and rows may learn of them later. */
const NUMBERS = 'siteSeq';

/** What people at a station see before everything has arrived; undefined where the store itself says that something is still owed. */
export function seenWrongly({ name, store }: NamedStore, { state, entries }: LogImage): readonly Finding[] | undefined {
  const { membership, outbox } = store.sync.parts;
  const held = membership.state;
  if (!held || held.shadowed || held.stale || held.epoch !== state.epoch) return undefined;
  const { world } = refold(entries.slice(0, held.after), none.folded);
  const byId = new Map(store.journal(0, Number.MAX_SAFE_INTEGER).entries.map(({ seq, operation }) => [seq, operation]));
  for (const { seq } of outbox.entries()) {
    const operation = byId.get(seq);
    if (operation) applyOperation(world, operation, occurrenceOf(operation, null, store.sync.incarnation));
  }
  return different(dump(world), dump(store.reader), NUMBERS).map((each) => `${name} at ${held.after} with ${outbox.pending} pending ${each}`).map(found('seen'));
}
