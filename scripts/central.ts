import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { inRoot, root } from './lib/paths.ts';

/** Builds central where needed and runs it in the foreground: its exit is ours, and what stops us stops it in its own time. */
function run(args: readonly string[]): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [inRoot('dist/central/main.mjs'), ...args], { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => done(code ?? (signal === null ? 0 : 1)));
  });
}

// Standard output belongs to the command: with --json it is one line.
await build(console.error);
process.exitCode = await run(process.argv.slice(2));
