import { boundaries, decoderBranches, lint, runQuietly, typesAndDeadCode } from './lib/stages.ts';

const stages = [lint, ...typesAndDeadCode, boundaries, decoderBranches];
const failed = await runQuietly(stages, 2);
console.log(`${String(stages.length - failed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
