import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests in which the machine's own pace matters: a browser typing like a scanner. */
const PACED = ['test/renderer/wedge/**/*.test.ts'];
/** Tests of many processes each, killed at a moment. */
const PROCESSES = ['test/fault/**/*.test.ts', 'test/chaos/**/*.test.ts'];

const cores = availableParallelism();

const common = { setupFiles: ['test/support/seed.ts'], pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          // The end-to-end specs are Playwright's; the benches have their own command.
          exclude: ['test/e2e/**', 'test/bench/**', ...PACED, ...PROCESSES],
          // Vitest leaves one core to itself, which is half of a small machine; and many tests wait for processes of their own.
          maxWorkers: Math.ceil(cores * 1.5),
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...common, name: 'processes', include: PROCESSES, maxWorkers: cores, sequence: { groupOrder: 1 } } },
      // After the others and one at a time: nothing else takes the processor from them.
      { test: { ...common, name: 'paced', include: PACED, fileParallelism: false, sequence: { groupOrder: 2 } } },
    ],
  },
});
