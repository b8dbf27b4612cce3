import type { PoNumber } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import type { Context } from '../decision.ts';
import { ordersOfTask } from '../picking/cart.ts';
import type { Task, TaskKind } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { heldFor, heldMessage, takeClaims } from '../sync/claims.ts';
import { ask, type ScanDecision } from './answer.ts';
import { noTask } from './commands.ts';
import { eventOf, OF_TASK, type ScanEvent } from './machine.ts';
import { resolve, type Resolved } from './resolve.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { stepOf } from './start.ts';
import { setTask, taskFor, type Incoming } from './task.ts';

export interface ScanInput {
  /** As it came from the scanner or the keyboard. */
  readonly code: string;
  /** Named by the caller; null: the station's own task. */
  readonly task: TaskKind | null;
  readonly po: PoNumber | null;
  /** Keyed eaches; null: what the code stands for. */
  readonly quantity: number | null;
  /** `confirm` of this station's answer before, when this scan follows it directly. */
  readonly confirming: string | null;
  /** The scan directly before was refused; absent: it was not. */
  readonly afterRefusal?: boolean;
  /** The scan directly before was answered with a question; absent: it was not. */
  readonly afterQuestion?: boolean;
}

const CODE_LENGTH = 200;

export interface ReadScan {
  readonly incoming: Incoming;
  readonly resolved: Resolved;
}

/** Digits typed where a quantity is wanted; zero is a count too. */
const TYPED = /^\d{1,6}$/;

/** Undo, a move, a code that nobody knows, and an order unless it is looked up, are about the station's own task, whatever task the caller names: none of them begins it. */
const isOfStation = (event: ScanEvent, named: Incoming['task']): boolean => event === 'undo' || event === 'move' || event === 'unknown' || (event === 'order' && named?.kind !== 'lookup');

/** What a scan is and which task it meets. YES means the code that was asked about. */
export function readScan(reader: Reader, input: ScanInput, context: Context): ReadScan {
  const { confirming, task: wanted, po: named, quantity, afterRefusal = false, afterQuestion = false } = input;
  const chosen = taskFor(reader, context, input);
  const pos = chosen ? ordersMeant(reader, chosen.task) : [];
  const scanned = resolve(reader, input.code, pos);
  const asked = confirming === null ? undefined : resolve(reader, confirming, pos);
  const yes = scanned.kind === 'command' && scanned.command === 'yes';
  const meant = yes && asked ? asked : scanned;
  const resolved = asQuantity(meant, chosen?.task) ?? meant;
  const own = isOfStation(eventOf(resolved), chosen?.task);
  const task = own ? reader.get('task', { station: context.station }) : chosen?.task;
  const order = task?.po === null || task === undefined ? undefined : reader.get('order', { po: task.po });
  const incoming: Incoming = {
    reader, context, task, order, begun: own || chosen?.begun === true, wanted, named, quantity, code: meant.text.slice(0, CODE_LENGTH), confirmed: asked?.text === meant.text, afterRefusal, afterQuestion,
  };
  return { incoming, resolved };
}

/** Whose lines may have named a code: while goods are moved the order that they are of. */
function ordersMeant(reader: Reader, task: Task): readonly PoNumber[] {
  const source = task.move?.from == null ? undefined : reader.get('unit', { sscc: task.move.from });
  return source ? [source.po] : ordersOfTask(task);
}

/** Where counting, receiving or a move waits for a quantity, digits are one, though they may be a product's name too. */
function asQuantity({ kind, text }: Resolved, task: Incoming['task']): Resolved | undefined {
  const repeats = task?.move?.goods.at(-1)?.kind === 'product';
  const waits = repeats || (task?.move == null && (task?.kind === 'count' || task?.kind === 'receive') && task.location !== null && task.sku !== null);
  if (!waits || !TYPED.test(text) || (kind !== 'unknown' && kind !== 'product')) return undefined;
  return { kind: 'quantity', text, quantity: Number(text) };
}

/**
 * Every scan, command and keyed quantity of a station: what it means here, whether it counts, what comes next. A wrong or
 * duplicate scan writes nothing. Reads by key, (order, product) and the bin scanned; only answers that count nothing may
 * look further to say what was wanted.
 */
export function decideScan(reader: Reader, input: ScanInput, context: Context): ScanDecision {
  const { incoming, resolved } = readScan(reader, input, context);
  const decision = withTask(incoming, resolved, dispatch(incoming, resolved));
  const taking = takeClaims(reader, decision.operations, context, incoming.confirmed);
  if (taking.ok) return taking.claims.length === 0 ? withHolders(incoming, resolved, decision) : { ...decision, operations: [...decision.operations, ...taking.claims] };
  const [first = taking.held, ...others] = heldFor(reader, decision.operations, context);
  return ask(incoming.code, heldMessage(reader, first), stepOf(reader, incoming.task), [...others.map((each) => heldMessage(reader, each)), message('scanning.claim.hint')]);
}

/** The handler that the scenario declares for this scan in the state it meets. */
function dispatch(incoming: Incoming, resolved: Resolved): ScanDecision {
  const { task } = incoming;
  const groups = task ? [...scenarios[task.move === null ? task.kind : 'move'], ...scenarios.lookup] : scenarios.lookup;
  for (const group of groups) {
    const decision = group.take(incoming, resolved);
    if (decision) return decision;
  }
  throw new Error(`no state of ${task?.kind ?? 'lookup'} takes a scan`);
}

/** A task that the caller named begins with the first scan that counts in it. Where nothing counts there is nothing to end: the station's own goes on. */
function withTask(incoming: Incoming, resolved: Resolved, decision: ScanDecision): ScanDecision {
  const { task, begun } = incoming;
  if (begun || !task || decision.operations.length === 0 || !OF_TASK.has(eventOf(resolved))) return decision;
  if (decision.operations.every(({ kind }) => kind === 'task.left')) return noTask(incoming);
  return { ...decision, operations: [setTask(task), ...decision.operations] };
}

/** A question also says who holds the work that the yes to it would begin or take up: the answer to it is the answer to both. */
function withHolders(incoming: Incoming, resolved: Resolved, decision: ScanDecision): ScanDecision {
  const { reader, context } = incoming;
  const { confirm, details } = decision.result;
  if (confirm === null) return decision;
  const meant = { ...incoming, confirmed: true };
  const held = heldFor(reader, withTask(meant, resolved, dispatch(meant, resolved)).operations, context);
  return held.length === 0 ? decision : { ...decision, result: { ...decision.result, details: [...held.map((each) => heldMessage(reader, each)), ...details] } };
}
