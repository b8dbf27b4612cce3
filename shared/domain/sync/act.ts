import type { Occurrence } from '../decision.ts';
import type { Act } from '../state/entities.ts';

/** What a row remembers of the operation that touched it last. */
export const actOf = ({ opId, station, actor, occurredAt, siteSeq }: Occurrence): Act => ({ opId, station, actor, at: occurredAt, siteSeq });

/**
 * Whether `act` is another station's and this one had not seen it when its person acted. Only then can the two contradict each
 * other: who has seen the other's work builds on it.
 */
export function isUnseen(act: Act | null, occurrence: Occurrence): act is Act {
  return act !== null && act.station !== occurrence.station && (act.siteSeq === null || act.siteSeq > occurrence.baseSeq);
}
