import type { RejectionReason } from '../outgoing.ts';

/** ACK01 (element 668) for each answer. */
export interface AcknowledgementCodes {
  readonly accepted: string;
  readonly backordered: string;
  readonly rejected: Readonly<Record<RejectionReason, string>>;
}

/**
 * Codes that partners name for Amazon's 855 (graceblood.com and edialliance.com, 2016-10-07): IA accepted, IB backordered, IR
 * temporarily out of stock (soft), CK permanently out of stock and CX never published (hard: Amazon stops ordering). Amazon's own list
 * of today is behind its login, so these are a default that settings replace, not a rule.
 */
export const DEFAULT_ACKNOWLEDGEMENT_CODES: AcknowledgementCodes = {
  accepted: 'IA',
  backordered: 'IB',
  rejected: { TemporarilyUnavailable: 'IR', ObsoleteProduct: 'CK', InvalidProductIdentifier: 'CX' },
};
