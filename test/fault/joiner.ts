import { writeSync } from 'node:fs';
import { openStore } from '../../electron/store/health.ts';
import { done } from '../../shared/domain/decision.ts';
import { instant } from '../../shared/lib/time.ts';
import { counted } from '../store/sync/counted.ts';
import { knownSite, JOINING } from './known-site.ts';

/*
 * A station in a process of its own that joins a site, takes its copy and then its pages, and meanwhile goes on working, until it is
 * killed. What it says on standard output is the oracle of what must still be there.
 */
const [, , file = '', backups = ''] = process.argv;
const site = knownSite();
const { store } = openStore({ file, backups, now: instant(1), newIdentity: () => ({ site: 'its own', station: 'dock9', incarnation: 1, demo: false }) });
const { sync } = store;

function work(): void {
  const number = store.journalLength();
  const context = { now: instant(1_000 + number), actor: { staffId: 'ana' as never, name: 'Ana', role: 'picker' as const }, station: 'dock9', newId: () => `own-${number}` };
  store.decide(context, () => done(counted(number, `W-${number % 4}`)));
  writeSync(1, `saved own-${number}\n`);
}

if (!sync.paired) sync.pair(JOINING);
writeSync(1, 'ready\n');
if (sync.awaitsCopy) {
  for (const number of sync.copy.begin(site.copy.manifest)) {
    sync.copy.keep(number, site.copy.chunks[number] ?? new Uint8Array());
    writeSync(1, `kept ${number}\n`);
  }
  await sync.copy.install();
  writeSync(1, 'installed\n');
}
while (sync.cursor().after < site.central.head) {
  const { after } = sync.apply(site.central.page(sync.cursor().after, 3));
  writeSync(1, `applied ${after}\n`);
  work();
}
writeSync(1, 'done\n');
store.close();
