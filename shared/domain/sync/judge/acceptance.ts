import type { Sku } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import { answeredLine } from '../../acknowledgement/answered-line.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import type { Act, CaseLine, Line } from '../../state/entities.ts';
import { emptyStock, isFinal } from '../../state/totals.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding, Stake } from './finding.ts';

type Answer = BodyOf<'order.acknowledged'>['lines'][number];
interface Answered {
  readonly line: Line;
  readonly accepted: number;
  readonly rejected: number;
  readonly backordered: number;
}

/** An answer against what other stations answered, promised or picked meanwhile. */
export function judgeAcknowledgement(reader: Reader, { po, lines }: BodyOf<'order.acknowledged'>, occurrence: Occurrence): readonly Finding[] {
  const order = reader.get('order', { po });
  if (!order) return [];
  const answered = answeredLines(reader, po, lines);
  const findings: Finding[] = [];
  const other = unseenOf(order.acknowledgedBy, occurrence);
  const differing = other ? answered.filter(({ line, accepted, rejected, backordered }) => line.accepted !== accepted || line.rejected !== rejected || line.backordered !== backordered) : [];
  if (other && differing.length > 0) {
    const sum = (of: (each: Answered) => number): number => differing.reduce((total, each) => total + of(each), 0);
    findings.push({
      type: 'acknowledged-twice',
      what: message('cases.acknowledgedTwice.what', { po, first: sum(({ line }) => line.accepted), second: sum(({ accepted }) => accepted) }),
      first: { act: other, what: message('cases.side.accepted', { eaches: sum(({ line }) => line.accepted) }) },
      second: message('cases.side.accepted', { eaches: sum(({ accepted }) => accepted) }),
      stakes: differing.map(({ line, accepted }): Stake => ({ po, line: line.line, sku: line.sku, units: Math.abs(accepted - line.accepted) })),
      about: { po },
      joins: 'answer',
      detail: { lines: differing.map(caseLine) },
    });
  }
  if (!isFinal(order.state) || order.state === 'rejected') findings.push(...overPromised(reader, answered, occurrence));
  const cut = cutBelowWork(answered, occurrence);
  if (cut) findings.push(cut);
  return findings;
}

function answeredLines(reader: Reader, po: Line['po'], lines: readonly Answer[]): Answered[] {
  return lines.flatMap((answer) => {
    const line = reader.get('line', { po, line: answer.line });
    return line ? [{ line, ...answeredLine(line, answer) }] : [];
  });
}

const caseLine = ({ line, accepted }: Answered): CaseLine => ({ po: line.po, line: line.line, sku: line.sku, first: line.accepted, second: accepted });

/** More promised of a product than is boxed, because others promised or took some that this station had not seen. */
function overPromised(reader: Reader, answered: readonly Answered[], occurrence: Occurrence): Finding[] {
  const bySku = new Map<Sku, Answered[]>();
  for (const each of answered) {
    if (each.line.sku !== null && each.accepted > each.line.accepted) bySku.set(each.line.sku, [...(bySku.get(each.line.sku) ?? []), each]);
  }
  return [...bySku].flatMap(([sku, same]): Finding[] => {
    const { boxed, allocated, acceptedBy } = reader.get('stock', { sku }) ?? emptyStock(sku);
    const claimed = same.reduce((sum, { line, accepted }) => sum + Math.max(0, accepted - line.picked) - Math.max(0, line.accepted - line.picked), 0);
    const units = Math.max(0, allocated + claimed - boxed) - Math.max(0, allocated - boxed);
    if (units <= 0) return [];
    const promised = unseenOf(acceptedBy, occurrence);
    const act = promised ?? movedUnseen(reader, sku, occurrence);
    if (!act) return [];
    const [first] = same;
    const po = first?.line.po ?? null;
    return [{
      type: 'double-acceptance',
      what: message('cases.doubleAcceptance.what', { sku, boxed, promised: allocated + claimed }),
      first: { act, what: promised ? message('cases.side.promised', { eaches: allocated, sku }) : message('cases.side.moved', { boxed, sku }) },
      second: message('cases.side.accepted', { eaches: same.reduce((sum, { accepted }) => sum + accepted, 0) }),
      stakes: [{ po, line: first?.line.line ?? null, sku, units }],
      about: { po, sku },
      joins: 'totals',
      detail: { lines: same.map(caseLine) },
    }];
  });
}

function movedUnseen(reader: Reader, sku: Sku, occurrence: Occurrence): Act | undefined {
  for (const { movedBy } of reader.find('bin', { sku })) {
    const act = unseenOf(movedBy, occurrence);
    if (act) return act;
  }
  return undefined;
}

/** The answer takes back what others had picked already. */
function cutBelowWork(answered: readonly Answered[], occurrence: Occurrence): Finding | undefined {
  const cut = answered.flatMap(({ line, accepted }) => {
    const act = unseenOf(line.workedBy, occurrence);
    const units = Math.max(0, line.picked - accepted) - Math.max(0, line.picked - line.accepted);
    return act && units > 0 ? [{ line, accepted, act, units }] : [];
  });
  const [first] = cut;
  if (!first) return undefined;
  const { po } = first.line;
  return {
    type: 'worked-after-change',
    what: message('cases.workedAfterChange.cut', { po }),
    first: { act: first.act, what: message('cases.side.picked', { eaches: cut.reduce((sum, { line }) => sum + line.picked, 0) }) },
    second: message('cases.side.accepted', { eaches: cut.reduce((sum, { accepted }) => sum + accepted, 0) }),
    stakes: cut.map(({ line, units }): Stake => ({ po, line: line.line, sku: line.sku, units })),
    about: { po },
    joins: 'totals',
    detail: { lines: cut.map(({ line, accepted }) => ({ po, line: line.line, sku: line.sku, first: line.picked, second: accepted })) },
  };
}
