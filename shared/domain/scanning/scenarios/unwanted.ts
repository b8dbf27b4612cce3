import type { MessageKey } from '../../../messages/catalogue.ts';
import { message } from '../../../messages/say.ts';
import { wrong, type ScanDecision } from '../answer.ts';
import { refuses, type AnswerRule } from '../machine.ts';
import { stepOf } from '../start.ts';
import type { Incoming } from '../task.ts';

/** A row for what a state never takes: the words say so, the state stays. */
export function unwanted(says: MessageKey): { readonly run: (scanned: Incoming) => ScanDecision; readonly answers: readonly AnswerRule[] } {
  return { run: ({ reader, task }) => wrong(message(says), stepOf(reader, task)), answers: [refuses(says)] };
}
