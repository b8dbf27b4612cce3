import type { MoveView, RemainingLine, TaskTrace, TaskView } from '../../../shared/contracts/views.ts';
import { traceMessage } from '../../../shared/domain/handling-units/trace-words.ts';
import { packingView } from '../../../shared/domain/handling-units/packing-view.ts';
import { carriedBy, ordersInFront } from '../../../shared/domain/picking/cart.ts';
import { leftToPack } from '../../../shared/domain/picking/pick-lines.ts';
import { waitingForTotes } from '../../../shared/domain/picking/totes.ts';
import { nextOnWalk, openLines, type WalkLine } from '../../../shared/domain/picking/walk.ts';
import { notWorkable } from '../../../shared/domain/picking/workable.ts';
import { isOrderWork } from '../../../shared/domain/scanning/task.ts';
import { notedEaches } from '../../../shared/domain/scanning/move-step.ts';
import { lacking } from '../../../shared/domain/scanning/tracing.ts';
import { stepOf } from '../../../shared/domain/scanning/start.ts';
import type { Step } from '../../../shared/domain/scanning/answer.ts';
import type { Accepts } from '../../../shared/domain/scanning/states.ts';
import type { Order, Task } from '../../../shared/domain/state/entities.ts';
import { sku as skuOf } from '../../../shared/lib/ids.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import type { Station } from '../station.ts';
import { cartView, changedSince, waitingHot } from './cart.ts';
import { lineView } from './lines.ts';
import { shipToName, unitsOf } from './queue-row.ts';
import { shipmentView } from './shipment.ts';
import { unitView } from './units.ts';

/** Lines shown beside the current one; a list of thousands is read on paper. */
const REMAINING_SHOWN = 40;

/** What this station's task asks for now; null when it has none. */
export function taskView(station: Station): TaskView | null {
  const { reader } = station;
  const task = reader.get('task', { station: station.acting });
  if (!task) return null;
  const [waiting] = waitingForTotes(reader, task);
  const current = task.kind === 'pick' && !waiting ? nextOnWalk(reader, ordersInFront(reader, task), task.location) : undefined;
  const order = waiting?.carried.order ?? shownOrder(station, task, current);
  const step = stepOf(reader, task);
  const shipment = task.shipmentId === null ? undefined : reader.get('shipment', { shipmentId: task.shipmentId });
  const unit = task.sscc === null ? undefined : reader.get('unit', { sscc: task.sscc });
  const stopped = order && isOrderWork(task.kind) && task.kind !== 'load' ? (notWorkable(order) ?? null) : null;
  // Of an order that is over, what was picked and is not packed: it goes back, or is written off.
  const progress = order && stopped !== null ? { ...packProgress(station, order), done: 0, wanted: 0 } : progressOf(station, task, order, current);
  const sku = progress.line?.sku ?? (task.kind === 'count' || task.kind === 'receive' ? task.sku : null);
  // A picker is shown the bin to go to, not the one just left.
  const place = (task.kind === 'pick' ? progress.line?.location : null) ?? step.location ?? task.location;
  return {
    kind: task.kind,
    po: order?.po ?? task.po,
    hpo: order?.hpo ?? false,
    shipBy: order?.shipBy ?? null,
    shipTo: order ? shipToName(station.settings, order) : null,
    instruction: step.instruction,
    listensFor: listensFor(step, place),
    location: place,
    located: task.location !== null && task.location === place,
    ...progress,
    product: (sku === null ? undefined : reader.get('product', { sku: skuOf(sku) })) ?? null,
    unit: unit ? unitView(station, unit) : null,
    trace: traceView(station, task),
    shipment: shipment ? shipmentView(station, shipment) : null,
    units: order ? unitsOf(order) : null,
    stopped,
    move: moveView(station, task),
    changed: carriedBy(reader, task).flatMap((carried) => changedSince(carried.order, task)),
    cart: cartView(station, task, waiting?.carried.order.po ?? current?.po),
    putting: waiting ? { tote: waiting.tote, place: waiting.carried.place ?? '', hpo: waiting.carried.order.hpo } : null,
    waitingHot: task.kind === 'pick' ? waitingHot(station, task) : [],
  };
}

