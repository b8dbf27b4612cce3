import type { OperationDraft } from '../../contracts/operations.ts';
import type { RejectionReason } from '../../documents/outgoing.ts';
import type { PoNumber } from '../../lib/ids.ts';
import type { CalendarDate } from '../../lib/time.ts';
import type { MessageKey } from '../../messages/catalogue.ts';
import type { MessageParams } from '../../messages/say.ts';
import { lineCost } from '../chargebacks/line-cost.ts';
import { decided, refuse, type Context, type Decision, type Refusal } from '../decision.ts';
import { mayDo, requireRight } from '../staffing/rights.ts';
import type { Line, Order } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';
import type { LineAnswer } from './answers.ts';
import { SharedStock, availabilities } from './availability.ts';
import { notAnswerable } from './may-answer.ts';
import { changeableUntil, phaseOf, type Phase } from './phase.ts';
import { linesInOrder, productName } from './plan.ts';

export interface Acknowledge {
  readonly po: PoNumber;
  readonly lines: readonly LineAnswer[];
  /** A supervisor's word for accepting more than is there. */
  readonly override: { readonly reason: string } | null;
}

export interface Acknowledged {
  readonly po: PoNumber;
  readonly version: number;
  readonly first: boolean;
  /** Whether more was accepted than is there. */
  readonly overridden: boolean;
}

type Refused = { readonly ok: false; readonly refusal: Refusal };

interface Answered {
  readonly line: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly backordered: number;
  readonly rejectionReason: RejectionReason | null;
  readonly shipDate: CalendarDate | null;
}

/**
 * Answers every line of an order. Quantities are in eaches and whole ordered units. Refused, with the line named, where Amazon would
 * refuse the file or the goods are not there; a supervisor may accept more than is there, with a reason that stays in the journal.
 */
export function decideAcknowledge(reader: Reader, { po, lines: answers, override }: Acknowledge, context: Context): Decision<Acknowledged> {
  const where = `PO ${po}`;
  const order = reader.get('order', { po });
  if (!order) return refuse('acknowledgement.refused.unknown', where, { po }, 'acknowledgement.hint.import');
  const notAllowed = requireRight(context, 'acknowledge', where);
  if (notAllowed) return notAllowed;
  const barred = notAnswerable(order);
  if (barred) return refuse(barred.key, where, barred.params, order.channel === 'vendor' ? 'acknowledgement.hint.callCustomer' : null);

  const lines = linesInOrder(reader, po);
  const incomplete = everyLineOnce(lines, answers, where);
  if (incomplete) return incomplete;

  const settings = settingsOf(reader);
  const phase = phaseOf(order, settings, context.now);
  const byLine = new Map(answers.map((answer) => [answer.line, answer]));
  const answered: Answered[] = [];
  for (const line of lines) {
    const answer = byLine.get(line.line);
    if (!answer) continue;
    const product = line.sku === null ? undefined : reader.get('product', { sku: line.sku });
    const hasCost = lineCost(line, product, settings.currency) !== null;
    const wrong = wrongAnswer(line, answer, { name: productName(line, product?.title), hasCost, phase, until: changeableUntil(order, settings) ?? context.now });
    if (wrong) return refuse(wrong.key, `${where} line ${line.line}`, wrong.params, wrong.hint);
    if (line.requested > 0) answered.push(completed(line, answer));
  }

  const lacking = notThere(reader, order, lines, answered, override, context, where);
  if (lacking && !lacking.ok) return lacking;
  const version = order.acknowledgementVersion + 1;
  const overridden = lacking !== undefined;
  const operation: OperationDraft = {
    kind: 'order.acknowledged',
    body: { po, version, lines: answered, override: overridden ? { reason: lacking.reason, by: context.actor.staffId } : null },
  };
  return decided([operation], { po, version, first: version === 1, overridden });
}

/** A line left out counts as rejected at Amazon: so none may be, and none may be answered twice. */
function everyLineOnce(lines: readonly Line[], answers: readonly LineAnswer[], where: string): Refused | undefined {
  const known = new Set(lines.map(({ line }) => line));
  const seen = new Set<string>();
  for (const { line } of answers) {
    if (!known.has(line)) return refuse('acknowledgement.refused.unknownLine', where, { line }, 'acknowledgement.hint.seePlan');
    if (seen.has(line)) return refuse('acknowledgement.refused.lineTwice', where, { line }, 'acknowledgement.hint.seePlan');
    seen.add(line);
  }
  const missing = lines.filter(({ line, requested }) => requested > 0 && !seen.has(line)).map(({ line }) => line);
  if (missing.length === 0) return undefined;
  return refuse('acknowledgement.refused.linesMissing', where, { count: missing.length, lines: listed(missing) }, 'acknowledgement.hint.answerAll');
}

const LISTED = 20;
const listed = (lines: readonly string[]): string => (lines.length > LISTED ? `${lines.slice(0, LISTED).join(', ')} …` : lines.join(', '));

