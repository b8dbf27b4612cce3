import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.ts';
import { scanScenarios } from '../../scripts/lib/scan-scenarios.ts';

test('docs/scan-scenarios.md is what the declared scenarios say (scripts/scan-scenarios.ts writes it)', () => {
  expect(readFileSync(inRoot('docs/scan-scenarios.md'), 'utf8')).toBe(scanScenarios());
});
