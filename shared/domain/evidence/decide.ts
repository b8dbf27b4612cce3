import { LARGEST_PHOTO, LONGEST_SIDE } from '../../lib/photo/limits.ts';
import type { JpegReading } from '../../lib/photo/jpeg.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { unitName } from '../handling-units/names.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Photo } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

export interface PhotoInput {
  readonly sscc: string;
  /** Digest of the file's bytes. */
  readonly sha256: string;
  readonly bytes: number;
  readonly reading: JpegReading;
  readonly via: Photo['via'];
}

const KB = 1024;

/**
 * Keeps a photo with a pallet or carton, as evidence of how it left. The same photo of the same unit counts once; `already` tells so.
 * There is no decision that removes one.
 */
export function decideKeepPhoto(reader: Reader, { sscc, sha256, bytes, reading, via }: PhotoInput, context: Context): Decision<{ readonly already: boolean }> {
  const where = unitName(reader, sscc);
  const forbidden = requireRight(context, 'photo', where);
  if (forbidden) return forbidden;
  const unit = reader.get('unit', { sscc });
  if (!unit) return refuse('handlingUnits.refused.unknown', where, { unit: where });
  if (unit.state === 'voided') return refuse('handlingUnits.refused.state', where, { unit: where, state: unit.state });
  if (bytes > LARGEST_PHOTO) return refuse('evidence.refused.tooLarge', where, { kilobytes: Math.ceil(bytes / KB), most: LARGEST_PHOTO / KB }, 'evidence.hint.again');
  if (!reading.ok) return refuse(`evidence.refused.${REASONS[reading.why]}`, where, {}, 'evidence.hint.again');
  const { width, height } = reading;
  if (Math.max(width, height) > LONGEST_SIDE || Math.min(width, height) < 1) return refuse('evidence.refused.pixels', where, { width, height, most: LONGEST_SIDE }, 'evidence.hint.again');
  if (reader.get('photo', { sscc, sha256 })) return decided([], { already: true });
  return decided([{ kind: 'evidence.photographed', body: { sscc, po: unit.po, sha256, bytes, width, height, via } }], { already: false });
}

const REASONS = { 'not-jpeg': 'notJpeg', 'cut-short': 'cutShort', 'more-than-a-picture': 'camera' } as const;
