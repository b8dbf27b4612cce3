import { message, type Message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import { unitName } from '../../handling-units/names.ts';
import type { Act, HandlingUnit, Scan } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';
import { judgeUnloading } from './loading.ts';
import { finishedSide, judgeNesting, judgePacking, judgeVoid, type Packing } from './packing.ts';
import { judgeUndoneCount, judgeUndoneDamage, judgeUndonePick, judgeUndoneReturn } from './picking.ts';
import { judgeUnnesting, judgeUnpacking } from './unpacking.ts';

/*
 * Undo is judged by what it does now to what others made of the goods unseen:
 *
 * pick     goods go back to a bin        put back, packed or counted by others: counted once, a recount
 * return   they are picked again         picked anew by others: over-picked; taken from the bin or counted: a recount
 * count, receive  the bin's books go back  goods moved or counted there by others: a recount
 * pack     goods come off a unit         taken off by others; closed, loaded, sent off with them
 * unpack   they stand on it again        packed elsewhere or put back by others; closed, loaded, sent off, given up without them
 * damage   they are good again           picked anew by others: over-picked; counted without them: a recount
 * nest, unnest  a carton off and onto a pallet   loaded, sent off, put elsewhere by others
 * load     off the truck                 sent off by others
 * open     the unit is given up          goods stand on it by others
 * close    it is open again              loaded or sent off by others: it stays as they left it
 * reopen   closed as it was before       changed by others while it was open: weight and label are not true
 *
 * `void` brings back an empty unit, or finds it in use already; `short`, `locate` and what was noted for a `move` move no goods.
 */
export function judgeUndone(reader: Reader, scan: Scan, occurrence: Occurrence): readonly Finding[] {
  const { kind, sscc, carton, po } = scan;
  switch (kind) {
    case 'pick':
      return judgeUndonePick(reader, scan, occurrence);
    case 'return':
      return judgeUndoneReturn(reader, scan, occurrence);
    case 'count':
    case 'receive':
      return judgeUndoneCount(reader, scan, occurrence);
    case 'damage':
      return judgeUndoneDamage(reader, scan, occurrence);
    case 'pack':
    case 'unpack': {
      const goods = goodsOf(scan);
      if (!goods) return [];
      return kind === 'pack' ? judgeUnpacking(reader, goods, occurrence) : judgePacking(reader, goods, occurrence);
    }
    case 'nest':
      return sscc === null || carton === null ? [] : judgeUnnesting(reader, { sscc: carton, from: sscc }, occurrence);
    case 'unnest':
      return sscc === null || carton === null || po === null ? [] : judgeNesting(reader, { sscc: carton, on: sscc, po }, occurrence);
    case 'load':
      return sscc === null ? [] : judgeUnloading(reader, sscc, occurrence);
    case 'open':
      return sscc === null ? [] : judgeVoid(reader, { sscc }, occurrence);
    case 'close':
      return sscc === null ? [] : judgeOpenAgain(reader, sscc, occurrence);
    case 'reopen':
      return sscc === null ? [] : judgeClosedAgain(reader, sscc, occurrence);
    case 'void':
    case 'short':
    case 'locate':
    case 'move':
      return [];
  }
}

/** What of the scan's goods there is to move: none where its undo could take nothing off the unit they were put on. */
function goodsOf({ sscc, po, line, sku, eaches, carton, trace }: Scan): Packing | undefined {
  return sscc === null || po === null || line === null || sku === null || eaches === 0 ? undefined : { sscc, po, line, sku, eaches, carton, trace };
}

/** Open again at its station only: another one has loaded it or sent it off as it was closed. */
function judgeOpenAgain(reader: Reader, sscc: string, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc });
  const act = unseenOf(unit?.touchedBy, occurrence);
  if (!unit || !act || (unit.state !== 'loaded' && unit.state !== 'departed')) return [];
  const words = { unit: unitName(reader, sscc), state: unit.state };
  return ofUnit(unit, act, { what: message('cases.packedTwice.openAgain', words), first: finishedSide(words), second: message('cases.side.openAgain', { unit: words.unit }) });
}

/** Closed with the weight and the label of before, although another station changed what stands on it while it was open. */
function judgeClosedAgain(reader: Reader, sscc: string, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc });
  const act = unseenOf(unit?.touchedBy, occurrence);
  if (unit?.state !== 'open' || !act) return [];
  const words = { unit: unitName(reader, sscc) };
  return ofUnit(unit, act, { what: message('cases.packedTwice.closedAgain', words), first: message('cases.side.changedUnit', words), second: finishedSide({ ...words, state: 'closed' }) });
}

/** About how a unit stands, and no goods. */
function ofUnit({ po, sscc }: HandlingUnit, act: Act, { what, first, second }: Readonly<Record<'what' | 'first' | 'second', Message>>): readonly Finding[] {
  return [{ type: 'packed-twice', what, first: { act, what: first }, second, stakes: [], about: { po, sscc }, detail: { ssccs: [sscc] }, joins: 'restated' }];
}
