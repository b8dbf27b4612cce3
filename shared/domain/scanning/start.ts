import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { notWorkable } from '../picking/workable.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Order, Task, TaskKind } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { refuseHeld, takeClaims } from '../sync/claims.ts';
import { answered, wrong, type ScanDecision, type Step } from './answer.ts';
import { loadingStep } from './load.ts';
import { countStep, idleStep, lookupStep, packOrderStep, pickStep, receiveStep, stoppedStep } from './steps.ts';
import { isOrderWork, newTask, setTask, taskOn } from './task.ts';

export interface OrderScan {
  readonly order: Order;
  /** Revision on the printed list; null when the order's own number was scanned. */
  readonly revision: number | null;
  readonly code: string;
  readonly confirmed: boolean;
  /** The task the caller asks for; null when the order decides. */
  readonly wanted: TaskKind | null;
}

/** Scanning an order or its pick list begins the work on it that is due: picking, then packing, then loading. */
export function scanOrder(reader: Reader, scan: OrderScan, context: Context): ScanDecision {
  const { order, revision, code, confirmed } = scan;
  const current = reader.get('task', { station: context.station });
  const here = stepOf(reader, current);
  const stopped = notWorkable(order);
  if (stopped) return wrong(stopped, here, null);
  if (revision !== null && revision < order.revision && !confirmed) {
    const changes = order.changes.filter((change) => change.revision > revision).flatMap((change) => change.what);
    return answered('wrong', message('scanning.order.outdatedList', { po: order.po, printed: revision, now: order.revision }), here, [], { confirm: code, details: changes });
  }
  const kind = scan.wanted ?? taskDue(reader, order, current);
  if (current?.kind === kind && current.po === order.po) return answered('info', message('scanning.order.already', { po: order.po, task: kind }), here);
  const task = taskOn(reader, context, kind, order.po);
  const details = [...others(reader, order.po, context), ...(order.needsReview ? [message('scanning.order.needsReview', { po: order.po })] : [])];
  return answered('accepted', message('scanning.order.started', { po: order.po, task: kind, hpo: order.hpo ? 'yes' : 'no' }), stepOf(reader, task), [setTask(task)], { details });
}

/** A packing table goes on packing: there a list means "what is picked of this". */
function taskDue(reader: Reader, order: Order, current: Task | undefined): TaskKind {
  if (order.picked < order.accepted && !(current?.kind === 'pack' && order.picked > order.packed)) return 'pick';
  if (order.packed < order.accepted) return 'pack';
  return reader.find('unit', { po: order.po }).some((unit) => unit.state === 'open') ? 'pack' : 'load';
}

/** Who else is at it, so that two people do not fetch the same goods unknowingly. */
function others(reader: Reader, po: PoNumber, context: Context): Message[] {
  return reader
    .find('task', { po })
    .filter((task) => task.station !== context.station)
    .map((task) => message('scanning.order.alsoWorking', { name: reader.get('staff', { staffId: task.staffId })?.name ?? task.staffId, task: task.kind, station: task.station }));
}

/** The instruction of a task as it stands. */
export function stepOf(reader: Reader, task: Task | undefined): Step {
  if (!task) return idleStep();
  if (task.kind === 'count') return countStep(task);
  if (task.kind === 'receive') return receiveStep(task);
  if (task.kind === 'lookup') return lookupStep(task);
  if (task.kind === 'load') return loadingStep(reader, task);
  const order = task.po === null ? undefined : reader.get('order', { po: task.po });
  if (!order) return idleStep();
  const stopped = notWorkable(order);
  if (stopped) return stoppedStep(task, stopped);
  return task.kind === 'pick' ? pickStep(reader, task, order) : packOrderStep(reader, task, order);
}

export interface StartInput {
  /** Knowingly together with the station that holds the order. */
  readonly share?: boolean;
  readonly kind: TaskKind;
  readonly po: PoNumber | null;
  readonly shipmentId: ShipmentId | null;
}

/** Begins a task from a screen, or goes on with the one that is running. */
export function decideStartTask(reader: Reader, { kind, po, shipmentId, share = false }: StartInput, context: Context): Decision<Step> {
  const where = po === null ? (shipmentId ?? kind) : `PO ${po}`;
  const forbidden = requireRight(context, kind, where);
  if (forbidden) return forbidden;
  const order = po === null ? undefined : reader.get('order', { po });
  if (po !== null && !order) return refuse('scanning.refused.unknownOrder', where, { po });
  if (po === null && (kind === 'pick' || kind === 'pack')) return refuse('scanning.refused.noOrder', where, {}, 'scanning.step.idle');
  if (shipmentId !== null && !reader.get('shipment', { shipmentId })) return refuse('scanning.refused.unknownShipment', where, { shipmentId });
  const stopped = order && isOrderWork(kind) ? notWorkable(order) : undefined;
  if (stopped) return refuse(stopped.key, where, stopped.params);
  const current = reader.get('task', { station: context.station });
  if (current?.kind === kind && current.po === po && (shipmentId === null || current.shipmentId === shipmentId)) return decided([], stepOf(reader, current));
  const task = po === null ? newTask(context, kind, { shipmentId }) : taskOn(reader, context, kind, po, shipmentId);
  const begin = [setTask(task)];
  const taking = takeClaims(reader, begin, context, share);
  return taking.ok ? decided([...begin, ...taking.claims], stepOf(reader, task)) : refuseHeld(reader, taking.held);
}

/** Leaves the station's task; what was scanned stays. */
export function decideLeaveTask(reader: Reader, context: Context): Decision {
  return decided(reader.get('task', { station: context.station }) ? [{ kind: 'task.left', body: {} }] : [], undefined);
}
