import { existsSync, readFileSync, rmSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Tests that the runner knew and did not run. */
  readonly notRun: number;
}

export const noCounts: Counts = { passed: 0, failed: 0, notRun: 0 };

export const add = (left: Counts, right: Counts): Counts => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  notRun: left.notRun + right.notRun,
});

export const ofStages = (total: number, failed: number): Counts => ({ passed: total - failed, failed, notRun: 0 });

/** What Vitest's JSON report says. A file that could not even be loaded has no failed test but is a failure. */
export const vitestCounts = (report: unknown, code: number): Counts =>
  honest({ passed: number(report, 'numPassedTests'), failed: number(report, 'numFailedTests'), notRun: number(report, 'numPendingTests') + number(report, 'numTodoTests') }, code);

/** What Playwright's JSON report says. A test that passed only on a second try counts as failed. */
export function playwrightCounts(report: unknown, code: number): Counts {
  const stats = field(report, 'stats');
  return honest({ passed: number(stats, 'expected'), failed: number(stats, 'unexpected') + number(stats, 'flaky'), notRun: number(stats, 'skipped') }, code);
}

/** A runner that ended badly, or that ran nothing at all, is never a success, whatever its report says. */
function honest(counts: Counts, code: number): Counts {
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

export function readReport(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** The report of an earlier run must not be read as this one's. */
export const forgetReport = (path: string): void => rmSync(path, { force: true });

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function number(value: unknown, name: string): number {
  const found = field(value, name);
  return typeof found === 'number' ? found : 0;
}
