import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import type { BodyOf } from '../../folds.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';

/** A count against goods that another station moved in or out of the bin, or counted, meanwhile. Counts that agree are none. */
export function judgeCount(reader: Reader, { sku, location, boxed }: BodyOf<'stock.set'>, occurrence: Occurrence): readonly Finding[] {
  const bin = reader.get('bin', { sku, location });
  const act = unseenOf(bin?.movedBy, occurrence);
  if (!bin || !act || bin.boxed === boxed) return [];
  return [{
    type: 'count-against-movement',
    what: message('cases.countAgainstMovement.count', { sku, location, boxed: bin.boxed, counted: boxed }),
    first: { act, what: message('cases.side.left', { boxed: bin.boxed, location }) },
    second: message('cases.side.counted', { boxed, location }),
    stakes: [{ po: null, line: null, sku, units: Math.abs(boxed - bin.boxed) }],
    about: { sku, location },
  }];
}

/**
 * Goods put into a bin that another station counted without knowing of them: the count may have them in it or not. Adding contradicts no
 * pick and no other receipt.
 */
export function judgeReceipt(reader: Reader, { sku, location, eaches }: Pick<BodyOf<'stock.received'>, 'sku' | 'location' | 'eaches'>, occurrence: Occurrence): readonly Finding[] {
  const bin = reader.get('bin', { sku, location });
  const counted = unseenOf(bin?.countedBy, occurrence);
  if (!bin || !counted) return [];
  return [{
    type: 'count-against-movement',
    what: message('cases.countAgainstMovement.received', { sku, location, units: eaches }),
    first: { act: counted, what: message('cases.side.counted', { boxed: bin.boxed, location }) },
    second: message('cases.side.received', { eaches, location }),
    stakes: [{ po: null, line: null, sku, units: eaches }],
    about: { sku, location },
  }];
}
