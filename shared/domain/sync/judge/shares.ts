import type { PoNumber } from '../../../lib/ids.ts';
import type { Act, Scan, ScanKind } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';

/*
 * How much of a line each side has done. Lines keep totals only; who did what of them is in the work log and on the pallets. Asked only
 * where a contradiction was found.
 */

interface OfLine {
  readonly po: PoNumber;
  readonly line: string;
}

/** Eaches that a station has picked of a line and not put back. */
export const pickedBy = (reader: Reader, station: string, line: OfLine): number => scanned(reader, station, line, 'pick', 'return');

/** Eaches that a station has packed of a line and not taken off again; on one pallet where that is named. */
export const packedBy = (reader: Reader, station: string, line: OfLine & { readonly sscc?: string }): number => scanned(reader, station, line, 'pack', 'unpack');

/** Eaches of a line on pallets that a station sent off. */
export function sentBy(reader: Reader, station: string, { po, line }: OfLine): number {
  return reader.find('content', { po, line }).reduce((sum, { sscc, eaches }) => {
    const unit = reader.get('unit', { sscc });
    return unit?.state === 'departed' && unit.touchedBy?.station === station ? sum + eaches : sum;
  }, 0);
}

function scanned(reader: Reader, station: string, { po, line, sscc }: OfLine & { readonly sscc?: string }, done: ScanKind, undone: ScanKind): number {
  let sum = 0;
  for (const scan of reader.find('scan', { station, undone: false })) {
    if (scan.po !== po || scan.line !== line || (sscc !== undefined && scan.sscc !== sscc)) continue;
    if (scan.kind === done) sum += scan.eaches;
    else if (scan.kind === undone) sum -= scan.eaches;
  }
  return Math.max(0, sum);
}

/**
 * The unit on which an act put goods of a line that it took off another one; null where it put them on none, or where its station's work log
 * has forgotten it.
 */
export function putDownBy(reader: Reader, { station, opId }: Pick<Act, 'station' | 'opId'>, { po, line, sscc }: OfLine & { readonly sscc: string }): string | null {
  const scans = new Map(reader.find('scan', { station, undone: false }).map((scan) => [scan.opId, scan]));
  const firstOf = (scan: Scan): Scan => {
    const before = scan.previous === null ? undefined : scans.get(scan.previous);
    return before ? firstOf(before) : scan;
  };
  const known = scans.get(opId);
  const begun = known && firstOf(known);
  return [...scans.values()].find((scan) => scan.kind === 'pack' && scan.po === po && scan.line === line && scan.sscc !== sscc && firstOf(scan) === begun)?.sscc ?? null;
}
