import { share } from './site/share.ts';
import { sayMachine, sayRows, type Row } from './report.ts';

/*
 * `npm run bench` measures everything; `npm run bench -- station`, `central`, `sync` a part. Never a test: a slow machine is not a failure.
 */
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  station: async () => (await import('./station-rows.ts')).stationRows(),
  central: async () => (await import('./site/central-rows.ts')).centralRows(),
  sync: async () => (await import('./site/sync-rows.ts')).syncRows(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`unknown part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);

sayMachine();
if (share < 1) process.stdout.write(`a trial with ${share} of the work, not a measurement\n`);
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await measure();
  if (rows.length > 0) sayRows(rows);
}
