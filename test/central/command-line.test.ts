import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centralFolder, stockSet, TestStation } from '../support/central.ts';
import { programFile } from '../support/program-file.ts';
import { spawnCentral, type CentralProcess } from './support/central-process.ts';

const run = promisify(execFile);

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** A command of central's, as an administrator types it. */
async function command(data: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  try {
    const { stdout, stderr } = await run(process.execPath, [programFile('central/main.mjs'), '--data', data, ...args], { env: { ...process.env, HOTDOCK_LOG: 'silent', LANG: 'C', ...env } });
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, error: stderr };
  }
}

const data = centralFolder();
let central: CentralProcess;
let station: TestStation;
beforeAll(async () => {
  central = await spawnCentral(data);
  station = new TestStation(central.url);
  await station.enrol(central.code);
  await station.push([station.next(stockSet('A', 1))]);
}, 120_000);
afterAll(() => central.end('SIGTERM'));

test('beside a running central: sites are listed, a code of the only site lets a station in, a key lets a gateway in', async () => {
  expect((await command(data, ['sites'])).out).toContain(`${station.site}  North  2 operations`);
  const { code } = JSON.parse((await command(data, ['--json', 'enrol-code'])).out) as { code: string };
  const second = new TestStation(central.url);
  expect((await second.enrol(code)).body).toMatchObject({ site: station.site, stationNumber: 2 });
  const { key } = JSON.parse((await command(data, ['--json', 'gateway-key', '--name', 'as2'])).out) as { key: string };
  expect((await fetch(`${central.url}/v1/sites/${station.site}/orders`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
}, 60_000);

test('a backup of the running central is restored elsewhere, once', async () => {
  const file = join(centralFolder(), 'central.hdc');
  expect(await command(data, ['backup', file])).toMatchObject({ code: 0 });
  const elsewhere = centralFolder();
  expect((await command(elsewhere, ['restore', file])).out).toContain('One site begins a new life');
  const again = await command(elsewhere, ['restore', file]);
  expect(again.code).toBe(1);
  expect(again.error).toContain('This database has sites');
}, 120_000);

test('what cannot be done is said in the reader\'s language, or as JSON, with exit code 1', async () => {
  const spanish = await command(data, ['enrol-code', '--site', 'ninguno'], { LANG: 'es_ES.UTF-8' });
  expect(spanish).toMatchObject({ code: 1 });
  expect(spanish.error).toContain('No hay ningún centro ninguno');
  const json = await command(data, ['--json', 'serve', '--cert', 'x.pem']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'central.fault.keyAlone' } });
  expect((await command(data, ['serve', '--port', '0'])).error).toContain('Another central works on');
}, 60_000);
