import type { Location, PoNumber, Sku } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { movedBy } from '../../scanning/record.ts';
import type { Scan } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import { judgeReceipt } from './counting.ts';
import type { Finding } from './finding.ts';
import { judgeLineWork } from './line-work.ts';
import { pickedBy } from './shares.ts';

/** A pick against others' picks of the line, changes of the order, and what others took from or counted in the bin. */
export function judgePick(reader: Reader, body: BodyOf<'pick.confirmed'>, occurrence: Occurrence): readonly Finding[] {
  const { sku, location, eaches } = body;
  const work = judgePicked(reader, body, () => pickedBy(reader, occurrence.station, body), occurrence);
  return location === null ? work : [...work, ...judgeMovement(reader, { sku, location, off: eaches }, occurrence)];
}

type Picked = Pick<BodyOf<'pick.confirmed'>, 'po' | 'line' | 'sku' | 'location' | 'eaches'>;

/** More of a line is picked now. `before`: what this station had picked of it. */
function judgePicked(reader: Reader, { po, line: name, sku, location, eaches }: Picked, before: () => number, occurrence: Occurrence): readonly Finding[] {
  const order = reader.get('order', { po });
  const line = reader.get('line', { po, line: name });
  if (!order || !line) return [];
  const over = Math.max(0, line.picked + eaches - line.accepted) - Math.max(0, line.picked - line.accepted);
  const done = line.picked + eaches;
  const picked = (sum: number): Message => message('cases.side.picked', { eaches: sum });
  return judgeLineWork({
    order, line, eaches, done, over, type: 'over-pick', about: { location },
    what: () => message('cases.overPick.what', { po, sku, accepted: line.accepted, done }),
    did: () => picked(eaches),
    own: () => {
      const own = before();
      return { before: own, did: picked(own + eaches) };
    },
    others: picked,
  }, occurrence);
}

interface Movement {
  readonly sku: Sku;
  readonly location: Location;
  /** Eaches off the bin. */
  readonly off: number;
}

/** Goods off a bin of which the books lack some, or which another station counted without knowing of this. */
function judgeMovement(reader: Reader, { sku, location, off }: Movement, occurrence: Occurrence): readonly Finding[] {
  const bin = reader.get('bin', { sku, location });
  if (!bin) return [];
  const counted = unseenOf(bin.countedBy, occurrence);
  const moved = counted ?? unseenOf(bin.movedBy, occurrence);
  const lacking = off - Math.min(off, bin.boxed);
  if (!moved || (!counted && lacking === 0)) return [];
  return [{
    type: 'count-against-movement',
    what: message(counted ? 'cases.countAgainstMovement.what' : 'cases.countAgainstMovement.lacking', { sku, location, boxed: bin.boxed, lacking }),
    first: { act: moved, what: message(counted ? 'cases.side.counted' : 'cases.side.left', { boxed: bin.boxed, location }) },
    second: message('cases.side.took', { eaches: off, location }),
    stakes: [{ po: null, line: null, sku, units: counted ? off : lacking }],
    about: { sku, location },
  }];
}

/** Goods put back that another station had put back already. */
export function judgeReturn(reader: Reader, { po, line: name, sku, location, eaches }: BodyOf<'pick.returned'>, occurrence: Occurrence): readonly Finding[] {
  return surplus(reader, { po, line: name, sku, location, eaches }, occurrence);
}

/** Written off although another station had put back, packed or written off the same, or had counted the bin without them. */
export function judgeDamaged(reader: Reader, body: BodyOf<'goods.damaged'>, occurrence: Occurrence): readonly Finding[] {
  const { po, line: name, sku, location } = body;
  const { eaches } = movedBy(reader, body, occurrence);
  if (location !== null) return judgeMovement(reader, { sku, location, off: eaches }, occurrence);
  const line = reader.get('line', { po, line: name });
  const act = unseenOf(line?.workedBy, occurrence);
  const units = line ? eaches - Math.min(eaches, Math.max(0, line.picked - line.packed)) : 0;
  if (!line || !act || units === 0) return [];
  return [{
    type: 'count-against-movement',
    what: message('cases.countAgainstMovement.damaged', { sku, po }),
    first: { act, what: message('cases.side.worked', { picked: line.picked, packed: line.packed, of: line.accepted }) },
    second: message('cases.side.damaged', { eaches }),
    stakes: [{ po, line: name, sku, units }],
    about: { po, line: name, sku },
  }];
}

