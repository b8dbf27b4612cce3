import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { buildSscc } from '../../shared/lib/sscc.ts';
import { palletLabel } from '../printing/samples.ts';

/*
 * A station in a process of its own that prints one label after the other until it is killed. `asked SSCC` on standard output: the API
 * has answered that this label is on its way.
 */

const [data = '', first = '1'] = process.argv.slice(2);
const station = new Station({ data, clock: systemClock, version: 'test' });
await station.printing.start();
for (let serial = Number(first); ; serial += 1) {
  const built = buildSscc(0, '0614141', serial);
  if (!built.ok) throw new Error('no SSCC');
  const { sscc } = built;
  await station.printing.print({ kind: 'label', subject: sscc, askedBy: 'Sam', revision: null }, (queue) => station.store.together(() => queue({ kind: 'label', label: { ...palletLabel, sscc } }, false)));
  process.stdout.write(`asked ${sscc}\n`);
  while (station.printing.counts().waiting > 2) await new Promise((resolve) => setImmediate(resolve));
}
