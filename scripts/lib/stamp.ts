import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.ts';

/** What the build output depends on: sources, the build itself, and the exact dependencies. */
const INPUTS = ['shared', 'resources', 'electron', 'renderer', 'central', 'scripts/build.ts', 'scripts/lib', 'package.json', 'package-lock.json', 'vite.config.ts'];

const STAMP = inRoot('dist/stamp');

/** Content hash of everything the build reads: the same sources give the same stamp on any machine. */
export function sourceStamp(): string {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap(filesUnder)) hash.update(path).update('\0').update(readFileSync(inRoot(path))).update('\0');
  return hash.digest('hex');
}

function filesUnder(path: string): readonly string[] {
  if (!existsSync(inRoot(path))) return [];
  if (/\.(ts|json)$/.test(path)) return [path];
  return readdirSync(inRoot(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const isCurrent = (stamp: string): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;

export function writeStamp(stamp: string): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
}

/** A build that dies half way must not look current. */
export const clearStamp = (): void => rmSync(STAMP, { force: true });
