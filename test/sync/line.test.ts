import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { once } from 'node:events';
import { createServer as createSocket, type AddressInfo, type Server } from 'node:net';
import { gzipSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { Line, type Call } from '../../electron/sync/line.ts';
import { newAuthority, type TlsIdentity } from './authority.ts';

const reply = z.object({ hello: z.string() });

const call = (more: Partial<Call> = {}): Call => ({ method: 'GET', path: '/', token: null, body: null, timeoutMs: 10_000, signal: new AbortController().signal, ...more });

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => {
    if ('closeAllConnections' in server) (server as unknown as { closeAllConnections: () => void }).closeAllConnections();
    server.close(() => resolve());
  }));
  return (server.address() as AddressInfo).port;
}

const plain = async (answer: RequestListener): Promise<Line> => lineTo(`http://127.0.0.1:${await listening(createPlain(answer))}`);

function lineTo(address: string, certificate: string | null = null, clock = (): number => Date.now()): Line {
  const line = new Line({ address, certificate, clock });
  onTestFinished(() => line.close());
  return line;
}

describe('trust', () => {
  let identity: TlsIdentity;
  let other: TlsIdentity;

  beforeAll(async () => {
    [identity, other] = await Promise.all([newAuthority(), newAuthority()]);
  });

  const secure = async ({ cert, key }: TlsIdentity): Promise<string> =>
    `https://127.0.0.1:${await listening(createSecure({ cert, key }, (_request, response) => response.end('{"hello":"central"}')))}`;

  test('the pinned authority’s certificate is trusted', async () => {
    expect(await lineTo(await secure(identity), identity.authority).json(reply, call())).toEqual({ ok: true, reply: { hello: 'central' } });
  });

  test.each([
    ['another authority’s', () => other.authority],
    ['a self-made one, without a pin,', () => null],
  ])('%s is not, and nothing is sent', async (_name, pin) => {
    let asked = 0;
    const { cert, key } = identity;
    const address = `https://127.0.0.1:${await listening(createSecure({ cert, key }, (_request, response) => {
      asked += 1;
      response.end('{}');
    }))}`;
    expect(await lineTo(address, pin()).json(reply, call({ method: 'POST', body: { json: { secret: true } } }))).toEqual({ ok: false, failure: { kind: 'unreachable', certificate: true } });
    expect(asked).toBe(0);
  });

  test('a certificate for another name is not', async () => {
    const named = await newAuthority('10.9.8.7');
    expect(await lineTo(await secure(named), named.authority).json(reply, call())).toMatchObject({ ok: false, failure: { certificate: true } });
  });
});

describe('answers', () => {
  test.each([
    ['plain', (text: string) => Buffer.from(text)],
    ['gzip', (text: string) => gzipSync(text)],
    ['zstd', (text: string) => zstdCompressSync(text)],
  ])('%s is read', async (encoding, encode) => {
    const line = await plain((_request, response) => {
      if (encoding !== 'plain') response.setHeader('content-encoding', encoding);
      response.end(encode('{"hello":"you"}'));
    });
    expect(await line.json(reply, call())).toEqual({ ok: true, reply: { hello: 'you' } });
  });

  test('a bomb is not unpacked', async () => {
    const bomb = zstdCompressSync(Buffer.alloc(80 * 1024 * 1024));
    const line = await plain((_request, response) => response.setHeader('content-encoding', 'zstd').end(bomb));
    expect(await line.json(reply, call())).toEqual({ ok: false, failure: { kind: 'garbled' } });
  });

  test.each([
    ['no JSON', 'hello', {}],
    ['another shape', '{"hello":7}', {}],
    ['broken compression', 'not gzip', { 'content-encoding': 'gzip' }],
  ])('%s is no answer of central', async (_name, text, headers) => {
    const line = await plain((_request, response) => response.writeHead(200, headers).end(text));
    expect(await line.json(reply, call())).toEqual({ ok: false, failure: { kind: 'garbled' } });
  });

  test('a problem is read with its members and the time to wait', async () => {
    const line = await plain((_request, response) =>
      response.writeHead(409, { 'content-type': 'application/problem+json', 'retry-after': '7' }).end(JSON.stringify({ type: 'urn:hotdock:problem:gap', title: 'x', status: 409, have: { incarnation: 2, stationSeq: 9 } })),
    );
    expect(await line.json(reply, call())).toMatchObject({ ok: false, failure: { kind: 'refused', status: 409, problem: 'urn:hotdock:problem:gap', retryAfterMs: 7_000, have: { incarnation: 2, stationSeq: 9 } } });
  });

  test('large requests travel compressed, with the token', async () => {
    let seen: { authorization: string | undefined; body: unknown } | undefined;
    const line = await plain((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen = { authorization: request.headers.authorization, body: JSON.parse(zstdDecompressSync(Buffer.concat(chunks)).toString('utf8')) };
        response.end('{"hello":"x"}');
      });
    });
    const json = { text: 'x'.repeat(5_000) };
    await line.json(reply, call({ method: 'POST', token: 'abc', body: { json } }));
    expect(seen).toEqual({ authorization: 'Bearer abc', body: json });
  });
});

describe('faults', () => {
  test('nobody listens, and a connection that breaks in the middle: unreachable', async () => {
    expect(await lineTo('http://127.0.0.1:9').json(reply, call())).toEqual({ ok: false, failure: { kind: 'unreachable', certificate: false } });
    const port = await listening(createSocket((socket) => socket.on('data', () => socket.destroy())));
    expect(await lineTo(`http://127.0.0.1:${port}`).json(reply, call())).toEqual({ ok: false, failure: { kind: 'unreachable', certificate: false } });
  });

  test('silence ends at its limit', async () => {
    const line = await plain(() => undefined);
    expect(await line.json(reply, call({ timeoutMs: 50 }))).toEqual({ ok: false, failure: { kind: 'unreachable', certificate: false } });
  });

  test('whoever asked may end it', async () => {
    const controller = new AbortController();
    const line = await plain(() => controller.abort());
    expect(await line.json(reply, call({ signal: controller.signal }))).toEqual({ ok: false, failure: { kind: 'aborted' } });
  });

  test('connections are kept and shared; after a reconnect the next call has a new one', async () => {
    const ports: (number | undefined)[] = [];
    const line = await plain((request, response) => {
      ports.push(request.socket.remotePort);
      response.end('{"hello":"x"}');
    });
    for (let times = 0; times < 20; times += 1) await line.json(reply, call());
    const before = new Set(ports);
    expect(before.size).toBeLessThan(4);
    line.reconnect();
    await line.json(reply, call());
    expect(before.has(ports.at(-1))).toBe(false);
  });
});

test('central’s time is learned from any answer, however wrong this clock is', async () => {
  const port = await listening(createPlain((_request, response) => response.end('{}')));
  const line = lineTo(`http://127.0.0.1:${port}`, null, () => 0);
  await line.json(reply, call());
  expect(Math.abs(line.centralNow - Date.now())).toBeLessThan(60_000);
});
