import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dataDirectory } from '../shared/lib/data-directory.ts';
import { build } from './build.ts';
import { chooseShell, readWish, sandboxAllowed } from './lib/choose-shell.ts';
import { electronRuntime } from './lib/electron-runtime.ts';
import { whenParentIsGone } from './lib/parent.ts';
import { inRoot, root } from './lib/paths.ts';

/** Before the build, which takes a while. Whoever starts this file without npm may leave it running behind them. */
const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : process.ppid;

const say = (line: string): void => console.log(line);

/** Runs the shell in the foreground: its exit is ours, and what stops us stops it in its own time. */
function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    if (npm !== undefined) whenParentIsGone(npm, () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

async function start(): Promise<number> {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, args: process.argv.slice(2) });
  const wish = readWish(process.env['HOTDOCK_SHELL']);
  if (wish === undefined) {
    console.error('HOTDOCK_SHELL is either `browser` or `desktop`.');
    return 2;
  }
  const data = resolve(dataDirectory({ platform: process.platform, home: homedir(), env: process.env }, values.data));
  await build(say);
  const choice = await chooseShell(
    { wish, platform: process.platform, env: process.env, root: process.getuid?.() === 0, sandbox: sandboxAllowed() },
    electronRuntime,
  );
  say(choice.sentence);
  say(`Data: ${data}`);
  switch (choice.shell) {
    case 'desktop':
      return await run(choice.path, [root, `--data=${data}`]);
    case 'browser':
      return await run(process.execPath, [inRoot('dist/station/cli.mjs'), 'serve', '--open', '--data', data]);
    case 'none':
      return 1;
  }
}

process.exitCode = await start();
