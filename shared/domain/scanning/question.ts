import { MINUTE, type Instant } from '../../lib/time.ts';
import type { Context } from '../decision.ts';
import type { Reader } from '../state/world.ts';
import type { ScanAnswer, ScanDecision } from './answer.ts';
import { decideScan, type ScanInput } from './scan.ts';

/** What a station asked: the scan that says yes, and what was read before it. */
export interface Question extends Pick<ScanAnswer, 'message' | 'details'> {
  readonly confirm: string;
}

const questionOf = ({ confirm, message, details }: ScanAnswer): Question | null => (confirm === null ? null : { confirm, message, details });

/** What a scan finds of the answer directly before it. */
export interface Before {
  readonly asked: Question | null;
  /** When it was answered. */
  readonly at: Instant | null;
  /** That scan was refused. A question since then, what is meant, does not end it. */
  readonly refused: boolean;
}

export const NOTHING_BEFORE: Before = { asked: null, at: null, refused: false };

/** A question that has stood longer is forgotten by whoever comes back to it: the same scan asks anew. */
const STANDS = 2 * MINUTE;

export const beforeNext = (answer: ScanAnswer, before: Before, now: Instant): Before => ({
  asked: questionOf(answer),
  at: now,
  refused: answer.result === 'wrong' || answer.result === 'unknown' || (answer.confirm !== null && before.refused),
});

/**
 * A scan after a question. It confirms only what would be asked of it now in the same words: another line, another bin or another holder
 * since then is another question, and asked for itself.
 */
export function decideAfter(reader: Reader, input: Omit<ScanInput, 'confirming' | 'afterRefusal' | 'afterQuestion'>, { asked, at, refused: afterRefusal }: Before, context: Context): ScanDecision {
  const unasked = { ...input, confirming: null, afterRefusal };
  if (asked === null || at === null || context.now - at > STANDS) return decideScan(reader, unasked, context);
  const now = questionOf(decideScan(reader, { ...unasked, code: asked.confirm }, context).result);
  const stands = now !== null && JSON.stringify(now) === JSON.stringify(asked);
  return decideScan(reader, { ...unasked, afterQuestion: true, confirming: stands ? asked.confirm : null }, context);
}
