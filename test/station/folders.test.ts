import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusedFolder } from '../../electron/station/folders.ts';
import { temporaryFolder } from '../support/store.ts';

const NONE = { watchedFolder: '', outboxFolder: '' };

test('a folder that can be used is made where it is missing, and nothing stays in it', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  expect(refusedFolder(NONE, { outboxFolder: folder })).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test('one that cannot is refused with its name and the reason, before it is kept', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'file'), '');
  const folder = join(root, 'file', 'in');
  expect(refusedFolder(NONE, { watchedFolder: folder, outboxFolder: root })).toMatchObject({ code: 'settings.refused.folder', where: folder, params: { which: 'watched', folder }, hint: { key: 'settings.hint.folder' } });
});

test('a folder that stays as it is, or is given up, is not tried', () => {
  const gone = join(temporaryFolder(), 'file', 'in');
  mkdirSync(join(gone, '..', '..'), { recursive: true });
  writeFileSync(join(gone, '..'), '');
  expect(refusedFolder({ ...NONE, outboxFolder: gone }, { outboxFolder: gone, watchedFolder: '' })).toBeUndefined();
});
