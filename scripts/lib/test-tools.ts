import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.ts';
import { installDebian } from './debian.ts';

const hasPoppler = (): boolean => spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;

/**
 * What the tests need besides npm's packages: a Chromium, whose path later steps find in CHROMIUM_PATH, and poppler,
 * with which papers are turned into pictures and read back. Returns what is missing, in words; empty when all is there.
 */
export async function ensureTestTools(say: (line: string) => void): Promise<readonly string[]> {
  const missing: string[] = [];
  const chromium = await ensureChromium(say);
  if ('path' in chromium) process.env['CHROMIUM_PATH'] = chromium.path;
  else missing.push(chromium.missing);
  if (!hasPoppler()) installDebian(['poppler-utils'], say);
  if (!hasPoppler()) missing.push("poppler's pdftoppm was not found. Install poppler-utils (Debian), poppler (Homebrew), or poppler for Windows.");
  return missing;
}
