import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { beginnings } from './beginning.ts';
import { FAULTS, isFaultName, none } from './mutation.ts';
import { keepSeed, keptSeeds, KEPT_SEEDS } from './seeds.ts';
import { simulate, type Outcome } from './simulation.ts';
import { Tally } from './tally.ts';

/* Simulates many seeds, those that failed once first. Ends with 1 and the seed on the last line when one fails, and keeps that seed. */

const argumentsGiven = () => parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    /** Puts a fault in: for a test of this program. */
    fault: { type: 'string' },
    /** Where failing seeds are kept. */
    kept: { type: 'string', default: KEPT_SEEDS },
    trace: { type: 'boolean', default: false },
  },
});

function usage(): never {
  process.stderr.write('usage: npm run simulate -- --seeds N [--from S] [--trace]\n');
  process.exit(2);
}

function read(): ReturnType<typeof argumentsGiven>['values'] {
  try {
    return argumentsGiven().values;
  } catch {
    return usage();
  }
}

const values = read();
const from = Number(values.from);
const count = Number(values.seeds);
const { fault } = values;
const isUsable = Number.isSafeInteger(from) && Number.isSafeInteger(count) && from >= 0 && count >= 0 && (fault === undefined || isFaultName(fault));
if (!isUsable) usage();

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function* wanted(kept: readonly number[]): Generator<number> {
  yield* kept;
  for (let seed = from; seed < from + count; seed += 1) yield seed;
}

function report({ seed, findings, trace }: Outcome): void {
  if (findings.length > 0 || values.trace) say([...trace, ...findings.map(({ check, text }) => `${check}: ${text}`)].join('\n'));
  if (findings.length > 0) say(`seed ${seed} failed: npm run simulate -- --seeds 1 --from ${seed} --trace`);
}

/** The first seed that fails. */
async function simulateAll(): Promise<number | undefined> {
  const start = await beginnings();
  const tally = new Tally();
  const mutation = fault !== undefined && isFaultName(fault) ? FAULTS[fault] : none;
  const kept = keptSeeds(values.kept);
  const total = kept.length + count;
  let done = 0;
  for (const seed of wanted(kept)) {
    const outcome = await simulate(seed, start, { mutation, tally });
    report(outcome);
    if (outcome.findings.length > 0) return seed;
    done += 1;
    if (done % 500 === 0 || done === total) say(`${done} of ${total}`);
  }
  say(tally.lines().join('\n'));
  return undefined;
}

if (!existsSync(values.kept)) writeFileSync(values.kept, '[]\n');
const failed = await simulateAll();
if (failed !== undefined) {
  keepSeed(failed, values.kept);
  say(String(failed));
  process.exitCode = 1;
}
