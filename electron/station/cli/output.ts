import type { Failure } from './failure.ts';
import type { Words } from './words.ts';

/** What a command answers: the one JSON document, or lines for people. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** 1 where something was refused although the rest was done. */
  readonly exit?: 0 | 1;
}

export const writeLine = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Besides the answer: standard output belongs to it alone. */
export const writeNote = (line: string): boolean => process.stderr.write(`${line}\n`);

export function writeAnswer(answer: Answer, json: boolean): void {
  if (json) writeLine(JSON.stringify(answer.json, null, 2));
  else for (const line of answer.lines) writeLine(line);
}

/** The refusal: the document's `error` on standard output, or words on standard error. */
export function writeFailure(failure: Failure, json: boolean, words: Words): void {
  if (json) {
    writeLine(JSON.stringify({ error: failure }, null, 2));
    return;
  }
  writeNote(failure.where === '' ? failure.message : words.text('cli.failure', { where: failure.where, message: failure.message }));
  if (failure.hint !== null) writeNote(failure.hint);
}
