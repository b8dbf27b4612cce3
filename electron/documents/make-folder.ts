import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and what is missing above it; throws the system's error where that cannot be. One attempt a level:
 * Node's own recursive way goes round for ever on a file system that answers "no such folder" below a folder that is
 * there, as Linux's /proc does.
 */
export function makeFolder(folder: string): void {
  for (const level of missingLevels(resolve(folder))) makeLevel(level);
}

/** The folder and those above it that are not there, the outermost first. */
function missingLevels(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let level = folder; !isFolder(level); level = dirname(level)) {
    missing.unshift(level);
    if (dirname(level) === level) break;
  }
  return missing;
}

function makeLevel(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
