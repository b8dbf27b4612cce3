import type { StaffId } from '../../../lib/ids.ts';
import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { liveOrders } from '../../orders/live-orders.ts';
import type { Reader } from '../../state/world.ts';
import { isUnseen, unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';

const nameOf = (reader: Reader, staffId: StaffId): string => reader.get('staff', { staffId })?.name ?? staffId;

/** Work begun by somebody whose work goes on at another station that this one had not heard of. */
export function judgeTask(reader: Reader, { kind, po }: BodyOf<'task.set'>, occurrence: Occurrence): readonly Finding[] {
  const { actor, station } = occurrence;
  const act = unseenOf(reader.get('staff', { staffId: actor })?.placedBy, occurrence);
  const current = act && reader.get('task', { station });
  if (!act || (current?.kind === kind && current.po === po && current.staffId === actor)) return [];
  const other = reader.get('task', { station: act.station });
  if (other?.staffId !== actor || !isUnseen(act, occurrence)) return [];
  return [{
    type: 'staff-two-places',
    what: message('cases.staffTwoPlaces.what', { name: nameOf(reader, actor), first: other.po ?? '–', second: po ?? '–' }),
    first: { act, what: message('cases.side.task', { task: other.kind, po: other.po ?? '–' }) },
    second: message('cases.side.task', { task: kind, po: po ?? '–' }),
    stakes: [],
    about: { po },
    detail: { firstPlace: act.station, secondPlace: station },
  }];
}

/** People put on an order by two supervisors who did not know of each other. */
export function judgeAssignment(reader: Reader, { po, staffIds }: BodyOf<'order.assigned'>, occurrence: Occurrence): readonly Finding[] {
  const order = reader.get('order', { po });
  if (!order) return [];
  const other = unseenOf(order.assignedBy, occurrence);
  const names = (ids: readonly StaffId[]): string => ids.map((staffId) => nameOf(reader, staffId)).join(', ');
  if (other && [...order.assigned].sort().join() !== [...staffIds].sort().join()) {
    return [{
      type: 'staff-two-places',
      what: message('cases.staffTwoPlaces.order', { po, first: names(order.assigned), second: names(staffIds) }),
      first: { act: other, what: message('cases.side.assigned', { names: names(order.assigned), po }) },
      second: message('cases.side.assigned', { names: names(staffIds), po }),
      stakes: [],
      about: { po },
    }];
  }
  return staffIds.filter((staffId) => !order.assigned.includes(staffId)).flatMap((staffId): Finding[] => {
    const act = unseenOf(reader.get('staff', { staffId })?.placedBy, occurrence);
    const elsewhere = act && liveOrders(reader).find((each) => each.po !== po && each.assigned.includes(staffId) && unseenOf(each.assignedBy, occurrence) !== undefined);
    if (!act || !elsewhere) return [];
    const name = nameOf(reader, staffId);
    return [{
      type: 'staff-two-places',
      what: message('cases.staffTwoPlaces.person', { name, first: elsewhere.po, second: po }),
      first: { act, what: message('cases.side.assigned', { names: name, po: elsewhere.po }) },
      second: message('cases.side.assigned', { names: name, po }),
      stakes: [],
      about: { po },
    }];
  });
}
