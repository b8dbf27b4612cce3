import { build } from './build.ts';
import { inBrowser, inDesktop } from './lib/end-to-end.ts';

// `node scripts/e2e.ts [desktop] [Playwright arguments]`
const [first, ...rest] = process.argv.slice(2);
const desktop = first === 'desktop';
await build(console.log);
const counts = desktop ? await inDesktop(rest, true) : await inBrowser(first === undefined ? [] : [first, ...rest]);
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
