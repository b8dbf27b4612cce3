import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.ts';

/** `--seeds N [--from S]`: simulates that many lives of a site and ends with 1, and the seed on the last line, when one goes wrong. */
const { status } = spawnSync(process.execPath, [inRoot('test/simulation/run.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
