import type { Occurrence } from '../decision.ts';
import type { Act, Touch } from '../state/entities.ts';

export const actOf = ({ opId, station, actor, occurredAt, siteSeq }: Occurrence): Act => ({ opId, station, actor, at: occurredAt, siteSeq });

/** A row's memory of who touched it, after one more did. */
export function touch(before: Touch | null, occurrence: Occurrence): Touch {
  return { ...actOf(occurrence), other: before === null ? null : before.station === occurrence.station ? before.other : plain(before) };
}

/**
 * What another station did to a row without this one having seen it when its person acted. Only then can the two contradict each
 * other: who has seen the other's work builds on it.
 */
export function unseenOf(touched: Touch | null | undefined, occurrence: Occurrence): Act | undefined {
  if (!touched) return undefined;
  const act = touched.station === occurrence.station ? touched.other : touched;
  return act !== null && isUnseen(act, occurrence) ? act : undefined;
}

export const isUnseen = (act: Act, { station, baseSeq }: Pick<Occurrence, 'station' | 'baseSeq'>): boolean =>
  act.station !== station && (act.siteSeq === null || act.siteSeq > baseSeq);

/** The act alone, without what the row remembers besides. */
export const plain = ({ opId, station, actor, at, siteSeq }: Act): Act => ({ opId, station, actor, at, siteSeq });
