import { boundaries, decoderBranches, runQuietly, staticStages } from './lib/stages.ts';

const stages = [...staticStages, boundaries, decoderBranches];
const failed = await runQuietly(stages);
console.log(`${String(stages.length - failed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
