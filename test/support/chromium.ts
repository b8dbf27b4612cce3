import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** For every launch: no sandbox of its own (tests may run as root), no GPU, no traffic of the browser's own. */
export const chromiumArguments: readonly string[] = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/**
 * The Chromium that tests drive: `CHROMIUM_PATH`, else an installed Chromium, Chrome or Edge, else Playwright's own.
 * @throws Error when there is none, with what to do.
 */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
    return named;
  }
  const found = [...installed, chromium.executablePath()].find((path) => existsSync(path));
  if (found === undefined) throw new Error('No Chromium found: install Chromium, Chrome or Edge, or set CHROMIUM_PATH');
  return found;
}
