import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchFolder } from '../../electron/documents/watched-folder.ts';

const ORDER = readFileSync(join(import.meta.dirname, '../fixtures/documents/synthetic/850-rush-grinders.edi'), 'utf8');

function watched(rounds: number): { readonly folder: string; readonly taken: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'hotdock-in-'));
  const taken: string[] = [];
  const watching = watchFolder(
    folder,
    (_, bytes) => {
      const text = Buffer.from(bytes).toString();
      taken.push(text);
      return text.includes('IEA') ? 'done' : 'problem';
    },
    (error) => {
      throw error;
    },
    { everyMs: 100, rounds },
  );
  onTestFinished(async () => {
    await watching.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, taken };
}

const until = (done: () => boolean): Promise<void> => vi.waitFor(() => expect(done()).toBe(true), { timeout: 10_000, interval: 20 });

test('a gateway that pauses in the middle of a document is waited for; the document is taken once and whole', async () => {
  const { folder, taken } = watched(1_000);
  const file = join(folder, 'slow.edi');
  writeFileSync(file, '');
  await new Promise((resume) => setTimeout(resume, 900));
  appendFileSync(file, ORDER.slice(0, 200));
  await new Promise((resume) => setTimeout(resume, 1_500));
  expect(taken).toEqual([]);
  expect(existsSync(file)).toBe(true);
  appendFileSync(file, ORDER.slice(200));
  await until(() => !existsSync(file));
  expect(taken).toEqual([ORDER]);
  expect(readdirSync(join(folder, 'done'))).toHaveLength(1);
});

test('one that never ends is taken as it is, so that somebody sees it', async () => {
  const { folder, taken } = watched(3);
  writeFileSync(join(folder, 'cut.edi'), ORDER.slice(0, 200));
  await until(() => existsSync(join(folder, 'problem')));
  expect(taken).toEqual([ORDER.slice(0, 200)]);
});
