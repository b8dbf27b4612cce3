import { message, type Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision } from '../decision.ts';
import { notWorkable } from '../picking/workable.ts';
import { requireRight } from '../staffing/rights.ts';
import type { HandlingUnit } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { heldUnit } from '../sync/claims.ts';
import type { Unpacked } from './decide.ts';
import { inParts, tooLong, type Part } from './acts.ts';
import { unitName } from './names.ts';
import { cartonsOn } from './nesting.ts';
import { nextUnit } from './open.ts';
import { packingRemarks } from './pallet-rules.ts';
import { takingOff, type Goods } from './taking-off.ts';

export interface MoveInput {
  readonly from: string;
  readonly goods: Goods;
  /** An open pallet or carton of the same order; null: a new one, as when a pallet is split. */
  readonly to: string | null;
  /** Operations of the same act that come before it. */
  readonly before?: number;
  /** Knowingly together with the station that has one of the two in hand. */
  readonly shared?: boolean;
}

export interface Moved {
  readonly to: string;
  readonly eaches: number;
  /** What still stands on the pallet that they came from. */
  readonly left: number;
  readonly words: Message;
  /** Which labels are no longer true, limits that the target passes. */
  readonly details: readonly Message[];
}

/**
 * Goods from one pallet to another of the same order: re-palletising, and splitting onto a new one. One act, undone as one. A pallet that
 * is emptied is given up, its number with it; one that was closed is open again, because neither its weight nor its label is true now.
 */
export function decideMove(reader: Reader, { from, goods, to, before = 0, shared = false }: MoveInput, context: Context): Decision<Moved> {
  const where = unitName(reader, from);
  const forbidden = requireRight(context, 'pack', where);
  if (forbidden) return forbidden;
  const source = reader.get('unit', { sscc: from });
  if (!source) return refuse('handlingUnits.refused.unknown', where, { unit: where });
  if (source.state !== 'open' && source.state !== 'closed') return refuse('handlingUnits.refused.state', where, { unit: where, state: source.state }, source.state === 'loaded' ? 'handlingUnits.hint.unloadFirst' : null);
  if (source.parent !== null) return refuse('handlingUnits.refused.onPallet', where, { carton: where, unit: unitName(reader, source.parent) }, 'handlingUnits.hint.takeOffPallet');
  const order = reader.get('order', { po: source.po });
  const stopped = order && notWorkable(order);
  if (stopped) return refuse(stopped.key, where, stopped.params);
  const cartons = carriedAlong(reader, from, goods);
  const off = takingOff(reader, source, without(goods, cartons));
  if (!off.ok) return off;
  const eaches = off.goods.reduce((sum, { body }) => sum + body.eaches, 0) + cartons.reduce((sum, carton) => sum + carton.eaches, 0);
  if (eaches === 0) return refuse('handlingUnits.refused.nothingOnIt', where, { unit: where });
  if (goods.kind === 'all' && goods.eaches !== undefined && goods.eaches !== eaches) return refuse('handlingUnits.refused.changedMeanwhile', where, { unit: where, eaches, shown: goods.eaches });
  const target = targetOf(reader, source, { to, cartons }, context);
  if (!target.ok) return target;
  const { sscc, opened } = target;
  const emptied = eaches === source.eaches;
  const operations = inParts([...off.goods, ...opened, ...off.goods.map((each, index) => packedOn(sscc, each, before + index)), ...cartons.flatMap((carton) => carriedOver(carton, from, sscc)), ...leaving(source, emptied, 'moved')], before);
  const held = shared ? undefined : (heldUnit(reader, from, context) ?? heldUnit(reader, sscc, context));
  const hindered = tooLong(where, before + operations.length) ?? held;
  if (hindered) return hindered;
  const words = { from: where, unit: unitName(reader, sscc), eaches };
  return decided(operations, {
    to: sscc,
    eaches,
    left: source.eaches - eaches,
    words: message(emptied ? 'handlingUnits.moved.all' : 'handlingUnits.moved.some', words),
    details: [...labelsDue(source, emptied, words), ...limitsOf(reader, target.unit, off.goods)],
  });
}

