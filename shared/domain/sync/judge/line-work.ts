import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { Act, CaseType, Line, Order } from '../../state/entities.ts';
import { isFinal } from '../../state/totals.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';

/** Work on a line that is judged against what others did to the line or to its order. */
export interface LineWork {
  readonly order: Order;
  readonly line: Line;
  readonly eaches: number;
  /** What all stations together have picked or packed of the line by now. */
  readonly done: number;
  /** How many of the eaches go beyond what there is to do. */
  readonly over: number;
  readonly type: Extract<CaseType, 'over-pick' | 'over-pack'>;
  // In words, made only where there is something to say: every scan is judged.
  readonly what: () => Message;
  readonly did: () => Message;
  /** What the operation's own station had done of the line before, and all that it has done by now in words. */
  readonly own: () => { readonly before: number; readonly did: Message };
  readonly others: (eaches: number) => Message;
  readonly about: Finding['about'];
}

/** Beyond the order because another station did the same, or because the order was changed, answered anew or ended meanwhile. */
export function judgeLineWork(work: LineWork, occurrence: Occurrence): readonly Finding[] {
  const { order, line, over } = work;
  const changed = unseenOf(order.changedBy, occurrence);
  const ended = isFinal(order.state) && order.state !== 'rejected';
  if (!(ended && changed) && over <= 0) return [];
  if (ended && changed) return [afterChange(work, message('cases.workedAfterChange.ended', { po: order.po, state: order.state }), { act: changed, what: message('cases.side.ended', { state: order.state }) }, work.eaches)];
  const worked = unseenOf(line.workedBy, occurrence);
  if (worked) return [overdone(work, worked)];
  const cut = changed ?? unseenOf(order.acknowledgedBy, occurrence);
  if (!cut) return [];
  const first = { act: cut, what: changed ? message('cases.side.changed', { eaches: line.requested }) : message('cases.side.accepted', { eaches: line.accepted }) };
  return [afterChange(work, message('cases.workedAfterChange.what', { po: order.po }), first, over)];
}

/** Both sides did what one of them had to do: what each has done stands beside the other's. */
function overdone({ type, line, eaches, done, over, what, own, others, about }: LineWork, act: Act): Finding {
  const { po, line: name, sku } = line;
  const { before, did } = own();
  const second = before + eaches;
  const first = Math.max(0, done - second);
  return {
    type, what: what(), joins: 'totals', first: { act, what: others(first) }, second: did, about: { po, line: name, sku, ...about },
    stakes: [{ po, line: name, sku, units: over }],
    detail: { lines: [{ po, line: name, sku, first, second }] },
  };
}

function afterChange({ line, eaches, did, about }: LineWork, what: Message, first: Finding['first'], units: number): Finding {
  const { po, line: name, sku, accepted } = line;
  return {
    type: 'worked-after-change', what, first, second: did(), about: { po, line: name, sku, ...about },
    stakes: [{ po, line: name, sku, units }],
    detail: { lines: [{ po, line: name, sku, first: accepted, second: eaches }] },
  };
}
