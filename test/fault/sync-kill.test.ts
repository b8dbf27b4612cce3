import { build } from 'esbuild';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { Store } from '../../electron/store/store.ts';
import { dump, dumpUnnumbered, drain, expected } from '../store/sync/model.ts';
import { temporaryFolder } from '../support/store.ts';
import { knownSite } from './known-site.ts';
import { runUntilKilled } from './run-until-killed.ts';

let joiner = '';

beforeAll(async () => {
  joiner = join(import.meta.dirname, '../../node_modules/.cache/hotdock/joiner.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'joiner.ts')], outfile: joiner, bundle: true, platform: 'node', format: 'esm', target: 'node24',
    external: ['better-sqlite3', 'vitest'], logLevel: 'error',
    banner: { js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);" },
  });
});

/** Lets the station run until it has said `least` lines, and a moment on, and kills it dead. Answers what it said. */
const joinUntilKilled = (file: string, backups: string, least: number, extraMs: number): Promise<string[]> =>
  runUntilKilled(joiner, [file, backups], (output) => output.split('\n').length > least, extraMs);

it('a station killed while its copy and its pages come in is at each time whole, and loses nothing it said', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'hotdock.db');
  const { central } = knownSite();
  const said: string[] = [];
  let rounds = 0;
  for (; rounds < 200 && !said.includes('done'); rounds += 1) {
    const lines = await joinUntilKilled(file, join(folder, 'backups'), 1 + (rounds % 6), (rounds * 7) % 11);
    said.push(...lines);
    const store = new Store({ file, newIdentity: () => ({ site: 'its own', station: 'dock9', incarnation: 1, demo: false }), beforeMigration: () => undefined });
    const applied = Math.max(0, ...lines.flatMap((line) => /^applied (\d+)$/.exec(line)?.[1] ?? []).map(Number));
    expect(store.sync.cursor().after).toBeGreaterThanOrEqual(applied);
    const kept = store.database.prepare('SELECT number FROM snapshot_chunk').pluck().all().map(String);
    expect(kept).toEqual(expect.arrayContaining(lines.flatMap((line) => /^kept (\d+)$/.exec(line)?.[1] ?? [])));
    if (store.sync.paired && !store.sync.awaitsCopy) {
      const world = expected(central, store);
      expect(dump(store.sync.parts.layers.confirmed)).toEqual(dump(world.confirmed));
      expect(dumpUnnumbered(store.reader)).toEqual(dumpUnnumbered(world.shown));
    }
    const saved = said.flatMap((line) => /^saved (\S+)$/.exec(line)?.[1] ?? []);
    expect(saved.filter((opId) => !store.hasOperation(opId))).toEqual([]);
    store.close();
  }
  expect(rounds).toBeGreaterThan(10);
  const store = new Store({ file, newIdentity: () => ({ site: '', station: '', incarnation: 1, demo: false }), beforeMigration: () => undefined });
  drain(central, store, 50);
  expect(dump(store.reader)).toEqual(dump(central.world));
  expect(store.rebuild().different).toEqual([]);
  store.close();
});
