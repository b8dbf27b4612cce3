import { message } from '../../../messages/say.ts';
import type { Occurrence } from '../../decision.ts';
import { isThere } from '../../handling-units/changes.ts';
import { unitName } from '../../handling-units/names.ts';
import type { Act, HandlingUnit } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { unseenOf } from '../act.ts';
import type { Finding } from './finding.ts';
import { finishedSide, type Packing } from './packing.ts';
import { putDownBy } from './shares.ts';

/*
 * Goods that come off a unit: taken off, moved, written off, or packed by a scan that is taken back. Another station may have taken them
 * first, or have closed, loaded or sent off the unit with them on it.
 */

type Goods = Omit<Packing, 'part' | 'takes'>;

export function judgeUnpacking(reader: Reader, goods: Goods, occurrence: Occurrence): readonly Finding[] {
  const unit = reader.get('unit', { sscc: goods.sscc });
  const act = unseenOf(unit?.touchedBy, occurrence);
  if (!unit || !act) return [];
  const there = isThere(reader, goods) ? (reader.get('content', { sscc: goods.sscc, po: goods.po, line: goods.line })?.eaches ?? 0) : 0;
  const off = Math.min(goods.eaches, there);
  return [...takenTwice(reader, goods, { act, off, there }), ...offFinished(reader, goods, { unit, act, off })];
}

interface Met {
  readonly act: Act;
  /** Eaches that come off. */
  readonly off: number;
}

/** More than still stood there: others took it off before. Where each side put them down is kept for whoever decides. */
function takenTwice(reader: Reader, { sscc, po, line, sku, eaches, carton, trace = null }: Goods, { act, off, there }: Met & { readonly there: number }): readonly Finding[] {
  const units = eaches - off;
  if (units === 0) return [];
  const unit = unitName(reader, sscc);
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.unpacked', { unit, sku, there }),
    first: { act, what: message('cases.side.onUnit', { eaches: there, unit }) },
    second: message('cases.side.unpacked', { eaches, unit }),
    stakes: [{ po, line, sku, units }],
    about: { po, line, sku, sscc },
    detail: { ssccs: [sscc], firstPlace: putDownBy(reader, act, { po, line, sscc }), carton, trace, lines: [{ po, line, sku, first: units, second: off }] },
  }];
}

/** Off a unit that another station had closed, loaded or sent off: its label, and a truck's papers, say more than is on it. */
function offFinished(reader: Reader, { sscc, po, line, sku, carton, trace = null }: Goods, { unit, act, off }: Met & { readonly unit: HandlingUnit }): readonly Finding[] {
  if (unit.state === 'open' || off === 0) return [];
  const words = { unit: unitName(reader, sscc), state: unit.state };
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.offFinished', { ...words, sku }),
    first: { act, what: finishedSide(words) },
    second: message('cases.side.unpacked', { eaches: off, unit: words.unit }),
    stakes: [{ po, line, sku, units: off }],
    about: { po, line, sku, sscc },
    detail: { ssccs: [sscc], firstPlace: sscc, carton, trace, lines: [{ po, line, sku, first: 0, second: off }] },
  }];
}

/** A carton of our own off a pallet that another station had closed, loaded or sent off with it. */
export function judgeUnnesting(reader: Reader, { sscc, from }: { readonly sscc: string; readonly from: string }, occurrence: Occurrence): readonly Finding[] {
  const carton = reader.get('unit', { sscc });
  const pallet = reader.get('unit', { sscc: from });
  const act = unseenOf(pallet?.touchedBy, occurrence);
  if (carton?.parent !== from || !pallet || pallet.state === 'open' || !act) return [];
  const contents = reader.find('content', { sscc });
  const words = { unit: unitName(reader, from), state: pallet.state };
  return [{
    type: 'packed-twice',
    what: message('cases.packedTwice.cartonOff', { ...words, carton: unitName(reader, sscc) }),
    first: { act, what: finishedSide(words) },
    second: message('cases.side.unpacked', { eaches: carton.eaches, unit: words.unit }),
    stakes: contents.map(({ po, line, sku, eaches }) => ({ po, line, sku, units: eaches })),
    about: { po: carton.po, sscc },
    detail: { ssccs: [sscc, from], firstPlace: from, lines: contents.map(({ po, line, sku, eaches }) => ({ po, line, sku, first: eaches, second: eaches })) },
    joins: 'restated',
  }];
}
