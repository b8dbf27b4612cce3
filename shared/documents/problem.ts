import type { documentsMessages } from '../messages/subjects/documents.ts';
import type { DocumentProblem, Place } from './incoming.ts';

/** Every problem of a document is a text of the catalogue: what, where and what to do next. */
export type DocumentsKey = keyof (typeof documentsMessages)['en'];

export type ProblemParams = Readonly<Record<string, string | number>>;

/** Longest piece of a document that a problem repeats: enough to recognise it, never a whole hostile file. */
const QUOTED_MAX = 60;

/** `place` is among the params too: the texts name it. */
export const problem = (code: DocumentsKey, place: Place, params: ProblemParams = {}): DocumentProblem => ({
  code,
  params: { ...params, place },
  place,
});

/** A value of the document as a problem may repeat it: without control characters and not endless. */
export function quoted(value: string): string {
  const plain = cleanText(value);
  return plain.length > QUOTED_MAX ? `${plain.slice(0, QUOTED_MAX)}…` : plain;
}

/** Text as people may see it: control characters become one blank, ends are trimmed. */
export function cleanText(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
}

/** Warnings of one order, capped: ten thousand lines with the same fault are one fault. */
export class Warnings {
  static readonly LIMIT = 50;
  readonly #all: DocumentProblem[] = [];
  #left = 0;

  add(code: DocumentsKey, place: Place, params: ProblemParams = {}): void {
    if (this.#all.length < Warnings.LIMIT) this.#all.push(problem(code, place, params));
    else this.#left += 1;
  }

  list(place: Place): readonly DocumentProblem[] {
    return this.#left === 0 ? this.#all : [...this.#all, problem('documents.order.more-warnings', place, { count: this.#left })];
  }
}

/** Thrown inside a reader to refuse one order; never leaves the reader. */
export class OrderRefused extends Error {
  readonly problem: DocumentProblem;

  constructor(refusal: DocumentProblem) {
    super(refusal.code);
    this.problem = refusal;
  }
}

export function refuse(code: DocumentsKey, place: Place, params: ProblemParams = {}): never {
  throw new OrderRefused(problem(code, place, params));
}
