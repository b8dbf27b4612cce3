import type { LineView, TaskView } from '../../../shared/contracts/views.ts';
import { packingView } from '../../../shared/domain/handling-units/packing-view.ts';
import { pickLines, nextPick, leftToPack } from '../../../shared/domain/picking/pick-lines.ts';
import { notWorkable } from '../../../shared/domain/picking/workable.ts';
import { isOrderWork } from '../../../shared/domain/scanning/task.ts';
import { stepOf } from '../../../shared/domain/scanning/start.ts';
import type { Step } from '../../../shared/domain/scanning/answer.ts';
import type { Accepts } from '../../../shared/domain/scanning/states.ts';
import type { Order, Task } from '../../../shared/domain/state/entities.ts';
import { sku as skuOf } from '../../../shared/lib/ids.ts';
import { message, type Message } from '../../../shared/messages/say.ts';
import type { Station } from '../station.ts';
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
  const order = task.po === null ? undefined : reader.get('order', { po: task.po });
  const step = stepOf(reader, task);
  const shipment = task.shipmentId === null ? undefined : reader.get('shipment', { shipmentId: task.shipmentId });
  const unit = task.sscc === null ? undefined : reader.get('unit', { sscc: task.sscc });
  const stopped = order && isOrderWork(task.kind) && task.kind !== 'load' ? (notWorkable(order) ?? null) : null;
  const progress = progressOf(station, task, stopped === null ? order : undefined);
  const sku = progress.line?.sku ?? (task.kind === 'count' || task.kind === 'receive' ? task.sku : null);
  // A picker is shown the bin to go to, not the one just left.
  const place = (task.kind === 'pick' ? progress.line?.location : null) ?? step.location ?? task.location;
  return {
    kind: task.kind,
    po: task.po,
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
    shipment: shipment ? shipmentView(station, shipment) : null,
    units: order ? unitsOf(order) : null,
    stopped,
    changed: order ? changedSince(order, task) : [],
  };
}

type Progress = Pick<TaskView, 'line' | 'done' | 'wanted' | 'remaining'>;

function progressOf(station: Station, task: Task, order: Order | undefined): Progress {
  if (!order) return { line: null, done: 0, wanted: 0, remaining: [] };
  if (task.kind === 'pick') return pickProgress(station, task, order);
  if (task.kind === 'pack') return packProgress(station, order);
  return { line: null, done: order.packed, wanted: order.accepted, remaining: [] };
}

function pickProgress(station: Station, task: Task, order: Order): Progress {
  const { reader } = station;
  const current = nextPick(reader, order.po, task.location);
  const others = pickLines(reader, order.po).filter((line) => line.remaining > 0 && line.line !== current?.line);
  const view = (line: string, at: string | null): LineView[] => {
    const row = reader.get('line', { po: order.po, line });
    return row ? [{ ...lineView(station, row), location: at }] : [];
  };
  return {
    line: current ? (view(current.line, current.location)[0] ?? null) : null,
    done: current?.picked ?? order.picked,
    wanted: current?.accepted ?? order.accepted,
    remaining: others.slice(0, REMAINING_SHOWN).flatMap((line) => view(line.line, line.location)),
  };
}

function packProgress(station: Station, order: Order): Progress {
  const { waiting } = packingView(station.reader, order.po);
  const [first, ...others] = waiting.filter(({ line }) => leftToPack(line) > 0);
  return {
    line: first ? lineView(station, first.line) : null,
    done: order.packed,
    wanted: order.accepted,
    remaining: others.slice(0, REMAINING_SHOWN).map(({ line }) => lineView(station, line)),
  };
}

/** What the customer changed since the task began: shown when the carton in hand is finished. */
function changedSince(order: Order, task: Task): readonly Message[] {
  return order.changes.filter((change) => change.at > task.startedAt).flatMap((change) => change.what);
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
  command: 'app.listens.command',
} as const satisfies Readonly<Record<Accepts, string>>;