interface Terms {
  readonly name: string;
  readonly hasCost: boolean;
  readonly phase: Phase;
  readonly until: number;
}

interface Wrong {
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly hint: MessageKey | null;
}

/** The first rule that an answer breaks, from the plainest mistake to Amazon's own rules. */
function wrongAnswer(line: Line, answer: LineAnswer, { name, hasCost, phase, until }: Terms): Wrong | undefined {
  const { accept, backorder = 0, rejectionReason = null } = answer;
  const { requested, unitSize, picked } = line;
  const rejected = requested - accept - backorder;
  const params = { line: line.line, product: name, requested, accept, backorder, rejected, picked, unitSize: unitSize ?? 1, untilAt: until };
  const wrong = (key: MessageKey, hint: MessageKey | null = null): Wrong => ({ key, params, hint });
  if (![accept, backorder].every((units) => Number.isSafeInteger(units) && units >= 0)) return wrong('acknowledgement.refused.notAQuantity', 'acknowledgement.hint.seePlan');
  if (rejected < 0) return wrong('acknowledgement.refused.moreThanAsked', 'acknowledgement.hint.seePlan');
  if (accept + backorder > 0 && line.sku === null) return wrong('acknowledgement.refused.noProduct', 'acknowledgement.hint.completeProduct');
  if (accept + backorder > 0 && unitSize === null) return wrong('acknowledgement.refused.noCaseSize', 'acknowledgement.hint.completeProduct');
  if (unitSize !== null && (accept % unitSize !== 0 || backorder % unitSize !== 0)) return wrong('acknowledgement.refused.splitCase', 'acknowledgement.hint.wholeCases');
  if (line.finallyRejected && accept + backorder > 0) return wrong('acknowledgement.refused.finallyRejected', 'acknowledgement.hint.newOrder');
  if (backorder > 0 && !line.backOrderAllowed) return wrong('acknowledgement.refused.noBackorder', 'acknowledgement.hint.rejectInstead');
  if (rejected > 0 && rejectionReason === null) return wrong('acknowledgement.refused.reasonMissing', 'acknowledgement.hint.nameReason');
  if (accept < picked) return wrong('acknowledgement.refused.belowPicked', 'acknowledgement.hint.putBack');
  if (phase === 'dates-only' && (accept < line.accepted || backorder < line.backordered || rejected < line.rejected)) {
    return wrong('acknowledgement.refused.datesOnly', 'acknowledgement.hint.datesOnly');
  }
  if (requested > 0 && !hasCost) return wrong('acknowledgement.refused.noCost', 'acknowledgement.hint.completeCost');
  return undefined;
}

function completed(line: Line, { accept, backorder = 0, rejectionReason = null, shipDate = null }: LineAnswer): Answered {
  const rejected = line.requested - accept - backorder;
  return {
    line: line.line, accepted: accept, backordered: backorder, rejected,
    rejectionReason: rejected > 0 ? rejectionReason : null,
    shipDate: shipDate ?? line.shipDate,
  };
}

/**
 * Undefined when all that is newly accepted is boxed and free, or the reason of a supervisor who accepts more. What was accepted before
 * may stay accepted: that promise is given, and every later answer must repeat it.
 */
function notThere(
  reader: Reader,
  order: Order,
  lines: readonly Line[],
  answered: readonly Answered[],
  override: Acknowledge['override'],
  context: Context,
  where: string,
): Refused | { readonly ok: true; readonly reason: string } | undefined {
  const available = availabilities(reader, order, lines);
  const stock = new SharedStock(available);
  const byLine = new Map(lines.map((line) => [line.line, line]));
  for (const answer of answered) {
    const line = byLine.get(answer.line);
    if (!line) continue;
    const wanted = Math.max(0, answer.accepted - line.picked);
    const taken = stock.take(line.sku, wanted);
    if (taken === wanted || answer.accepted <= line.accepted) continue;
    if (override === null || !mayDo(context.actor.role, 'override')) {
      const there = line.sku === null ? undefined : available.get(line.sku);
      const params = {
        line: line.line, product: productName(line), accept: answer.accepted, free: line.picked + taken, boxed: there?.boxed ?? 0,
        others: there?.allocated ?? 0, heldBack: there?.heldBack ?? 0,
      };
      const hint = mayDo(context.actor.role, 'override') ? 'acknowledgement.hint.overrideReason' : 'acknowledgement.hint.askSupervisor';
      return refuse('acknowledgement.refused.notThere', `${where} line ${line.line}`, params, hint);
    }
    const reason = override.reason.trim();
    if (reason === '') return refuse('acknowledgement.refused.overrideReason', `${where} line ${line.line}`, { line: line.line }, 'acknowledgement.hint.overrideReason');
    return { ok: true, reason };
  }
  return undefined;
}
