import type { Occurrence } from '../decision.ts';
import type { Scan } from '../state/entities.ts';
import type { World } from '../state/world.ts';

type Fixed = 'opId' | 'station' | 'stationSeq' | 'staffId' | 'at' | 'undone' | 'previous';

/**
 * A station's scans are kept for so many operations of its own: more than a shift's. The journal keeps all of them; nobody undoes, shows or
 * measures by older ones.
 */
export const WORK_LOG = 1_000;

/**
 * With each operation of a station the scan that is now too long ago goes. Only the station's own numbers decide, so every store that
 * folded the same operations keeps the same scans.
 */
export function forgetOldScan(world: World, { station, stationSeq }: Occurrence): void {
  const old = stationSeq - WORK_LOG;
  if (old <= 0) return;
  for (const { opId } of world.find('scan', { station, stationSeq: old })) world.remove('scan', { opId });
}

/** What a confirmed scan did; fields left out do not apply. */
export type ScanFields = Pick<Scan, 'kind' | 'code'> & Partial<Omit<Scan, Fixed | 'kind' | 'code'>>;

/**
 * Writes the work-log row of a confirmed scan: what undo, the last ten and the measured pace read.
 * `part` is the operation's own mark that it is a further part of the scan before it.
 */
export function recordScan(world: World, occurrence: Occurrence, fields: ScanFields, part?: number): void {
  const { opId, station, stationSeq, actor, occurredAt } = occurrence;
  const previous = part === undefined ? null : (world.last('scan', { station, undone: false }, 'stationSeq')?.opId ?? null);
  world.put('scan', {
    po: null, line: null, sku: null, sscc: null, location: null, eaches: 0, cartons: 0, carton: null, trace: null, taken: 0,
    ...fields,
    opId, station, stationSeq, staffId: actor, at: occurredAt, previous, undone: false,
  });
}
