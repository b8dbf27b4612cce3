import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CopyRefused, JoinRefused, PageRefused } from '../../../electron/store/sync/refusals.ts';
import { Store } from '../../../electron/store/store.ts';
import { openTestStore, temporaryFolder } from '../../support/store.ts';
import { drain, dump, EVERYTHING, ModelCentral, PAIRING } from './model.ts';
import { SEED } from './seed.ts';
import { counted } from './counted.ts';
import { expectEqual, work } from './support.ts';

function busySite(): ModelCentral {
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  for (let each = 1; each <= 20; each += 1) central.foreign('dock2', counted(each, `B-${each % 5}`), central.head);
  return central;
}

/** A new machine, whose store was born for a site of its own. */
function newStation(file = join(temporaryFolder(), 'hotdock.db')): Store {
  const store = new Store({ file, newIdentity: () => ({ site: 'its own', station: 'dock9', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  onTestFinished(() => store.close());
  return store;
}

const JOINING = { ...PAIRING, station: 'dock9', stationNumber: 9 };

async function copy(store: Store, central: ModelCentral): Promise<void> {
  const { manifest, chunks } = central.snapshot();
  for (const number of store.sync.copy.begin(manifest)) store.sync.copy.keep(number, chunks[number] ?? new Uint8Array());
  await store.sync.copy.install();
}

it('an empty store takes the name of the site that it joins, and its copy makes it equal; what follows comes by pages', async () => {
  const central = busySite();
  const store = newStation();
  store.sync.pair(JOINING);
  expect([store.identity.site, store.sync.awaitsCopy, store.sync.stationNumber]).toEqual(['site', true, 9]);
  await copy(store, central);
  expect([store.sync.awaitsCopy, store.sync.cursor().after]).toEqual([false, central.head]);
  expectEqual(store, central);
  central.foreign('dock2', counted(77), central.head);
  work(store, counted(78));
  drain(central, store);
  expectEqual(store, central);
});

it('a copy goes on after a restart with the chunks that are still missing, and pages wait for it', async () => {
  const central = busySite();
  const file = join(temporaryFolder(), 'hotdock.db');
  const store = newStation(file);
  store.sync.pair(JOINING);
  const { manifest, chunks } = central.snapshot();
  store.sync.copy.begin(manifest);
  for (const number of [2, 0]) store.sync.copy.keep(number, chunks[number] ?? new Uint8Array());
  store.database.close();
  const again = newStation(file);
  const missing = again.sync.copy.begin(manifest);
  expect(missing).toEqual(chunks.map((_, number) => number).filter((number) => number !== 0 && number !== 2));
  expect(() => again.sync.apply(central.page(0, 5))).toThrow(PageRefused);
  await expect(again.sync.copy.install()).rejects.toThrow(CopyRefused);
  for (const number of missing) again.sync.copy.keep(number, chunks[number] ?? new Uint8Array());
  await again.sync.copy.install();
  expectEqual(again, central);
});

it('a chunk with another digest, a copy with another number of rows, and one of another life of central are refused', async () => {
  const central = busySite();
  const store = newStation();
  store.sync.pair(JOINING);
  const { manifest, chunks } = central.snapshot();
  store.sync.copy.begin({ ...manifest, rows: manifest.rows + 1 });
  expect(() => store.sync.copy.keep(0, new Uint8Array([1, 2, 3]))).toThrow(CopyRefused);
  for (const [number, bytes] of chunks.entries()) store.sync.copy.keep(number, bytes);
  await expect(store.sync.copy.install()).rejects.toThrow(CopyRefused);
  expect(dump(store.reader)).toEqual(dump(new ModelCentral().world));
  expect(() => store.sync.copy.begin({ ...manifest, epoch: 'another' })).toThrow(CopyRefused);
});

it('another copy begins anew', async () => {
  const central = busySite();
  const store = newStation();
  store.sync.pair(JOINING);
  const old = central.snapshot();
  store.sync.copy.begin(old.manifest);
  store.sync.copy.keep(0, old.chunks[0] ?? new Uint8Array());
  central.foreign('dock2', counted(500), central.head);
  await copy(store, central);
  expectEqual(store, central);
});

it('a store with a history joins no other site, and the demo none at all', () => {
  const store = newStation();
  work(store, counted(1));
  expect(() => store.sync.pair(JOINING)).toThrow(JoinRefused);
  expect(store.identity.site).toBe('its own');
  const demo = new Store({ file: join(temporaryFolder(), 'demo.db'), newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: true }), beforeMigration: () => undefined });
  expect(() => demo.sync.pair(PAIRING)).toThrow(JoinRefused);
  demo.close();
});

it('work that central has in the copy already is not laid on it twice, though its answer was lost', async () => {
  const central = busySite();
  const store = newStation();
  store.sync.pair(JOINING);
  await copy(store, central);
  work(store, { kind: 'scan.unknown', body: { code: 'twice?', task: null } });
  const lost = central.push(store.sync.unsent(EVERYTHING));
  expect(lost.results).toHaveLength(1);
  await copy(store, central);
  expect(store.reader.get('unknownCode', { code: 'twice?' })?.times).toBe(2);
  store.sync.acknowledge(central.push(store.sync.unsent(EVERYTHING)));
  expect(store.reader.get('unknownCode', { code: 'twice?' })?.times).toBe(1);
  expectEqual(store, central);
});

it('after central was restored everything is offered again in its old order, nothing is lost, and people saw it all the time', async () => {
  const central = busySite();
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  store.sync.pair(PAIRING);
  drain(central, store);
  work(store, counted(61), counted(62));
  drain(central, store);
  central.foreign('dock2', counted(63, 'C-1'), central.head);
  drain(central, store);
  work(store, counted(64));
  const before = dump(store.reader);
  const order = central.order.map(({ op }) => op.opId);
  const common = 20;
  central.restore(common, 'epoch-2');
  expect(() => store.sync.apply(central.page(store.sync.cursor().after, 5))).toThrow(PageRefused);
  expect(store.sync.changeEpoch({ epoch: 'epoch-2', common })).toBe('bootstrap');
  expect(dump(store.reader)).toEqual(before);
  const { epoch, operations } = store.sync.recovered(EVERYTHING);
  expect(epoch).toBe('epoch-1');
  expect(operations.map(({ siteSeq, op }) => [siteSeq, op.opId])).toEqual(order.slice(common).map((opId, index) => [common + 1 + index, opId]));
  store.sync.acknowledge(central.push(operations.map(({ op }) => op)));
  store.sync.acknowledge(central.push(store.sync.unsent(EVERYTHING)));
  await copy(store, central);
  drain(central, store);
  expect(central.order.map(({ op }) => op.opId).slice(0, order.length)).toEqual(order);
  expectEqual(store, central);
});

it('restored once more, before or after its copy was whole: nothing that the first restore had lost is lost by the second', async () => {
  const central = busySite();
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  store.sync.pair(PAIRING);
  work(store, counted(61), counted(62));
  drain(central, store);
  const order = central.order.map(({ op }) => op.opId);
  for (const epoch of ['epoch-2', 'epoch-3', 'epoch-4']) {
    central.restore(15, epoch);
    store.sync.changeEpoch({ epoch, common: 15 });
    const { operations } = store.sync.recovered(EVERYTHING);
    expect(operations.map(({ op }) => op.opId)).toEqual(order.slice(15));
    expect(store.sync.formerLives()).toMatchObject({ stationSeq: 2, common: 15 });
    store.sync.acknowledge(central.push(operations.map(({ op }) => op)));
    if (epoch !== 'epoch-3') await copy(store, central);
  }
  drain(central, store);
  expect(central.order.map(({ op }) => op.opId)).toEqual(order);
  expectEqual(store, central);
});

it('the same by pages alone, restarted in the middle, with others at work in the new life', () => {
  const central = busySite();
  const file = join(temporaryFolder(), 'hotdock.db');
  let store = openTestStore(file);
  store.sync.pair(PAIRING);
  work(store, counted(61));
  drain(central, store);
  central.restore(10, 'epoch-2');
  central.foreign('dock3', counted(99, 'Z-1'), 10);
  store.sync.changeEpoch({ epoch: 'epoch-2', common: 10 });
  work(store, counted(62));
  store.sync.apply(central.page(0, 4));
  store.close();
  store = openTestStore(file);
  drain(central, store);
  expectEqual(store, central);
});

it('a new life that lacks nothing held here costs nothing', () => {
  const central = busySite();
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  store.sync.pair(PAIRING);
  store.sync.apply(central.page(0, 10));
  work(store, counted(61));
  store.sync.acknowledge(central.push(store.sync.unsent(EVERYTHING)));
  central.restore(12, 'epoch-2');
  expect(store.sync.changeEpoch({ epoch: 'epoch-2', common: 12 })).toBe('continue');
  expect(store.sync.backlog().count).toBe(1);
  drain(central, store);
  expectEqual(store, central);
});
