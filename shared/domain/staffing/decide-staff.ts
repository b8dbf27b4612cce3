import { staffId as asStaffId, type StaffId } from '../../lib/ids.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import type { Role } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { isLastSupervisor } from './last-supervisor.ts';
import { requireRight } from './rights.ts';

export interface StaffInput {
  /** Null for somebody new. */
  readonly staffId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly badge: string | null;
  /** Hash of a new PIN; null keeps the one there is. */
  readonly pinHash: string | null;
  readonly active: boolean;
}

/** Adds a person or changes one. One active supervisor must always be left, or nobody could ever change this again. */
export function decideStaffPut(reader: Reader, input: StaffInput, context: Context): Decision<StaffId> {
  const name = input.name.trim();
  const refused = requireRight(context, 'staff', name);
  if (refused) return refused;
  if (name === '') return refuse('staff.refused.nameMissing', '–', {}, 'staff.hint.name');
  const known = input.staffId === null ? undefined : reader.get('staff', { staffId: asStaffId(input.staffId) });
  if (input.staffId !== null && !known) return refuse('staff.refused.unknown', name, {}, 'staff.hint.choose');
  const staffId = known?.staffId ?? asStaffId(context.newId());
  const pinHash = input.pinHash ?? known?.pinHash;
  if (pinHash === undefined) return refuse('staff.refused.pinMissing', name, { name }, 'staff.hint.pin');
  const badge = input.badge === null || input.badge.trim() === '' ? null : input.badge.trim();
  const holder = badge === null ? undefined : reader.find('staff', { badge }).find((staff) => staff.active && staff.staffId !== staffId);
  if (holder && input.active) return refuse('staff.refused.badgeTaken', name, { badge: badge ?? '', name: holder.name }, 'staff.hint.badgeTaken');
  if (known && !(input.active && input.role === 'supervisor') && isLastSupervisor(reader, known)) {
    return refuse('staff.refused.lastSupervisor', name, { name: known.name }, 'staff.hint.lastSupervisor');
  }
  return decided([{ kind: 'staff.put', body: { staffId, name, role: input.role, badge, pinHash, active: input.active } }], staffId);
}

