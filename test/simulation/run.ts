import { parseArgs } from 'node:util';
import { beginning } from './beginning.ts';
import { SEEDS } from './seeds.ts';
import { simulate } from './simulation.ts';

/* Simulates many seeds; ends with 1 and the seed on the last line when one fails. */

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '0' }, trace: { type: 'boolean', default: false } } });
const from = Number(values.from);
const count = Number(values.seeds);
if (!Number.isSafeInteger(from) || !Number.isSafeInteger(count) || from < 0 || count < 1) {
  process.stderr.write('usage: npm run simulate -- --seeds N [--from S]\n');
  process.exit(2);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function simulateAll(seeds: Iterable<number>, total: number): Promise<number | undefined> {
  const start = await beginning();
  let done = 0;
  for (const seed of seeds) {
    const { faults, trace } = await simulate(seed, start);
    if (faults.length > 0 || values.trace) say([...trace, ...faults.map((fault) => `FAULT ${fault}`)].join('\n'));
    if (faults.length > 0) return seed;
    done += 1;
    if (done % 500 === 0 || done === total) say(`${done} of ${total}`);
  }
  return undefined;
}

function* wanted(): Generator<number> {
  yield* SEEDS;
  for (let seed = from; seed < from + count; seed += 1) yield seed;
}

const failed = await simulateAll(wanted(), SEEDS.length + count);
if (failed !== undefined) {
  say(String(failed));
  process.exitCode = 1;
}
