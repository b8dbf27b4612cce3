import type { MessageKey } from '../../../messages/catalogue.ts';
import { message, type Message } from '../../../messages/say.ts';
import { carriedBy, ordersInFront } from '../../picking/cart.ts';
import { notWorkable } from '../../picking/workable.ts';
import type { TaskKind } from '../../state/entities.ts';
import { wrong, type ScanDecision } from '../answer.ts';
import { leaveStopped, onlyPicking, printFor } from '../commands.ts';
import { onlyWithGoods } from '../damage.ts';
import { counts, group, informs, refuses, type Group, type Row } from '../machine.ts';
import { stoppedStep } from '../steps.ts';
import type { StateName } from '../states.ts';
import type { AtOrder, Incoming, Picking } from '../task.ts';
import { anywhere, LISTS_AT_DESK, STOPPED } from './anywhere.ts';

/** A scan in a task of this kind on an order that may be worked on. */
export const onWorkable = (kind: TaskKind) => (incoming: Incoming): AtOrder | undefined => {
  const { task, order } = incoming;
  return task?.kind === kind && order && !notWorkable(order) ? { ...incoming, task, order } : undefined;
};

/** A scan while one order is picked, or several on a cart, that may be worked on. */
export const onWalk = (walk: 'order' | 'cart') => (incoming: Incoming): Picking | undefined => {
  const { reader, task, named } = incoming;
  if (task?.kind !== 'pick' || (task.cart.length > 0 ? 'cart' : 'order') !== walk) return undefined;
  const orders = ordersInFront(reader, task);
  const meant = named === null ? orders : orders.filter(({ order }) => order.po === named);
  return orders.length > 0 ? { ...incoming, task, carried: carriedBy(reader, task), orders, meant } : undefined;
};

type Stopped = AtOrder & { readonly why: Message };

const onStopped = (kind: TaskKind) => (incoming: Incoming): Stopped | undefined => {
  const { task, order } = incoming;
  const why = order && notWorkable(order);
  return task?.kind === kind && why ? { ...incoming, task, order, why } : undefined;
};

const stop = ({ task, why }: Stopped): ScanDecision => wrong(why, stoppedStep(task, why), message('scanning.step.idle'));

const row: Row<Stopped> = { run: stop, answers: [refuses(...STOPPED)] };

/** The order was cancelled, closed or shipped beneath the work: nothing of it counts any longer, and the task can be left. `prints`: what PRINT says. */
export const stopped = (state: StateName, kind: TaskKind, ...prints: readonly MessageKey[]): Group =>
  group<Stopped>([state], onStopped(kind), {
    ...anywhere,
    location: row, product: row, quantity: row, unit: row, carton: row, sscc: row, next: row,
    done: { run: leaveStopped, answers: [counts('scanning.command.left', ['idle'], ['task.left'])] },
    short: { run: onlyPicking, answers: [refuses('scanning.command.onlyPicking')] },
    damaged: { run: onlyWithGoods, answers: [refuses('scanning.command.onlyWithGoods')] },
    print: { run: printFor, answers: [informs(...prints), LISTS_AT_DESK] },
  });
