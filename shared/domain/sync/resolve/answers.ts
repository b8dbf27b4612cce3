import { message } from '../../../messages/say.ts';
import type { LineAnswer } from '../../acknowledgement/answers.ts';
import { decideAcknowledge } from '../../acknowledgement/decide.ts';
import { notAnswerable } from '../../acknowledgement/may-answer.ts';
import { phaseOf } from '../../acknowledgement/phase.ts';
import { linesInOrder } from '../../acknowledgement/plan.ts';
import { decided, type Context, type Decision } from '../../decision.ts';
import type { Case, Line, Order } from '../../state/entities.ts';
import { settingsOf } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import type { Instant } from '../../../lib/time.ts';
import { asItStands, type Carried, type Remedy } from './remedy.ts';

/** The same stock promised twice: take the difference back while Amazon takes it, or keep both promises knowingly. */
export function acceptanceRemedies(reader: Reader, { po, sku, units }: Case, now: Instant): readonly Remedy[] {
  const order = po === null ? undefined : reader.get('order', { po });
  const stock = sku === null ? undefined : reader.get('stock', { sku });
  const lines = order ? linesInOrder(reader, order.po).filter((line) => line.sku === sku) : [];
  const short = Math.min(units, Math.max(0, (stock?.allocated ?? 0) - (stock?.boxed ?? 0)));
  if (!order || short === 0) return [asItStands('noted', message('cases.do.nothingShort', { sku: sku ?? '' }))];
  const keep = asItStands('keep-both', message('cases.do.keepBoth', { eaches: short, sku: sku ?? '' }), message('cases.next.findGoods', { eaches: short, sku: sku ?? '' }));
  if (!mayReplace(reader, order, now)) return [tellCustomer(order, short), keep];
  const accepted = takenBack(lines, short);
  const back = lines.reduce((sum, line) => sum + line.accepted - (accepted.get(line.line) ?? line.accepted), 0);
  if (back === 0) return [keep];
  return [answering(reader, order, 'reject-difference', message('cases.do.rejectDifference', { eaches: back, sku: sku ?? '', po: order.po }), accepted), keep];
}

/** Takes `units` back from the last line on, whole ordered units only, and never what is picked. */
function takenBack(lines: readonly Line[], units: number): ReadonlyMap<string, number> {
  let left = units;
  const accepted = new Map<string, number>();
  for (const line of [...lines].reverse()) {
    const size = line.unitSize ?? 1;
    const most = Math.max(0, line.accepted - Math.ceil(line.picked / size) * size);
    const back = Math.min(most, Math.ceil(left / size) * size);
    accepted.set(line.line, line.accepted - back);
    left = Math.max(0, left - back);
  }
  return accepted;
}

/** One order answered in two ways: the second stands in the books; the first can be given again. */
export function twiceAnsweredRemedies(reader: Reader, { po, detail }: Case, now: Instant): readonly Remedy[] {
  const order = po === null ? undefined : reader.get('order', { po });
  const sum = (of: 'first' | 'second'): number => detail.lines.reduce((total, line) => total + line[of], 0);
  const keep = asItStands('keep-second', message('cases.do.keepSecondAnswer', { eaches: sum('second'), po: po ?? '' }), message('cases.next.checkAnswer', { po: po ?? '' }));
  if (!order) return [keep];
  if (!mayReplace(reader, order, now)) return [keep, tellCustomer(order, Math.abs(sum('first') - sum('second')))];
  const accepted = new Map(detail.lines.map((line) => [line.line, line.first]));
  return [keep, answering(reader, order, 'keep-first', message('cases.do.keepFirstAnswer', { eaches: sum('first'), po: order.po }), accepted)];
}

const mayReplace = (reader: Reader, order: Order, now: Instant): boolean => notAnswerable(order) === null && phaseOf(order, settingsOf(reader), now) !== 'dates-only';

const tellCustomer = (order: Order, eaches: number): Remedy =>
  asItStands('tell-customer', message('cases.do.tellCustomer', { eaches, po: order.po }), message('cases.next.tellCustomer', { po: order.po }));

/** A new answer that accepts these eaches; lines not named stay as they are. */
function answering(reader: Reader, order: Order, decision: 'reject-difference' | 'keep-first', consequence: Remedy['consequence'], accepted: ReadonlyMap<string, number>): Remedy {
  const carryOut = (context: Context, note: string | null): Decision<Carried> => {
    const lines = linesInOrder(reader, order.po).filter(({ requested }) => requested > 0).map((line): LineAnswer => {
      const accept = accepted.get(line.line) ?? line.accepted;
      const backorder = Math.min(line.backordered, line.requested - accept);
      const rejected = line.requested - accept - backorder;
      return { line: line.line, accept, backorder, rejectionReason: rejected > 0 ? (line.rejectionReason ?? 'TemporarilyUnavailable') : null };
    });
    const answer = decideAcknowledge(reader, { po: order.po, lines, override: { reason: note ?? 'decided as a case' } }, context);
    return answer.ok ? decided(answer.operations, { next: message('cases.next.sendAnswer', { po: order.po }) }) : answer;
  };
  return { decision, consequence, carryOut };
}
