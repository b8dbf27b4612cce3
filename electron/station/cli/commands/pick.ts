import type { LineView } from '../../../../shared/contracts/views.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { orderJson } from '../json.ts';
import { table } from '../table.ts';
import type { Words } from '../words.ts';

/** Begins picking an order at this station and says the walk: every bin still to go to, in its order. */
export async function pickCommand(globals: Globals, po: string): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const task = await client.floor.start({ kind: 'pick', po });
    const view = await client.orders.get({ po });
    const walk = [...(task.line ? [task.line] : []), ...task.remaining];
    return {
      json: { ...orderJson(words, view, view.lines), instruction: words.say(task.instruction), walk: walk.map(stopJson) },
      lines: [words.say(task.instruction), '', ...walkLines(words, walk)],
    };
  });
}

const toPick = ({ accepted, picked }: LineView): number => accepted - picked;

const stopJson = (stop: LineView) => ({
  location: stop.location, line: stop.line, sku: stop.sku, gtin: stop.gtin, title: stop.title, eaches: toPick(stop), caseSize: stop.caseSize,
  cases: stop.caseSize === null ? null : Math.floor(toPick(stop) / stop.caseSize),
});

const walkLines = (words: Words, walk: readonly LineView[]): string[] =>
  table(walk, [
    { title: words.text('cli.column.bin'), value: ({ location }) => location ?? '–' },
    { title: words.text('cli.column.sku'), value: ({ sku }) => sku ?? '–' },
    { title: words.text('cli.column.what'), value: ({ title }) => title, widest: 40 },
    { title: words.text('cli.column.toPick'), value: (line) => words.count(toPick(line)), right: true },
    { title: words.text('cli.column.cases'), value: (line) => casesOf(words, line), right: true },
  ]);

function casesOf(words: Words, line: LineView): string {
  if (line.caseSize === null || line.caseSize === 1) return '';
  const loose = toPick(line) % line.caseSize;
  return `${words.count(Math.floor(toPick(line) / line.caseSize))} × ${line.caseSize}${loose > 0 ? ` + ${loose}` : ''}`;
}
