import type { Staff } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** Without this person nobody could change people, settings or cases any longer. */
export function isLastSupervisor(reader: Reader, staff: Staff): boolean {
  if (!staff.active || staff.role !== 'supervisor') return false;
  return !reader.find('staff', { role: 'supervisor' }).some((other) => other.active && other.staffId !== staff.staffId);
}
