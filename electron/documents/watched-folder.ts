import { watch, type FSWatcher } from 'chokidar';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** What became of a file from the folder: it moves to the sub-folder of that name, or stays where it is. */
export type Verdict = 'done' | 'problem' | 'leave';

export interface WatchedFolder {
  readonly close: () => Promise<void>;
}

/** A gateway may write slowly: a file counts as complete when its size has not changed for this long. */
const SETTLED_MS = 400;
const LARGEST = 64 * 1024 * 1024;

/**
 * Takes every file that lands in `folder` once, hands its bytes to `take`, and moves it to `done/` or `problem/`
 * under a name that overwrites nothing. A file that `take` throws on stays where it is and is tried at the next start.
 */
export function watchFolder(folder: string, take: (fileName: string, bytes: Uint8Array) => Verdict, report: (error: unknown, file: string) => void): WatchedFolder {
  mkdirSync(folder, { recursive: true });
  const watcher: FSWatcher = watch(folder, {
    depth: 0,
    ignored: (path, stats) => stats?.isFile() === true && basename(path).startsWith('.'),
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 100 },
  });
  watcher.on('add', (path) => {
    try {
      const tooLarge = statSync(path).size > LARGEST;
      const verdict = tooLarge ? 'problem' : take(basename(path), readFileSync(path));
      if (verdict !== 'leave') moveInto(join(folder, verdict), path);
    } catch (error) {
      report(error, path);
    }
  });
  watcher.on('error', (error) => {
    report(error, folder);
  });
  return { close: () => watcher.close() };
}

function moveInto(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true });
  const extension = extname(path);
  const stem = `${basename(path, extension)}-${statSync(path).mtimeMs.toFixed(0)}`;
  let target = join(folder, `${stem}${extension}`);
  for (let copy = 2; existsSync(target); copy += 1) target = join(folder, `${stem}-${copy}${extension}`);
  renameSync(path, target);
}
