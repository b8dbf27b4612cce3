import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inRoot, root } from '../../scripts/lib/paths.ts';
import { beginnings } from './beginning.ts';
import { FAULTS, type Fault, type FaultName } from './mutation.ts';
import { keptSeeds } from './seeds.ts';
import { digestOf, simulate } from './simulation.ts';

const start = await beginnings();

test('seeds that failed once do not any longer', async () => {
  for (const seed of keptSeeds()) {
    const { findings, trace } = await simulate(seed, start);
    expect(findings, [...trace, `seed ${seed}`].join('\n')).toEqual([]);
  }
}, 300_000);

test.each([7, 77, 777])('seed %d is the same life every time, whatever was simulated before it', async (seed) => {
  const before = digestOf(await simulate(seed, start));
  expect(digestOf(await simulate(seed + 1, start))).not.toBe(before);
  expect(digestOf(await simulate(seed, await beginnings()))).toBe(before);
});

describe('a fault that is put in is found by the check that is there for it', () => {
  const WITHIN = 300;

  test.each(Object.keys(FAULTS) as FaultName[])('%s', async (name) => {
    const mutation: Fault = FAULTS[name];
    const checks = new Set<string>();
    for (const seed of [...(mutation.seed === undefined ? [] : [mutation.seed]), ...Array(WITHIN).keys()]) {
      if (checks.has(mutation.foundBy)) break;
      for (const { check } of (await simulate(seed, start, { mutation })).findings) checks.add(check);
    }
    expect([...checks], mutation.what).toContain(mutation.foundBy);
  }, 120_000);
});

describe('npm run simulate', () => {
  const run = (...args: readonly string[]) => spawnSync(process.execPath, [inRoot('scripts/simulate.ts'), ...args], { cwd: root, encoding: 'utf8' });

  test('a seed that fails ends it with 1, stands on the last line, is kept, and is the first of every run after it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotdock-simulate-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const kept = join(folder, 'kept.json');
    const failing = run('--seeds', '50', '--from', '20', '--fault', 'store-throws', '--kept', kept);
    expect(failing.status, failing.stderr).toBe(1);
    const seed = failing.stdout.trim().split('\n').at(-1) ?? '';
    expect(Number(seed)).toBeGreaterThanOrEqual(20);
    expect(failing.stdout).toContain('faults: ');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual([Number(seed)]);
    const again = run('--seeds', '0', '--fault', 'store-throws', '--kept', kept);
    expect(again.status).toBe(1);
    expect(again.stdout.trim().split('\n').at(-1)).toBe(seed);
    const mended = run('--seeds', '2', '--from', '20', '--kept', kept);
    expect(mended.status, mended.stdout).toBe(0);
    expect(mended.stdout).toContain('3 of 3');
  }, 120_000);

  test('what it cannot understand ends it with 2', () => {
    for (const args of [['--seeds', 'many'], ['--from', '-1'], ['--fault', 'unknown']]) expect(run(...args).status).toBe(2);
  });
});
