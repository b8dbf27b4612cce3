import { watch, type FSWatcher } from 'chokidar';
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** What became of a file from the folder: it moves to the sub-folder of that name, or stays where it is. */
export type Verdict = 'done' | 'problem' | 'leave';

export interface WatchedFolder {
  readonly close: () => Promise<void>;
}

/** A gateway may write slowly: a file counts as complete when its size has not changed for this long. */
const SETTLED_MS = 400;
const LARGEST = 64 * 1024 * 1024;

/** A document that breaks off is most likely still being written: so long it may stand still before it is taken as it is. */
interface Patience {
  readonly everyMs: number;
  readonly rounds: number;
}
const UNTIL_IT_ENDS: Patience = { everyMs: 1_000, rounds: 30 };

/**
 * Takes every file that lands in `folder` once, hands its bytes to `take`, and moves it to `done/` or `problem/`
 * under a name that overwrites nothing. A file that `take` throws on stays where it is and is tried at the next start.
 */
export function watchFolder(
  folder: string,
  take: (fileName: string, bytes: Uint8Array) => Verdict,
  report: (error: unknown, file: string) => void,
  { everyMs, rounds }: Patience = UNTIL_IT_ENDS,
): WatchedFolder {
  makeFolder(folder);
  const waiting = new Set<NodeJS.Timeout>();
  const watcher: FSWatcher = watch(folder, {
    depth: 0,
    ignored: (path, stats) => stats?.isFile() === true && basename(path).startsWith('.'),
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 100 },
  });
  const arrive = (path: string, sizeBefore: number, still: number): void => {
    try {
      const { size } = statSync(path);
      const bytes = size > LARGEST ? undefined : readFileSync(path);
      const stillNow = size === sizeBefore ? still + 1 : 0;
      if (bytes && stillNow < rounds && breaksOff(bytes)) {
        const timer = setTimeout(() => {
          waiting.delete(timer);
          arrive(path, size, stillNow);
        }, everyMs);
        waiting.add(timer);
        return;
      }
      const verdict = bytes ? take(basename(path), bytes) : 'problem';
      if (verdict !== 'leave') moveInto(join(folder, verdict), path);
    } catch (error) {
      report(error, path);
    }
  };
  watcher.on('add', (path) => {
    arrive(path, -1, 0);
  });
  watcher.on('error', (error) => {
    report(error, folder);
  });
  return {
    close: () => {
      for (const timer of waiting) clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Empty yet, an interchange without its end, JSON whose last bracket is missing. */
function breaksOff(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/^\xEF\xBB\xBF/, '').trim();
  if (text === '') return true;
  if (text.startsWith('ISA')) return text.lastIndexOf('IEA') <= text.lastIndexOf('ISA');
  return /^[[{]/.test(text) && !/[\]}]$/.test(text);
}

function moveInto(folder: string, path: string): void {
  makeFolder(folder);
  const extension = extname(path);
  const stem = `${basename(path, extension)}-${statSync(path).mtimeMs.toFixed(0)}`;
  let target = join(folder, `${stem}${extension}`);
  for (let copy = 2; existsSync(target); copy += 1) target = join(folder, `${stem}-${copy}${extension}`);
  renameSync(path, target);
}
