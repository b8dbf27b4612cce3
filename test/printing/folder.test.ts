import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderTransport } from '../../electron/printing/transports/folder.ts';
import { temporaryFolder } from '../support/store.ts';

/* A folder as a printer: a hot folder of another program, or PDFs to keep. */

const JOB = '019a0000-0000-7000-8000-00000000abcd';

async function printed() {
  const folder = temporaryFolder();
  const transport = new FolderTransport(folder);
  expect(await transport.deliver({ jobId: JOB, title: 'Label 0 0614141', bytes: new TextEncoder().encode('^XA^XZ'), language: 'zpl', media: '4x6' })).toEqual({ kind: 'sent', confirmed: false });
  const [name = ''] = readdirSync(folder);
  return { file: join(folder, name), arrived: () => transport.arrived(JOB), transport };
}

test('a paper is one whole file, and it is known to be there after a crash', async () => {
  const { file, arrived, transport } = await printed();
  expect(readFileSync(file, 'utf8')).toBe('^XA^XZ');
  expect(await arrived()).toBe(true);
  expect(await transport.takeBack()).toBe('unknown');
});

test('half a file is no paper: it is written again', async () => {
  const { file, arrived } = await printed();
  renameSync(file, `${file}.part`);
  expect(await arrived()).toBe(false);
});

test('a file that another program may have taken and printed already is not written again by itself', async () => {
  const { file, arrived } = await printed();
  rmSync(file);
  expect(await arrived()).toBeUndefined();
  expect(await new FolderTransport(join(file, 'gone')).arrived(JOB)).toBeUndefined();
});
