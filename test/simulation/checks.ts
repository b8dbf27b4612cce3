import { isDeepStrictEqual } from 'node:util';
import { CENTRAL } from '../../central/sync/batch.ts';
import { readOperation } from '../../central/sync/operation-text.ts';
import type { LogEntry } from '../../central/sync/port.ts';
import type { Store } from '../../electron/store/store.ts';
import { wireOperation } from '../../shared/contracts/sync.ts';
import { MemoryWorld } from '../../shared/domain/state/memory-world.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { occurrenceOf } from '../../shared/domain/sync/acting-station.ts';
import { applyOperation } from '../../shared/domain/sync/apply.ts';
import { dump } from '../store/sync/model.ts';

interface NamedStore {
  readonly name: string;
  readonly store: Store;
}

/** What must hold once everything is quiet; answers what does not. */
export function contradictions(stations: readonly NamedStore[], log: readonly LogEntry[], central: Reader, kept: ReadonlySet<string>, written: ReadonlySet<string>): readonly string[] {
  const { world, wrong } = refold(log);
  const truth = dump(world);
  return [
    ...wrong,
    ...different('central', truth, dump(central)),
    ...orderFaults(log, kept, written),
    ...stations.flatMap((station) => stationFaults(station, log, truth)),
    ...stockFaults(world),
  ];
}

/** The order folded from its first operation on, with the verdicts that differ from those given. */
function refold(log: readonly LogEntry[]): { readonly world: MemoryWorld; readonly wrong: readonly string[] } {
  const world = new MemoryWorld();
  const wrong = log.flatMap(({ siteSeq, opId, lineage, envelope, verdict, caseIds }) => {
    const reading = readOperation(wireOperation.parse(JSON.parse(envelope)));
    if (!reading.ok) return [`${opId} at ${siteSeq} cannot be read: ${reading.reason}`];
    const found = applyOperation(world, reading.operation, occurrenceOf(reading.operation, siteSeq, lineage));
    const same = found.verdict === verdict && isDeepStrictEqual([...found.caseIds], [...caseIds]);
    return same ? [] : [`${opId} at ${siteSeq} was judged ${verdict} ${caseIds.join()}, and a rebuild judges ${found.verdict} ${found.caseIds.join()}`];
  });
  return { world, wrong };
}

/** JSON, because a row that has not a field and one in which it is undefined are the same row. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function different(who: string, truth: Record<string, readonly unknown[]>, held: Record<string, readonly unknown[]>): readonly string[] {
  return Object.keys(truth).flatMap((kind) => {
    const [left, right] = [plain(truth[kind]), plain(held[kind])];
    return isDeepStrictEqual(left, right) ? [] : [`${who} differs in ${kind}: ${differenceOf(left as unknown[], right as unknown[])}`];
  });
}

function differenceOf(left: readonly unknown[], right: readonly unknown[]): string {
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index).find((index) => !isDeepStrictEqual(left[index], right[index])) ?? 0;
  return `the order gives ${JSON.stringify(left[at])}, there is ${JSON.stringify(right[at])}`;
}

function orderFaults(log: readonly LogEntry[], kept: ReadonlySet<string>, written: ReadonlySet<string>): readonly string[] {
  const ids = new Set(log.map(({ opId }) => opId));
  const last = new Map<string, number>();
  return [
    ...(ids.size === log.length ? [] : ['an operation is in the order twice']),
    ...[...kept].filter((opId) => !ids.has(opId)).map((opId) => `${opId} was saved and is not in the order`),
    ...log.filter(({ opId, station }) => station !== CENTRAL && !written.has(opId)).map(({ opId }) => `${opId} is in the order and nobody wrote it`),
    ...log.flatMap(({ opId, station, lineage, stationSeq, recovered }) => {
      if (recovered) return [];
      const before = last.get(`${station} ${lineage}`) ?? 0;
      last.set(`${station} ${lineage}`, stationSeq);
      return stationSeq > before ? [] : [`${opId} of ${station} (${lineage}) is ${stationSeq} after ${before}`];
    }),
  ];
}

function stationFaults({ name, store }: NamedStore, log: readonly LogEntry[], truth: Record<string, readonly unknown[]>): readonly string[] {
  const byId = new Map(log.map((entry) => [entry.opId, entry]));
  const held = store.database
    .prepare<[], { op_id: string; site_seq: number | null; verdict: string | null; case_ids: string | null }>('SELECT op_id, site_seq, verdict, case_ids FROM operation LEFT JOIN confirmed USING (seq)')
    .all();
  const misplaced = held.flatMap(({ op_id: opId, site_seq: siteSeq, verdict, case_ids: caseIds }) => {
    const entry = byId.get(opId);
    if (!entry) return [`${opId} is at ${name} and not in the order`];
    if (siteSeq === null) return [];
    const same = siteSeq === entry.siteSeq && verdict === entry.verdict && isDeepStrictEqual(JSON.parse(caseIds ?? '[]'), [...entry.caseIds]);
    return same ? [] : [`${opId} is ${siteSeq} ${String(verdict)} ${String(caseIds)} at ${name}, and ${entry.siteSeq} ${entry.verdict} ${entry.caseIds.join()} in the order`];
  });
  return [...different(name, truth, dump(store.reader)), ...misplaced, ...store.rebuild().different.map((each) => `${name} differs from its own rebuild: ${JSON.stringify(each)}`)];
}

function stockFaults(world: Reader): readonly string[] {
  return [
    ...world.find('stock', {}).filter(({ sku, boxed }) => boxed < 0 && world.find('case', { sku, state: 'open' }).length === 0).map(({ sku }) => `${sku} is below nothing without an open case`),
    ...world.find('line', {}).filter(({ po, accepted, shipped }) => shipped > accepted && world.find('case', { po }).length === 0).map(({ po, line }) => `${po} ${line} shipped more than accepted without a case`),
  ];
}
