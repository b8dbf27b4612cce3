import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestStore, temporaryFolder } from '../../support/store.ts';
import { drain, ModelCentral, PAIRING } from './model.ts';
import { SEED } from './seed.ts';
import { counted } from './counted.ts';
import { expectEqual, journalIds, work } from './support.ts';

const UNKNOWN = { kind: 'order.teleported', body: { po: 'PO-1', to: 'moon' }, aggregates: ['order:PO-1', 'unit:000000000000000017'] };

it('an operation of a kind from the future is kept, its things are marked, and everything else goes on', () => {
  const file = join(temporaryFolder(), 'hotdock.db');
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  const teleported = central.foreign('dock2', UNKNOWN, central.head);
  central.foreign('dock2', counted(5), central.head);
  const store = openTestStore(file);
  store.sync.pair(PAIRING);
  work(store, counted(7, 'B-1'));
  drain(central, store);
  expect(store.sync.needsUpdate('order:PO-1')).toBe(true);
  expect(store.sync.needsUpdate('order:PO-2')).toBe(false);
  expect(store.sync.needingUpdate()).toEqual(['order:PO-1', 'unit:000000000000000017']);
  expect(journalIds(store)).toContain(teleported.opId);
  expectEqual(store, central);
  expect(store.sync.needingUpdate()).toEqual(['order:PO-1', 'unit:000000000000000017']);
});

it('an update that knows it folds it at its first start, in its place in the order', () => {
  const file = join(temporaryFolder(), 'hotdock.db');
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  const store = openTestStore(file);
  store.sync.pair(PAIRING);
  central.foreign('dock2', counted(40), central.head);
  drain(central, store);
  // As a release before this one would have left it: the count was of a kind it did not know.
  const place = central.head;
  store.database.prepare("INSERT INTO needs_update (aggregate, site_seq) VALUES ('product:CG-1', ?)").run(place);
  store.database.exec("DELETE FROM bin WHERE sku = 'CG-1'; UPDATE stock SET boxed = 1 WHERE sku = 'CG-1'");
  central.foreign('dock2', counted(41, 'B-1'), central.head);
  store.close();
  const updated = openTestStore(file);
  expect(updated.sync.needingUpdate()).toEqual([]);
  drain(central, updated);
  expectEqual(updated, central);
});

it('a body or a version of the future is not guessed at', () => {
  const central = new ModelCentral();
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  store.sync.pair(PAIRING);
  const op = central.foreign('dock2', { kind: 'stock.set', body: { sku: 'CG-1', weighed: true }, aggregates: ['product:CG-1'] }, 0);
  const newer = central.foreign('dock2', counted(5, 'A-01', 'CG-2'), 0);
  central.order[1] = { siteSeq: 2, verdict: 'ok', caseIds: [], op: { ...newer, v: 2 } };
  store.sync.apply(central.page(0, 10));
  expect(store.sync.needingUpdate()).toEqual(['product:CG-1', 'product:CG-2']);
  expect(journalIds(store)).toEqual([op.opId, newer.opId].sort());
  expect(store.reader.find('stock', {})).toEqual([]);
});
