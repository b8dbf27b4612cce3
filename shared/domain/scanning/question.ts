import type { Context } from '../decision.ts';
import type { Reader } from '../state/world.ts';
import type { ScanAnswer, ScanDecision } from './answer.ts';
import { decideScan, type ScanInput } from './scan.ts';

/** What a station asked: the scan that says yes, and what was read before it. */
export interface Question extends Pick<ScanAnswer, 'message' | 'details'> {
  readonly confirm: string;
}

export const questionOf = ({ confirm, message, details }: ScanAnswer): Question | null => (confirm === null ? null : { confirm, message, details });

/** What a scan finds of the answer directly before it. */
export interface Before {
  readonly asked: Question | null;
  /** That scan was refused. A question since then, what is meant, does not end it. */
  readonly refused: boolean;
}

export const NOTHING_BEFORE: Before = { asked: null, refused: false };

export const beforeNext = (answer: ScanAnswer, before: Before): Before => ({
  asked: questionOf(answer),
  refused: answer.result === 'wrong' || answer.result === 'unknown' || (answer.confirm !== null && before.refused),
});

/**
 * A scan after a question. It confirms only what would be asked of it now in the same words: another line, another bin or another holder
 * since then is another question, and asked for itself.
 */
export function decideAfter(reader: Reader, input: Omit<ScanInput, 'confirming' | 'afterRefusal'>, { asked, refused: afterRefusal }: Before, context: Context): ScanDecision {
  const unasked = { ...input, confirming: null, afterRefusal };
  if (asked === null) return decideScan(reader, unasked, context);
  const now = questionOf(decideScan(reader, { ...unasked, code: asked.confirm }, context).result);
  const stands = now !== null && JSON.stringify(now) === JSON.stringify(asked);
  return decideScan(reader, { ...unasked, confirming: stands ? asked.confirm : null }, context);
}
