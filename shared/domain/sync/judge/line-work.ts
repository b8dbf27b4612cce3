import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { CaseType, Line, Order } from '../../state/entities.ts';
import { isFinal } from '../../state/totals.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';

/** Work on a line that is judged against what others did to the line or to its order. */
export interface LineWork {
  readonly order: Order;
  readonly line: Line;
  readonly eaches: number;
  /** How many of the eaches go beyond what there is to do. */
  readonly over: number;
  readonly type: Extract<CaseType, 'over-pick' | 'over-pack'>;
  /** In words, made only where there is something to say: every scan is judged. */
  readonly what: () => Message;
  readonly did: () => Message;
  readonly about: Finding['about'];
}

/** Beyond the order because another station did the same, or because the order was changed, answered anew or ended meanwhile. */
export function judgeLineWork({ order, line, eaches, over, type, what, did, about }: LineWork, occurrence: Occurrence): readonly Finding[] {
  const { po } = order;
  const changed = unseenOf(order.changedBy, occurrence);
  const ended = isFinal(order.state) && order.state !== 'rejected';
  if (!(ended && changed) && over <= 0) return [];
  const common = { second: did(), about: { po, line: line.line, sku: line.sku, ...about }, detail: { lines: [{ po, line: line.line, sku: line.sku, first: line.accepted, second: eaches }] } };
  const stakes = (units: number): Finding['stakes'] => [{ po, line: line.line, sku: line.sku, units }];
  if (ended && changed) {
    return [{ ...common, type: 'worked-after-change', what: message('cases.workedAfterChange.ended', { po, state: order.state }), first: { act: changed, what: message('cases.side.ended', { state: order.state }) }, stakes: stakes(eaches) }];
  }
  const worked = unseenOf(line.workedBy, occurrence);
  if (worked) return [{ ...common, type, what: what(), first: { act: worked, what: message('cases.side.worked', { picked: line.picked, packed: line.packed, of: line.accepted }) }, stakes: stakes(over) }];
  const cut = changed ?? unseenOf(order.acknowledgedBy, occurrence);
  if (!cut) return [];
  const first = { act: cut, what: changed ? message('cases.side.changed', { eaches: line.requested }) : message('cases.side.accepted', { eaches: line.accepted }) };
  return [{ ...common, type: 'worked-after-change', what: message('cases.workedAfterChange.what', { po }), first, stakes: stakes(over) }];
}
