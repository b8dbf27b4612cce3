import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdminSite } from '../../shared/contracts/central.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { call, postJson } from '../support/central.ts';
import { answer, importOrders, pick, stockUp, UNITS } from './hands.ts';
import { asSupervisor, isThrough, Site, type Workplace } from './site.ts';

/* A station whose rights were taken goes on working: what it sends is held aside until somebody decides. */

const site = new Site();
let dock: Workplace;
let desk: Workplace;
let headers: Record<string, string>;

const adminPath = (): string => `${site.central.url}/admin/sites/${dock.station.store.identity.site}`;
const picked = (place: Workplace, po: string): number | undefined => place.station.reader.get('line', { po: poNumber(po), line: '1' })?.picked;
const heldCase = async () => (await asSupervisor(dock).cases.list({ state: 'open', limit: 10 })).rows.find(({ type }) => type === 'quarantined');

async function untilCase(units: number) {
  await dock.until((view) => isThrough(view) && dock.station.reader.find('case', { state: 'open' }).some(({ type, units: at }) => type === 'quarantined' && at === units));
  const found = await heldCase();
  if (!found) throw new Error('no case');
  return found;
}

beforeAll(async () => {
  await site.start();
  dock = await site.first('Dock');
  await stockUp(dock);
  await importOrders(dock, ['HELD0001', 'HELD0002']);
  for (const po of ['HELD0001', 'HELD0002']) await answer(dock, po, UNITS);
  await dock.until(isThrough);
  desk = await site.join('Desk');
  const login = await postJson(`${site.central.url}/admin/login`, { password: site.central.adminPassword ?? '' }, { 'x-hotdock': '1' });
  headers = { 'x-hotdock': '1', cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '' };
  await postJson(`${adminPath()}/stations/${desk.station.store.identity.station}/revoke`, { reason: 'lost' }, headers);
  await pick(desk, 'HELD0001');
  await desk.until(({ state, unsent }) => state === 'limited' && unsent === 0);
}, 120_000);
afterAll(() => site.close());

describe('what a station without rights has sent', () => {
  test('is a case at the others: how many entries, of which station, what units and money', async () => {
    const found = await untilCase(UNITS);
    expect(found).toMatchObject({
      units: UNITS, cost: `${UNITS * 10}.00`, currency: 'USD', what: { key: 'cases.quarantined.held', params: { name: 'Desk' } },
      detail: { firstPlace: desk.station.store.identity.station, lines: [{ po: 'HELD0001', line: '1', sku: 'MUG', first: 0, second: UNITS }] },
      proposals: [{ decision: 'let-in' }, { decision: 'keep-out' }],
    });
    expect(picked(dock, 'HELD0001')).toBe(0);
    const { body } = await call<AdminSite>(adminPath(), { headers });
    const row = body.stations.find(({ name }) => name === 'Desk');
    expect(row).toMatchObject({ state: 'revoked', heldAside: Number(found.what.params['count']) });
    expect(body.cases.rows).toMatchObject([{ caseId: found.caseId, units: UNITS }]);
  });

  test('let in, it stands in the site’s order as that station’s, and its rights stay taken', async () => {
    const { caseId } = await untilCase(UNITS);
    await asSupervisor(dock).cases.resolve({ caseId, decision: 'let-in', note: 'the goods are here' });
    await dock.until((view) => isThrough(view) && picked(dock, 'HELD0001') === UNITS);
    expect(dock.station.reader.find('scan', { station: desk.station.store.identity.station, undone: false }).some(({ kind, po }) => kind === 'pick' && po === 'HELD0001')).toBe(true);
    const { body } = await call<AdminSite>(adminPath(), { headers });
    expect(body.stations.find(({ name }) => name === 'Desk')).toMatchObject({ state: 'revoked', heldAside: 0 });
    expect(await heldCase()).toBeUndefined();
  });

  test('what comes after that decision needs one of its own; kept out on the operations page, it is counted nowhere', async () => {
    await pick(desk, 'HELD0002', 6);
    await untilCase(6);
    const answered = await postJson(`${adminPath()}/stations/${desk.station.store.identity.station}/held`, { decision: 'keep-out', note: 'not our goods' }, headers);
    expect(answered.status).toBe(204);
    await dock.until((view) => isThrough(view) && dock.station.reader.find('case', { state: 'open' }).length === 0);
    expect(picked(dock, 'HELD0002')).toBe(0);
    expect((await postJson(`${adminPath()}/stations/${desk.station.store.identity.station}/held`, { decision: 'let-in', note: null }, headers)).status).toBe(404);
  });

  test('given its rights again, the station brings it in itself: a code is more than a decision', async () => {
    const { site: id } = dock.station.store.identity;
    await asSupervisor(desk).sync.pair({ address: site.central.url, code: await site.central.code(id), certificate: null });
    await dock.until((view) => isThrough(view) && picked(dock, 'HELD0002') === 6);
    await desk.until((view) => isThrough(view) && desk.station.store.sync.pending === 0);
    for (const kind of ['line', 'scan', 'case', 'bin', 'claim'] as const) expect(desk.station.reader.find(kind, {}), kind).toEqual(dock.station.reader.find(kind, {}));
  });
});
