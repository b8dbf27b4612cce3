import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Store } from '../../../electron/store/store.ts';
import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import type { WireOperation } from '../../../shared/contracts/sync.ts';
import { openTestStore, temporaryFolder } from '../../support/store.ts';
import { drain, EVERYTHING, ModelCentral, PAIRING } from './model.ts';
import { counted } from './counted.ts';
import { expectEqual, journalIds, work } from './support.ts';

/** A model that files by lineage as central does: one operation a number; another one at a held number is told to fork. */
class FilingCentral extends ModelCentral {
  readonly #filed = new Map<string, Map<number, string>>();
  #incarnations = 1;

  file(station: string, incarnation: number, operations: readonly WireOperation[]): 'gap' | number | undefined {
    for (const op of operations) {
      if (this.order.some((each) => each.op.opId === op.opId)) continue;
      const key = `${station} ${incarnation}`;
      const lineage = this.#filed.get(key) ?? new Map<number, string>();
      this.#filed.set(key, lineage);
      if (lineage.has(op.stationSeq)) return this.#fork(station, op.stationSeq);
      const have = Math.max(0, ...lineage.keys());
      if (op.stationSeq !== have + 1) return 'gap';
      lineage.set(op.stationSeq, op.opId);
      this.append(op, incarnation);
    }
    return undefined;
  }

  #fork(station: string, at: number): number {
    this.#incarnations += 1;
    this.#filed.set(`${station} ${this.#incarnations}`, new Map([[at - 1, 'before the fork']]));
    return this.#incarnations;
  }
}

function send(central: FilingCentral, store: Store): void {
  for (let turns = 0; turns < 10; turns += 1) {
    const operations = store.sync.unsent(EVERYTHING);
    const problem = central.file(store.sync.station, store.sync.incarnation, operations);
    expect(problem).not.toBe('gap');
    if (typeof problem === 'number') store.sync.fork(problem);
    else return store.sync.acknowledge(central.push(operations, store.sync.incarnation));
  }
  throw new Error('never sent');
}

/** Two folders of one station: the second is a copy of the first as it was. */
function twoFolders(before: (store: Store, central: FilingCentral) => void): { readonly central: FilingCentral; readonly first: Store; readonly second: Store } {
  const folder = temporaryFolder();
  const file = join(folder, 'hotdock.db');
  const store = openTestStore(file);
  const central = new FilingCentral();
  store.sync.pair(PAIRING);
  before(store, central);
  store.close();
  copyFileSync(file, join(folder, 'copy.db'));
  return { central, first: openTestStore(file), second: openTestStore(join(folder, 'copy.db')) };
}

const settle = (central: FilingCentral, ...stores: readonly Store[]): void => {
  for (const store of stores) send(central, store);
  for (const store of stores) drain(central, store);
};

it('a copied folder forks: both histories stay, in central and in both stores, and both go on', () => {
  const { central, first, second } = twoFolders((store, site) => {
    work(store, counted(1), counted(2));
    send(site, store);
    work(store, counted(3));
  });
  const ids = [...work(first, counted(10), counted(11)), ...work(second, counted(20), counted(21))];
  settle(central, first, second);
  ids.push(...work(first, counted(12)), ...work(second, counted(22), counted(23)));
  settle(central, first, second);
  drain(central, first);
  expect([first.sync.incarnation, second.sync.incarnation]).toEqual([1, 2]);
  for (const store of [first, second]) {
    expectEqual(store, central);
    expect(journalIds(store)).toEqual(central.order.map(({ op }) => op.opId).sort());
    expect(journalIds(store)).toEqual(expect.arrayContaining(ids));
  }
});

it('what the two did before either heard of the other contradicts as that of any two stations', () => {
  const { central, first, second } = twoFolders((store, site) => {
    work(store, counted(1));
    settle(site, store);
  });
  work(first, counted(10));
  const own = work(second, counted(20));
  settle(central, first, second);
  drain(central, first);
  for (const store of [first, second]) {
    expect(store.reader.find('case', {}).map(({ type, first: before, second: after }) => [type, before?.station, after.station, after.opId])).toEqual([['count-against-movement', 'dock1', 'dock1~2', own[0]]]);
    expect(store.rebuild().different).toEqual([]);
    expectEqual(store, central);
  }
});

