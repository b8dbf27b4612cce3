import Database from 'better-sqlite3';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openTestStore, temporaryFolder } from '../../support/store.ts';

/*
 * What a page, a push and a decision ask of the store must not grow with its history: no statement that they run may go through
 * a table that grows with it. Proven by the plans, not by clocks.
 */
const statements: string[] = [];

const GROWING = /\bSCAN (operation|confirmed|pending|recovered|operation_aggregate|scan)\b/;
/** Counted once at a start, from then on kept in memory. */
const COUNTED = new Set(['SELECT count(*) FROM pending', 'SELECT count(*) FROM pending WHERE sent = 0']);

beforeAll(async () => {
  const { Store } = await import('../../../electron/store/store.ts');
  const { ModelCentral, PAIRING, EVERYTHING, drain } = await import('./model.ts');
  const { SEED } = await import('./seed.ts');
  const { counted } = await import('./counted.ts');
  const { work } = await import('./support.ts');
  const central = new ModelCentral();
  for (const each of SEED) central.foreign('central', each, 0);
  const database = new Database(':memory:', { verbose: (sql) => statements.push(String(sql)) });
  const store = new Store({ file: ':memory:', database, newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  store.sync.pair(PAIRING);
  drain(central, store);
  statements.length = 0;
  work(store, counted(1), { kind: 'scan.unknown', body: { code: 'x', task: null } });
  store.sync.backlog();
  store.sync.unsent(EVERYTHING);
  central.foreign('dock2', counted(3), central.head);
  store.sync.apply(central.page(store.sync.cursor().after, 10));
  store.sync.acknowledge(central.push(store.sync.unsent(EVERYTHING)));
  store.sync.recovered(EVERYTHING);
  store.sync.apply(central.page(store.sync.cursor().after, 10));
});

it('no statement of a decision, a push or a page goes through what grows with history', () => {
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  const asked = [...new Set(statements)].filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE)/i.test(sql) && !COUNTED.has(sql));
  expect(asked.length).toBeGreaterThan(10);
  for (const sql of asked) {
    const plan = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    const details = plan.map(({ detail }) => detail);
    // The first row, the last row, and whether there is any at all, are read off an end of the table.
    if (/(min\(seq\) FROM pending| LIMIT 1(?:\.0)?)$/.test(sql) && !sql.includes('WHERE') && !details.some((detail) => detail.includes('TEMP B-TREE'))) continue;
    expect(details.filter((detail) => GROWING.test(detail) && !/USING .*INDEX pending_unsent|USING .*INDEX recovered_unsent/.test(detail)), sql).toEqual([]);
  }
});

it('the newest scan of a station is read off an index', () => {
  const store = openTestStore(join(temporaryFolder(), 'hotdock.db'));
  const plan = store.database
    .prepare<unknown[], { detail: string }>('EXPLAIN QUERY PLAN SELECT * FROM scan WHERE station IS ? AND undone IS ? ORDER BY station_seq DESC, op_id LIMIT 1')
    .all('dock1', 0)
    .map(({ detail }) => detail);
  expect(plan[0]).toMatch(/SEARCH scan USING INDEX scan_by_station_undone/);
  expect(plan.join(' ')).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
});