/** On a cart the order that is next; when all is picked the one in front, and when all have dropped out the first of them. */
function shownOrder({ reader }: Station, task: Task, current: WalkLine | undefined): Order | undefined {
  if (current) return current.carried.order;
  const [front] = task.kind === 'pick' ? ordersInFront(reader, task) : [];
  return front?.order ?? (task.po === null ? undefined : reader.get('order', { po: task.po }));
}

function moveView(station: Station, { move }: Task): MoveView | null {
  if (move === null) return null;
  const { reader } = station;
  const from = move.from === null ? undefined : reader.get('unit', { sscc: move.from });
  return {
    from: from ? unitView(station, from) : null,
    goods: move.goods.map((each) => ({ kind: each.kind, sku: each.kind === 'product' ? each.sku : null, carton: each.kind === 'carton' ? each.carton : null, eaches: notedEaches(reader, [each]), trace: each.kind === 'product' ? each.trace : null })),
    eaches: notedEaches(reader, move.goods),
  };
}

function traceView({ reader }: Station, { kind, trace, sscc }: Task): TaskTrace | null {
  if (kind !== 'pack' || trace === null) return null;
  const { waiting, sku } = trace;
  const { params } = traceMessage({ ...trace, serial: sku === null ? trace.serial : null });
  const inHand = sku === null && params['kind'] !== '' ? message('scanning.label.noted', params) : sku !== null && trace.sscc === sscc ? message('floorScreen.label.inHand', { ...params, sku }) : null;
  const wanted = waiting === null ? null : { sku: waiting.sku, fields: lacking(reader.get('product', { sku: waiting.sku })?.needs ?? null, trace, sscc) };
  return { inHand, wanted };
}

type Progress = Pick<TaskView, 'line' | 'done' | 'wanted' | 'remaining'>;

function progressOf(station: Station, task: Task, order: Order | undefined, current: WalkLine | undefined): Progress {
  if (!order) return { line: null, done: 0, wanted: 0, remaining: [] };
  if (task.kind === 'pick') return pickProgress(station, task, order, current);
  if (task.kind === 'pack') return packProgress(station, order);
  return { line: null, done: order.packed, wanted: order.accepted, remaining: [] };
}

function pickProgress(station: Station, task: Task, order: Order, current: WalkLine | undefined): Progress {
  const { reader } = station;
  const others = openLines(reader, ordersInFront(reader, task)).filter(({ po, line }) => po !== current?.po || line !== current.line);
  const view = ({ po, line, location, carried }: WalkLine): RemainingLine[] => {
    const row = reader.get('line', { po, line });
    return row ? [{ ...lineView(station, row), location, po, place: carried.place }] : [];
  };
  return {
    line: current ? (view(current)[0] ?? null) : null,
    done: current?.picked ?? order.picked,
    wanted: current?.accepted ?? order.accepted,
    remaining: others.slice(0, REMAINING_SHOWN).flatMap(view),
  };
}

function packProgress(station: Station, order: Order): Progress {
  const { waiting } = packingView(station.reader, order.po);
  const [first, ...others] = waiting.filter(({ line }) => leftToPack(line) > 0);
  return {
    line: first ? lineView(station, first.line) : null,
    done: order.packed,
    wanted: order.accepted,
    remaining: others.slice(0, REMAINING_SHOWN).map(({ line }) => ({ ...lineView(station, line), po: line.po, place: null })),
  };
}

function listensFor({ accepts, sku }: Step, location: string | null): Message {
  const first = accepts[0] ?? 'command';
  return message(LISTENS[first], { location: location ?? '', sku: sku ?? '' });
}

const LISTENS = {
  label: 'app.listens.label',
  order: 'app.listens.order',
  location: 'app.listens.location',
  product: 'app.listens.product',
  pallet: 'app.listens.pallet',
  carton: 'app.listens.carton',
  quantity: 'app.listens.quantity',
  tote: 'app.listens.tote',
  command: 'app.listens.command',
} as const satisfies Readonly<Record<Accepts, string>>;
