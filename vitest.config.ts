import { defineConfig } from 'vitest/config';

/** Tests in which the machine's own pace matters: a browser typing like a scanner, processes killed at a moment. */
const PACED = ['test/renderer/wedge/**/*.test.ts', 'test/fault/**/*.test.ts', 'test/chaos/**/*.test.ts'];

const common = { setupFiles: ['test/support/seed.ts'], pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Vitest leaves one core to itself, which is half of a small machine: its own process mostly waits for the others.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          // The end-to-end specs are Playwright's; the benches have their own command.
          exclude: ['test/e2e/**', 'test/bench/**', ...PACED],
          sequence: { groupOrder: 0 },
        },
      },
      // After the others and one at a time: nothing else takes the processor from them.
      { test: { ...common, name: 'paced', include: PACED, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
