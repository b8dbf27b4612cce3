import type { Context } from '../decision.ts';
import type { Reader } from '../state/world.ts';
import type { ScanAnswer, ScanDecision } from './answer.ts';
import { decideScan, type ScanInput } from './scan.ts';

/** What a station asked: the scan that says yes, and what was read before it. */
export interface Question extends Pick<ScanAnswer, 'message' | 'details'> {
  readonly confirm: string;
}

export const questionOf = ({ confirm, message, details }: ScanAnswer): Question | null => (confirm === null ? null : { confirm, message, details });

/**
 * A scan after a question. It confirms only what would be asked of it now in the same words: another line, another bin or another holder
 * since then is another question, and asked for itself.
 */
export function decideAfter(reader: Reader, input: Omit<ScanInput, 'confirming'>, asked: Question | null, context: Context): ScanDecision {
  const unasked = { ...input, confirming: null };
  if (asked === null) return decideScan(reader, unasked, context);
  const now = questionOf(decideScan(reader, { ...unasked, code: asked.confirm }, context).result);
  const stands = now !== null && JSON.stringify(now) === JSON.stringify(asked);
  return decideScan(reader, { ...input, confirming: stands ? asked.confirm : null }, context);
}