it('a fork leaves the work in hand to the copy that goes on with it', () => {
  const { central, first, second } = twoFolders((store, site) => {
    work(store, counted(1));
    settle(site, store);
  });
  const task = (po: string): OperationDraft => ({ kind: 'task.set', body: { kind: 'pick', po: poNumber(po), shipmentId: null, sscc: null, location: null, sku: null } });
  work(first, task('ONE'));
  work(second, task('TWO'));
  settle(central, first, second);
  drain(central, first);
  for (const store of [first, second]) expect(store.reader.find('task', {}).map(({ station, po }) => [station, po])).toEqual([['dock1', 'ONE'], ['dock1~2', 'TWO']]);
});

it('the history that keeps its name goes on from its own numbers, however far the other one had come under it', () => {
  const { central, first, second } = twoFolders((store, site) => {
    work(store, counted(1));
    settle(site, store);
  });
  work(first, counted(10));
  work(second, counted(20), counted(21), counted(22), counted(23));
  settle(central, first, second);
  drain(central, first);
  const ownNumbers = (store: Store, ids: readonly string[]): readonly number[] => store.journal(0, 100).entries.flatMap(({ operation: { opId, stationSeq } }) => (ids.includes(opId) ? [stationSeq] : []));
  expect(ownNumbers(first, work(first, counted(11)))).toEqual([3]);
  settle(central, first);
  first.close();
  const again = openTestStore(first.file);
  expect(ownNumbers(again, work(again, counted(12)))).toEqual([4]);
  // In a new life of central the places in the order are gone; whose numbers they were is not.
  settle(central, again);
  again.sync.changeEpoch({ epoch: 'epoch-2', common: 0 });
  again.close();
  const last = openTestStore(first.file);
  expect(ownNumbers(last, work(last, counted(13)))).toEqual([5]);
});

it('what was written before the fork keeps its envelope; what follows is written under the new incarnation, numbered on', () => {
  const { central, first, second } = twoFolders((store) => work(store, counted(1)));
  settle(central, first);
  work(first, counted(10));
  settle(central, first);
  work(second, counted(20));
  settle(central, second);
  second.close();
  const again = openTestStore(second.file);
  work(again, counted(21));
  settle(central, again);
  const own = again.journal(0, 100).entries.map(({ operation }) => operation).filter(({ kind, body }) => kind === 'stock.set' && [20, 21].includes((body as { boxed: number }).boxed));
  expect(own.map(({ incarnation, stationSeq }) => [incarnation, stationSeq])).toEqual([[1, 2], [2, 3]]);
});

it('a disk restored from a backup that hears of the lost work before it works again goes on without a fork', () => {
  const { central, first, second } = twoFolders((store, site) => {
    work(store, counted(1));
    send(site, store);
  });
  work(first, counted(2), counted(3));
  settle(central, first);
  first.close();
  drain(central, second);
  work(second, counted(4));
  settle(central, second);
  expect(second.sync.incarnation).toBe(1);
  expect(second.journal(0, 100).entries.map(({ operation }) => operation.stationSeq)).toEqual([1, 2, 3, 4]);
  expectEqual(second, central);
});

it('a disk restored from a backup that has worked already forks, and has the lost work back as well', () => {
  const { central, first, second } = twoFolders((store, site) => {
    work(store, counted(1));
    send(site, store);
  });
  const lost = work(first, counted(2), counted(3));
  settle(central, first);
  first.close();
  const own = work(second, counted(4));
  // Here the lost work comes in while own work with the same numbers waits.
  second.sync.apply(central.page(0, 100));
  const more = work(second, counted(5));
  settle(central, second);
  expect(second.sync.incarnation).toBe(2);
  expect(journalIds(second)).toEqual(expect.arrayContaining([...lost, ...own, ...more]));
  expectEqual(second, central);
});
