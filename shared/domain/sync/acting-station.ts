import type { Operation } from '../../contracts/operations.ts';
import type { Occurrence } from '../decision.ts';

/** Two histories under one station's name are two actors: tasks, scans and claims of one are not the other's. */
export const actingStation = (station: string, incarnation: number): string => (incarnation === 1 ? station : `${station}~${incarnation}`);

/** The enrolled station behind an acting name. */
export const enrolledStation = (acting: string): string => acting.replace(/~\d+$/, '');

/**
 * What the fold knows of an operation besides its body. `siteSeq` is null until central has ordered it. `lineage` is the history it is filed
 * under: of two copies of one station that worked before either heard of the fork, the second wrote under the first one's incarnation.
 */
export function occurrenceOf({ opId, station, incarnation, stationSeq, actor, occurredAt, baseSeq }: Operation, siteSeq: number | null, lineage = incarnation, seen = baseSeq): Occurrence {
  return { opId, station: actingStation(station, lineage), stationSeq, actor, occurredAt, baseSeq: seen, siteSeq };
}
