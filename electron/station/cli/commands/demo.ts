import type { StationStatus } from '../../../../shared/contracts/views.ts';
import type { Zone } from '../../../../shared/lib/time.ts';
import { demoStaff } from '../../demo/staff.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import type { Answer } from '../output.ts';
import { table } from '../table.ts';
import type { Words } from '../words.ts';

export interface DemoOptions {
  readonly leave?: boolean;
  readonly zone?: Zone;
}

/** Opens the demo warehouse, or leaves it with all that was done in it. The real store is never touched. */
export async function demoCommand(globals: Globals, { leave, zone }: DemoOptions): Promise<void> {
  await atDesk(globals, async ({ client, words, status }) => {
    if (leave === true) {
      const real = await client.station.leaveDemo({});
      return { json: { demo: real.demo, left: status.demo }, lines: [words.text(status.demo ? 'cli.demo.left' : 'cli.demo.none')] };
    }
    if (status.demo && status.configured) return answer(words, status, false);
    return answer(words, await client.station.startDemo(zone === undefined ? {} : { zone }), true);
  });
}

function answer(words: Words, status: StationStatus, filled: boolean): Answer {
  const people = demoStaff.map(({ name, role, badge, pin }) => ({ name, role, badge, pin }));
  return {
    json: { demo: true, filled, hot: status.hot, staff: people },
    lines: [
      words.text(filled ? 'cli.demo.filled' : 'cli.demo.already', { hot: status.hot }),
      '',
      ...table(people, [
        { title: words.text('cli.column.name'), value: ({ name }) => name },
        { title: words.text('cli.column.role'), value: ({ role }) => words.text('cli.role', { role }) },
        { title: words.text('cli.column.pin'), value: ({ pin }) => pin },
        { title: words.text('cli.column.badge'), value: ({ badge }) => badge },
      ]),
    ],
  };
}
