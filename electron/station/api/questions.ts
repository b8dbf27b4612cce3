import type { ScanAnswer } from '../../../shared/domain/scanning/answer.ts';
import { beforeNext, NOTHING_BEFORE, type Before } from '../../../shared/domain/scanning/question.ts';
import type { StaffId } from '../../../shared/lib/ids.ts';
import type { Instant } from '../../../shared/lib/time.ts';
import type { SessionState } from '../sessions.ts';

interface LastScan {
  readonly scanId: string | null;
  readonly by: StaffId | null;
  /** What it found of the answer before it, and what its own answer leaves. */
  readonly before: Before;
  readonly leaves: Before;
}

/** What each session's last answer leaves to the next scan: a question to be confirmed by the same scan again, a refusal. */
const lastScans = new WeakMap<SessionState, LastScan>();

/**
 * What a scan may confirm: only what the answer directly before it asked the same person. A scan that is asked again because its answer
 * was lost meets what it met the first time: nobody has read the question yet.
 */
export function beforeScan(session: SessionState, scanId: string | null): Before {
  const last = lastScans.get(session);
  if (!last || last.by !== session.staffId) return NOTHING_BEFORE;
  return scanId !== null && scanId === last.scanId ? last.before : last.leaves;
}

export function keepAnswer(session: SessionState, scanId: string | null, before: Before, answer: ScanAnswer, now: Instant): void {
  lastScans.set(session, { scanId, by: session.staffId, before, leaves: beforeNext(answer, before, now) });
}

/** Anything else was done meanwhile: the same scan asks anew. */
export const forgetQuestion = (session: SessionState): void => void lastScans.delete(session);
