import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropBallast, keepBallast } from '../../electron/store/ballast.ts';
import { temporaryFolder } from '../support/store.ts';

it('holds 64 MB of real blocks in hand and gives them back', () => {
  const file = join(temporaryFolder(), 'ballast');
  keepBallast(file);
  expect(statSync(file).blocks * 512).toBeGreaterThanOrEqual(64 * 1024 * 1024);
  dropBallast(file);
  dropBallast(file);
  expect(existsSync(file)).toBe(false);
});
