import type { OrderView, QueuePage, QueueRow } from '../../../../shared/contracts/views.ts';
import type { OutgoingDocument } from '../../../../shared/domain/state/entities.ts';
import { atDesk, type Desk } from '../desk.ts';
import type { Globals } from '../globals.ts';
import { orderDetailJson, orderJson } from '../json.ts';
import { table, type Column } from '../table.ts';
import { iso, selector, type Words } from '../words.ts';

export interface QueueOptions {
  readonly search?: string;
  readonly only?: 'hot' | 'standard' | 'at-risk' | 'overdue' | 'mine' | 'ended';
  readonly limit?: number;
  readonly all?: boolean;
}

const PAGE = 500;
const SHOWN = 100;

/** The queue in its order; JSON has every order's lines too. */
export async function queueCommand(globals: Globals, options: QueueOptions): Promise<void> {
  await atDesk(globals, async (desk) => {
    const { words } = desk;
    const page = await readQueue(desk, options);
    const orders = desk.json ? await Promise.all(page.rows.map(async (row) => orderJson(words, row, (await desk.client.orders.get({ po: row.po })).lines))) : [];
    const left = page.total - page.rows.length;
    return {
      json: { orders, total: page.total, counts: page.counts, now: iso(page.now) },
      lines: [
        words.text('cli.queue.counts', { ...page.counts }),
        ...table(page.rows, queueColumns(words)),
        ...(page.rows.length === 0 ? [words.text('cli.queue.empty')] : []),
        ...(left > 0 ? [words.text('cli.queue.more', { count: left })] : []),
      ],
    };
  });
}

async function readQueue({ client }: Desk, { search = '', only, limit = SHOWN, all = false }: QueueOptions): Promise<QueuePage> {
  const rows: QueueRow[] = [];
  for (;;) {
    const wanted = Math.min(PAGE, all ? PAGE : limit - rows.length);
    const page = await client.queue.page({ search, ...(only === undefined ? {} : { only }), offset: rows.length, limit: Math.max(1, wanted) });
    rows.push(...page.rows.slice(0, wanted));
    if (page.rows.length === 0 || rows.length >= page.total || (!all && rows.length >= limit)) return { ...page, rows, offset: 0 };
  }
}

const queueColumns = (words: Words): readonly Column<QueueRow>[] => [
  { title: words.text('cli.column.po'), value: ({ po }) => po },
  { title: '', value: ({ hpo, risk }) => [hpo ? words.text('common.hpo') : '', risk === 'onTrack' ? '' : words.text(`common.status.${risk}`)].filter(Boolean).join(' ') },
  { title: words.text('cli.column.state'), value: ({ state }) => words.text('orders.state', { state }) },
  { title: words.text('cli.column.picked'), value: ({ units }) => words.count(units.picked), right: true },
  { title: words.text('cli.column.packed'), value: ({ units, acknowledged }) => `${words.count(units.packed)}/${words.count(acknowledged ? units.accepted : units.requested)}`, right: true },
  { title: words.text('cli.column.shipTo'), value: ({ shipTo }) => shipTo ?? '–' },
  { title: words.text('cli.column.what'), value: ({ headline }) => headline, widest: 32 },
  { title: words.text('cli.column.why'), value: ({ whyFirst }) => words.say(whyFirst), widest: 100 },
];

/** One order with its lines, pallets, shipments and documents. */
export async function orderCommand(globals: Globals, po: string): Promise<void> {
  await atDesk(globals, async ({ client, words }) => {
    const view = await client.orders.get({ po });
    return { json: orderDetailJson(words, view), lines: orderLines(words, view) };
  });
}

export const documentLine = (words: Words, { kind, fileName, state }: OutgoingDocument): string =>
  words.text('cli.document', { kind: selector(kind), file: fileName, state: selector(state) });

/** An order as people read it at a terminal. */
export function orderLines(words: Words, view: OrderView): string[] {
  const { units } = view;
  return [
    words.text('cli.order.head', { po: view.po, hpo: view.hpo ? 'yes' : 'no', state: view.state, shipTo: view.shipTo ?? '–' }),
    ...words.all(view.why),
    words.say(view.whyFirst),
    words.text('cli.order.clocks', { received: words.moment(view.receivedAt), acknowledge: words.moment(view.acknowledgeBy), ship: words.moment(view.shipBy), start: words.moment(view.latestStart) }),
    ...(view.routingClash === null ? [] : [words.say(view.routingClash)]),
    ...(view.exposure.sentence === null ? [] : [words.say(view.exposure.sentence)]),
    words.text('common.units.all', { ...units }),
    '',
    ...table(view.lines, [
      { title: words.text('cli.column.line'), value: ({ line }) => line },
      { title: words.text('cli.column.sku'), value: ({ sku, vendorSku, asin }) => sku ?? vendorSku ?? asin ?? '–' },
      { title: words.text('cli.column.what'), value: ({ title }) => title, widest: 36 },
      { title: words.text('cli.column.requested'), value: ({ requested }) => words.count(requested), right: true },
      { title: words.text('cli.column.accepted'), value: ({ accepted }) => words.count(accepted), right: true },
      { title: words.text('cli.column.rejected'), value: ({ rejected }) => words.count(rejected), right: true },
      { title: words.text('cli.column.picked'), value: ({ picked }) => words.count(picked), right: true },
      { title: words.text('cli.column.packed'), value: ({ packed }) => words.count(packed), right: true },
      { title: words.text('cli.column.shipped'), value: ({ shipped }) => words.count(shipped), right: true },
    ]),
  ];
}
