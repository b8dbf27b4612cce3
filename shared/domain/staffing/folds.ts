import type { Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';
import { isLastSupervisor } from './last-supervisor.ts';

export const staffingFolds: Folds<'staff.put' | 'staff.sign-in-refused' | 'staff.signed-in'> = {
  /** A supervisor who writes a person anew also lifts a lock-out. */
  'staff.put': (world, body) => {
    const before = world.get('staff', { staffId: body.staffId });
    // Two supervisors may have taken each other's rights without knowing: the last one keeps them, or nobody could change anything again.
    const kept = before !== undefined && isLastSupervisor(world, before) ? { role: 'supervisor' as const, active: true } : {};
    world.put('staff', { ...body, ...kept, failedTries: 0, lockedUntil: null, placedBy: before?.placedBy ?? null });
  },

  'staff.sign-in-refused': (world, { staffId, tries, lockedUntil }) => {
    const staff = world.get('staff', { staffId });
    if (staff) world.put('staff', { ...staff, failedTries: tries, lockedUntil });
  },

  'staff.signed-in': (world, { staffId }, occurrence) => {
    const staff = world.get('staff', { staffId });
    if (staff) world.put('staff', { ...staff, failedTries: 0, lockedUntil: null, placedBy: touch(staff.placedBy, occurrence) });
  },
};
