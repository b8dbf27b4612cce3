import type { Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';

export const staffingFolds: Folds<'staff.put' | 'staff.sign-in-refused' | 'staff.signed-in'> = {
  /** A supervisor who writes a person anew also lifts a lock-out. */
  'staff.put': (world, body) => world.put('staff', { ...body, failedTries: 0, lockedUntil: null, placedBy: world.get('staff', { staffId: body.staffId })?.placedBy ?? null }),

  'staff.sign-in-refused': (world, { staffId, tries, lockedUntil }) => {
    const staff = world.get('staff', { staffId });
    if (staff) world.put('staff', { ...staff, failedTries: tries, lockedUntil });
  },

  'staff.signed-in': (world, { staffId }, occurrence) => {
    const staff = world.get('staff', { staffId });
    if (staff) world.put('staff', { ...staff, failedTries: 0, lockedUntil: null, placedBy: touch(staff.placedBy, occurrence) });
  },
};
