import { staffId as asStaffId } from '../../lib/ids.ts';
import { MINUTE, later, type Instant } from '../../lib/time.ts';
import { decided, refuse, type Actor, type Context, type Decision, type Refusal } from '../decision.ts';
import type { Staff } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import type { Refused } from './rights.ts';

/** So many wrong PINs in a row lock a person out. */
export const MAX_TRIES = 5;
export const LOCK_OUT = 5 * MINUTE;

export type SignInInput =
  /** `pinMatches`: the station has compared the PIN with the stored hash. */
  | { readonly by: 'pin'; readonly staffId: string; readonly pinMatches: boolean }
  | { readonly by: 'badge'; readonly badge: string };

/** A wrong PIN is recorded, so it is a result and not a refusal of the decision: the try must count. */
export type SignInResult = { readonly signedIn: true; readonly actor: Actor } | { readonly signedIn: false; readonly refusal: Refusal };

/** Signs a person in. Five wrong PINs in a row lock the PIN for five minutes; a badge is something else and still works. */
export function decideSignIn(reader: Reader, input: SignInInput, context: Context): Decision<SignInResult> {
  if (input.by === 'badge') {
    const staff = reader.find('staff', { badge: input.badge.trim() }).find((each) => each.active);
    return staff ? signedIn(staff) : refuse('staff.refused.badgeUnknown', input.badge.trim(), {}, 'staff.hint.badgeUnknown');
  }
  const found = mayTryPin(reader, input.staffId, context.now);
  if (!found.ok) return found;
  const { staff } = found;
  if (input.pinMatches) return signedIn(staff);
  const tries = (hasServedLockOut(staff, context.now) ? 0 : staff.failedTries) + 1;
  const lockedUntil = tries >= MAX_TRIES ? later(context.now, LOCK_OUT) : null;
  const { refusal } =
    lockedUntil === null
      ? refuse('staff.refused.wrongPin', staff.name, { left: MAX_TRIES - tries }, 'staff.hint.wrongPin')
      : refuse('staff.refused.locked', staff.name, { name: staff.name, waitMs: LOCK_OUT }, 'staff.hint.locked');
  return decided([{ kind: 'staff.sign-in-refused', body: { staffId: staff.staffId, tries, lockedUntil } }], { signedIn: false, refusal });
}

/** Whether a PIN may be tried at all; asked before the slow comparison, and again when deciding. */
export function mayTryPin(reader: Reader, staffId: string, now: Instant): { readonly ok: true; readonly staff: Staff } | Refused {
  const staff = reader.get('staff', { staffId: asStaffId(staffId) });
  if (!staff?.active) return refuse('staff.refused.unknown', staff?.name ?? '–', {}, 'staff.hint.choose');
  if (isLockedOut(staff, now)) {
    return refuse('staff.refused.locked', staff.name, { name: staff.name, waitMs: (staff.lockedUntil ?? now) - now }, 'staff.hint.locked');
  }
  return { ok: true, staff };
}

/**
 * Whether a PIN may not be tried now. An end that is farther off than a lock-out is long was reckoned by another clock, of this station before
 * it was set right or of another one: a wrong clock keeps nobody out for years.
 */
export const isLockedOut = ({ lockedUntil }: Pick<Staff, 'lockedUntil'>, now: Instant): boolean => lockedUntil !== null && now < lockedUntil && lockedUntil - now <= LOCK_OUT;

const hasServedLockOut = (staff: Staff, now: Instant): boolean => staff.lockedUntil !== null && !isLockedOut(staff, now);

function signedIn({ staffId, name, role }: Staff): Decision<SignInResult> {
  return decided([{ kind: 'staff.signed-in', body: { staffId } }], { signedIn: true, actor: { staffId, name, role } });
}
