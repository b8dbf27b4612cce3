import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PageEffects } from '../../../electron/store/sync/pages.ts';
import { openTestStore, temporaryFolder } from '../../support/store.ts';
import { drain, dump, EVERYTHING, expected, ModelCentral, PAIRING } from './model.ts';
import { SEED } from './seed.ts';
import { counted } from './counted.ts';
import { expectEqual, work } from './support.ts';

const MANY = 150;

it('while catching up with much pending it is laid on again once, at the end, also when the power goes before that', () => {
  const file = join(temporaryFolder(), 'hotdock.db');
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  let store = openTestStore(file);
  store.sync.pair(PAIRING);
  drain(central, store);
  for (let each = 0; each < MANY; each += 1) work(store, counted(each, `B-${each % 3}`));
  for (let each = 0; each < 40; each += 1) central.foreign('dock2', counted(each, `B-${each % 3}`), central.head);
  expect(store.sync.apply(central.page(store.sync.cursor().after, 10)).refolded).toBe(0);
  store.database.close();
  store = openTestStore(file);
  expect(dump(store.reader)).toEqual(dump(expected(central, store).shown));
  const seen: PageEffects[] = [];
  store.sync.onApplied((effects) => seen.push(effects));
  while (store.sync.cursor().after < central.head) store.sync.apply(central.page(store.sync.cursor().after, 10));
  expect(seen.map(({ relaid }) => relaid.length)).toEqual([0, 0, MANY]);
  expect(dump(store.reader)).toEqual(dump(expected(central, store).shown));
  drain(central, store, 20);
  expectEqual(store, central);
});

it('work of others that touches nothing of the pending work leaves it as it lies', () => {
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  store.sync.pair(PAIRING);
  drain(central, store);
  work(store, counted(5));
  central.foreign('dock2', counted(9, 'A-01', 'CG-2'), central.head);
  expect(store.sync.apply(central.page(store.sync.cursor().after, 10)).refolded).toBe(0);
  central.foreign('dock2', counted(9, 'A-01', 'CG-1'), central.head);
  expect(store.sync.apply(central.page(store.sync.cursor().after, 10)).refolded).toBe(1);
});

it('the outbox is sent oldest first within its limits, and knows its length and age through everything', () => {
  const file = join(temporaryFolder(), 'hotdock.db');
  const store = openTestStore(file);
  store.sync.pair(PAIRING);
  const central = new ModelCentral();
  expect(store.sync.backlog()).toEqual({ count: 0, oldestAt: null, recovered: 0 });
  const ids = [1, 2, 3, 4, 5].flatMap((each) => work(store, counted(each)));
  expect(store.sync.unsent({ operations: 2, bytes: 1_000_000 }).map(({ opId }) => opId)).toEqual(ids.slice(0, 2));
  expect(store.sync.unsent({ operations: 5, bytes: 1 }).map(({ opId }) => opId)).toEqual(ids.slice(0, 1));
  const reply = central.push(store.sync.unsent({ operations: 3, bytes: 1_000_000 }));
  store.sync.acknowledge(reply);
  store.sync.acknowledge(reply);
  expect(store.sync.backlog()).toMatchObject({ count: 2 });
  expect(store.sync.unsent(EVERYTHING).map(({ opId }) => opId)).toEqual(ids.slice(3));
  store.sync.reoffer({ incarnation: 1, stationSeq: 1 });
  expect(store.sync.unsent(EVERYTHING).map(({ opId }) => opId)).toEqual(ids.slice(1));
  store.sync.acknowledge({ ...reply, epoch: 'another life' });
  expect(store.sync.backlog()).toMatchObject({ count: 4 });
  store.close();
  const again = openTestStore(file);
  expect(again.sync.backlog()).toMatchObject({ count: 4 });
  expect(again.sync.pending).toBe(5);
  drain(central, again);
  expect(again.sync.backlog()).toEqual({ count: 0, oldestAt: null, recovered: 0 });
});

it('a station whose rights were taken counts as sent what central holds aside', () => {
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  store.sync.pair(PAIRING);
  work(store, counted(1), counted(2), counted(3));
  store.sync.acknowledge({ epoch: 'epoch-1', have: { incarnation: 1, stationSeq: 2 }, results: [] });
  expect(store.sync.unsent(EVERYTHING)).toHaveLength(1);
});
