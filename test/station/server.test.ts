import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock } from '../../electron/station/clock.ts';
import { Access } from '../../electron/station/server/access.ts';
import { serve, type RunningServer } from '../../electron/station/server/http.ts';
import { Station } from '../../electron/station/station.ts';
import type { Contract } from '../../shared/contracts/api.ts';
import type { StationEvent } from '../../shared/contracts/views.ts';
import { temporaryFolder } from '../support/store.ts';
import { vendorOrder850 } from '../bench/documents.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

async function start(): Promise<{ readonly station: Station; readonly server: RunningServer }> {
  const folder = temporaryFolder();
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>page</title>');
  const station = new Station({ data: join(folder, 'data'), clock: systemClock, version: 'test' });
  const server = await serve({ station, pages, port: 0 });
  onTestFinished(async () => {
    await server.close();
    station.close();
  });
  return { station, server };
}

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    })
      .on('error', reject)
      .end();
  });
}

async function cookieOf(server: RunningServer): Promise<string> {
  const url = new URL(server.openUrl());
  const opened = await get(server.port, url.pathname + url.search);
  return String(opened.headers['set-cookie']).split(';')[0] ?? '';
}

function connects(port: number, headers: Record<string, string>): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers });
    socket.once('open', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

describe('the browser shell', () => {
  it('opens once with its link, and hands out a cookie that scripts cannot read', async () => {
    const { server } = await start();
    const url = new URL(server.openUrl());
    const first = await get(server.port, url.pathname + url.search);
    expect(first.status).toBe(303);
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await get(server.port, url.pathname + url.search)).status).toBe(403);
    const page = await get(server.port, '/', { cookie: String(first.headers['set-cookie']).split(';')[0] ?? '' });
    expect(page.text).toContain('<title>page</title>');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('serves nothing to whom it does not know, nor under another name', async () => {
    const { server } = await start();
    const cookie = await cookieOf(server);
    expect((await get(server.port, '/')).status).toBe(403);
    expect((await get(server.port, '/', { cookie: 'hotdock=abc.def' })).status).toBe(403);
    expect((await get(server.port, '/', { cookie, host: 'evil.example' })).status).toBe(421);
    expect((await get(server.port, '/..%2f..%2fdata%2fserver.key', { cookie })).text).not.toMatch(/^[A-Za-z0-9+/=]{40,}$/);
  });

  it('outlives addresses that are none, broken lines and a key cut short', async () => {
    const { station, server } = await start();
    expect((await get(server.port, '//')).status).toBe(400);
    const { token } = JSON.parse(readFileSync(station.folder.address, 'utf8')) as { token: string };
    expect(await connects(server.port, { authorization: `Bearer ${token}`, 'x-hotdock-as': '%E0%A4%A' })).toBeUndefined();
    const socket = await connects(server.port, { authorization: `Bearer ${token}` });
    if (!socket) throw new Error('no line');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const raw: unknown = Reflect.get(socket, '_socket');
    (raw as Socket).write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await closed;
    expect((await get(server.port, '/')).status).toBe(403);
    const keyFile = join(station.folder.root, 'cut.key');
    writeFileSync(keyFile, '');
    new Access(keyFile);
    expect(Buffer.from(readFileSync(keyFile, 'utf8'), 'base64').length).toBe(32);
  });

  it('lets only its own page and its own command line on the line', async () => {
    const { server } = await start();
    const cookie = await cookieOf(server);
    const origin = `http://127.0.0.1:${server.port}`;
    expect(await connects(server.port, { cookie })).toBeUndefined();
    expect(await connects(server.port, { cookie, origin: 'http://evil.example' })).toBeUndefined();
    expect(await connects(server.port, { origin })).toBeUndefined();
    expect(await connects(server.port, { authorization: 'Bearer guess' })).toBeUndefined();
    const socket = await connects(server.port, { cookie, origin });
    expect(socket).toBeDefined();
    socket?.close();
  });

  it('tells every screen of a hot order, and when it is none any longer, without being asked', async () => {
    const { server } = await start();
    const cookie = await cookieOf(server);
    const origin = `http://127.0.0.1:${server.port}`;
    const [screen, other] = await Promise.all([connects(server.port, { cookie, origin }), connects(server.port, { cookie, origin })]);
    if (!screen || !other) throw new Error('no line');
    const clientOf = (socket: WebSocket): ContractRouterClient<Contract> => createORPCClient(new RPCLink({ websocket: socket as never }));
    const events = await clientOf(screen).station.events({});
    await clientOf(other).station.setUp({ siteName: 'Reno', zone: 'America/Los_Angeles', stationName: 'Dock 1', stationUse: 'floor', supervisorName: 'Sam', pin: '1234', locale: 'en' });
    await clientOf(other).documents.import({ files: [{ name: 'hot.edi', base64: Buffer.from(vendorOrder850('HOT12345', 2)).toString('base64') }] });
    const seen: StationEvent[] = [];
    for await (const event of events) {
      if (event.type === 'hot') await clientOf(other).orders.flag({ po: 'HOT12345', hpo: false, reason: 'sent by mistake' });
      if (event.type === 'hot' || event.type === 'not-hot') seen.push(event);
      if (event.type === 'not-hot') break;
    }
    expect(seen).toMatchObject([{ type: 'hot', po: 'HOT12345', units: 24 }, { type: 'not-hot', po: 'HOT12345' }]);
    screen.close();
    other.close();
  });
});
