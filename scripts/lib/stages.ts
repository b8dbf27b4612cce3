import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root } from './paths.ts';

/** One step of a check: a Node program of `node_modules`, or of ours, with its arguments. */
export interface Stage {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

export interface Outcome {
  readonly code: number;
  readonly seconds: number;
}

const ESLINT = 'node_modules/eslint/bin/eslint.js';
const KNIP = 'node_modules/knip/bin/knip.js';
export const VITEST = 'node_modules/vitest/vitest.mjs';
export const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

export const lint: Stage = { name: 'lint', script: ESLINT, args: ['.', '--max-warnings', '0', '--flag', 'unstable_native_nodejs_ts_config'] };

/** Types of every layer and dead code. */
export const typesAndDeadCode: readonly Stage[] = [
  { name: 'types', script: 'scripts/types.ts', args: [] },
  { name: 'dead code', script: KNIP, args: ['--no-progress'] },
];

/** Every branch of the bar code decoder is taken by its own tests: a rule of GS1 without an example is a rule nobody has seen work. */
export const decoderBranches: Stage = {
  name: 'branches of the decoder',
  script: VITEST,
  args: [
    'run', 'test/lib/barcode/', '--reporter', 'dot',
    '--coverage.enabled', '--coverage.include', 'shared/lib/barcode/**', '--coverage.reporter', 'text', '--coverage.reportsDirectory', 'test-results/coverage',
    '--coverage.thresholds.branches', '100', '--coverage.thresholds.functions', '100', '--coverage.thresholds.statements', '100',
  ],
};

/** The import rules and banned words, told with file and line. Part of the unit tests too. */
export const boundaries: Stage = { name: 'boundaries', script: VITEST, args: ['run', 'test/architecture', '--reporter', 'dot'] };

/**
 * Node 24 comes from `node_modules`; a command started elsewhere must find the same one. Hundreds of processes start the
 * same programs: what Node makes of their sources is kept.
 */
const environment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: inRoot('node_modules/.cache/compile'),
  ...process.env,
  ...extra,
  PATH: [inRoot('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
});

/** Runs a stage with its output on ours. */
export function stream(stage: Stage, extra: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot(stage.script), ...stage.args], { cwd: root, stdio: 'inherit', env: environment(extra) });
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code: code ?? 1, seconds: (performance.now() - started) / 1000 }));
  });
}

interface Captured extends Outcome {
  readonly stage: Stage;
  readonly output: Buffer;
}

/** Runs a stage and keeps its output, so that several can run side by side. */
export function capture(stage: Stage): Promise<Captured> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot(stage.script), ...stage.args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment({}) });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ stage, output: Buffer.concat(chunks), code: code ?? 1, seconds: (performance.now() - started) / 1000 }));
  });
}

/** Says how a stage ended, with its output only when it failed. Answers whether it passed. */
export function tell({ stage, output, code, seconds }: Captured): boolean {
  if (code !== 0) process.stdout.write(output);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${stage.name} (${seconds.toFixed(1)} s)`);
  return code === 0;
}

/** Runs stages so many at a time, in their order. Returns how many failed. */
export async function runQuietly(stages: readonly Stage[], lanes: number): Promise<number> {
  const waiting = [...stages];
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      if (!tell(await capture(stage))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}
