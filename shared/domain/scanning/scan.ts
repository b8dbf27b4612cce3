import type { PoNumber } from '../../lib/ids.ts';
import { message } from '../../messages/say.ts';
import type { Context } from '../decision.ts';
import { unitName } from '../handling-units/names.ts';
import { filledBins } from '../picking/bins.ts';
import type { HandlingUnit, TaskKind } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { heldElsewhere, heldMessage, takeClaims } from '../sync/claims.ts';
import { orderClaim } from '../sync/hold.ts';
import { answered, ask, wrong, type ScanDecision } from './answer.ts';
import { runCommand } from './commands.ts';
import { scanCount } from './count.ts';
import { scanLoad } from './load.ts';
import { confirmLabel, packedAlready, scanPack } from './pack.ts';
import { named, scanPick } from './pick.ts';
import { scanPaper } from './paper.ts';
import { resolve, type Resolved } from './resolve.ts';
import { scanOrder, stepOf } from './start.ts';
import { packOrderStep } from './steps.ts';
import { setTask, taskFor, taskOn, type Scanned } from './task.ts';

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
}

const CODE_LENGTH = 200;

/**
 * Every scan, command and keyed quantity of a station: what it means here, whether it counts, what comes next. A wrong or
 * duplicate scan writes nothing. Reads by key, (order, product) and the bin scanned; only answers that count nothing may
 * look further to say what was wanted.
 */
export function decideScan(reader: Reader, input: ScanInput, context: Context): ScanDecision {
  const decision = decideUnclaimed(reader, input, context);
  const confirmed = isConfirmed(reader, input);
  const taking = takeClaims(reader, decision.operations, context, confirmed);
  if (taking.ok) return taking.claims.length === 0 ? withHolder(reader, decision, context) : { ...decision, operations: [...decision.operations, ...taking.claims] };
  const here = stepOf(reader, reader.get('task', { station: context.station }));
  return ask(input.code, heldMessage(reader, taking.held), here, [message('scanning.claim.hint')]);
}

function isConfirmed(reader: Reader, { code, confirming }: ScanInput): boolean {
  if (confirming === null) return false;
  const resolved = resolve(reader, code, null);
  return (resolved.kind === 'command' && resolved.command === 'yes') || resolve(reader, confirming, null).text === resolved.text;
}

/** A question about an order also says who holds it: the answer to it is the answer to both. */
function withHolder(reader: Reader, decision: ScanDecision, context: Context): ScanDecision {
  const { confirm, details } = decision.result;
  const resolved = confirm === null ? undefined : resolve(reader, confirm, null);
  const held = resolved?.kind === 'order' ? heldElsewhere(reader, orderClaim(resolved.order.po), context.station) : undefined;
  return held ? { ...decision, result: { ...decision.result, details: [heldMessage(reader, held), ...details] } } : decision;
}

function decideUnclaimed(reader: Reader, input: ScanInput, context: Context): ScanDecision {
  const chosen = taskFor(reader, context, input);
  const resolved = resolve(reader, input.code, chosen?.task.po ?? null);
  if (resolved.kind === 'command' && resolved.command === 'yes' && input.confirming !== null) {
    return decideUnclaimed(reader, { ...input, code: input.confirming }, context);
  }
  const code = resolved.text.slice(0, CODE_LENGTH);
  const confirmed = input.confirming !== null && resolve(reader, input.confirming, null).text === resolved.text;
  const task = chosen?.task;
  switch (resolved.kind) {
    case 'command':
      return runCommand(reader, { command: resolved.command, code, confirmed, task }, context);
    case 'badge':
      return answered('info', message('scanning.badge', { name: resolved.staff?.name ?? resolved.badge, known: resolved.staff ? 'yes' : 'no' }), stepOf(reader, task), [], {
        followUp: { kind: 'sign-in', badge: resolved.badge, staffId: resolved.staff?.staffId ?? null },
      });
    case 'order':
      return scanOrder(reader, { order: resolved.order, revision: resolved.revision, code, confirmed, wanted: input.task }, context);
    case 'paper':
      return scanPaper(reader, resolved, stepOf(reader, task));
    case 'attributes':
      return wrong(message('scanning.wrong.secondBarcode'), stepOf(reader, task));
    case 'unknown':
      if (!(task?.kind === 'count' && task.sku !== null && /^\d{1,6}$/.test(code))) return unknown(reader, resolved, code, task?.kind ?? null, context);
      break;
    default:
      break;
  }
  if (!chosen) return withoutTask(reader, resolved, context);
  const scanned: Scanned = { reader, context, task: chosen.task, resolved, code, quantity: input.quantity, confirmed };
  const decision = runTask(scanned);
  if (chosen.begun || decision.operations.length === 0) return decision;
  return { ...decision, operations: [setTask(chosen.task), ...decision.operations] };
}

function runTask(scanned: Scanned): ScanDecision {
  switch (scanned.task.kind) {
    case 'pick':
      return scanPick(scanned);
    case 'pack':
      return scanPack(scanned);
    case 'load':
      return scanLoad(scanned);
    case 'count':
      return scanCount(scanned);
  }
}

/** Nothing here has the code: it is kept for later, and nothing else changes. */
function unknown(reader: Reader, { why }: Extract<Resolved, { kind: 'unknown' }>, code: string, task: TaskKind | null, context: Context): ScanDecision {
  const next = stepOf(reader, reader.get('task', { station: context.station }));
  const words = why ?? message('scanning.unknown', { code });
  if (code === '') return wrong(words, next);
  return answered('unknown', words, next, [{ kind: 'scan.unknown', body: { code, task } }], { expected: next.instruction });
}

/** A station that does nothing yet says what it was shown; an open pallet is taken up again. */
function withoutTask(reader: Reader, resolved: Resolved, context: Context): ScanDecision {
  const next = stepOf(reader, undefined);
  switch (resolved.kind) {
    case 'unit':
      return unitWithoutTask(reader, resolved.unit, context);
    case 'carton':
      return packedAlready(reader, resolved.carton, next);
    case 'product': {
      const product = resolved.matches[0]?.product;
      const stock = product && reader.get('stock', { sku: product.sku });
      return answered('info', message('scanning.idle.product', { ...named(product), boxed: stock?.boxed ?? 0, allocated: stock?.allocated ?? 0 }), next);
    }
    case 'location': {
      const { location } = resolved;
      const held = filledBins(reader, { location }).map((bin) => `${bin.sku} (${bin.boxed})`);
      return answered('info', message('scanning.idle.location', { location, count: held.length, held: held.slice(0, 5).join(', ') }), next);
    }
    default:
      return wrong(message('scanning.wrong.noOrder'), next);
  }
}

function unitWithoutTask(reader: Reader, unit: HandlingUnit, context: Context): ScanDecision {
  const next = stepOf(reader, undefined);
  if (unit.state === 'closed' && unit.labelPrints > 0 && unit.labelConfirmedAt === null) return confirmLabel(reader, unit, next);
  const words = { unit: unitName(reader, unit.sscc), po: unit.po, state: unit.state, eaches: unit.eaches, cartons: unit.cartons };
  const order = reader.get('order', { po: unit.po });
  if (unit.state !== 'open' || !order) return answered('info', message('scanning.idle.unit', words), next);
  const task = { ...taskOn(reader, context, 'pack', unit.po), sscc: unit.sscc };
  return answered('accepted', message('scanning.pack.takenInHand', words), packOrderStep(reader, task, order), [setTask(task)]);
}