/** A pick taken back: its goods go back to the bin, although others had put them back or packed them, or had counted the bin. */
export function judgeUndonePick(reader: Reader, { po, line, sku, location, eaches, taken }: Scan, occurrence: Occurrence): readonly Finding[] {
  if (po === null || line === null || sku === null || location === null) return [];
  return [...surplus(reader, { po, line, sku, location, eaches }, occurrence), ...judgeReceipt(reader, { sku, location, eaches: taken }, occurrence)];
}

/** Goods put back are picked again, although others picked instead of them, or took them from the bin. */
export function judgeUndoneReturn(reader: Reader, { po, line, sku, location, eaches, taken }: Scan, occurrence: Occurrence): readonly Finding[] {
  if (po === null || line === null || sku === null || location === null) return [];
  const work = judgePicked(reader, { po, line, sku, location, eaches }, () => pickedBy(reader, occurrence.station, { po, line }), occurrence);
  return [...work, ...judgeMovement(reader, { sku, location, off: -taken }, occurrence)];
}

/** A count or a receipt taken back: what it put on the bin's books comes off again, and the other way round. */
export function judgeUndoneCount(reader: Reader, { sku, location, taken }: Scan, occurrence: Occurrence): readonly Finding[] {
  if (sku === null || location === null || taken === 0) return [];
  return taken < 0 ? judgeMovement(reader, { sku, location, off: -taken }, occurrence) : judgeReceipt(reader, { sku, location, eaches: taken }, occurrence);
}

/** Goods written off are good again, although others picked instead of them, or counted the bin without them. */
export function judgeUndoneDamage(reader: Reader, { po, line, sku, location, eaches, taken }: Scan, occurrence: Occurrence): readonly Finding[] {
  if (po === null || line === null || sku === null) return [];
  if (location !== null) return taken === 0 ? [] : judgeReceipt(reader, { sku, location, eaches: taken }, occurrence);
  return judgePicked(reader, { po, line, sku, location, eaches }, () => pickedBy(reader, occurrence.station, { po, line }) - eaches, occurrence);
}

interface Return {
  readonly po: PoNumber;
  readonly line: string;
  readonly sku: Sku;
  readonly location: Location;
  readonly eaches: number;
}

/** More is put back than is picked, or than is picked and not on a pallet: others have put it back, or packed it. */
function surplus(reader: Reader, { po, line: name, sku, location, eaches }: Return, occurrence: Occurrence): readonly Finding[] {
  const line = reader.get('line', { po, line: name });
  const act = unseenOf(line?.workedBy, occurrence);
  if (!line || !act) return [];
  const back = Math.min(eaches, line.picked);
  const packed = back - Math.min(back, Math.max(0, line.picked - line.packed));
  const finding = (key: 'cases.countAgainstMovement.returned' | 'cases.countAgainstMovement.packed', units: number): readonly Finding[] => units === 0 ? [] : [{
    type: 'count-against-movement',
    what: message(key, { sku, location, po }),
    first: { act, what: message('cases.side.worked', { picked: line.picked, packed: line.packed, of: line.accepted }) },
    second: message('cases.side.returned', { eaches, location }),
    stakes: [{ po, line: name, sku, units }],
    about: { po, line: name, sku, location },
  }];
  return [...finding('cases.countAgainstMovement.returned', eaches - back), ...finding('cases.countAgainstMovement.packed', packed)];
}
