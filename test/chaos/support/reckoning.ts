import { join } from 'node:path';
import { Store } from '../../../electron/store/store.ts';
import { contradictions, rebuildDiffers } from '../../simulation/checks.ts';
import type { ChaosSite } from './chaos-site.ts';
import type { Ledger } from './ledger.ts';
import { Newcomer } from './newcomer.ts';

export interface Reckoned {
  /** Operations that must be there, besides what the ledger has. */
  readonly kept?: readonly string[];
  /** Operations of stations that are no more. */
  readonly ofOthers?: readonly string[];
}

/**
 * Ends a site that is quiet and answers everything that is not as it should be: what was acknowledged and is missing or there twice, stores that
 * differ from the order, from central or from their own rebuild, faults in any process's log.
 * @param drainedWithin milliseconds
 */
export async function reckon(site: ChaosSite, ledger: Ledger, drainedWithin: number, { kept = [], ofOthers = [] }: Reckoned = {}): Promise<readonly string[]> {
  const newcomer = await Newcomer.join(site);
  await site.drained(drainedWithin);
  const order = await site.order();
  const snapshot = await newcomer.snapshot(order);
  const codes = await site.stop();
  const stores = site.stations.map(({ name, data }) => ({ name, store: new Store({ file: join(data, 'hotdock.db'), newIdentity: () => ({ site: '', station: '', incarnation: 1, demo: false }), beforeMigration: () => undefined }) }));
  const written = new Set([...ofOthers, ...stores.flatMap(({ store }) => store.journal(0, 10_000_000).entries.flatMap(({ operation: { opId, station } }) => (station === store.identity.station ? [opId as string] : [])))]);
  const faults = [
    ...codes.flatMap((code, at) => (code === 0 ? [] : [`process ${at} ended with ${String(code)}`])),
    ...site.faults,
    ...ledger.faults(order),
    ...[...contradictions({ stations: stores, entries: order, reader: snapshot, saved: new Set(kept), everWritten: written }), ...stores.flatMap(rebuildDiffers)].map(({ check, text }) => `${check}: ${text}`),
  ];
  for (const { store } of stores) store.close();
  return faults;
}
