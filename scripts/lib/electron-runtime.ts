import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.ts';

/** Fetching takes a few seconds on a good line; without one the browser shell must not wait longer than this. */
const FETCH_LIMIT_MS = 20_000;

export type Runtime = { readonly path: string } | { readonly missing: string };

/** The Electron executable that the npm package has fetched, or undefined. */
export function installedElectron(): string | undefined {
  const home = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? inRoot('node_modules/electron/dist');
  const name = inRoot('node_modules/electron/path.txt');
  if (!existsSync(name)) return undefined;
  const path = join(home, readFileSync(name, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/** Finds Electron's runtime or fetches it within a time limit; says in a few words why there is none. */
export async function electronRuntime(limit = FETCH_LIMIT_MS): Promise<Runtime> {
  const installed = installedElectron();
  if (installed !== undefined) return { path: installed };
  const installer = inRoot('node_modules/electron/install.js');
  if (!existsSync(installer)) return { missing: 'the electron package is not installed' };
  const outcome = await fetchRuntime(installer, limit);
  const path = installedElectron();
  if (path !== undefined) return { path };
  return { missing: outcome === 'late' ? `its download did not finish within ${String(limit / 1000)} seconds` : 'it could not be downloaded here' };
}

/** The installer in a process group of its own, so that a hanging download ends with everything it started. */
function fetchRuntime(installer: string, limit: number): Promise<'done' | 'late'> {
  return new Promise((resolve) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', detached: grouped, windowsHide: true });
    const timer = setTimeout(() => {
      if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
      resolve('late');
    }, limit);
    const finish = (): void => {
      clearTimeout(timer);
      resolve('done');
    };
    child.on('error', finish);
    child.on('exit', finish);
  });
}
