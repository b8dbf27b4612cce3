import Database from 'better-sqlite3';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../../electron/store/backup.ts';
import { openStore } from '../../../electron/store/health.ts';
import { migrations } from '../../../electron/store/migrations/list.ts';
import type { Store } from '../../../electron/store/store.ts';
import { verifyJournal } from '../../../electron/store/verify-journal.ts';
import { NOW, openTestStore, temporaryFolder } from '../../support/store.ts';
import { counted } from './counted.ts';
import { drain, dump, ModelCentral, PAIRING } from './model.ts';
import { SEED } from './seed.ts';
import { expectEqual, journalIds, work } from './support.ts';

function open(folder: string): Store {
  const { store } = openStore({ file: join(folder, 'hotdock.db'), backups: join(folder, 'backups'), now: NOW, newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }) });
  onTestFinished(() => store.close());
  return store;
}

/** Overwrites the first page of the stock table and leaves the store as if it had not been closed. */
function damageStock(store: Store): void {
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  const page = Number(store.database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'stock'").pluck().get());
  store.database.close();
  const handle = openSync(store.file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
  expect(statSync(store.file).size).toBeGreaterThan(page * 4096 - 1);
}

function workingSite(store: Store): ModelCentral {
  const central = new ModelCentral();
  store.sync.pair(PAIRING);
  for (const each of SEED) central.foreign('central', each, 0);
  work(store, counted(1), counted(2));
  drain(central, store);
  return central;
}

it('salvage goes on from the backup\'s place in the order: unsent work is sent, the rest comes again, nothing twice', async () => {
  const folder = temporaryFolder();
  const store = open(folder);
  const central = workingSite(store);
  await backUp(store, join(folder, 'backups'), NOW);
  const ids = [...work(store, counted(3))];
  central.foreign('dock2', counted(4, 'B-1'), central.head);
  drain(central, store);
  ids.push(...work(store, counted(5)));
  damageStock(store);
  const again = open(folder);
  expect(journalIds(again)).toEqual(expect.arrayContaining(ids));
  drain(central, again);
  expect(central.order.map(({ op }) => op.opId)).toEqual(expect.arrayContaining(ids));
  expect(new Set(central.order.map(({ op }) => op.opId)).size).toBe(central.head);
  expectEqual(again, central);
});

it('without a backup a store finds back into its site from the salvaged journal and central', () => {
  const folder = temporaryFolder();
  const store = open(folder);
  const central = workingSite(store);
  const ids = work(store, counted(5), counted(6));
  damageStock(store);
  const again = open(folder);
  expect([again.sync.paired, again.sync.stationNumber, again.sync.cursor().epoch]).toEqual([true, 1, 'epoch-1']);
  drain(central, again);
  expect(central.order.map(({ op }) => op.opId)).toEqual(expect.arrayContaining([...ids]));
  expectEqual(again, central);
});

it('the doctor finds the journal and the order of a site without fault, and a hole in the order where there is one', () => {
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  const central = workingSite(store);
  expect(verifyJournal(store.database).faults).toEqual([]);
  expect(central.head).toBeGreaterThan(4);
  store.database.exec('DELETE FROM confirmed WHERE site_seq = 3');
  expect(verifyJournal(store.database).faults).toEqual([{ seq: 2, what: 'order' }]);
});

it('a journal of the release before is taken over whole, still append-only, and now holds two histories under one name', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'hotdock.db');
  const database = new Database(file);
  for (const { version, sql } of migrations.filter((each) => each.version < 30)) {
    database.exec(sql);
    database.pragma(`user_version = ${version}`);
  }
  database.exec("INSERT INTO identity VALUES (1, 'site', 'dock1', 1, 0, 0)");
  const insert = database.prepare(
    "INSERT INTO operation (op_id, site, station, incarnation, station_seq, hlc, kind, v, aggregates, base_seq, actor, occurred_at, body, hash) VALUES (?, 'site', 'dock1', 1, ?, '1:0', 'scan.unknown', 1, '[\"x\"]', 0, 'ana', 1, '{\"code\":\"c\",\"task\":null}', 'h')",
  );
  for (let each = 1; each <= 50; each += 1) {
    const { lastInsertRowid } = insert.run(`op-${each}`, each);
    database.prepare("INSERT INTO operation_aggregate VALUES ('x', ?)").run(lastInsertRowid);
  }
  database.close();
  const store = openTestStore(file);
  expect(store.journal(0, 100).entries.map(({ seq, operation }) => [seq, operation.opId])).toEqual(Array.from({ length: 50 }, (_, index) => [index + 1, `op-${index + 1}`]));
  expect(store.database.pragma('foreign_key_check')).toEqual([]);
  expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => store.database.exec('DELETE FROM operation')).toThrow('the journal is append-only');
  expect(() => store.database.exec("UPDATE operation SET kind = 'x'")).toThrow('the journal is append-only');
  work(store, counted(1));
  expect(store.journal(50, 10).entries.map(({ operation }) => operation.stationSeq)).toEqual([51]);
  expect(dump(store.reader)['stock']).toHaveLength(1);
});
