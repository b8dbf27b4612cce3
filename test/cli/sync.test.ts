import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCentral, type RunningCentral } from '../../central/start.ts';
import { Dialogue, fixture, hotdock, json, newFolder, prepare, start } from './command-line.ts';

/* Pairing and syncing by the command line alone, against a central whose certificate is its own. */

const first = newFolder();
const second = newFolder();
const home = newFolder();
let central: RunningCentral;
let certificate: string;

beforeAll(async () => {
  central = await startCentral({ data: home.data, tls: 'on', logLevel: 'silent' });
  certificate = join(home.data, 'authority.pem');
  writeFileSync(certificate, central.authority ?? '');
  await prepare(first.data);
});

afterAll(async () => {
  await central.close();
  for (const { remove } of [first, second, home]) remove();
});

const code = (): Promise<string> => central.code();

test('a station that works alone says so, and trying to sync is refused', async () => {
  expect((await json(first.data, ['sync', '--status'])).document).toMatchObject({ sync: { state: 'alone', address: null, unsent: 0 } });
  expect(await json(first.data, ['sync', '--once'])).toMatchObject({ code: 1, document: { error: { code: 'sync.refused.alone', hint: expect.any(String) } } });
});

test('central’s own certificate has to be given; a file that is none is a usage error', async () => {
  const unknown = await json(first.data, ['pair', central.url, '--code', await code()]);
  expect(unknown).toMatchObject({ code: 1, document: { error: { code: 'sync.refused.certificate', where: central.url } } });
  expect(await json(first.data, ['pair', central.url, '--code', 'WHATEVER-1', '--certificate', '/not/there.pem'])).toMatchObject({ code: 2, document: { error: { where: '/not/there.pem' } } });
  expect((await json(first.data, ['sync', '--status'])).document).toMatchObject({ sync: { state: 'alone' } });
});

test('paired with code and certificate, it is the first station of the site', async () => {
  const { code: exit, document } = await json(first.data, ['pair', central.url, '--code', await code(), '--certificate', certificate]);
  expect(exit).toBe(0);
  expect(document).toMatchObject({ sync: { address: central.url, stationNumber: 1 } });
});

test('what is imported waits until sync is asked for; then nothing does', async () => {
  expect((await hotdock(first.data, ['import', fixture('850-rush-grinders.edi')])).code).toBe(0);
  const before = await json(first.data, ['sync', '--status']);
  expect((before.document['sync'] as { unsent: number }).unsent).toBeGreaterThan(0);
  expect(before.document).toMatchObject({ sync: { state: 'offline', oldestUnsentAt: expect.stringMatching(/Z$/) } });
  const { code: exit, document } = await json(first.data, ['sync', '--once']);
  expect(exit).toBe(0);
  expect(document).toMatchObject({ sync: { state: 'connected', unsent: 0, behind: 0, trouble: null, lastSentAt: expect.stringMatching(/Z$/), openCases: 0 } });
});

test('an empty folder joins with the same command and has the order after one sync', async () => {
  const { site } = JSON.parse(readFileSync(join(first.data, 'central/pairing.json'), 'utf8')) as { site: string };
  const joined = await json(second.data, ['pair', central.url, '--code', await central.code(site), '--certificate', certificate, '--name', 'Desk']);
  expect(joined).toMatchObject({ code: 0, document: { sync: { stationNumber: 2 } } });
  expect((await json(second.data, ['sync', '--once'])).code).toBe(0);
  expect((await json(second.data, ['order', '7HGRINDR'])).code).toBe(0);
  expect((await json(second.data, ['settings'])).document).toMatchObject({ settings: { stationName: 'Desk', companyPrefix: '0614141' } });
});

test('cases: none yet, in words and in JSON; one that does not exist is refused', async () => {
  expect((await json(first.data, ['cases'])).document).toEqual({ cases: [], total: 0, open: 0 });
  expect((await hotdock(first.data, ['cases', 'list', '--state', 'resolved'])).out).not.toBe('');
  expect(await json(first.data, ['cases', 'resolve', 'nothing:over-pick', '--decision', 'noted'])).toMatchObject({ code: 1, document: { error: { code: expect.any(String) } } });
  expect(await json(first.data, ['cases', 'resolve', 'nothing', '--decision', 'whatever'])).toMatchObject({ code: 2 });
});

test('while the station is served, the same commands go through it', async () => {
  const served = new Dialogue(start(first.data, ['serve', '--port', '0', '--json']));
  for (let line = await served.next(); !line.startsWith('}'); line = await served.next());
  const { code: exit, document } = await json(first.data, ['sync', '--once']);
  expect(exit).toBe(0);
  expect(document).toMatchObject({ sync: { state: 'connected', unsent: 0 } });
  expect(await served.stop('SIGTERM')).toBe(0);
});

test('central that does not answer: exit 1, the reason and what to do', async () => {
  await central.close();
  const { code: exit, document } = await json(second.data, ['sync', '--once']);
  expect(exit).toBe(1);
  expect(document).toMatchObject({ sync: { state: 'offline', trouble: expect.stringMatching(/network/) } });
  central = await startCentral({ data: home.data, tls: 'on', logLevel: 'silent', port: central.port });
});
