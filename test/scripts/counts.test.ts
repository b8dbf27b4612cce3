import { expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../scripts/lib/counts.ts';

it.each([
  ['all passed', { numPassedTests: 7, numFailedTests: 0 }, 0, { passed: 7, failed: 0, notRun: 0 }],
  ['some failed', { numPassedTests: 7, numFailedTests: 2 }, 1, { passed: 7, failed: 2, notRun: 0 }],
  ['a file that did not load', { numPassedTests: 7, numFailedTests: 0 }, 1, { passed: 7, failed: 1, notRun: 0 }],
  ['nothing ran', { numPassedTests: 0, numFailedTests: 0 }, 0, { passed: 0, failed: 1, notRun: 0 }],
  ['no report', undefined, 0, { passed: 0, failed: 1, notRun: 0 }],
  ['skipped ones', { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 }, 0, { passed: 7, failed: 0, notRun: 3 }],
])('unit tests: %s', (_name, report, code, counts) => {
  expect(vitestCounts(report, code)).toEqual(counts);
});

it.each([
  ['all passed', { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }, 0, { passed: 3, failed: 0, notRun: 0 }],
  ['passed on a second try', { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }, 0, { passed: 3, failed: 1, notRun: 0 }],
  ['ended badly', { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }, 1, { passed: 3, failed: 1, notRun: 0 }],
  ['not a report', 'text', 0, { passed: 0, failed: 1, notRun: 0 }],
])('end to end: %s', (_name, report, code, counts) => {
  expect(playwrightCounts(report, code)).toEqual(counts);
});
