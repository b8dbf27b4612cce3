import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminOverview, adminSite, auditPage, newCode, type AdminOverview, type AdminSite } from '../../shared/contracts/central.ts';
import type { RunningCentral } from '../../central/start.ts';
import { instant, MINUTE } from '../../shared/lib/time.ts';
import { call, operationOf, postJson, startTestCentral, stockSet, TestStation } from '../support/central.ts';

let central: RunningCentral;
let headers: Record<string, string>;
/** How much central's clock has gone on beyond the machine's. */
let later = 0;

beforeAll(async () => {
  central = await startTestCentral({ version: '9.9.9', now: () => instant(Date.now() + later) });
  const { headers: answer } = await postJson(`${central.url}/admin/login`, { password: central.adminPassword ?? '' }, { 'x-hotdock': '1' });
  headers = { 'x-hotdock': '1', cookie: answer.get('set-cookie')?.split(';')[0] ?? '' };
}, 120_000);
afterAll(() => central.close());

test('the first password works, is no default, and is not given again', async () => {
  expect(central.adminPassword).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await central.central.administrators.createFirst('admin', central.central.now())).toBeUndefined();
  expect((await call(`${central.url}/admin/session`, { headers })).body).toEqual({ name: 'admin' });
});

test('the page sees sites, stations with backlog and skew, cases, codes and who did what, as its contract says', async () => {
  const { body: made } = await postJson<{ code: string }>(`${central.url}/admin/codes`, { siteName: 'Harbour' }, headers);
  expect(newCode.safeParse(made).success).toBe(true);
  const station = new TestStation(central.url);
  await station.enrol(made.code);
  await station.push([station.next(stockSet('A', 1))]);
  const copied = operationOf({ site: station.site, station: station.station, stationSeq: 1 }, stockSet('A', 5));
  await station.push([copied]);
  await postJson(`${station.sitePath}/ops`, { incarnation: 1, operations: [], backlog: 7, oldestAt: 1_780_000_000_000 }, station.headers);
  await station.pull(0, { now: Date.now() + 150_000 });
  await postJson(`${central.url}/admin/sites/${station.site}/codes`, {}, headers);
  await central.central.presence.flush();

  const overview = (await call<AdminOverview>(`${central.url}/admin/overview`, { headers })).body;
  expect(adminOverview.safeParse(overview).success).toBe(true);
  expect(overview).toMatchObject({ version: '9.9.9', database: 'embedded', sites: [{ name: 'Harbour', stations: 1, stationsSilent: 0, backlog: 7, openCases: 1 }] });

  const site = (await call<AdminSite>(`${central.url}/admin/sites/${station.site}`, { headers })).body;
  expect(adminSite.safeParse(site).success).toBe(true);
  expect(site.stations).toMatchObject([{ station: station.station, number: 1, state: 'active', version: '0.1.0', backlog: 7, behind: 0, heldAside: 0 }]);
  expect(site.stations[0]?.skewMs).toBeGreaterThan(100_000);
  expect(site.cases).toMatchObject({ open: 1, rows: [{ type: 'cloned-station' }] });
  expect(site.codes).toHaveLength(1);

  const audit = (await call<{ rows: { what: string; who: string }[] }>(`${central.url}/admin/audit?site=${station.site}`, { headers })).body;
  expect(auditPage.safeParse(audit).success).toBe(true);
  expect(audit.rows[0]).toMatchObject({ what: 'code.created', who: 'admin:admin' });
  expect((await call(`${central.url}/admin/sites/none`, { headers })).status).toBe(404);
});

test('what watches central is answered: alive, ready, numbers without names, and how to talk to it', async () => {
  expect((await call(`${central.url}/healthz`)).body).toMatchObject({ status: 'alive' });
  expect((await call(`${central.url}/readyz`)).body).toEqual({ status: 'ready' });
  const metrics = await (await fetch(`${central.url}/metrics`)).text();
  expect(metrics).toContain('hotdock_operations_total{verdict="ok"} 1');
  expect(metrics).toContain('hotdock_pushes_refused_total{problem="fork"} 1');
  expect(metrics).toMatch(/hotdock_http_request_seconds_count\{route="push",status="200"\} \d/);
  const { body } = await call<{ openapi: string }>(`${central.url}/openapi.json`);
  expect(body.openapi).toBe('3.1.0');
});

test('the clock of a station is compared when it asks, not when its held request is answered', async () => {
  const { body: made } = await postJson<{ code: string }>(`${central.url}/admin/codes`, {}, headers);
  const station = new TestStation(central.url);
  await station.enrol(made.code);
  await station.push([station.next(stockSet('A', 1))]);
  const { body: { head } } = await station.pull(0);
  const held = station.pull(head, { wait: 25, now: Date.now() });
  await expect.poll(() => central.central.heads.waiting).toBe(1);
  later = MINUTE;
  await station.push([station.next(stockSet('A', 2))]);
  await held;
  await central.central.presence.flush();
  const [row] = (await call<AdminSite>(`${central.url}/admin/sites/${station.site}`, { headers })).body.stations;
  expect(row?.skewMs).toBeGreaterThan(-MINUTE / 2);
});
