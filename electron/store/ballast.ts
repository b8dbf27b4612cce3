import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';

const BLOCK = 1024 * 1024;
/** Enough for a checkpoint, a clean end and the search for what filled the disk. */
const BLOCKS = 64;

/** Keeps 64 MB of disk in hand: real blocks, for a sparse file would hold no room. */
export function keepBallast(file: string): void {
  if (existsSync(file)) return;
  const handle = openSync(file, 'w');
  try {
    const block = Buffer.alloc(BLOCK, 0xa5);
    for (let written = 0; written < BLOCKS; written += 1) writeSync(handle, block);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Lets the room go when the disk has run full. */
export const dropBallast = (file: string): void => rmSync(file, { force: true });
