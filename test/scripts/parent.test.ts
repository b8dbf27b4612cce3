import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const lib = pathToFileURL(join(resolve(import.meta.dirname, '../..'), 'scripts/lib/parent.ts')).href;

/** Tells its process id, then waits to be told that its parent is gone. */
const orphan = `
  const { whenParentIsGone } = await import(${JSON.stringify(lib)});
  whenParentIsGone(process.ppid, () => { console.log('gone'); process.exit(0); });
  setInterval(() => undefined, 60_000);
  console.log(process.pid);
`;
/** Stands for npm's shell: starts the other and does not pass signals on. */
const parent = `
  require('node:child_process').spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(orphan)}], { stdio: ['ignore', 'inherit', 'inherit'] });
  setInterval(() => undefined, 60_000);
`;

it('what npm started notices that npm is gone', async () => {
  const shell = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: shell.stdout });
  const said = lines[Symbol.asyncIterator]();
  const pid = Number((await said.next()).value);
  onTestFinished(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself, as it should.
    }
  });
  shell.kill('SIGKILL');
  await once(shell, 'exit');
  expect((await said.next()).value).toBe('gone');
});
