import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL, PROTOCOL_HEADER, problems, type Problem } from '../../shared/contracts/sync.ts';
import type { SyncView } from '../../shared/contracts/views.ts';
import { entityKinds } from '../../shared/domain/state/entities.ts';
import { StationProcess } from '../chaos/support/station-process.ts';
import { postJson, stockSet, TestStation } from '../support/central.ts';
import { importOrders, MUG, stockUp } from './hands.ts';
import { asSupervisor, isThrough, Site, type Workplace } from './site.ts';

/* Stations are updated one by one, and central before them: for a while they are of different releases. */

const site = new Site();
let dock: Workplace;
let desk: Workplace;

beforeAll(async () => {
  await site.start();
  dock = await site.first('Dock');
  await importOrders(dock, ['RELEASE1', 'RELEASE2']);
  await dock.until(isThrough);
  desk = await site.join('Desk');
}, 60_000);
afterAll(() => site.close());

const siteId = (): string => dock.station.store.identity.site;

const rowsOf = ({ station }: Workplace): unknown => Object.fromEntries(entityKinds.map((kind) => [kind, station.reader.find(kind, {})]));

/** Both hold the whole order and nothing waits. */
async function equal(one: Workplace, other: Workplace): Promise<void> {
  await site.inStep(one, other);
  expect(rowsOf(other)).toEqual(rowsOf(one));
  expect(other.station.store.rebuild().different).toEqual([]);
}

async function restartCentral(oldestProtocol: number): Promise<void> {
  const { port } = site.central;
  const { data } = site;
  await site.stopCentral();
  await site.start({ port, data, oldestProtocol });
}

describe('a station two protocols behind central', () => {
  let newest: TestStation;

  beforeAll(async () => {
    newest = new TestStation(site.central.url, { site: siteId() });
    await newest.enrol(await site.central.code(siteId()));
    await dock.until(isThrough);
    await restartCentral(PROTOCOL + 2);
    // What it writes while central is new to it: also with a document that has to travel before its operation.
    await importOrders(dock, ['RELEASE3']);
  });

  test('says that it needs an update, and what is done at it still reaches central, with its documents', async () => {
    await dock.station.sync.tryNow();
    expect(await dock.until(({ state, unsent }) => state === 'needs-update' && unsent === 0)).toMatchObject({ trouble: { key: 'sync.trouble.too-old' } });
    const { central } = site.central;
    const order = await central.log.read(siteId(), 0, 10_000);
    const here = dock.station.store.journal(0, 10_000).entries.map(({ operation }) => operation.opId as string);
    expect(order.map(({ opId }) => opId)).toEqual(expect.arrayContaining(here));
    const [inbound] = dock.station.reader.find('inbound', {}).slice(-1);
    expect(inbound && (await central.blobs.get(siteId(), inbound.sha256))).toBeDefined();
  });

  test('is given nothing that it might not understand, works on, and says the same after a start', async () => {
    const { after: cursor } = dock.station.store.sync.cursor();
    const { status } = await postJson(`${newest.sitePath}/ops`, { incarnation: 1, operations: [newest.next(stockSet('NEW', 7))], backlog: 0, oldestAt: null }, { ...newest.headers, [PROTOCOL_HEADER]: String(PROTOCOL + 2) });
    expect(status).toBe(200);
    const { data } = dock;
    dock.close();
    dock = site.open(data);
    await asSupervisor(dock).orders.flag({ po: 'RELEASE1', hpo: true, reason: 'while old' });
    await dock.station.sync.start();
    await dock.until(({ state, unsent }) => state === 'needs-update' && unsent === 0);
    expect(dock.station.store.sync.cursor().after).toBe(cursor);
  });

  test('no station of its protocol is let in anew; one from the future is sent to whoever runs central', async () => {
    const late = site.open();
    const code = await site.central.code(siteId());
    await expect(late.client.sync.join({ address: site.central.url, code, certificate: null, stationName: 'Late', stationUse: 'floor', locale: 'en' })).rejects.toMatchObject({ data: { code: 'sync.refused.tooOld' } });
    late.close();
    const { status, body } = await postJson<Problem>(`${site.central.url}/v1/enrol`, {
      code, station: 'future', stationName: 'Future', site: siteId(), siteName: 'Phoenix', operations: 0, publicKey: newest.publicKey, version: '9.0.0', protocol: PROTOCOL + 9,
    });
    expect([status, body.type]).toEqual([426, problems.tooNew]);
  });

  test('a request that names no protocol speaks the first one', async () => {
    const { [PROTOCOL_HEADER]: _, ...headers } = newest.headers;
    expect((await fetch(`${newest.sitePath}/ops?after=0`, { headers })).status).toBe(426);
  });

  test('catches up at its first start as a release that central understands', async () => {
    const { data } = dock;
    dock.close();
    await restartCentral(PROTOCOL);
    dock = site.open(data);
    await dock.station.sync.start();
    await equal(dock, desk);
    expect(dock.station.reader.find('stock', { sku: 'NEW' as never })).toMatchObject([{ boxed: 7 }]);
    expect(desk.station.reader.find('order', {}).map(({ po }) => po)).toContain('RELEASE3');
  });
});

