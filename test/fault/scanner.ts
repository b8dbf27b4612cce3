import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openStore } from '../../electron/store/health.ts';
import { decideScan } from '../../shared/domain/scanning/scan.ts';
import type { Context } from '../../shared/domain/decision.ts';
import { poNumber, staffId } from '../../shared/lib/ids.ts';
import { instant } from '../../shared/lib/time.ts';

/*
 * A picker who never stops, in a process of its own: it scans the same case into the order's pick until it is killed,
 * and says each confirmed operation on standard output, which is the oracle of what must still be there.
 */
const [, , file = '', backups = '', po = '', code = ''] = process.argv;
const { store } = openStore({ file, backups, now: instant(Date.now()), newIdentity: () => ({ site: 'site', station: 'dock1', incarnation: 1, demo: false }) });
const context = (): Context => ({ now: instant(Date.now()), actor: { staffId: staffId('ana'), name: 'Ana', role: 'picker' }, station: 'dock1', newId: () => randomUUID() });

// Node keeps what it made of the sources when a process ends by itself, which this one never does.
flushCompileCache();
writeSync(1, 'ready\n');
for (let scans = 0; scans < 100_000; scans += 1) {
  const outcome = store.decide(context(), (reader) => decideScan(reader, { code, task: 'pick', po: poNumber(po), quantity: null, confirming: null }, context()));
  if (!outcome.ok || outcome.result.result !== 'accepted') {
    writeSync(1, `stopped ${JSON.stringify(outcome.ok ? outcome.result : outcome.refusal)}\n`);
    break;
  }
  for (const { opId, kind } of outcome.operations) writeSync(1, `saved ${kind} ${opId}\n`);
}
store.close();
