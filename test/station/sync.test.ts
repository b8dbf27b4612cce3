import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { poNumber } from '../../shared/lib/ids.ts';
import { instant } from '../../shared/lib/time.ts';
import { asSupervisor, isThrough, Site, type Workplace } from './site.ts';

/* One site, in the order a warehouse would meet it: the first station, the second, a day without central, and back. */

const site = new Site();
let dock: Workplace;
let desk: Workplace;

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/documents/synthetic', name));

beforeAll(() => site.start());
afterAll(() => site.close());

/** What an EDI gateway does. */
async function drop(name: string): Promise<number> {
  const { central, url } = site.central;
  const { key } = await central.gateways.create(dock.station.store.identity.site, 'edi', instant(Date.now()));
  const response = await fetch(`${url}/v1/sites/${dock.station.store.identity.site}/documents?name=${name}`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' }, body: new Uint8Array(fixture(name)),
  });
  return response.status;
}

describe('pairing', () => {
  test('the first station takes its history along; its secrets are nobody else’s to read', async () => {
    dock = await site.first('Dock 1');
    const view = await dock.client.sync.status({});
    expect(view).toMatchObject({ state: 'connected', unsent: 0, behind: 0, stationNumber: 1, trouble: null });
    expect(await dock.client.sync.peers({})).toMatchObject([{ name: 'Dock 1', number: 1, state: 'active' }]);
    for (const name of readdirSync(join(dock.data, 'central'))) expect(statSync(join(dock.data, 'central', name)).mode & 0o077).toBe(0);
  });

  test('an empty folder joins: people, settings and orders are the site’s, its name is its own', async () => {
    await asSupervisor(dock).documents.import({ files: [{ name: 'rush.edi', base64: fixture('850-rush-grinders.edi').toString('base64') }] });
    await dock.until(isThrough);
    desk = await site.join('Desk');
    expect((await desk.client.session.people({})).map(({ name }) => name)).toEqual(['Sam']);
    expect((await desk.client.orders.get({ po: '7HGRINDR' })).hpo).toBe(true);
    expect(desk.station.settings).toMatchObject({ siteName: 'Phoenix', stationName: 'Desk' });
    expect(dock.station.settings.stationName).toBe('Dock 1');
    await dock.until((view) => isThrough(view) && dock.station.reader.find('peer', {}).length === 2);
  });

  test.each([
    ['a wrong code', 'sync.refused.code', (url: string) => ({ address: url, code: 'WRONG-WRONG' })],
    ['nobody there', 'sync.refused.unreachable', () => ({ address: 'http://127.0.0.1:9', code: 'WRONG-WRONG' })],
    ['plain HTTP to another machine', 'sync.refused.plain', () => ({ address: 'http://central.example:7410', code: 'WRONG-WRONG' })],
    ['no certificate', 'sync.refused.badCertificate', (url: string) => ({ address: url, code: 'WRONG-WRONG', certificate: 'hello' })],
  ])('%s is refused in words, and nothing has changed', async (_name, code, input) => {
    const other = site.open();
    await expect(other.client.sync.pair({ certificate: null, ...input(site.central.url) })).rejects.toMatchObject({ data: { code } });
    expect((await other.client.sync.status({})).state).toBe('alone');
    other.close();
  });

  test('a second time, a demo, and a stranger’s site are refused', async () => {
    await expect(asSupervisor(dock).sync.pair({ address: site.central.url, code: 'WHATEVER-1', certificate: null })).rejects.toMatchObject({ data: { code: 'sync.refused.paired' } });
    await expect(dock.client.sync.join({ address: site.central.url, code: 'WHATEVER-1', certificate: null, stationName: 'X', stationUse: 'floor', locale: 'en' })).rejects.toMatchObject({ data: { code: 'sync.refused.notEmpty' } });
    const stranger = site.open();
    await stranger.client.station.setUp({ siteName: 'Tucson', zone: 'America/Phoenix', stationName: 'A', stationUse: 'floor', supervisorName: 'Tom', pin: '1234', locale: 'en' });
    const code = await site.central.code(dock.station.store.identity.site);
    await expect(asSupervisor(stranger).sync.pair({ address: site.central.url, code, certificate: null })).rejects.toMatchObject({ data: { code: 'sync.refused.otherSite' } });
    stranger.close();
  });
});

