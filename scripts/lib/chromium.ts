import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebian } from './debian.ts';
import { inRoot } from './paths.ts';
import { PLAYWRIGHT } from './stages.ts';

/** A download from a slow or closed-off line must not hold up the tests for longer than this. */
const DOWNLOAD_LIMIT_MS = 90_000;

const LINUX = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

export type Found = { readonly path: string; readonly from: string } | { readonly missing: string };

/** Where browsers of the Chromium family live on this system, best first. */
export function candidates(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (platform === 'darwin') return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((one) => one !== undefined);
    return WINDOWS.flatMap((path) => roots.map((root) => join(root, path)));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** There and able to start: a browser without its libraries is no browser. On Windows `--version` would open a window. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** An installed browser, else Playwright's own, else Debian's package when root; else what a person can do. */
export async function ensureChromium(say: (line: string) => void): Promise<Found> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return works(named) ? { path: named, from: 'CHROMIUM_PATH' } : { missing: `CHROMIUM_PATH names ${named}, which does not start.` };
  return installed() ?? (await playwrights(say)) ?? debians(say) ?? { missing: 'No Chromium was found. Install Chrome, Chromium or Edge, or name one in CHROMIUM_PATH.' };
}

function installed(): Found | undefined {
  const path = candidates(process.platform, process.env).find(works);
  return path === undefined ? undefined : { path, from: 'installed' };
}

async function playwrights(say: (line: string) => void): Promise<Found | undefined> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    say('No Chrome, Chromium or Edge is installed; fetching the one that Playwright brings.');
    spawnSync(process.execPath, [inRoot(PLAYWRIGHT), 'install', 'chromium'], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS, killSignal: 'SIGKILL' });
  }
  return works(path) ? { path, from: 'Playwright' } : undefined;
}

function debians(say: (line: string) => void): Found | undefined {
  return installDebian(['chromium'], say) ? installed() : undefined;
}
