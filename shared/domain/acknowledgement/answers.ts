import type { RejectionReason } from '../../documents/outgoing.ts';
import type { CalendarDate } from '../../lib/time.ts';
import type { AcknowledgementPlan } from './plan.ts';

/** A person's answer to one line, in eaches. What is neither accepted nor back-ordered is rejected. */
export interface LineAnswer {
  readonly line: string;
  readonly accept: number;
  readonly backorder?: number;
  readonly rejectionReason?: RejectionReason | null;
  /** Null or absent: as answered before. */
  readonly shipDate?: CalendarDate | null;
}

/** A complete set of answers as the plan has them: what was chosen, else the advice, with the proposed reason for the rest. */
export function answersOf(plan: AcknowledgementPlan): readonly LineAnswer[] {
  return plan.lines
    .filter(({ requested }) => requested > 0)
    .map(({ line, requested, chosen, advised, sku }) => {
      const backorder = chosen === advised.accept ? advised.backorder : 0;
      const rejected = requested - chosen - backorder;
      const reason = advised.reason ?? (sku === null ? 'InvalidProductIdentifier' : 'TemporarilyUnavailable');
      return { line, accept: chosen, backorder, rejectionReason: rejected > 0 ? reason : null };
    });
}
