import { writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.ts';
import { scanScenarios } from './lib/scan-scenarios.ts';

/* Writes docs/scan-scenarios.md from the declared scenarios: `./node_modules/.bin/node scripts/scan-scenarios.ts`. */

writeFileSync(inRoot('docs/scan-scenarios.md'), scanScenarios());
