import type { OperationDraft } from '../../../contracts/operations.ts';
import { message } from '../../../messages/say.ts';
import { looseOf } from '../../handling-units/decide.ts';
import { mayStandOn } from '../../handling-units/nesting.ts';
import type { Case, CaseLine, Content, Trace } from '../../state/entities.ts';
import type { Reader } from '../../state/world.ts';
import { asItStands, doing, type Remedy } from './remedy.ts';
import { palletName, takingOff } from './surplus.ts';
import { takingBack } from './units.ts';

/** A carton, or goods, on two pallets at once or off one twice; or on, or off, a pallet that another station had finished or given up. */
export function packedTwiceRemedies(reader: Reader, found: Case): readonly Remedy[] {
  const { detail, sscc } = found;
  const [first, second] = [palletName(reader, detail.firstPlace ?? sscc), palletName(reader, detail.secondPlace ?? sscc)];
  const unit = palletName(reader, detail.ssccs[0] ?? sscc);
  switch (found.what.key) {
    case 'cases.packedTwice.carton':
      return [asItStands('keep-first', message('cases.do.cartonStays', { unit: first })), doing('keep-second', message('cases.do.cartonMoves', { first, second }), toSecond(reader, found))];
    case 'cases.packedTwice.serial':
      return [asItStands('keep-first', message('cases.do.eachStays', { unit: first })), doing('keep-second', message('cases.do.eachMoves', { first, second }), toSecond(reader, found)), ...bothPieces(reader, found, second)];
    case 'cases.packedTwice.unpacked':
      return takenTwiceRemedies(reader, found, unit);
    case 'cases.packedTwice.offFinished':
      return offFinishedRemedies(reader, found, unit);
    case 'cases.packedTwice.cartonOff':
      return cartonOffRemedies(reader, found);
    case 'cases.packedTwice.closedAgain': {
      const open: OperationDraft[] = reader.get('unit', { sscc: sscc ?? '' })?.state === 'closed' && sscc !== null ? [{ kind: 'unit.reopened', body: { sscc, reason: 'decided as a case' } }] : [];
      return [doing('keep-first', message('cases.do.openAgain', { unit }), open, message('cases.next.label', { unit })), asItStands('noted', message('cases.do.look', { unit }), message('cases.next.look', { unit }))];
    }
    case 'cases.packedTwice.unit': {
      const off = found.detail.lines.flatMap(({ po, line, second: eaches }) => {
        const content = reader.get('content', { sscc: sscc ?? '', po, line });
        return content ? takingOff(reader, content, Math.min(eaches, content.eaches)) : [];
      });
      return [asItStands('keep-second', message('cases.do.standsOnIt', { unit }), message('cases.next.label', { unit })), doing('keep-first', message('cases.do.comesOff', { unit, eaches: found.units }), off)];
    }
    case 'cases.packedTwice.voided': {
      const off = reader.find('content', { sscc: sscc ?? '' }).flatMap((content) => takingOff(reader, content, content.eaches));
      const empty: OperationDraft[] = sscc === null ? [] : [...off, { kind: 'unit.voided', body: { sscc, reason: 'decided as a case' } }];
      return [asItStands('keep-first', message('cases.do.goodsStand', { unit })), doing('keep-second', message('cases.do.isEmpty', { unit, eaches: found.units }), empty)];
    }
    default:
      return [asItStands('noted', message('cases.do.look', { unit }), message('cases.next.look', { unit }))];
  }
}

/** Taken off once, as the books say; or the second side has them; or the second side took nothing off that unit. */
function takenTwiceRemedies(reader: Reader, found: Case, unit: string): readonly Remedy[] {
  const { detail, sscc, units } = found;
  const goods = goodsOf(found);
  const once = asItStands('noted', message('cases.do.takenOnce', { unit }), message('cases.next.look', { unit }));
  if (!goods || sscc === null) return [once];
  const second = standing(reader, { ...goods, eaches: units }, detail.firstPlace, detail.secondPlace);
  const back = standing(reader, goods, detail.secondPlace, sscc);
  const words = { eaches: movedBy(second), unit: palletName(reader, detail.secondPlace), packed: detail.secondPlace === null ? 'no' : 'yes' };
  return [
    once,
    ...(second.length === 0 ? [] : [doing('keep-second', message('cases.do.secondHasThem', words), second)]),
    ...(back.length === 0 ? [] : [doing('keep-first', message('cases.do.standAgain', { eaches: movedBy(back), unit }), back, message('cases.next.look', { unit }))]),
  ];
}

