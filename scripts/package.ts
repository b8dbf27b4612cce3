import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseState, getCurrentFuseWire } from '@electron/fuses';
import { build } from './build.ts';
import { inRoot } from './lib/paths.ts';
import { stream } from './lib/stages.ts';

/** What the fuses of a packaged binary must read; a signing tool has been known to spoil them. */
const WIRE: Readonly<Partial<Record<FuseV1Options, FuseState>>> = {
  [FuseV1Options.RunAsNode]: FuseState.DISABLE,
  [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
  [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
  [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
};

/** Where the binary of an unpacked build is, on the system that built it. */
function binary(): string | undefined {
  const folder = readdirSync(inRoot('release')).find((name) => name.endsWith('unpacked') || name.startsWith('mac'));
  if (folder === undefined) return undefined;
  const name = process.platform === 'win32' ? 'Hotdock.exe' : process.platform === 'darwin' ? 'Hotdock.app' : 'hotdock';
  return join(inRoot('release'), folder, name);
}

async function wrongFuses(path: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(path);
  return Object.entries(WIRE).flatMap(([fuse, state]) => {
    const found: unknown = Reflect.get(wire, fuse);
    return found === state ? [] : [`fuse ${fuse} is ${String(found)} and should be ${String(state)}`];
  });
}

// `node scripts/package.ts [electron-builder arguments]`; `--dir` makes the folder without an installer.
// Built anew, so that no piece of an older build is packed with it.
await build(console.log, true);
const { code } = await stream({ name: 'package', script: 'node_modules/electron-builder/cli.js', args: ['--publish', 'never', ...process.argv.slice(2)] });
const made = code === 0 ? binary() : undefined;
const wrong = made === undefined ? ['there is no packaged binary'] : await wrongFuses(made);
for (const line of wrong) console.error(line);
process.exitCode = code === 0 && wrong.length === 0 ? 0 : 1;
