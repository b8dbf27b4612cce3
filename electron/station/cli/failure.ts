import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import type { RefusalData } from '../../../shared/contracts/api.ts';
import type { MessageKey } from '../../../shared/messages/catalogue.ts';
import { message, type Message, type MessageParams } from '../../../shared/messages/say.ts';
import { StoreError } from '../../store/errors.ts';
import { dataOf, refusalOfStore } from '../api/base.ts';
import { RefusedError } from '../refused.ts';
import { issueMessage, issueShape } from './issue.ts';
import type { Words } from './words.ts';

/** Why a command did nothing (more), in words; the shape of `error` in JSON. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly where: string;
  readonly hint: string | null;
}

/** Exit status: 1 the station refused, 2 the command line itself is wrong. */
export type FailureExit = 1 | 2;

/** The command line asks for something that makes no sense, seen after its options were read. */
export class UsageError extends Error {
  readonly text: Message;
  readonly where: string;

  constructor(text: Message, where: string) {
    super(text.key);
    this.name = 'UsageError';
    this.text = text;
    this.where = where;
  }
}

/** A refusal of the command line's own. */
export const refused = (code: MessageKey, where: string, params: MessageParams = {}, hint: Message | null = null): RefusedError =>
  new RefusedError({ code, params, where, hint });

/** The refusal that an error stands for, wherever the station works; undefined for an error of another kind. */
export function refusalOf(error: unknown): RefusalData | undefined {
  if (error instanceof RefusedError) return dataOf(error.refusal);
  if (error instanceof StoreError) return dataOf(refusalOfStore(error));
  if (!(error instanceof ORPCError)) return undefined;
  if (error.code === 'SIGNED_OUT') return { code: 'cli.refused.signedOut', message: message('cli.refused.signedOut'), where: '--as', hint: message('cli.hint.as') };
  return error.code === 'REFUSED' || error.code === 'STORE' ? (error.data as RefusalData) : undefined;
}

const validation = z.object({ issues: z.array(issueShape).min(1) });

/** What an error means to the person who typed the command. Errors that are faults of our own come back as `internal`. */
export function failureOf(error: unknown, words: Words): { readonly failure: Failure; readonly exit: FailureExit; readonly internal: boolean } {
  if (error instanceof UsageError) {
    return { failure: { code: 'usage', message: words.say(error.text), where: error.where, hint: words.text('cli.hint.help') }, exit: 2, internal: false };
  }
  const refusal = refusalOf(error);
  if (refusal) return { failure: inWords(refusal, words), exit: 1, internal: false };
  const invalid = error instanceof ORPCError && error.code === 'BAD_REQUEST' ? validation.safeParse(error.data) : undefined;
  const issue = invalid?.data?.issues[0];
  if (issue) {
    return { failure: { code: 'usage', message: words.text('cli.usage.value', { problem: words.say(issueMessage(issue)) }), where: issue.path.join('.'), hint: words.text('cli.hint.help') }, exit: 2, internal: false };
  }
  const text = error instanceof Error ? error.message : String(error);
  return { failure: { code: 'cli.refused.internal', message: words.text('cli.refused.internal', { text }), where: '', hint: words.text('cli.hint.internal') }, exit: 1, internal: true };
}

export const inWords = ({ code, message: text, where, hint }: RefusalData, words: Words): Failure => ({
  code,
  message: words.say(text),
  where,
  hint: hint === null ? null : words.say(hint),
});
