import { staffId as asStaffId } from '../../lib/ids.ts';
import { done, refuse, type Context, type Decision } from '../decision.ts';
import { findOrder, orderName, refuseEnded } from '../orders/find-order.ts';
import type { Reader } from '../state/world.ts';
import { requireRight } from './rights.ts';

/** Puts people on an order: these and nobody else. An empty list frees everybody. */
export function decideAssign(reader: Reader, input: { readonly po: string; readonly staffIds: readonly string[] }, context: Context): Decision {
  const where = orderName(input.po);
  const refused = requireRight(context, 'assign', where);
  if (refused) return refused;
  const found = findOrder(reader, input.po);
  if (!found.ok) return found;
  const ended = refuseEnded(found.order);
  if (ended) return ended;
  const staffIds = [...new Set(input.staffIds)].map(asStaffId);
  for (const staffId of staffIds) {
    const staff = reader.get('staff', { staffId });
    if (!staff?.active) return refuse('staff.refused.notHere', where, { name: staff?.name ?? staffId }, 'staff.hint.choose');
  }
  const { po, assigned } = found.order;
  return staffIds.join('\n') === assigned.join('\n') ? done() : done({ kind: 'order.assigned', body: { po, staffIds } });
}
