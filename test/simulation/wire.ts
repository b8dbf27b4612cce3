import type { LogEntry } from '../../central/sync/port.ts';
import { wireOperation, type ConfirmedOperation, type WireOperation } from '../../shared/contracts/sync.ts';

/** Entries of the beginning come up in every seed: each is read once. */
const readEntries = new WeakMap<LogEntry, WireOperation>();

export function wireOf(entry: LogEntry): WireOperation {
  const known = readEntries.get(entry);
  if (known) return known;
  const op = wireOperation.parse(JSON.parse(entry.envelope));
  readEntries.set(entry, op);
  return op;
}

export function confirmedOf(entry: LogEntry): ConfirmedOperation {
  const { siteSeq, verdict, caseIds, lineage, seen } = entry;
  const op = wireOf(entry);
  return { siteSeq, verdict, caseIds: [...caseIds], ...(lineage === op.incarnation ? {} : { lineage }), ...(seen === null ? {} : { seen }), op };
}
