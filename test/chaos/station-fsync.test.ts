import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { Store } from '../../electron/store/store.ts';
import { decided } from '../../shared/domain/decision.ts';
import { location, poNumber, sku } from '../../shared/lib/ids.ts';
import { orderDocument, productOf } from '../support/domain.ts';
import { contextAt, temporaryFolder } from '../support/store.ts';

/*
 * kill -9 keeps the kernel's cache, so it cannot show what a power cut would take. What the process asks of the kernel
 * can: after its last write into the store's log and before its answer, it has to have the log synced to the disk.
 */

const PO = 'HOT00001';
const GTIN = '00040071156251';
const ANSWERS = 20;
const cache = join(import.meta.dirname, '../../node_modules/.cache/hotdock');
const scanner = join(cache, 'fsync-scanner.mjs');
const careless = join(cache, 'fsync-careless.mjs');

beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, '../fault/scanner.ts')], outfile: scanner, bundle: true, platform: 'node', format: 'esm', target: 'node24',
    external: ['better-sqlite3'], logLevel: 'error',
    banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
  });
  writeFileSync(careless, `
    import Database from 'better-sqlite3';
    import { writeSync } from 'node:fs';
    const database = new Database(process.argv[2]);
    database.exec('pragma journal_mode = wal; pragma synchronous = off; create table t (n integer)');
    for (let n = 0; n < 100_000; n += 1) {
      database.prepare('insert into t values (?)').run(n);
      writeSync(1, 'saved ' + n + '\\n');
    }`);
});

function seed(file: string): void {
  const store = new Store({ file, newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  store.decide(contextAt(), () =>
    decided(
      [
        { kind: 'product.put', body: { ...productOf('CG-1000', { gtinEach: GTIN, caseSize: 1 }) } },
        { kind: 'stock.set', body: { sku: sku('CG-1000'), location: location('A-01-01'), boxed: 1000, safety: 0, reason: 'seed', code: null } },
        { kind: 'order.received', body: orderDocument(PO, [{ vendorSku: 'CG-1000', unitSize: 1, quantity: 1000 }], { hpo: true }) },
        { kind: 'order.acknowledged', body: { po: poNumber(PO), version: 1, lines: [{ line: '1', accepted: 1000, rejected: 0, backordered: 0, rejectionReason: null, shipDate: null }], override: null } },
        { kind: 'task.set', body: { kind: 'pick', po: poNumber(PO), shipmentId: null, sscc: null, location: location('A-01-01'), sku: null } },
      ],
      undefined,
    ),
  );
  store.close();
}

/** The calls of a process until it has answered often enough; it ends by itself when nobody hears its answers. */
async function callsOf(script: string, args: readonly string[]): Promise<readonly string[]> {
  const trace = join(temporaryFolder(), 'trace');
  const child = spawn('strace', ['-f', '-y', '-e', 'trace=write,pwrite64,fsync,fdatasync', '-o', trace, process.execPath, script, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('saved ').length > ANSWERS) child.stdout.destroy();
  });
  await once(child, 'exit').catch(() => {
    throw new Error('strace could not be started: install strace.');
  });
  if (!output.includes('saved ')) throw new Error(`Nothing was answered under strace. Where containers forbid ptrace, allow it (--cap-add SYS_PTRACE). It said: ${output}`);
  return readFileSync(trace, 'utf8').split('\n');
}

/** Answers that follow a write into the log, and those of them before which the log was not synced. */
function answersIn(calls: readonly string[]): { readonly answers: number; readonly unsynced: number } {
  let dirty = false;
  let synced = true;
  let answers = 0;
  let unsynced = 0;
  for (const call of calls) {
    if (/ pwrite64\(\d+<[^>]*-wal>/.test(call)) [dirty, synced] = [true, false];
    else if (/ f(?:data)?sync\(\d+<[^>]*-wal>\)\s+= 0/.test(call)) synced = true;
    else if (dirty && / write\(1<[^>]*>, "saved /.test(call)) {
      answers += 1;
      if (!synced) unsynced += 1;
      dirty = false;
    }
  }
  return { answers, unsynced };
}

it('a station syncs its log to the disk between the commit of a scan and its answer', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'hotdock.db');
  seed(file);
  const { answers, unsynced } = answersIn(await callsOf(scanner, [file, join(folder, 'backups'), PO, GTIN]));
  expect(answers).toBeGreaterThanOrEqual(ANSWERS / 2);
  expect(unsynced).toBe(0);
});

it('a store that does not sync is found out by the same look', { timeout: 120_000 }, async () => {
  const { answers, unsynced } = answersIn(await callsOf(careless, [join(temporaryFolder(), 'careless.db')]));
  expect(answers).toBeGreaterThanOrEqual(ANSWERS / 2);
  expect(unsynced).toBe(answers);
});