describe('while all are connected', () => {
  test('a hot order that arrives at central is told on every station', async () => {
    for (const place of [dock, desk]) place.events.length = 0;
    expect(await drop('850-rush-spec-L8266355.edi')).toBe(200);
    const [here, there] = await Promise.all([dock.heard('hot'), desk.heard('hot')]);
    expect(here.po).toBe(there.po);
    expect(here.units).toBeGreaterThan(0);
  });

  test('the customer’s change of an order reaches the station that did not import it', async () => {
    desk.events.length = 0;
    await asSupervisor(dock).documents.import({ files: [{ name: 'changed.edi', base64: fixture('850-rush-grinders-changed.edi').toString('base64') }] });
    expect(await desk.heard('order-changed')).toMatchObject({ po: '7HGRINDR', hpo: true });
  });

  test('a document that another station took in is fetched when somebody opens it', async () => {
    await desk.until(isThrough);
    const inbound = desk.station.reader.find('inbound', {}).find(({ fileName }) => fileName === 'changed.edi');
    expect(inbound && desk.station.store.blob(inbound.sha256)).toBeUndefined();
    const file = await asSupervisor(desk).documents.file({ documentId: inbound?.documentId ?? '' });
    expect(Buffer.from(file.base64, 'base64')).toEqual(fixture('850-rush-grinders-changed.edi'));
    expect(inbound && desk.station.store.blob(inbound.sha256)).toBeDefined();
  });

  test('prepared documents are central’s to hand over: the station’s outbox stays empty', async () => {
    await asSupervisor(dock).stock.putProduct({ sku: 'CG-200', asin: 'B0CERGRND1', title: 'Grinder', gtinEach: '036000291452', gtinCase: null, gtinPallet: null, caseSize: 20, cost: '18.40', currency: 'USD', weightGrams: 620, lengthMm: 480, widthMm: 320, heightMm: 260, location: 'A-01-01' });
    await asSupervisor(dock).stock.set({ sku: 'CG-200', location: 'A-01-01', boxed: 2000, safety: 0, reason: 'count' });
    await asSupervisor(dock).acknowledgement.send({ po: '7HGRINDR', lines: (await asSupervisor(dock).orders.get({ po: '7HGRINDR' })).lines.map(({ line, requested }) => ({ line, accept: requested })) });
    expect(dock.station.reader.find('outgoing', { state: 'prepared' }).length).toBeGreaterThan(0);
    expect(readdirSync(dock.station.folder.outbox)).toEqual([]);
    await dock.until(isThrough);
  });
});

describe('a day without central', () => {
  let url: { readonly port: number; readonly data: string };

  test('work goes on; what waits is counted, and the reason and the next attempt are said', async () => {
    url = { port: site.central.port, data: site.data };
    await site.stopCentral();
    await asSupervisor(dock).orders.flag({ po: '7HGRINDR', hpo: true, reason: 'customer called' });
    const view = await dock.until(({ trouble, nextAttemptAt }) => trouble?.key === 'sync.trouble.unreachable' && nextAttemptAt !== null);
    expect(view).toMatchObject({ state: 'offline', unsent: 1 });
    expect(view.oldestUnsentAt).not.toBeNull();
  });

  test('a station that is closed and opened in between still knows what waits, and whose it is', async () => {
    const { data } = dock;
    dock.close();
    dock = site.open(data);
    expect(await dock.client.sync.status({})).toMatchObject({ state: 'offline', unsent: 1, stationNumber: 1 });
    await dock.station.sync.start();
  });

  test('central is back: the queue drains by itself and the others hear of it', async () => {
    desk.events.length = 0;
    await site.start(url);
    for (const place of [dock, desk]) place.station.sync.networkUp();
    await dock.until(isThrough);
    await desk.until((view) => isThrough(view) && desk.station.store.journal(0, 500, 'order:7HGRINDR').entries.some(({ operation }) => operation.kind === 'order.flagged'));
  });

  test('both pin the same order unseen of each other; nobody is asked to wait, and both end up equal', async () => {
    await site.stopCentral();
    await asSupervisor(dock).orders.pin({ po: '7HGRINDR', pin: -1, reason: 'dock first' });
    await asSupervisor(desk).orders.pin({ po: '7HGRINDR', pin: 1, reason: 'desk last' });
    await site.start(url);
    for (const place of [dock, desk]) place.station.sync.networkUp();
    const pins = ({ station }: Workplace): number => station.store.journal(0, 500, 'order:7HGRINDR').entries.filter(({ operation }) => operation.kind === 'order.pinned').length;
    await Promise.all([dock, desk].map((place) => place.until((view) => isThrough(view) && pins(place) === 2 && place.station.store.sync.pending === 0)));
    expect(dock.station.reader.get('order', { po: poNumber('7HGRINDR') })).toEqual(desk.station.reader.get('order', { po: poNumber('7HGRINDR') }));
  });
});

