import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { Store } from '../../electron/store/store.ts';
import { decided } from '../../shared/domain/decision.ts';
import { poNumber } from '../../shared/lib/ids.ts';
import { orderDocument } from '../support/domain.ts';
import { contextAt, temporaryFolder } from '../support/store.ts';
import { runUntilKilled } from './run-until-killed.ts';

const ROUNDS = 5;
const PO = 'HOT00001';
const SSCC = '006141410000000019';

const photographer = join(import.meta.dirname, '../../node_modules/.cache/hotdock/test/fault/photographer.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'photographer.ts')], outfile: photographer, bundle: true, platform: 'node', format: 'esm', target: 'node24',
    external: ['better-sqlite3'], logLevel: 'error', define: { 'import.meta.dirname': JSON.stringify(join(import.meta.dirname, '../support')) },
    banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
  });
});

const open = (file: string): Store => new Store({ file, newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }), beforeMigration: () => undefined });

function seed(file: string): void {
  const store = open(file);
  store.decide(contextAt(), () =>
    decided(
      [
        { kind: 'order.received', body: orderDocument(PO, [{ vendorSku: 'CG-1000', unitSize: 1, quantity: 10 }], { hpo: true }) },
        { kind: 'unit.opened', body: { sscc: SSCC, serial: 1, kind: 'pallet', po: poNumber(PO) } },
      ],
      undefined,
    ),
  );
  store.close();
}

/** Photographs until `least` photos are kept and `moreMs` have gone by, then is killed dead. Answers the digests it was told. */
async function photographUntilKilled(file: string, backups: string, from: number, least: number, moreMs: number): Promise<string[]> {
  const lines = await runUntilKilled(photographer, [file, backups, SSCC, String(from)], (output) => output.split('\n').length > least, moreMs);
  const refused = lines.find((line) => !line.startsWith('kept '));
  if (refused !== undefined) throw new Error(refused);
  return lines.map((line) => line.slice('kept '.length));
}

it('killed while it keeps photos, a station has each of them whole: bytes and operation, or neither', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'hotdock.db');
  seed(file);
  const told = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const digest of await photographUntilKilled(file, join(folder, 'backups'), round * 100_000, 3 + round, round * 1.7)) told.add(digest);
    const store = open(file);
    const photos = store.reader.find('photo', { sscc: SSCC }).map(({ sha256 }) => sha256);
    const kept = store.database.prepare<[], { sha256: string; bytes: Uint8Array }>('SELECT sha256, bytes FROM blob').all();
    expect(kept.map(({ sha256 }) => sha256).sort()).toEqual([...photos].sort());
    expect(kept.every(({ sha256, bytes }) => createHash('sha256').update(bytes).digest('hex') === sha256)).toBe(true);
    expect([...told].filter((digest) => !photos.includes(digest))).toEqual([]);
    expect(store.rebuild().different).toEqual([]);
    store.close();
  }
  expect(told.size).toBeGreaterThan(ROUNDS);
});
