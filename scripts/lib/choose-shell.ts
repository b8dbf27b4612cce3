import { existsSync, readFileSync } from 'node:fs';
import type { Runtime } from './electron-runtime.ts';

export type Wish = 'browser' | 'desktop' | 'either';

export type ShellChoice =
  | { readonly shell: 'desktop'; readonly path: string; readonly sentence: string }
  | { readonly shell: 'browser'; readonly sentence: string }
  | { readonly shell: 'none'; readonly sentence: string };

export function readWish(value: string | undefined): Wish | undefined {
  if (value === undefined || value === '') return 'either';
  return value === 'browser' || value === 'desktop' ? value : undefined;
}

export interface Surroundings {
  readonly wish: Wish;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly root: boolean;
  /** Whether Linux lets an ordinary program build Chromium's sandbox; see {@link sandboxAllowed}. */
  readonly sandbox: boolean;
}

/** Settings that take user namespaces from ordinary programs (Ubuntu 24.04, older Debian), with the value that does. */
const FORBIDDING = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
] as const;

export const sandboxAllowed = (): boolean =>
  !FORBIDDING.some(([path, value]) => existsSync(path) && readFileSync(path, 'utf8').trim() === value);

/** Why a desktop app cannot show a window here, before any runtime is looked for; undefined when it can. */
function noWindowHere({ platform, env, root, sandbox }: Surroundings): string | undefined {
  if (platform !== 'linux') return undefined;
  if ((env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === '') return 'there is no display here';
  // Chromium's sandbox refuses root, and the sandbox is never switched off.
  if (root) return 'the desktop app does not run as root';
  return sandbox ? undefined : 'this Linux keeps ordinary programs from building the sandbox it needs';
}

/** Which shell opens, and the one sentence that says so. `runtime` is asked for only when a window is possible. */
export async function chooseShell(around: Surroundings, runtime: () => Promise<Runtime>): Promise<ShellChoice> {
  if (around.wish === 'browser') return { shell: 'browser', sentence: 'Opening Hotdock in the browser, as HOTDOCK_SHELL asks.' };
  const found = await reachable(around, runtime);
  if ('path' in found) return { shell: 'desktop', path: found.path, sentence: 'Opening the Hotdock desktop app.' };
  return around.wish === 'desktop'
    ? { shell: 'none', sentence: `The desktop app cannot open: ${found.missing}.` }
    : { shell: 'browser', sentence: `Opening Hotdock in the browser, because the desktop app cannot: ${found.missing}.` };
}

async function reachable(around: Surroundings, runtime: () => Promise<Runtime>): Promise<Runtime> {
  const why = noWindowHere(around);
  if (why !== undefined) return { missing: why };
  const found = await runtime();
  return 'path' in found ? found : { missing: `Electron's runtime is not here and ${found.missing}` };
}
