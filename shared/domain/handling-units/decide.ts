import type { OperationDraft } from '../../contracts/operations.ts';
import { done, decided, refuse, type Context, type Decision, type Refusal } from '../decision.ts';
import type { Message } from '../../messages/say.ts';
import { message } from '../../messages/say.ts';
import type { Act } from '../staffing/rights.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Content, HandlingUnit, Trace } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { decideUnnest } from './decide-nesting.ts';
import { heldUnit } from '../sync/claims.ts';
import { LONGEST_ACT, tooLong } from './acts.ts';
import { unitName } from './names.ts';
import { loosePartsOf, sameTrace, type TracePart } from './traces.ts';
import { unitWarnings } from './pallet-rules.ts';

/*
 * What may be done with a pallet or carton besides scanning onto it.
 */

type Found = { readonly ok: true; readonly unit: HandlingUnit; readonly where: string } | { readonly ok: false; readonly refusal: Refusal };

/** The unit, when the actor may act on it and it is in the state that the act needs. */
export function unitIn(reader: Reader, context: Context, act: Act, sscc: string, state: HandlingUnit['state'] | null): Found {
  const where = unitName(reader, sscc);
  const forbidden = requireRight(context, act, where);
  if (forbidden) return forbidden;
  const unit = reader.get('unit', { sscc });
  if (!unit) return refuse('handlingUnits.refused.unknown', where, { unit: where });
  if (state !== null && unit.state !== state) {
    return refuse('handlingUnits.refused.state', where, { unit: where, state: unit.state }, message('handlingUnits.hint.state', { wanted: state }));
  }
  return { ok: true, unit, where };
}

export interface CloseInput {
  readonly sscc: string;
  readonly weightGrams: number | null;
  readonly heightMm: number | null;
}

/** Closes an open pallet or carton with what the scale and the tape say. Beyond the docks' limits it warns. */
export function decideCloseUnit(reader: Reader, { sscc, weightGrams, heightMm }: CloseInput, context: Context): Decision<{ readonly warnings: readonly Message[] }> {
  const found = unitIn(reader, context, 'pack', sscc, 'open');
  if (!found.ok) return found;
  if (found.unit.eaches === 0) return refuse('handlingUnits.refused.empty', found.where, { unit: found.where }, 'handlingUnits.hint.empty');
  const warnings = unitWarnings(reader, { ...found.unit, weightGrams, heightMm });
  return decided([{ kind: 'unit.closed', body: { sscc, weightGrams, heightMm } }], { warnings });
}

/** Opens a closed unit again. A loaded one must come off the truck first; one that left stays as it left. */
export function decideReopenUnit(reader: Reader, { sscc, reason }: { readonly sscc: string; readonly reason: string }, context: Context): Decision {
  const found = unitIn(reader, context, 'pack', sscc, 'closed');
  if (found.ok && found.unit.parent !== null) return refuse('handlingUnits.refused.onPallet', found.where, { carton: found.where, unit: unitName(reader, found.unit.parent) }, 'handlingUnits.hint.takeOffPallet');
  return found.ok ? done({ kind: 'unit.reopened', body: { sscc, reason } }) : found;
}

/** Gives up an empty unit. Its SSCC is spent: a number is never used again. */
export function decideVoidUnit(reader: Reader, { sscc, reason }: { readonly sscc: string; readonly reason: string }, context: Context): Decision {
  const found = unitIn(reader, context, 'pack', sscc, null);
  if (!found.ok) return found;
  const { unit, where } = found;
  if (unit.state !== 'open' && unit.state !== 'closed') return refuse('handlingUnits.refused.state', where, { unit: where, state: unit.state });
  const held = heldUnit(reader, sscc, context);
  if (held) return held;
  if (unit.eaches > 0) return refuse('handlingUnits.refused.notEmpty', where, { unit: where, eaches: unit.eaches }, 'handlingUnits.hint.unpackFirst');
  return done({ kind: 'unit.voided', body: { sscc, reason } });
}

export interface RemoveInput {
  readonly sscc: string;
  readonly line: string;
  /** Eaches to take off; whole cartons among them go with them. */
  readonly eaches: number;
  /** Which of them, where the line stands there with several lots or with serial numbers. */
  readonly trace?: Trace | null | undefined;
}

