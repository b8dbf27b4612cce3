import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/store.ts';
import { readTrace } from './strace.ts';

it('a call during which another process was heard of reads as one that was not', () => {
  const trace = join(temporaryFolder(), 'trace');
  writeFileSync(trace, [
    '11 fdatasync(7</data/pg_wal/000000010000000000000001> <unfinished ...>',
    '12 write(21<socket:[5]>, "x", 1) = 1',
    '11 <... fdatasync resumed>)          = 0',
    '11 fdatasync(7</data/pg_wal/000000010000000000000001>) = 0',
    '',
  ].join('\n'));
  const syncs = readTrace(trace).filter(({ text }) => /^fdatasync\(\d+<[^>]*\/pg_wal\/\w+>\)\s+= 0$/.test(text));
  expect(syncs.map(({ began, returned }) => [began, returned])).toEqual([[0, 2], [3, 3]]);
});
