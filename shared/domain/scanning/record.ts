import type { Occurrence } from '../decision.ts';
import { sameTrace } from '../handling-units/traces.ts';
import type { Scan } from '../state/entities.ts';
import type { Content } from '../state/entities.ts';
import type { Reader, World } from '../state/world.ts';

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
  const previous = part === undefined ? null : partBefore(world, { station, stationSeq }, part);
  world.put('scan', {
    po: null, line: null, sku: null, sscc: null, location: null, eaches: 0, cartons: 0, carton: null, trace: null, taken: 0, closedAs: null, moveBefore: null,
    ...fields,
    opId, station, stationSeq, staffId: actor, at: occurredAt, previous, undone: false,
  });
}

/** The operations of an act follow each other in their station's journal; those that changed nothing have left no scan. */
function partBefore(reader: Reader, { station, stationSeq }: Pick<Occurrence, 'station' | 'stationSeq'>, part: number): Scan['opId'] | null {
  for (let seq = stationSeq - 1; seq >= stationSeq - part; seq -= 1) {
    const before = reader.find('scan', { station, stationSeq: seq }).find(({ undone }) => !undone);
    if (before) return before.opId;
  }
  return null;
}

type Goods = Pick<Content, 'eaches' | 'cartons'>;

/**
 * What of a body's goods there is to move or write off: all of it, or where an earlier part of the act took them off a unit, at most what
 * that took. Another station may have taken them first.
 */
export function movedBy(reader: Reader, { eaches, cartons = 0, part = 0, takes }: { readonly eaches: number; readonly cartons?: number; readonly part?: number | undefined; readonly takes?: number | undefined }, { station, stationSeq }: Pick<Occurrence, 'station' | 'stationSeq'>): Goods {
  if (takes === undefined) return { eaches, cartons };
  const off = reader.find('scan', { station, stationSeq: stationSeq - part + takes }).find(({ kind }) => kind === 'unpack');
  return { eaches: Math.min(eaches, off?.eaches ?? 0), cartons: Math.min(cartons, off?.cartons ?? 0) };
}

/**
 * Undo of a move begins at its end. What it could not take off the one unit, because another station had taken it off before, does not come
 * back on the other: the taking off that belongs to this packing gives back as much as came off.
 */
export function bringBackLess(world: World, packed: Scan, off: Goods | undefined): void {
  let scan = packed;
  while (scan.previous !== null) {
    const before = world.get('scan', { opId: scan.previous });
    if (!before) return;
    if (before.kind === 'unpack' && before.po === packed.po && before.line === packed.line && before.carton === packed.carton && sameTrace(before.trace, packed.trace)) {
      world.put('scan', { ...before, eaches: off?.eaches ?? 0, cartons: off?.cartons ?? 0 });
      return;
    }
    scan = before;
  }
}
