import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ToStation } from '../../electron/station/entry-contract.ts';
import { programFile } from '../support/program-file.ts';
import { fixture, json, newFolder, prepare } from './command-line.ts';

/* The desktop's station as Electron forks it, under plain Node. */

const { data, remove } = newFolder();
const root = resolve(import.meta.dirname, '../..');
let station: ChildProcess;
const heard = async (): Promise<unknown> => (await once(station, 'message'))[0];

beforeAll(async () => {
  await prepare(data);
  station = fork(programFile('station/utility.mjs'), [data], { cwd: root, execArgv: ['--import', pathToFileURL(join(root, 'test/support/parent-port.ts')).href] });
  expect(await heard()).toEqual({ type: 'ready' });
});
afterAll(() => {
  station.kill('SIGKILL');
  remove();
});

test('commands go through the station of the desktop app', async () => {
  expect(await json(data, ['import', fixture('850-rush-grinders.edi')])).toMatchObject({ code: 0, document: { files: [{ orders: [{ po: '7HGRINDR', result: 'received' }] }] } });
  const queue = await json(data, ['--now', '2031-01-01T00:00:00Z', 'queue']);
  expect(queue).toMatchObject({ code: 0, document: { orders: [{ po: '7HGRINDR' }] } });
  expect(queue.err).toContain('--now');
});

test('nobody else is let in there, no browser and no page', async () => {
  const file = join(data, 'station.json');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  const { port, token } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; token: string };
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(403);
  expect((await fetch(`http://127.0.0.1:${port}/open?token=${token}`)).status).toBe(403);
  const refused = new WebSocket(`ws://127.0.0.1:${port}/api`, { headers: { authorization: 'Bearer guess', origin: `http://127.0.0.1:${port}` } });
  const [error] = await once(refused, 'error').catch((thrown: unknown) => [thrown]);
  expect(String(error)).toContain('403');
});

test('the door is closed with the station', async () => {
  const close: ToStation = { type: 'close' };
  station.send(close);
  expect(await heard()).toEqual({ type: 'closed' });
  expect(existsSync(join(data, 'station.json'))).toBe(false);
  expect(await json(data, ['doctor'])).toMatchObject({ code: 0, document: { ok: true, notices: [] } });
});
