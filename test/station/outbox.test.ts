import type * as FileSystem from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { putIntoOutbox } from '../../electron/documents/outbox.ts';
import { temporaryFolder } from '../support/store.ts';

/** A disk that runs full takes a part of a write and reports how much: that is no error to the system. */
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  return { ...real, writeSync: (handle: number, bytes: Uint8Array) => real.writeSync(handle, bytes, 0, Math.floor(bytes.length / 2)) };
});

it('never holds a part of a document', () => {
  const folder = temporaryFolder();
  const bytes = new TextEncoder().encode('ISA*00*'.repeat(1_000));
  putIntoOutbox(folder, 'ack.edi', bytes);
  expect(readFileSync(join(folder, 'ack.edi')).length).toBe(bytes.length);
});
