import type { CaseDecision } from '../../../../shared/domain/state/entities.ts';

/** Which of them a case offers stands in its proposals. */
export const CASE_DECISIONS: readonly CaseDecision[] = [
  'keep-first', 'keep-second', 'keep-both', 'reject-difference', 'recount', 'put-back', 'split-shipment', 'tell-customer', 'release-claim', 'let-in', 'keep-out', 'noted',
];
