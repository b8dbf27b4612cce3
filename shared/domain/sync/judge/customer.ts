import type { PoNumber } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import type { Line } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding, Stake } from './finding.ts';

/** An order ended by somebody who had not seen that others were working on it or had shipped of it. */
export function judgeCancellation(reader: Reader, { po }: BodyOf<'order.cancelled'> | BodyOf<'order.closed'>, occurrence: Occurrence): readonly Finding[] {
  const order = reader.get('order', { po });
  if (!order || order.picked === 0 || order.state === 'cancelled') return [];
  return [...workedOn(reader, po, occurrence, () => 0, message('cases.side.cancelled', {}))];
}

/** A customer's change that was read at one station while another picked what it takes away. */
export function judgeChange(reader: Reader, { po, lines }: Pick<BodyOf<'order.changed'>, 'po' | 'lines'>, occurrence: Occurrence): readonly Finding[] {
  const order = reader.get('order', { po });
  if (!order || order.picked === 0) return [];
  const requested = new Map(lines.map((line) => [line.line, line.quantity]));
  const wanted = (line: Line): number => Math.min(line.accepted, (requested.get(line.line) ?? line.quantity) * (line.unitSize ?? 1));
  return workedOn(reader, po, occurrence, wanted, message('cases.side.changedOrder', {}));
}

function workedOn(reader: Reader, po: PoNumber, occurrence: Occurrence, wanted: (line: Line) => number, second: Message): readonly Finding[] {
  const beyond = reader.find('line', { po }).flatMap((line) => {
    const act = unseenOf(line.workedBy, occurrence);
    const units = Math.max(0, line.picked - wanted(line)) - Math.max(0, line.picked - line.accepted);
    return act && units > 0 ? [{ line, act, units }] : [];
  });
  const [first] = beyond;
  if (!first) return [];
  const sum = (of: (line: Line) => number): number => beyond.reduce((total, { line }) => total + of(line), 0);
  const shipped = sum((line) => line.shipped);
  return [{
    type: shipped > 0 ? 'shipped-after-change' : 'worked-after-change',
    what: message(shipped > 0 ? 'cases.shippedAfterChange.before' : 'cases.workedAfterChange.before', { po, shipped }),
    first: { act: first.act, what: message('cases.side.worked', { picked: sum((line) => line.picked), packed: sum((line) => line.packed), of: sum((line) => line.accepted) }) },
    second,
    stakes: beyond.map(({ line, units }): Stake => ({ po, line: line.line, sku: line.sku, units })),
    about: { po },
    joins: 'totals',
    detail: { lines: beyond.map(({ line }) => ({ po, line: line.line, sku: line.sku, first: line.picked, second: wanted(line) })) },
  }];
}