/** Takes goods of a line off an open unit again; they are picked goods waiting to be packed. */
export function decideUnpack(reader: Reader, { sscc, line, eaches, trace = null }: RemoveInput, context: Context): Decision {
  const found = unitIn(reader, context, 'pack', sscc, 'open');
  if (!found.ok) return found;
  const held = heldUnit(reader, sscc, context);
  if (held) return held;
  const content = reader.get('content', { sscc, po: found.unit.po, line });
  const loose = content ? looseOf(reader, content) : { eaches: 0, cartons: 0 };
  if (!content || eaches < 1 || eaches > loose.eaches) {
    const cartons = reader.find('carton', { sscc }).length;
    return refuse('handlingUnits.refused.notThatMuch', found.where, { unit: found.where, line, eaches, there: loose.eaches }, cartons > 0 ? 'handlingUnits.hint.removeCartons' : null);
  }
  const parts = eaches === loose.eaches ? loosePartsOf(reader, content) : partsNamed(loosePartsOf(reader, content), trace, eaches);
  if (parts === null) return refuse('handlingUnits.refused.whichLot', found.where, { unit: found.where, sku: content.sku }, 'handlingUnits.hint.whichLot');
  const long = tooLong(found.where, parts.length, LONGEST_ACT);
  if (long) return long;
  const cartons = Math.min(loose.cartons, Math.ceil((loose.cartons * eaches) / loose.eaches));
  return done(...unpackings(content, parts, cartons));
}

/** The eaches of the one part that is meant; null where that is not clear, or not as much is there. */
export function partsNamed(parts: readonly TracePart[], trace: Trace | null, eaches: number): readonly TracePart[] | null {
  const [only] = trace === null && parts.length === 1 ? parts : parts.filter((part) => sameTrace(part.trace, trace));
  return only && only.eaches >= eaches ? [{ trace: only.trace, eaches }] : null;
}

/** Takes parts of a content off, undone together. `cartons` go with them, as far as their eaches make up. */
export function unpackings({ sscc, po, line, sku }: Content, parts: readonly TracePart[], cartons: number): Unpacked[] {
  const all = parts.reduce((sum, part) => sum + part.eaches, 0);
  let upTo = 0;
  let gone = 0;
  return parts.map(({ trace, eaches }, index) => {
    upTo += eaches;
    const own = Math.floor((cartons * upTo) / all) - gone;
    gone += own;
    return { kind: 'unit.unpacked', body: { sscc, po, line, sku, eaches, cartons: own, carton: null, code: '', ...(index === 0 ? {} : { part: index }), ...(trace === null ? {} : { trace }) } };
  });
}

export type Unpacked = Extract<OperationDraft, { readonly kind: 'unit.unpacked' }>;

/** Takes a carton with its own SSCC off the unit it stands on. */
export function decideUnpackCarton(reader: Reader, { carton }: { readonly carton: string }, context: Context): Decision {
  const packed = reader.get('carton', { carton });
  if (!packed && reader.get('unit', { sscc: carton })?.parent != null) return decideUnnest(reader, { sscc: carton }, context);
  if (!packed) return refuse('handlingUnits.refused.unknown', unitName(reader, carton), { unit: unitName(reader, carton) });
  const { sscc, po, line, eaches, trace } = packed;
  const found = unitIn(reader, context, 'pack', sscc, 'open');
  if (!found.ok) return found;
  const held = heldUnit(reader, sscc, context);
  if (held) return held;
  const sku = reader.get('content', { sscc, po, line })?.sku;
  if (sku === undefined) return refuse('handlingUnits.refused.notThatMuch', found.where, { unit: found.where, line, eaches, there: 0 });
  return done({ kind: 'unit.unpacked', body: { sscc, po, line, sku, eaches, cartons: 1, carton, code: carton, ...(trace === null ? {} : { trace }) } });
}

/** What of a unit's content is not in cartons with their own SSCC. */
export function looseOf(reader: Reader, content: Content): Pick<Content, 'eaches' | 'cartons'> {
  const labelled = reader.find('carton', { sscc: content.sscc }).filter((carton) => carton.po === content.po && carton.line === content.line);
  return { eaches: content.eaches - labelled.reduce((sum, carton) => sum + carton.eaches, 0), cartons: content.cartons - labelled.length };
}
