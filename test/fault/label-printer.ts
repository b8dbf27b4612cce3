import { systemClock } from '../../electron/station/clock.ts';
import { Station } from '../../electron/station/station.ts';
import { buildSscc } from '../../shared/lib/sscc.ts';
import { longPackingList, palletLabel } from '../printing/samples.ts';

/*
 * A station in a process of its own that prints one label after the other, and a sheet about each, until it is killed. `asked SSCC` on
 * standard output: the API has answered that both are on their way.
 */

const sheet = { ...longPackingList, tables: [] };

const [data = '', first = '1'] = process.argv.slice(2);
const station = new Station({ data, clock: systemClock, version: 'test' });
await station.printing.start();
for (let serial = Number(first); ; serial += 1) {
  const built = buildSscc(0, '0614141', serial);
  if (!built.ok) throw new Error('no SSCC');
  const { sscc } = built;
  await station.printing.print({ kind: 'label', subject: sscc, askedBy: 'Sam', revision: null }, (queue) => station.store.together(() => queue({ kind: 'label', label: { ...palletLabel, sscc } }, false)));
  await station.printing.print({ kind: 'packing-list', subject: sscc, askedBy: 'Sam', revision: null }, (queue) => station.store.together(() => queue({ kind: 'sheet', paper: { ...sheet, heading: sscc, fileName: `sheet-${sscc}` } }, false)));
  process.stdout.write(`asked ${sscc}\n`);
  while (station.printing.counts().waiting > 4) await new Promise((resolve) => setImmediate(resolve));
}
