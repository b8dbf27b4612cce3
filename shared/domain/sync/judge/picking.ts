import type { Location, PoNumber, Sku } from '../../../lib/ids.ts';
import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import { movedBy } from '../../scanning/record.ts';
import type { Scan } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';
import { judgeLineWork } from './line-work.ts';
import { pickedBy } from './shares.ts';

/** A pick against others' picks of the line, changes of the order, and what others took from or counted in the bin. */
export function judgePick(reader: Reader, { po, line: name, sku, location, eaches }: BodyOf<'pick.confirmed'>, occurrence: Occurrence): readonly Finding[] {
  const order = reader.get('order', { po });
  const line = reader.get('line', { po, line: name });
  if (!order || !line) return [];
  const over = Math.max(0, line.picked + eaches - line.accepted) - Math.max(0, line.picked - line.accepted);
  const done = line.picked + eaches;
  const picked = (sum: number): Message => message('cases.side.picked', { eaches: sum });
  const work = judgeLineWork({
    order, line, eaches, done, over, type: 'over-pick', about: { location },
    what: () => message('cases.overPick.what', { po, sku, accepted: line.accepted, done }),
    did: () => picked(eaches),
    own: () => {
      const before = pickedBy(reader, occurrence.station, line);
      return { before, did: picked(before + eaches) };
    },
    others: picked,
  }, occurrence);
  return location === null ? work : [...work, ...judgeMovement(reader, { sku, location, off: eaches }, occurrence)];
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

/** Taking back a scan whose goods another station has moved on without this one knowing. */
export function judgeUndonePick(reader: Reader, { kind, po, line, sku, location, eaches, taken }: Scan, occurrence: Occurrence): readonly Finding[] {
  if (sku === null || location === null) return [];
  if (kind !== 'pick') return judgeMovement(reader, { sku, location, off: -taken }, occurrence);
  return po === null || line === null ? [] : surplus(reader, { po, line, sku, location, eaches }, occurrence);
}

interface Return {
  readonly po: PoNumber;
  readonly line: string;
  readonly sku: Sku;
  readonly location: Location;
  readonly eaches: number;
}

function surplus(reader: Reader, { po, line: name, sku, location, eaches }: Return, occurrence: Occurrence): readonly Finding[] {
  const line = reader.get('line', { po, line: name });
  const act = unseenOf(line?.workedBy, occurrence);
  const units = eaches - Math.min(eaches, line?.picked ?? 0);
  if (!line || !act || units === 0) return [];
  return [{
    type: 'count-against-movement',
    what: message('cases.countAgainstMovement.returned', { sku, location, po }),
    first: { act, what: message('cases.side.worked', { picked: line.picked, packed: line.packed, of: line.accepted }) },
    second: message('cases.side.returned', { eaches, location }),
    stakes: [{ po, line: name, sku, units }],
    about: { po, line: name, sku, location },
  }];
}