describe('a contradiction', () => {
  test('both take the same order in hand unseen: whoever was second hears of it at once, and a decision reaches both', async () => {
    const again = { port: site.central.port, data: site.data };
    await site.stopCentral();
    for (const place of [dock, desk]) {
      place.events.length = 0;
      await asSupervisor(place).floor.start({ kind: 'pick', po: '7HGRINDR' });
    }
    await site.start(again);
    for (const place of [dock, desk]) place.station.sync.networkUp();
    const lost = await Promise.race([dock.heard('lost'), desk.heard('lost')]);
    await Promise.all([dock, desk].map((place) => place.until((view) => isThrough(view) && view.openCases > 0)));
    const row = await asSupervisor(dock).cases.view({ caseId: lost.caseId });
    expect(row).toMatchObject({ state: 'open', firstStation: expect.stringMatching(/Dock 1|Desk/), secondStation: expect.stringMatching(/Dock 1|Desk/) });
    const decision = row.proposals[0]?.decision ?? 'noted';
    await expect(desk.client.cases.resolve({ caseId: lost.caseId, decision, note: null })).rejects.toMatchObject({ data: { code: 'staff.refused.notAllowed' } });
    expect(await asSupervisor(desk).cases.resolve({ caseId: lost.caseId, decision, note: 'agreed' })).toMatchObject({ state: 'resolved', decision });
    await dock.until(() => dock.station.reader.get('case', { caseId: lost.caseId })?.state === 'resolved');
  });
});

describe('rights taken away', () => {
  test('what is done meanwhile is held aside; paired again, it reaches the others without another act here', async () => {
    const { site: id, station } = desk.station.store.identity;
    const { central } = site.central;
    await central.stations.revoke(id, station);
    await central.orders.of(id).write({ kind: 'station.revoked', body: { station } });
    await asSupervisor(desk).orders.pin({ po: '7HGRINDR', pin: -1, reason: 'while limited' });
    await desk.until(({ state, unsent }) => state === 'limited' && unsent === 0);
    const reached = (): boolean => dock.station.store.journal(0, 500, 'order:7HGRINDR').entries.some(({ operation: { kind, body } }) => kind === 'order.pinned' && body.reason === 'while limited');
    expect(reached()).toBe(false);
    await asSupervisor(desk).sync.pair({ address: site.central.url, code: await site.central.code(id), certificate: null });
    await Promise.all([dock.until(reached), desk.until(({ state, unsent }) => state === 'connected' && unsent === 0)]);
  });
});

describe('leaving', () => {
  test('nothing is lost, and the same site can be paired with again', async () => {
    await asSupervisor(dock).sync.leave({});
    expect(await dock.client.sync.status({})).toMatchObject({ state: 'alone', address: null });
    await asSupervisor(dock).orders.flag({ po: '7HGRINDR', hpo: true, reason: 'alone again' });
    const code = await site.central.code(dock.station.store.identity.site);
    await asSupervisor(dock).sync.pair({ address: site.central.url, code, certificate: null });
    expect(await dock.until(isThrough)).toMatchObject({ stationNumber: 1, unsent: 0 });
  });

  test('a first copy that was given up leaves a station as new as it was', async () => {
    const late = site.open();
    const code = await site.central.code(dock.station.store.identity.site);
    await late.client.sync.join({ address: site.central.url, code, certificate: null, stationName: 'Late', stationUse: 'floor', locale: 'en' });
    await late.client.sync.leave({});
    expect(await late.client.station.status({})).toMatchObject({ configured: false, saved: 0, sync: { state: 'alone' } });
    late.close();
  });
});