/** They are off it, and its label is wrong; or they stand on it after all. */
function offFinishedRemedies(reader: Reader, found: Case, unit: string): readonly Remedy[] {
  const { detail, sscc } = found;
  const goods = goodsOf(found);
  const { state = null, shipmentId = null } = reader.get('unit', { sscc: sscc ?? '' }) ?? {};
  const due = state === 'departed' && shipmentId !== null ? message('cases.next.correctConfirmation', { shipment: shipmentId }) : message('cases.next.label', { unit });
  const back = goods && sscc !== null ? standing(reader, goods, detail.secondPlace, sscc) : [];
  const off = asItStands('keep-second', message('cases.do.areOff', { unit }), due);
  return back.length === 0 ? [off] : [off, doing('keep-first', message('cases.do.standAgain', { eaches: movedBy(back), unit }), back)];
}

function cartonOffRemedies(reader: Reader, { sscc, detail, po }: Case): readonly Remedy[] {
  const carton = sscc === null ? undefined : reader.get('unit', { sscc });
  const pallet = detail.firstPlace === null ? undefined : reader.get('unit', { sscc: detail.firstPlace });
  const unit = palletName(reader, detail.firstPlace);
  if (!carton || !pallet || po === null) return [asItStands('noted', message('cases.do.look', { unit }), message('cases.next.look', { unit }))];
  if (carton.state === 'departed') return [asItStands('keep-first', message('cases.do.leftWithIt', { unit })), doing('keep-second', message('cases.do.isOff', { unit }), takingBack(carton))];
  const off = asItStands('keep-second', message('cases.do.isOff', { unit }), message('cases.next.label', { unit }));
  if (!mayStandOn(carton, pallet)) return [off];
  return [off, doing('keep-first', message('cases.do.cartonStands', { unit }), [{ kind: 'unit.nested', body: { sscc: carton.sscc, on: pallet.sscc, po, code: '' } }])];
}

/** A truck's papers say something else than stood on a unit in the books: the books are right, or the papers are. */
export function leftOtherwiseRemedies(reader: Reader, { sscc, detail }: Case): readonly Remedy[] {
  const unit = palletName(reader, sscc);
  const shipment = detail.secondPlace ?? '';
  const sum = (side: 'first' | 'second'): number => detail.lines.reduce((total, line) => total + line[side], 0);
  const books = asItStands('keep-first', message('cases.do.leftAsInBooks', { unit }), message('cases.next.correctConfirmation', { shipment }));
  const change = sscc === null ? [] : detail.lines.flatMap((line) => asPapered(reader, line, sscc));
  return change.length === 0 ? [books] : [books, doing('keep-second', message('cases.do.leftAsPapered', { unit, eaches: Math.abs(sum('first') - sum('second')) }), change)];
}

/** What is on the unit beyond its papers comes off it in the books; what lacks is packed on it, as far as picked goods are loose. */
function asPapered(reader: Reader, { po, line, sku, first, second }: CaseLine, sscc: string): OperationDraft[] {
  const content = reader.get('content', { sscc, po, line });
  if (first > second) return content ? takingOff(reader, content, Math.min(first - second, content.eaches)) : [];
  return sku === null ? [] : standing(reader, { po, line, sku, eaches: second - first, carton: null, trace: null }, null, sscc);
}

/** Two pieces bear one number: the second counts as a piece without it, because a number counts once. */
function bothPieces(reader: Reader, found: Case, unit: string): readonly Remedy[] {
  const { secondPlace } = found.detail;
  const goods = goodsOf(found);
  if (!goods || secondPlace === null) return [];
  const { trace } = goods;
  const unnumbered = trace === null || (trace.lot === null && trace.expiry === null) ? null : { ...trace, serial: null };
  const packed = standing(reader, { ...goods, eaches: 1, trace: unnumbered }, null, secondPlace);
  return packed.length === 0 ? [] : [doing('keep-both', message('cases.do.twoPieces', { unit }), packed, message('cases.next.number', { unit }))];
}

