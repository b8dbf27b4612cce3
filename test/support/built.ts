import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * Brings `dist` up to date before tests that start the built programs: nothing to do when the sources have not changed.
 * In a process of its own and without Vitest's NODE_ENV, with which Vite would build React's development page.
 */
export function setup(): void {
  const env = { ...process.env };
  delete env['NODE_ENV'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stdout}${stderr}`);
}
