import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { problems, type Problem } from '../../shared/contracts/sync.ts';
import { startServer, type PlainServer } from '../central/support/plain-server.ts';
import { call } from '../support/central.ts';
import { ChaosSite } from './support/chaos-site.ts';
import { Newcomer } from './support/newcomer.ts';
import { Workday } from './support/workday.ts';

/* PostgreSQL is stopped for a while under a central that knows it by its address, while people work at three stations. */

const SEED = 1;

const folder = mkdtempSync(join(tmpdir(), 'hotdock-away-'));
let server: PlainServer;
let site: ChaosSite;

beforeAll(async () => {
  server = await startServer(folder);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}, 60_000);

beforeAll(async () => {
  site = await ChaosSite.start(SEED, server.url);
  return () => site.remove();
}, 240_000);

test('while PostgreSQL is away central says so and lives on, and stations go on; when it is back everything drains, without a restart', { timeout: 200_000 }, async () => {
  const newcomer = await Newcomer.join(site);
  const day = new Workday(site, SEED);
  await day.saves(20);
  await server.stop();

  const { status, headers, body } = await newcomer.pull();
  expect(status).toBe(503);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(body).toMatchObject({ type: problems.unavailable, status: 503 } satisfies Partial<Problem>);
  expect((await call(`${site.central.url}/readyz`)).status).toBe(503);
  expect((await call(`${site.central.url}/healthz`)).status).toBe(200);

  await day.saves(60);
  await site.until((view) => view.unsent > 0 && view.trouble?.key === 'sync.trouble.busy');

  await server.start();
  await day.end();
  await site.drained(60_000);
  expect((await newcomer.pull()).status).toBe(200);
  const order = await site.order();
  expect(await site.stop()).toEqual([0, 0, 0, 0]);
  expect(site.faults).toEqual([]);
  expect(day.ledger.faults(order)).toEqual([]);
});
