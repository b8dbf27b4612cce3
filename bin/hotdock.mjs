#!/usr/bin/env node
// Runs with any Node >= 20: finds the Node 24 that came with `npm ci`, brings the build up to date and hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'dist/station/cli.mjs');

function fail(message) {
  process.stderr.write(`hotdock: ${message}\n`);
  process.exit(1);
}

function findNode() {
  const packaged = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(`needs Node 24 and found ${process.version}. Run \`npm ci\` in ${root} first.`);
}

const node = findNode();

// An installed copy has no sources and nothing to build.
const build = join(root, 'scripts/build.ts');
if (existsSync(build)) {
  // Standard output belongs to the command: with --json it is one document.
  const built = spawnSync(node, [build], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout ?? ''}${built.stderr ?? ''}`);
    fail('the build failed.');
  }
}
if (!existsSync(cli)) fail(`there is no ${cli}.`);

const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of forwarded) {
  // A terminal's Ctrl+C reaches the child by itself; a second one does no harm.
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => fail(error.message));
child.on('exit', (code, signal) => {
  if (signal === null) {
    process.exitCode = code ?? 1;
    return;
  }
  for (const name of forwarded) process.removeAllListeners(name);
  process.exitCode = 128 + (constants.signals[signal] ?? 0);
  process.kill(process.pid, signal);
});
