import type { CartView, LineView, RemainingLine, TaskView } from '../../../../shared/contracts/views.ts';
import { atDesk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { orderJson } from '../json.ts';
import { table } from '../table.ts';
import type { Words } from '../words.ts';

/** A line of the walk; `place` on the cart where several orders are picked. */
type Stop = LineView & Pick<RemainingLine, 'po' | 'place'>;

/** Begins picking an order, or several on one walk, at this station and says the walk: every bin still to go to, in its order. */
export async function pickCommand(globals: Globals, pos: readonly string[]): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const [po = '', ...others] = pos;
    const task = others.length === 0 ? await client.floor.start({ kind: 'pick', po }) : await client.floor.walk({ pos: [...pos] });
    const walk = walkOf(task, po);
    const instruction = words.say(task.instruction);
    const lines = [instruction, '', ...walkLines(words, walk)];
    if (others.length > 0) return { json: { instruction, cart: task.cart.map(placeJson), walk: walk.map((stop) => ({ place: stop.place, po: stop.po, ...stopJson(stop) })) }, lines };
    const view = await client.orders.get({ po });
    return { json: { ...orderJson(words, view, view.lines), instruction, walk: walk.map(stopJson) }, lines };
  });
}

function walkOf({ line, remaining, cart, po: next }: TaskView, po: string): Stop[] {
  const first = line && { ...line, po: next ?? po, place: cart.find(({ isNext }) => isNext)?.place ?? null };
  return [...(first ? [first] : []), ...remaining];
}

const placeJson = ({ place, po, hpo, picked, accepted }: CartView) => ({ place, po, hpo, picked, accepted });

const toPick = ({ accepted, picked }: LineView): number => accepted - picked;

const stopJson = (stop: LineView) => ({
  location: stop.location, line: stop.line, sku: stop.sku, gtin: stop.gtin, title: stop.title, eaches: toPick(stop), caseSize: stop.caseSize,
  cases: stop.caseSize === null ? null : Math.floor(toPick(stop) / stop.caseSize),
});

const walkLines = (words: Words, walk: readonly Stop[]): string[] =>
  table(walk, [
    ...(walk.some(({ place }) => place !== null) ? [{ title: words.text('cli.column.place'), value: ({ place }: Stop) => place ?? '' }] : []),
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
