import { build } from 'esbuild';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { Store } from '../../electron/store/store.ts';
import { decided } from '../../shared/domain/decision.ts';
import { location, poNumber, sku } from '../../shared/lib/ids.ts';
import { orderDocument, productOf } from '../support/domain.ts';
import { contextAt, temporaryFolder } from '../support/store.ts';
import { runUntilKilled } from './run-until-killed.ts';

const ROUNDS = 200;
const PO = 'HOT00001';
const GTIN = '00040071156251';

let scanner = '';

beforeAll(async () => {
  scanner = join(import.meta.dirname, '../../node_modules/.cache/hotdock/scanner.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'scanner.ts')], outfile: scanner, bundle: true, platform: 'node', format: 'esm', target: 'node24',
    external: ['better-sqlite3'], logLevel: 'error',
    banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
  });
});

function seed(file: string): void {
  const store = new Store({ file, newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  store.decide(contextAt(), () =>
    decided(
      [
        { kind: 'product.put', body: { ...productOf('CG-1000', { gtinEach: GTIN, caseSize: 1 }) } },
        { kind: 'stock.set', body: { sku: sku('CG-1000'), location: location('A-01-01'), boxed: 5_000_000, safety: 0, reason: 'seed', code: null } },
        { kind: 'order.received', body: orderDocument(PO, [{ vendorSku: 'CG-1000', unitSize: 1, quantity: 5_000_000 }], { hpo: true }) },
        { kind: 'order.acknowledged', body: { po: poNumber(PO), version: 1, lines: [{ line: '1', accepted: 5_000_000, rejected: 0, backordered: 0, rejectionReason: null, shipDate: null }], override: null } },
        { kind: 'task.set', body: { kind: 'pick', po: poNumber(PO), shipmentId: null, sscc: null, location: location('A-01-01'), sku: null } },
      ],
      undefined,
    ),
  );
  store.close();
}

/** Runs the scanner until it has confirmed `least` operations, lets it go on for a moment and kills it dead. */
async function scanUntilKilled(file: string, backups: string, least: number, extraMs: number): Promise<string[]> {
  const lines = await runUntilKilled(scanner, [file, backups, PO, GTIN], (output) => output.split('saved ').length > least, extraMs);
  const stopped = lines.find((line) => line.startsWith('stopped'));
  if (stopped) throw new Error(stopped);
  return lines.flatMap((line) => /^saved \S+ (\S+)$/.exec(line)?.[1] ?? []);
}

it(`no confirmed scan is lost by kill -9, in ${ROUNDS} rounds with real processes`, { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'hotdock.db');
  seed(file);
  const confirmed: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    confirmed.push(...(await scanUntilKilled(file, join(folder, 'backups'), 1 + (round % 5), (round * 7) % 11)));
  }
  const store = new Store({ file, newIdentity: () => ({ site: '', station: '', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  const { entries } = store.journal(0, 1_000_000);
  const kept = new Map(entries.map(({ operation }) => [operation.opId as string, operation]));
  const picks = entries.filter(({ operation }) => operation.kind === 'pick.confirmed').length;
  const sequence = entries.map(({ operation }) => operation.stationSeq);
  const picked = store.reader.get('order', { po: poNumber(PO) })?.picked;
  const rebuilt = store.rebuild();
  store.close();
  expect(confirmed.length).toBeGreaterThanOrEqual(ROUNDS);
  expect(confirmed.filter((opId) => !kept.has(opId))).toEqual([]);
  expect(new Set(confirmed).size).toBe(confirmed.length);
  expect(sequence).toEqual(sequence.map((_, index) => index + 1));
  expect(picked).toBe(picks);
  expect(rebuilt.different).toEqual([]);
});
