import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport, OrderPage, OutgoingPage } from '../../shared/contracts/central.ts';
import type { OperationDraft } from '../../shared/contracts/operations.ts';
import type { RunningCentral } from '../../central/start.ts';
import { instant } from '../../shared/lib/time.ts';
import { call, postJson, startTestCentral, TestStation, type Answer } from '../support/central.ts';

const FIXTURES = new URL('../fixtures/documents/', import.meta.url);
const x12 = readFileSync(new URL('synthetic/850-rush-grinders.edi', FIXTURES));

let central: RunningCentral;
let station: TestStation;
let gateway: Record<string, string>;

beforeAll(async () => {
  central = await startTestCentral();
  station = new TestStation(central.url);
  await station.enrol(await central.code());
  const { key } = await central.central.gateways.create(station.site, 'edi', instant(0));
  gateway = { authorization: `Bearer ${key}` };
}, 120_000);
afterAll(() => central.close());

const drop = (bytes: Uint8Array, name: string): Promise<Answer<ImportReport>> =>
  call(`${station.sitePath}/documents?name=${name}`, { method: 'POST', body: bytes as BodyInit, headers: { ...gateway, 'content-type': 'application/edi-x12' } });

test('a raw 850 dropped by a gateway is an order for every station, and its bytes are kept; a second time nothing changes', async () => {
  const { status, body } = await drop(x12, 'hot.edi');
  expect(status).toBe(200);
  expect(body.error).toBeNull();
  expect(body.orders.map(({ result }) => result)).toEqual(['received']);
  const before = (await station.pull(0)).body;
  const kinds = before.operations.map(({ op }) => `${op.station} ${op.kind}`);
  expect(kinds).toContain('central document.received');
  expect(kinds).toContain('central order.received');
  const digest = createHash('sha256').update(x12).digest('hex');
  const kept = await fetch(`${station.sitePath}/blobs/${digest}`, { headers: station.headers });
  expect(Buffer.from(await kept.arrayBuffer()).equals(x12)).toBe(true);
  const again = await drop(x12, 'again.edi');
  expect(again.body.orders.map(({ result }) => result)).toEqual(['unchanged']);
  expect((await station.pull(0)).body.head).toBe(before.head);
});

test('what is no order document is refused in the report, and nothing is stored of it', async () => {
  const before = (await station.pull(0)).body.head;
  const { status, body } = await drop(Buffer.from('Dear warehouse, please ship soon.'), 'mail.txt');
  expect(status).toBe(200);
  expect(body.error?.message.key).toMatch(/^documents\.|^orders\./);
  const kinds = (await station.pull(before)).body.operations.map(({ op }) => op.kind);
  expect(kinds).toEqual(['document.received']);
});

test('a gateway reads orders page by page', async () => {
  const { body } = await call<OrderPage>(`${station.sitePath}/orders?limit=1`, { headers: gateway });
  expect(body.orders).toHaveLength(1);
  expect(body.orders[0]).toMatchObject({ state: 'received', hpo: true });
  expect(body.next).toBeNull();
});

test('a document that a station prepared waits for its bytes, is handed over with them, and what became of it is in the order', async () => {
  const [order] = (await call<OrderPage>(`${station.sitePath}/orders`, { headers: gateway })).body.orders;
  const bytes = Buffer.from('{"acknowledgements":[]}');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const prepared = { kind: 'document.prepared', body: { documentId: 'doc-1', kind: 'acknowledgement-json', po: order?.po, shipmentId: null, fileName: 'ack.json', sha256, controlNumber: 1, dueBy: null } } as OperationDraft;
  const operation = { ...station.next(prepared) };
  // Prepared a moment ago by the station's clock.
  const { body: pushed } = await station.push([operation]);
  expect(pushed.results[0]?.verdict).toBe('ok');
  await call(`${station.sitePath}/blobs/${sha256}`, { method: 'PUT', body: bytes, headers: { ...station.headers, 'content-type': 'application/octet-stream' } });
  const page = await call<OutgoingPage>(`${station.sitePath}/documents`, { headers: gateway });
  expect(page.body.documents).toMatchObject([{ documentId: 'doc-1', state: 'prepared', content: bytes.toString('base64') }]);
  const say = (what: string, note: string | null = null): Promise<Answer<unknown>> => postJson(`${station.sitePath}/documents/doc-1/${what}`, { note }, gateway);
  expect((await say('confirmed')).status).toBe(400);
  expect((await say('handed-over')).status).toBe(204);
  expect((await say('handed-over')).status).toBe(204);
  expect((await say('confirmed', 'taken by AS2')).status).toBe(204);
  expect((await call<OutgoingPage>(`${station.sitePath}/documents`, { headers: gateway })).body.documents).toEqual([]);
  expect((await call<OutgoingPage>(`${station.sitePath}/documents?state=any`, { headers: gateway })).body.documents).toMatchObject([{ state: 'confirmed' }]);
  const states = (await station.pull(0)).body.operations.filter(({ op }) => op.kind === 'document.state-changed').map(({ op }) => op.body['state']);
  expect(states).toEqual(['handed-over', 'confirmed']);
  expect((await postJson(`${station.sitePath}/documents/none/handed-over`, {}, gateway)).status).toBe(404);
});

test('a gateway reaches its site only, not what stations do, and nothing once its key is taken back', async () => {
  const stranger = new TestStation(central.url);
  await stranger.enrol(await central.code());
  expect((await call(`${stranger.sitePath}/orders`, { headers: gateway })).status).toBe(409);
  expect((await call(`${station.sitePath}/ops?after=0`, { headers: gateway })).status).toBe(401);
  const { id, key } = await central.central.gateways.create(station.site, 'old', instant(0));
  const old = { authorization: `Bearer ${key}` };
  expect((await call(`${station.sitePath}/orders`, { headers: old })).status).toBe(200);
  await central.central.gateways.remove(station.site, id);
  expect((await call(`${station.sitePath}/orders`, { headers: old })).status).toBe(401);
});
