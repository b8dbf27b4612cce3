import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnName, columns, tableOf } from '../../electron/store/columns.ts';
import { StoreError } from '../../electron/store/errors.ts';
import { lockFolder } from '../../electron/store/lock.ts';
import { newestVersion } from '../../electron/store/migrations/list.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import { done } from '../../shared/domain/decision.ts';
import { lookups } from '../../shared/domain/state/entities.ts';
import { documentId, sku, location } from '../../shared/lib/ids.ts';
import { contextAt, NOW, openTestStore, temporaryFolder } from '../support/store.ts';

const count = (eaches: number): OperationDraft => ({ kind: 'stock.set', body: { sku: sku('CG-1000'), location: location('A-01-01'), boxed: eaches, safety: null, reason: 'count', code: null } });
const boxed = (eaches: number) => done(count(eaches));

const reasonOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof StoreError ? error.reason : String(error);
  }
  return 'nothing thrown';
};

describe('the store keeps what it confirms', () => {
  it('writes ahead and syncs in full on its own connection, as read back from it', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    store.decide(contextAt(), () => boxed(5));
    expect(store.database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(store.database.pragma('synchronous', { simple: true })).toBe(2);
    expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('reopens with the same journal and the same projections', () => {
    const file = join(temporaryFolder(), 'hotdock.db');
    const first = openTestStore(file);
    first.decide(contextAt(), () => boxed(5));
    first.decide(contextAt(NOW + 1), () => boxed(7));
    const before = first.journal(0, 10).entries;
    first.close();
    const second = openTestStore(file);
    expect(second.journal(0, 10).entries).toEqual(before);
    expect(second.reader.get('stock', { sku: sku('CG-1000') })?.boxed).toBe(7);
    expect(second.endedUncleanly).toBe(false);
  });

  it('numbers its operations without a gap and never lets its clock run back', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    for (const at of [NOW, NOW - 3_600_000, NOW - 3_600_000, NOW + 5]) store.decide(contextAt(at), () => boxed(1));
    const { entries } = store.journal(0, 10);
    expect(entries.map(({ operation }) => operation.stationSeq)).toEqual([1, 2, 3, 4]);
    expect(entries.map(({ operation }) => operation.hlc)).toEqual([`${NOW}:0`, `${NOW}:1`, `${NOW}:2`, `${NOW + 5}:0`]);
  });

  it('refuses to change or delete what is in the journal', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    store.decide(contextAt(), () => boxed(5));
    expect(() => store.database.exec("UPDATE operation SET kind = 'x'")).toThrow('the journal is append-only');
    expect(() => store.database.exec('DELETE FROM operation')).toThrow('the journal is append-only');
  });

  it('changes nothing when a decision is refused, and nothing when a fold fails half-way', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    store.decide(contextAt(), () => boxed(5));
    const twice = contextAt();
    const sameId = { ...twice, newId: () => 'same' };
    expect(() => store.decide(sameId, () => done(count(6), count(7)))).toThrow();
    expect(store.journalLength()).toBe(1);
    expect(store.reader.get('stock', { sku: sku('CG-1000') })?.boxed).toBe(5);
    store.decide(contextAt(), () => boxed(8));
    expect(store.journal(0, 10).entries.map(({ operation }) => operation.stationSeq)).toEqual([1, 2]);
  });

  it('rebuilds to the letter, in whatever order a decision named the fields', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    const draft: OperationDraft = {
      body: {
        orders: [{ error: null, changes: [], why: [], hpo: false, result: 'unchanged', po: 'SOMEPO01' }],
        error: null, via: 'screen', format: 'x12-850', bytes: 9, sha256: 'a'.repeat(64), fileName: 'a.edi', documentId: documentId('doc-1'),
      },
      kind: 'document.received',
    };
    store.decide(contextAt(), () => done(draft));
    expect(store.rebuild().different).toEqual([]);
  });

  it('says nothing more can be saved when the disk is full, and goes on when there is room again', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    store.decide(contextAt(), () => boxed(1));
    const pages = Number(store.database.pragma('page_count', { simple: true }));
    store.database.pragma(`max_page_count = ${pages}`);
    const seen: string[] = [];
    for (let tries = 0; tries < 400 && seen.length === 0; tries += 1) {
      const reason = reasonOf(() => store.decide(contextAt(), () => boxed(tries)));
      if (reason !== 'nothing thrown') seen.push(reason);
    }
    const kept = store.journalLength();
    const shown = store.reader.get('stock', { sku: sku('CG-1000') })?.boxed;
    expect(seen).toEqual(['disk-full']);
    store.database.pragma('max_page_count = 100000');
    store.decide(contextAt(), () => boxed(4321));
    expect(store.journalLength()).toBe(kept + 1);
    expect(shown).toBe(kept - 2);
    expect(store.rebuild().different).toEqual([]);
  });
});

describe('a store file', () => {
  it('of a newer release is refused and left as it is', () => {
    const file = join(temporaryFolder(), 'hotdock.db');
    openTestStore(file).close();
    const later = new Database(file);
    later.pragma(`user_version = ${newestVersion + 10}`);
    later.close();
    expect(reasonOf(() => openTestStore(file))).toBe('newer-file');
    const after = new Database(file, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(newestVersion + 10);
    after.close();
  });

  it('is worked on by one process at a time', () => {
    const folder = temporaryFolder();
    const held = lockFolder(join(folder, 'lock.db'));
    expect(reasonOf(() => lockFolder(join(folder, 'lock.db')))).toBe('in-use');
    held.release();
    lockFolder(join(folder, 'lock.db')).release();
  });

  it('has a column for every field and an index for every lookup', () => {
    const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
    for (const [kind, fields] of Object.entries(columns)) {
      const table = Object.entries(tableOf).find(([name]) => name === kind)?.[1] ?? '';
      const actual = store.database.prepare(`SELECT name FROM pragma_table_info('${table}') ORDER BY name`).pluck().all();
      expect(actual, table).toEqual(Object.keys(fields).map(columnName).sort());
    }
    for (const [kind, lists] of Object.entries(lookups)) {
      const table = Object.entries(tableOf).find(([name]) => name === kind)?.[1] ?? '';
      for (const list of lists) {
        const where = list.map((field) => `${columnName(field)} IS ?`).join(' AND ');
        const plan = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE ${where}`).all(...list.map(() => 'x'));
        expect(plan.map(({ detail }) => detail).join(' '), `${table} by ${list.join()}`).toMatch(/SEARCH .* USING/);
      }
    }
  });
});
