import type { StaffId } from '../../lib/ids.ts';
import type { Occurrence } from '../decision.ts';
import type { World } from '../state/world.ts';
import { touch } from '../sync/act.ts';

/** A person is at work at this station now. */
export function placeStaff(world: World, staffId: StaffId, occurrence: Occurrence): void {
  const staff = world.get('staff', { staffId });
  if (staff) world.put('staff', { ...staff, placedBy: touch(staff.placedBy, occurrence) });
}
