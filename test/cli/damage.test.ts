import Database from 'better-sqlite3';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, newFolder, prepare } from './command-line.ts';

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

test('a folder that is none is refused, not a fault of our own', async () => {
  const file = join(data, 'a-file');
  writeFileSync(file, '');
  expect(await json(file, ['queue'])).toMatchObject({ code: 1, document: { error: { code: 'store.noFolder', where: file, hint: expect.any(String) } } });
  expect(await json(file, ['doctor'])).toMatchObject({ code: 1, document: { error: { code: 'store.noFolder', where: file } } });
});
