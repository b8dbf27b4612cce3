import type { ScanAnswer } from '../../../shared/domain/scanning/answer.ts';
import { questionOf, type Question } from '../../../shared/domain/scanning/question.ts';
import type { StaffId } from '../../../shared/lib/ids.ts';
import type { SessionState } from '../sessions.ts';

interface LastScan {
  readonly scanId: string | null;
  readonly by: StaffId | null;
  /** What stood open before it, and what its answer asked. */
  readonly before: Question | null;
  readonly asked: Question | null;
}

/** What each session's last answer asked to be confirmed by the same scan again. */
const lastScans = new WeakMap<SessionState, LastScan>();

/**
 * What a scan may confirm: only what the answer directly before it asked the same person. A scan that is asked again because its answer
 * was lost meets what it met the first time: nobody has read the question yet.
 */
export function openQuestion(session: SessionState, scanId: string | null): Question | null {
  const last = lastScans.get(session);
  if (!last || last.by !== session.staffId) return null;
  return scanId !== null && scanId === last.scanId ? last.before : last.asked;
}

export function keepQuestion(session: SessionState, scanId: string | null, before: Question | null, answer: ScanAnswer): void {
  lastScans.set(session, { scanId, by: session.staffId, before, asked: questionOf(answer) });
}

/** Anything else was done meanwhile: the same scan asks anew. */
export const forgetQuestion = (session: SessionState): void => void lastScans.delete(session);
