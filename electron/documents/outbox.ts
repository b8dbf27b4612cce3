import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** The file of a document waiting to be handed over. Names are made by us; a name with a folder in it is a fault. */
export function outboxPath(folder: string, fileName: string): string {
  if (basename(fileName) !== fileName || fileName === '' || fileName.startsWith('.')) throw new Error(`not a plain file name: ${fileName}`);
  return join(folder, fileName);
}

/** Puts a whole file into the outbox: a gateway that watches the folder never sees half of one. */
export function putIntoOutbox(folder: string, fileName: string, bytes: Uint8Array): string {
  makeFolder(folder);
  const path = outboxPath(folder, fileName);
  const partial = join(folder, `.${fileName}.partial`);
  const handle = openSync(partial, 'w');
  try {
    // Not `writeSync`: on a disk that runs full it writes a part and does not say so.
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, path);
  return path;
}

/** Takes a file back that nobody has taken. */
export function withdrawFromOutbox(folder: string, fileName: string): void {
  rmSync(outboxPath(folder, fileName), { force: true });
}

/** Whether a file was taken away. Where the folder itself is out of reach nothing can be said, and nothing was. */
export const isTaken = (folder: string, fileName: string): boolean => existsSync(folder) && !existsSync(outboxPath(folder, fileName));
