import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests in which the machine's own pace matters: a browser typing like a scanner. */
const PACED = ['test/renderer/wedge/**/*.test.ts'];
/** Tests of many processes each, killed at a moment. */
const PROCESSES = ['test/fault/**/*.test.ts', 'test/chaos/**/*.test.ts'];
/** Tests that start the built programs. */
const PROGRAMS = ['test/cli/**/*.test.ts', 'test/central/{command-line,embedded,sequencer}.test.ts'];
/** Tests that leave nothing behind in their process. */
const SHARED = ['test/{architecture,central,domain,messages,station,store}/**/*.test.ts'];
/** Tests that put something of their own in a module's place. */
const ALONE = ['test/station/{outbox,full-disk}.test.ts'];

/** Half a minute and more each. The last of them alone would leave the other core with nothing to do. */
const LONG = ['test/simulation/share-'];

/** Vitest begins with the largest files while it has not measured any, as in a fresh clone; ours that run long are short. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (LONG.some((path) => moduleId.includes(path)) ? 0 : 1);
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    return (await super.sort(files)).sort((one, other) => group(one) - group(other) || rank(one) - rank(other));
  }
}

const MEMORY = '/dev/shm';
const ROOM = 4 * 1024 ** 3;

/**
 * The files of these tests lie in memory where the system has room there: to a disk each of their thousands of commits waits some
 * milliseconds. Tests that kill processes or watch for syncs stay on the disk.
 */
function inMemory(): { readonly env?: { readonly TMPDIR: string } } {
  if (process.env['TMPDIR'] !== undefined || !existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  // As root, PostgreSQL's programs may be copied beside its data, and containers often forbid to run what lies in memory.
  const runs = !/ \/dev\/shm .*\bnoexec\b/.test(readFileSync('/proc/mounts', 'utf8'));
  if (!runs || bavail * bsize < ROOM) return {};
  const folder = mkdtempSync(`${MEMORY}/hotdock-tests-`);
  // PostgreSQL runs as a user of its own.
  chmodSync(folder, 0o1777);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { env: { TMPDIR: folder } };
}

const cores = availableParallelism();
// Vitest leaves one core to itself, which is half of a small machine; and many tests wait for processes of their own.
const many = Math.ceil(cores * 1.5);

// Hundreds of processes start the same programs: what Node makes of their sources is kept.
process.env['NODE_COMPILE_CACHE'] ??= `${import.meta.dirname}/node_modules/.cache/compile`;

const common = { setupFiles: ['test/support/seed.ts'], pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 30_000 };
const memory = inMemory();
const first = { ...common, maxWorkers: many, sequence: { groupOrder: 0 } };
const built = { globalSetup: ['test/support/built.ts'] };

export default defineConfig({
  test: {
    passWithNoTests: false,
    sequence: { sequencer: LongFirst },
    projects: [
      { test: { ...first, ...memory, ...built, name: 'programs', include: PROGRAMS } },
      { test: { ...first, ...memory, name: 'alone', include: ALONE } },
      // One process loads the modules once for all files that it runs; to load them for each takes a second a file.
      { test: { ...first, ...memory, name: 'shared', include: SHARED, exclude: [...ALONE, ...PROGRAMS], isolate: false } },
      {
        test: {
          ...first,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          // The end-to-end specs are Playwright's; the benches have their own command.
          exclude: ['test/e2e/**', 'test/bench/**', ...SHARED, ...PROGRAMS, ...PACED, ...PROCESSES],
        },
      },
      { test: { ...common, ...built, name: 'processes', include: PROCESSES, maxWorkers: cores, sequence: { groupOrder: 1 } } },
      // After the others and one at a time: nothing else takes the processor from them.
      { test: { ...common, name: 'paced', include: PACED, fileParallelism: false, sequence: { groupOrder: 2 } } },
    ],
  },
});
