import type { Refusal } from '../../shared/domain/decision.ts';

/** Thrown where a handler itself refuses; decisions return theirs. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}
