import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { carriedBy, ordersOfTask, tasksOn } from '../picking/cart.ts';
import { notWorkable } from '../picking/workable.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Order, Task, TaskKind } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { refuseHeld, stationName, takeClaims } from '../sync/claims.ts';
import { answered, ask, wrong, type ScanDecision, type Step } from './answer.ts';
import { isWalking, joinQuestion, refuseHalfPicked, scanToJoin } from './join.ts';
import { loadingStep } from './load.ts';
import { moveStep } from './move-step.ts';
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
  const kind = scan.wanted ?? taskDue(reader, order, current);
  // A walk that goes on is not left by the way: another order joins it, or the question is asked.
  const walk = scan.wanted === null && current !== undefined && isWalking(reader, current) ? current : undefined;
  const joins = walk !== undefined && kind === 'pick' && !ordersOfTask(walk).includes(order.po);
  const leaves = walk && walk.cart.length > 0 && !joins && !ordersOfTask(walk).includes(order.po) ? message('cart.askLeaveFor', { po: order.po, task: kind }) : undefined;
  if (revision !== null && revision < order.revision && !confirmed) {
    const changes = order.changes.filter((change) => change.revision > revision).flatMap((change) => change.what);
    return answered('wrong', message('scanning.order.outdatedList', { po: order.po, printed: revision, now: order.revision }), here, [], {
      confirm: code, details: joins ? [...changes, joinQuestion(reader, walk, order)] : leaves ? [...changes, leaves] : changes,
    });
  }
  if (revision !== null && revision > order.revision && !confirmed) {
    return answered('wrong', message('scanning.order.newerList', { po: order.po, printed: revision, now: order.revision }), here, [], { confirm: code });
  }
  if (current?.kind === kind && ordersOfTask(current).includes(order.po)) return answered('info', message('scanning.order.already', { po: order.po, task: kind }), here);
  const details = [...others(reader, order.po, context), ...(order.needsReview ? [message('scanning.order.needsReview', { po: order.po })] : [])];
  if (joins) return scanToJoin(reader, { task: walk, order, code, confirmed, details });
  if (walk && walk.cart.length > 0 && !confirmed) return ask(code, message('cart.askLeaveFor', { po: order.po, task: kind }), here);
  const task = taskOn(reader, context, kind, order.po);
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
  return tasksOn(reader, po)
    .filter((task) => task.station !== context.station)
    .map((task) => message('scanning.order.alsoWorking', { name: reader.get('staff', { staffId: task.staffId })?.name ?? task.staffId, task: task.kind, station: stationName(reader, task.station) }));
}

/** The instruction of a task as it stands. */
export function stepOf(reader: Reader, task: Task | undefined): Step {
  if (!task) return idleStep();
  if (task.move !== null) return moveStep(reader, task, task.move);
  if (task.kind === 'count') return countStep(task);
  if (task.kind === 'receive') return receiveStep(task);
  if (task.kind === 'lookup') return lookupStep(task);
  if (task.kind === 'load') return loadingStep(reader, task);
  if (task.kind === 'pick') return pickingStep(reader, task);
  const order = task.po === null ? undefined : reader.get('order', { po: task.po });
  if (!order) return idleStep();
  const stopped = notWorkable(order);
  if (stopped) return stoppedStep(task, stopped);
  return packOrderStep(reader, task, order);
}

/** Of a walk whose orders are all over: why, of the first. */
function pickingStep(reader: Reader, task: Task): Step {
  const carried = carriedBy(reader, task);
  const [first] = carried;
  if (!first) return idleStep();
  const stopped = carried.every(({ order }) => notWorkable(order) !== undefined) ? notWorkable(first.order) : undefined;
  return stopped ? stoppedStep(task, stopped) : pickStep(reader, task);
}

export interface StartInput {
  /** Knowingly together with the station that holds the order. */
  readonly share?: boolean;
  /** Knowingly away from a cart that is half picked. */
  readonly leave?: boolean;
  readonly kind: TaskKind;
  readonly po: PoNumber | null;
  readonly shipmentId: ShipmentId | null;
}

/** Begins a task from a screen, or goes on with the one that is running. */
export function decideStartTask(reader: Reader, { kind, po, shipmentId, share = false, leave = false }: StartInput, context: Context): Decision<Step> {
  const where = po === null ? (shipmentId ?? kind) : `PO ${po}`;
  const forbidden = requireRight(context, kind, where);
  if (forbidden) return forbidden;
  const order = po === null ? undefined : reader.get('order', { po });
  if (po !== null && !order) return refuse('scanning.refused.unknownOrder', where, { po });
  if (po === null && (kind === 'pick' || kind === 'pack')) return refuse('scanning.refused.noOrder', where, {}, 'scanning.step.idle');
  if (po !== null && kind === 'lookup') return refuse('scanning.refused.lookupOfOrder', where, { po }, 'scanning.hint.lookupOfOrder');
  if (shipmentId !== null && !reader.get('shipment', { shipmentId })) return refuse('scanning.refused.unknownShipment', where, { shipmentId });
  const stopped = order && isOrderWork(kind) ? notWorkable(order) : undefined;
  if (stopped) return refuse(stopped.key, where, stopped.params);
  const current = reader.get('task', { station: context.station });
  if (current?.kind === kind && current.po === po && current.cart.length === 0 && (shipmentId === null || current.shipmentId === shipmentId)) return decided([], stepOf(reader, current));
  // An order of the cart is picked on its walk: that one goes on.
  if (current && kind === 'pick' && po !== null && current.cart.includes(po) && isWalking(reader, current)) return decided([], stepOf(reader, current));
  const half = refuseHalfPicked(reader, current, leave, where);
  if (half) return half;
  const task = po === null ? newTask(context, kind, { shipmentId }) : taskOn(reader, context, kind, po, shipmentId);
  const begin = [setTask(task)];
  const taking = takeClaims(reader, begin, context, share);
  return taking.ok ? decided([...begin, ...taking.claims], stepOf(reader, task)) : refuseHeld(reader, taking.held);
}

/** Leaves the station's task; what was scanned stays. */
export function decideLeaveTask(reader: Reader, context: Context): Decision {
  return decided(reader.get('task', { station: context.station }) ? [{ kind: 'task.left', body: {} }] : [], undefined);
}