interface Goods extends Pick<Content, 'po' | 'line' | 'sku' | 'eaches'> {
  readonly carton: string | null;
  readonly trace: Trace | null;
}

/** What the second side has of the goods; undefined in cases that were opened before it was kept. */
function goodsOf({ detail, sku: known }: Case): Goods | undefined {
  const [line] = detail.lines;
  const sku = line?.sku ?? known;
  return line && sku !== null ? { po: line.po, line: line.line, sku, eaches: line.second, carton: detail.carton, trace: detail.trace ?? null } : undefined;
}

const toSecond = (reader: Reader, found: Case): OperationDraft[] => {
  const goods = goodsOf(found);
  const { firstPlace, secondPlace, serial = null } = found.detail;
  if (!goods) return [];
  return standing(reader, { ...goods, trace: goods.trace ?? (serial === null ? null : { lot: null, expiry: null, serial }) }, firstPlace, secondPlace);
};

/**
 * The operations after which goods stand on a unit (null: on none, waiting to be packed). A carton or a numbered piece comes from where it
 * stands; others from `from` and then from what waits to be packed, as far as there are any.
 */
function standing(reader: Reader, goods: Goods, from: string | null, to: string | null): OperationDraft[] {
  const { po, line, sku, carton, trace } = goods;
  if (goods.eaches === 0 || (to !== null && !reader.get('unit', { sscc: to }))) return [];
  const named = carton !== null ? reader.get('carton', { carton }) : trace?.serial == null ? undefined : reader.get('serial', { sku, serial: trace.serial });
  if (named?.sscc === to) return [];
  const off = named ? [offOf(goods, named)] : looseFrom(reader, goods, from);
  const packed = reader.get('line', { po, line });
  const waiting = to === null || !packed ? 0 : Math.min(goods.eaches - movedBy(off), Math.max(0, packed.picked - packed.packed));
  if (to === null) return off;
  const cartons = carton === null ? 0 : 1;
  const fresh: Unpacked[] = waiting === 0 || (carton !== null && waiting < goods.eaches) ? [] : [{ kind: 'unit.unpacked', body: { sscc: to, po, line, sku, eaches: waiting, cartons, carton, code: '', ...(trace === null ? {} : { trace }) } }];
  return [...off, ...[...off, ...fresh].map((each): OperationDraft => ({ kind: 'unit.packed', body: { ...each.body, sscc: to, keyed: true } }))];
}

type Unpacked = Extract<OperationDraft, { readonly kind: 'unit.unpacked' }>;

/** The carton or the numbered piece as it stands. */
function offOf({ sku, carton }: Goods, named: { readonly sscc: string; readonly po: Goods['po']; readonly line: string } & ({ readonly eaches: number; readonly trace: Trace | null } | Trace)): Unpacked {
  const { eaches, trace } = 'eaches' in named ? named : { eaches: 1, trace: { lot: named.lot, expiry: named.expiry, serial: named.serial } };
  return { kind: 'unit.unpacked', body: { sscc: named.sscc, po: named.po, line: named.line, sku, eaches, cartons: carton === null ? 0 : 1, carton, code: '', ...(trace === null ? {} : { trace }) } };
}

/** Goods without a number of their own; cartons with labels stay as they are. */
function looseFrom(reader: Reader, { po, line, eaches, carton, trace }: Goods, sscc: string | null): Unpacked[] {
  const content = sscc === null || carton !== null || trace?.serial != null ? undefined : reader.get('content', { sscc, po, line });
  const off = content ? Math.min(eaches, looseOf(reader, content).eaches) : 0;
  return content && off > 0 ? takingOff(reader, content, off).filter((each) => each.kind === 'unit.unpacked') : [];
}

/** Eaches that operations move: what they pack, or take off where they pack nothing. */
function movedBy(operations: readonly OperationDraft[]): number {
  const sum = (kind: 'unit.packed' | 'unit.unpacked'): number => operations.reduce((total, each) => (each.kind === kind ? total + each.body.eaches : total), 0);
  return sum('unit.packed') || sum('unit.unpacked');
}
