import { randomBytes } from 'node:crypto';
import { gzipSync, zstdCompressSync, zstdDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningCentral } from '../../central/start.ts';
import { problem } from '../../shared/contracts/sync.ts';
import { call, postJson, startTestCentral, stockSet, TestStation } from '../support/central.ts';

let central: RunningCentral;
let station: TestStation;
beforeAll(async () => {
  central = await startTestCentral({ rate: { burst: 600, perSecond: 1 } });
  station = new TestStation(central.url);
  await station.enrol(await central.code());
}, 120_000);
afterAll(() => central.close());

const packed = (bytes: Uint8Array, encoding: string): Promise<{ status: number; body: unknown }> =>
  call(`${station.sitePath}/ops`, { method: 'POST', body: bytes as BodyInit, headers: { ...station.headers, 'content-type': 'application/json', 'content-encoding': encoding } });

test('a small packed body that stands for a huge one is refused, packed either way', async () => {
  const bomb = Buffer.alloc(80 * 1024 * 1024, ' ');
  for (const [encoding, bytes] of [['gzip', gzipSync(bomb)], ['zstd', zstdCompressSync(bomb)]] as const) {
    expect(bytes.length).toBeLessThan(200_000);
    expect(await packed(bytes, encoding)).toMatchObject({ status: 413, body: { type: 'urn:hotdock:problem:too-large' } });
  }
});

test('a packed push is read, and a large answer is packed as its reader can read it', async () => {
  const operations = Array.from({ length: 20 }, (_, index) => station.next(stockSet(`SKU-${index}`, index)));
  const text = JSON.stringify({ incarnation: 1, operations, backlog: 0, oldestAt: null });
  expect((await packed(zstdCompressSync(text), 'zstd')).status).toBe(200);
  expect((await packed(gzipSync(text), 'gzip')).status).toBe(200);
  const { request } = await import('node:http');
  for (const [encoding, unpack] of [['zstd', zstdDecompressSync], ['gzip', gunzipSync]] as const) {
    const answer = await new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      request(`${station.sitePath}/ops?after=0`, { headers: { ...station.headers, 'accept-encoding': encoding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }));
      }).on('error', reject).end();
    });
    expect(answer.encoding).toBe(encoding);
    expect(JSON.parse(unpack(answer.bytes).toString('utf8'))).toMatchObject({ head: 21 });
  }
});

test('a body that is not what its header says, no JSON, or no push is refused in words', async () => {
  expect(await packed(Buffer.from('{}'), 'gzip')).toMatchObject({ status: 400 });
  expect(await packed(Buffer.from('{}'), 'br')).toMatchObject({ status: 400 });
  expect(await packed(Buffer.from('{"a":'), 'identity')).toMatchObject({ status: 400, body: { detail: 'The body is not JSON.' } });
  expect(await packed(Buffer.from('{}'), 'identity')).toMatchObject({ status: 400, body: { type: 'urn:hotdock:problem:invalid' } });
});

test('more than 500 operations in a push, or an enrolment of a megabyte, are refused', async () => {
  const operations = Array.from({ length: 501 }, () => ({}));
  expect((await postJson(`${station.sitePath}/ops`, { incarnation: 1, operations, backlog: 0, oldestAt: null }, station.headers)).status).toBe(400);
  expect((await postJson(`${central.url}/v1/enrol`, { code: 'x'.repeat(1_000_000) })).status).toBe(413);
});

test('every refusal is a problem as RFC 9457 has it, whoever refuses', async () => {
  const refusals = [
    await call(`${central.url}/nowhere`),
    await call(`${central.url}/v1/sites/none/ops?after=0`, { headers: station.headers }),
    await call(`${station.sitePath}/ops?after=-1`, { headers: station.headers }),
    await call(`${station.sitePath}/ops?after=0`),
    await call(`${central.url}/v1/enrol`, { method: 'DELETE' }),
    await postJson(`${central.url}/v1/enrol`, { code: 1 }),
  ];
  for (const { status, headers, body } of refusals) {
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem.parse(body).status).toBe(status);
    expect(status).toBeGreaterThanOrEqual(400);
  }
});

test('a cursor beyond the head is a sign of another life, not of an empty page', async () => {
  const { status, body } = await station.pull(1_000_000);
  expect(status).toBe(409);
  expect(body).toMatchObject({ type: 'urn:hotdock:problem:epoch', common: 0 });
});

test('bytes are kept under their digest only', async () => {
  const { createHash } = await import('node:crypto');
  const bytes = randomBytes(5_000);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const put = (name: string): Promise<{ status: number }> => call(`${station.sitePath}/blobs/${name}`, { method: 'PUT', body: bytes, headers: { ...station.headers, 'content-type': 'application/octet-stream' } });
  expect((await put('0'.repeat(64))).status).toBe(400);
  expect((await put('../../etc/passwd')).status).toBe(404);
  expect((await put(digest)).status).toBe(204);
  expect((await put(digest)).status).toBe(204);
  const response = await fetch(`${station.sitePath}/blobs/${digest}`, { headers: station.headers });
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  expect((await call(`${station.sitePath}/blobs/${'1'.repeat(64)}`, { headers: station.headers })).status).toBe(404);
});

test('a station that sends more than its share waits, and is told how long', async () => {
  const greedy = new TestStation(central.url);
  await greedy.enrol(await central.code());
  const many = Array.from({ length: 400 }, (_, index) => greedy.next(stockSet('A', index)));
  expect((await greedy.push(many)).status).toBe(200);
  const { status, headers } = await greedy.push(many);
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(100);
  expect((await station.push([])).status).toBe(200);
});

test('guessing passwords is slow', async () => {
  const tries = await Promise.all(Array.from({ length: 25 }, () => postJson(`${central.url}/admin/login`, { password: 'guess' })));
  const slowed = tries.filter(({ status }) => status === 429);
  expect(slowed.length).toBeGreaterThan(0);
  expect(slowed[0]?.headers.get('content-type')).toContain('application/problem+json');
});

test('the page\'s folder gives away nothing but the page and its assets', async () => {
  for (const path of ['/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/index.html', '/index.html', '/package.json', '/assets/.env']) {
    expect((await fetch(`${central.url}${path}`)).status).toBe(404);
  }
});

test.each([
  [undefined, 'en', 'There is no such thing'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es', 'No existe'],
  ['de, en;q=0.5', 'en', 'There is no such thing'],
])('the title of a problem is in the language of its reader (%s)', async (accepted, language, title) => {
  const { headers, body } = await call(`${central.url}/v1/nothing`, accepted === undefined ? {} : { headers: { 'accept-language': accepted } });
  expect(headers.get('content-language')).toBe(language);
  expect(body).toMatchObject({ title, detail: 'GET /v1/nothing' });
});
