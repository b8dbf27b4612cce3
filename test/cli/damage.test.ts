import Database from 'better-sqlite3';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixture, json, newFolder, prepare } from './command-line.ts';

const { data, remove } = newFolder();

beforeAll(async () => {
  await prepare(data);
  await json(data, ['backup']);
});
afterAll(remove);

/** Overwrites the first page of the `stock` table, as a dying disk would. */
function damageStock(): void {
  const file = join(data, 'hotdock.db');
  const database = new Database(file, { readonly: true });
  const page = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'stock'").pluck().get());
  database.close();
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
}

test('damage that a command meets is said in words, and the next one finds the store repaired', async () => {
  damageStock();
  expect(await json(data, ['stock'])).toMatchObject({ code: 1, document: { error: { code: 'store.damaged', where: join(data, 'hotdock.db'), hint: expect.any(String) } } });
  expect(await json(data, ['stock'])).toMatchObject({ code: 0, document: { stock: [{ sku: 'CG-200', boxed: 1200 }] } });
});

test('the doctor names damage as a check that failed, and is well afterwards', async () => {
  damageStock();
  const { code, document } = await json(data, ['doctor']);
  expect(code).toBe(1);
  expect(document).toMatchObject({ ok: false, checks: expect.arrayContaining([expect.objectContaining({ name: 'integrity', ok: false })]) });
  expect(await json(data, ['doctor', '--rebuild'])).toMatchObject({ code: 0, document: { ok: true, notices: [expect.stringContaining('damaged')] } });
});

/** Below it no folder can be made; Linux's /proc says so with the answer that makes Node's recursive way try for ever. */
const noFolderIn = (file: string): string => (process.platform === 'linux' ? '/proc/hotdock' : file);

test('a folder that cannot be made is refused at once', async () => {
  const file = join(data, 'no-folder');
  writeFileSync(file, '');
  const nowhere = join(noFolderIn(file), 'deep', 'below');
  expect(await json(nowhere, ['queue'])).toMatchObject({ code: 1, document: { error: { code: 'store.noFolder', where: nowhere } } });
  await json(data, ['import', fixture('850-rush-grinders.edi')]);
  expect(await json(data, ['documents', '7HGRINDR', '--out', nowhere])).toMatchObject({ code: 1, document: { error: { code: 'cli.refused.cannotWrite', where: nowhere } } });
});

test('a folder that is none is refused, not a fault of our own', async () => {
  const file = join(data, 'a-file');
  writeFileSync(file, '');
  expect(await json(file, ['queue'])).toMatchObject({ code: 1, document: { error: { code: 'store.noFolder', where: file, hint: expect.any(String) } } });
  expect(await json(file, ['doctor'])).toMatchObject({ code: 1, document: { error: { code: 'store.noFolder', where: file } } });
});
