import { build } from './build.ts';
import { add, forgetReport, noCounts, ofStages, readReport, vitestCounts } from './lib/counts.ts';
import type { Counts } from './lib/counts.ts';
import { inBrowser, inDesktop } from './lib/end-to-end.ts';
import { inRoot } from './lib/paths.ts';
import { ensureTestTools } from './lib/test-tools.ts';
import { capture, decoderBranches, lint, runQuietly, stream, tell, typesAndDeadCode, VITEST } from './lib/stages.ts';

async function check(): Promise<Counts> {
  const stages = [...typesAndDeadCode, decoderBranches];
  return ofStages(stages.length, await runQuietly(stages, 1));
}

async function built(): Promise<Counts> {
  try {
    await build(console.log);
    return ofStages(1, 0);
  } catch (error) {
    console.error(error);
    return ofStages(1, 1);
  }
}

async function unit(): Promise<Counts> {
  const report = inRoot('test-results/vitest.json');
  forgetReport(report);
  const { code } = await stream({ name: 'unit', script: VITEST, args: ['run', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', report] });
  return vitestCounts(readReport(report), code);
}

async function tools(): Promise<Counts> {
  const missing = await ensureTestTools(console.log);
  for (const line of missing) console.error(line);
  return ofStages(1, missing.length === 0 ? 0 : 1);
}

// Lint takes as long as all other checks and the build together, and one core of two: it runs beside them, into the tests.
const linted = capture(lint);

const steps: readonly (readonly [title: string, run: () => Promise<Counts>])[] = [
  ['Tools', tools],
  ['Types, dead code, branches of the decoder', check],
  ['Build', built],
  ['Boundaries, unit, property and store tests', unit],
  ['Lint, which began first', async () => ofStages(1, tell(await linted) ? 0 : 1)],
  ['End to end in Chromium', () => inBrowser()],
  ['End to end in the desktop app', () => inDesktop()],
];

let total = noCounts;
for (const [title, run] of steps) {
  console.log(`\n== ${title}`);
  const counts = await run();
  total = add(total, counts);
  console.log(`-- ${title}: ${String(counts.passed)} passed, ${String(counts.failed)} failed${counts.notRun > 0 ? `, ${String(counts.notRun)} not run` : ''}`);
}
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