/** Cartons of our own that stand on it and go along as they are. */
function carriedAlong(reader: Reader, from: string, goods: Goods): readonly HandlingUnit[] {
  const there = cartonsOn(reader, from);
  if (goods.kind === 'all') return there;
  const named = new Set((goods.kind === 'several' ? goods.goods : [goods]).flatMap((each) => (each.kind === 'carton' ? [each.carton] : [])));
  return there.filter(({ sscc }) => named.has(sscc));
}

function without(goods: Goods, cartons: readonly HandlingUnit[]): Goods {
  const goesAlong = (each: Goods): boolean => each.kind === 'carton' && cartons.some(({ sscc }) => sscc === each.carton);
  if (goods.kind === 'several') return { ...goods, goods: goods.goods.filter((each) => !goesAlong(each)) };
  return goesAlong(goods) ? { kind: 'several', goods: [] } : goods;
}

type Target = { readonly ok: true; readonly sscc: string; readonly unit: Pick<HandlingUnit, 'sscc' | 'kind'>; readonly opened: readonly Part[] } | Extract<Decision, { readonly ok: false }>;

function targetOf(reader: Reader, source: HandlingUnit, { to, cartons }: { readonly to: string | null; readonly cartons: readonly HandlingUnit[] }, context: Context): Target {
  if (to === null) {
    const next = nextUnit(reader, source.po, source.kind, context.station);
    if (!next.ok) return next;
    const { sscc } = next.operation.body;
    return { ok: true, sscc, unit: { sscc, kind: source.kind }, opened: [{ ...next.operation, body: { ...next.operation.body, aside: true } }] };
  }
  const where = unitName(reader, to);
  const unit = reader.get('unit', { sscc: to });
  if (!unit) return refuse('handlingUnits.refused.unknown', where, { unit: where });
  if (to === source.sscc) return refuse('handlingUnits.refused.ontoItself', where, { unit: where });
  // One order a pallet: what the label, the ASN and Amazon's dock take for granted.
  if (unit.po !== source.po) return refuse('handlingUnits.refused.otherOrder', where, { unit: where, po: unit.po, wanted: source.po }, 'handlingUnits.hint.otherOrder');
  if (unit.state !== 'open') return refuse('handlingUnits.refused.state', where, { unit: where, state: unit.state }, message('handlingUnits.hint.state', { wanted: 'open' }));
  if (unit.kind === 'carton' && cartons.length > 0) return refuse('handlingUnits.refused.cartonOnCarton', where, { unit: where });
  return { ok: true, sscc: to, unit, opened: [] };
}

/** No code: nobody scanned them, so they say nothing of the pace. */
const packedOn = (sscc: string, { body }: Unpacked, takes: number): Part => ({ kind: 'unit.packed', body: { ...body, sscc, code: '', keyed: true, takes } });

const carriedOver = ({ sscc, po }: HandlingUnit, from: string, on: string): Part[] => [{ kind: 'unit.unnested', body: { sscc, from, po } }, { kind: 'unit.nested', body: { sscc, on, po, code: '' } }];

/** An emptied unit is given up; one that was closed is open again. The journal's reason is one of our words, which its readers see in their language. */
export function leaving({ sscc, state }: HandlingUnit, emptied: boolean, reason: 'moved' | 'damaged'): Part[] {
  if (emptied) return [{ kind: 'unit.voided', body: { sscc, reason } }];
  return state === 'closed' ? [{ kind: 'unit.reopened', body: { sscc, reason } }] : [];
}

/** What is to be done with labels that say too much now. */
export function labelsDue({ labelPrints, state }: HandlingUnit, emptied: boolean, { from, unit }: { readonly from: string; readonly unit: string }): Message[] {
  if (emptied) return labelPrints > 0 ? [message('handlingUnits.moved.takeLabelOff', { unit: from })] : [];
  return state === 'closed' ? [message('handlingUnits.moved.closeAgain', { from, unit })] : [];
}

function limitsOf(reader: Reader, unit: Pick<HandlingUnit, 'sscc' | 'kind'>, goods: readonly Unpacked[]): Message[] {
  const [first] = goods;
  if (!first) return [];
  const same = goods.filter(({ body }) => body.sku === first.body.sku);
  const sum = (field: 'eaches' | 'cartons'): number => same.reduce((total, { body }) => total + body[field], 0);
  return packingRemarks(reader, unit, { sku: first.body.sku, eaches: sum('eaches'), cartons: sum('cartons') });
}
