import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';
import { installDebian } from './debian.ts';

const hasPoppler = (): boolean => spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;

/** Whether strace is there, with which the tests see that what is saved was synced to the disk: Linux alone has it. */
const hasStrace = (): boolean => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;

/** Whether socat is there, which makes the pseudo terminals that serial scanners and scales are tested on. */
const hasSocat = (): boolean => spawnSync('socat', ['-V'], { stdio: 'ignore' }).status === 0;

/** A real CUPS with Debian's virtual PDF printer. */
const hasCups = (): boolean => existsSync('/usr/sbin/cupsd') && existsSync('/usr/lib/cups/backend/cups-pdf');

/**
 * What the tests need besides npm's packages: a Chromium, whose path later steps find in CHROMIUM_PATH, poppler, with
 * which papers are turned into pictures and read back, strace, socat and CUPS. Returns what is missing, in words; empty when all is there.
 */
export async function ensureTestTools(say: (line: string) => void): Promise<readonly string[]> {
  const missing: string[] = [];
  const chromium = await ensureChromium(say);
  if ('path' in chromium) process.env['CHROMIUM_PATH'] = chromium.path;
  else missing.push(chromium.missing);
  if (!hasPoppler()) installDebian(['poppler-utils'], say);
  if (!hasPoppler()) missing.push("poppler's pdftoppm was not found. Install poppler-utils (Debian), poppler (Homebrew), or poppler for Windows.");
  if (!hasStrace()) installDebian(['strace'], say);
  if (!hasStrace()) missing.push('strace was not found. Install strace (Debian).');
  if (!hasSocat()) installDebian(['socat'], say);
  if (!hasSocat()) missing.push('socat was not found. Install socat (Debian, Homebrew).');
  if (!hasCups()) installDebian(['cups', 'cups-client', 'printer-driver-cups-pdf'], say);
  if (!hasCups()) missing.push('CUPS with its PDF printer was not found. Install cups and printer-driver-cups-pdf (Debian).');
  return missing;
}
