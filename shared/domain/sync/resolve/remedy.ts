import type { OperationDraft } from '../../../contracts/operations.ts';
import type { Message } from '../../../messages/say.ts';
import type { Context, Decision } from '../../decision.ts';
import { decided } from '../../decision.ts';
import type { CaseDecision } from '../../state/entities.ts';

/** What the person who decided must still do by hand; null when nothing. */
export interface Carried {
  readonly next: Message | null;
}

/** One way to decide a case: what it would do in words, and the operations that do it. */
export interface Remedy {
  readonly decision: CaseDecision;
  readonly consequence: Message;
  /** `note` is the supervisor's own words, where an operation of the remedy keeps a reason. */
  readonly carryOut: (context: Context, note: string | null) => Decision<Carried>;
}

/** A decision that changes nothing but the case: things stand as they are. */
export const asItStands = (decision: CaseDecision, consequence: Message, next: Message | null = null): Remedy => ({ decision, consequence, carryOut: () => decided([], { next }) });

export const doing = (decision: CaseDecision, consequence: Message, operations: readonly OperationDraft[], next: Message | null = null): Remedy => ({
  decision, consequence, carryOut: () => decided(operations, { next }),
});