test('a station two releases behind: it keeps what it cannot read and goes on sending, is cut off from fetching, and its update folds all it kept', { timeout: 90_000 }, async () => {
  const older = new StationProcess('Older', site.folder(), {
    program: '../electron/station/cli/main.ts',
    env: { NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${pathToFileURL(join(import.meta.dirname, 'older-release.ts')).href}` },
  });
  const view = (): Promise<SyncView> => older.ask('Sam', (client) => client.sync.status({}));
  const untilView = async (wanted: (view: SyncView) => boolean): Promise<void> => {
    while (!wanted(await view())) await after(20);
  };
  const flag = (po: string, reason: string): Promise<unknown> => older.call('Sam', (client) => client.orders.flag({ po, hpo: true, reason }));
  await stockUp(dock);
  await older.begin();
  const code = await site.central.code(siteId());
  await older.ask(undefined, (client) => client.sync.join({ address: site.central.url, code, certificate: null, stationName: 'Older', stationUse: 'floor', locale: 'en' }));
  while (!(await older.ask(undefined, async (client) => (await client.station.status({})).configured))) await after(20);

  // What it cannot read is kept, and the facts after it count.
  const by = asSupervisor(dock);
  await by.orders.pin({ po: 'RELEASE1', pin: -1, reason: 'first of all' });
  await by.stock.set({ sku: MUG.sku, location: MUG.bin, boxed: 4321, safety: null, reason: 'count' });
  await by.orders.flag({ po: 'RELEASE1', hpo: true, reason: 'still hot' });
  await dock.until(isThrough);
  const [pinned, flagged] = dock.station.store.journal(0, 10_000, 'order:RELEASE1').entries.slice(-2).map(({ operation }) => operation.opId);
  const holds = (opId: string | undefined): Promise<boolean> =>
    older.ask('Sam', async (client) => (await client.station.journal({ aggregate: 'order:RELEASE1' })).entries.some((entry) => entry.opId === opId));
  while (!(await holds(flagged))) await after(20);
  expect(await older.ask('Sam', (client) => client.orders.get({ po: 'RELEASE1' }))).toMatchObject({ pin: 0, hpo: true });
  expect(await older.call('Sam', (client) => client.orders.cancel({ po: 'RELEASE1', reason: 'must not' }))).toEqual({ kind: 'refused', code: 'sync.refused.needsUpdate' });
  expect(await flag('RELEASE2', 'of its own')).toMatchObject({ kind: 'done' });
  await untilView(isThrough);

  // Central gives up its protocol as well: it sends, is told nothing, and says so, also after it was killed.
  await restartCentral(PROTOCOL + 2);
  expect(await flag('RELEASE3', 'while cut off')).toMatchObject({ kind: 'done' });
  await untilView(({ state, unsent }) => state === 'needs-update' && unsent === 0);
  await older.kill();
  await older.begin();
  expect(await flag('RELEASE2', 'after a kill')).toMatchObject({ kind: 'done' });
  await untilView(({ state, unsent, trouble }) => state === 'needs-update' && unsent === 0 && trouble?.key === 'sync.trouble.too-old');
  const ordered = (await site.central.central.log.read(siteId(), 0, 10_000)).map(({ opId }) => opId);
  expect(await older.stop()).toBe(0);

  // The update reads what was kept at its start, before it asks central anything.
  await restartCentral(PROTOCOL);
  const updated = site.open(older.data);
  const here = updated.station.store.journal(0, 10_000).entries.map(({ operation }) => operation.opId as string);
  expect(ordered).toEqual(expect.arrayContaining(here));
  expect(here).toContain(pinned);
  expect(updated.station.store.sync.needingUpdate()).toEqual([]);
  expect(await asSupervisor(updated).orders.get({ po: 'RELEASE1' })).toMatchObject({ pin: -1, hpo: true });
  expect(updated.station.reader.find('stock', { sku: MUG.sku as never })).toMatchObject([{ boxed: 4321 }]);
  await updated.station.sync.start();
  await equal(dock, updated);
  await asSupervisor(updated).orders.pin({ po: 'RELEASE1', pin: 0, reason: 'it may again' });
  await equal(dock, updated);
  const order = (await site.central.central.log.read(siteId(), 0, 10_000)).map(({ opId }) => opId);
  expect(new Set(order).size).toBe(order.length);
});
