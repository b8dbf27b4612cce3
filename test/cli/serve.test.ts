import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, Dialogue, fixture, hotdock, json, newFolder, prepare, start } from './command-line.ts';

/*
 * The screens come from the build. Where there is none yet, `serve` says so; what the commands do through a running
 * station needs it.
 */

const { data, remove } = newFolder();
let station: Dialogue;
let address: URL;

beforeAll(async () => {
  await prepare(data);
  station = new Dialogue(start(data, ['--now', '2026-09-14T16:00:00Z', 'serve', '--port', '0']));
  address = new URL(/http:\S+/.exec(await station.next())?.[0] ?? '');
});
afterAll(async () => {
  await station.stop('SIGKILL');
  remove();
});

test('prints an address that opens the workstation once', async () => {
  expect(address.hostname).toBe('127.0.0.1');
  const first = await fetch(address, { redirect: 'manual' });
  expect(first.status).toBe(303);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(403);
  const page = await fetch(new URL('/', address), { headers: { cookie } });
  expect(page.status).toBe(200);
  expect((await fetch(new URL('/', address))).status).toBe(403);
});

test('other commands work through the running station', async () => {
  const imported = await json(data, ['import', fixture('850-rush-grinders.edi')]);
  expect(imported).toMatchObject({ code: 0, document: { files: [{ orders: [{ po: '7HGRINDR', result: 'received' }] }] } });
  const queue = await json(data, ['--now', '2031-01-01T00:00:00Z', 'queue']);
  expect(queue.document).toMatchObject({ orders: [{ po: '7HGRINDR', receivedAt: expect.stringMatching(/^2026-09-14T16:/) }] });
  expect(queue.err).toContain('--now');
  expect(await json(data, ['acknowledge', '7HGRINDR', '--advice'])).toMatchObject({ code: 0, document: { units: { accepted: 1000 } } });
  const scanned = await hotdock(data, ['scan', '--order', '7HGRINDR', '--task', 'pick'], 'A-01-01\n10036000291459\nnot-a-code\n');
  expect(answersIn(scanned.out).map(({ result }) => result)).toEqual(['accepted', 'accepted', 'unknown']);
});

test('refusals and people come through it too', async () => {
  expect(await json(data, ['order', 'NOBODY'])).toMatchObject({ code: 1, document: { error: { code: 'orders.refused.unknown', where: 'PO NOBODY' } } });
  expect(await json(data, ['--as', 'Nobody', 'queue'])).toMatchObject({ code: 1, document: { error: { code: 'staff.refused.unknown' } } });
});

test('nobody else opens the folder meanwhile', async () => {
  expect(await json(data, ['doctor'])).toMatchObject({ code: 1, document: { error: { code: 'store.inUse' } } });
  expect(await json(data, ['serve', '--port', '0'])).toMatchObject({ code: 1, document: { error: { code: 'store.inUse' } } });
});

test('a port that was named and is taken is refused', async () => {
  const other = newFolder();
  expect(await json(other.data, ['serve', '--port', address.port])).toMatchObject({ code: 1, document: { error: { code: 'cli.refused.portTaken', where: address.port } } });
  other.remove();
});

test('ends cleanly when it is told to', async () => {
  expect(await station.stop('SIGTERM')).toBe(0);
  expect(existsSync(join(data, 'station.json'))).toBe(false);
  const { code, document } = await json(data, ['doctor', '--rebuild']);
  expect(document).toMatchObject({ ok: true, notices: [] });
  expect(code).toBe(0);
});

test('commands given at once wait for each other', async () => {
  const { data: folder, remove: removeFolder } = newFolder();
  writeFileSync(join(folder, 'station.json'), JSON.stringify({ port: 9, token: 'of a station that was killed' }));
  const answers = await Promise.all(['CG-1', 'CG-2', 'CG-3'].map((sku) => json(folder, ['products', 'put', sku, '--case-size', '1'])));
  expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
  removeFolder();
});
