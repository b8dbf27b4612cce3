import type { Location, PoNumber, Sku } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { decided, refuse, type Context, type Decision, type Refusal } from '../decision.ts';
import { inParts, tooLong, type Part } from '../handling-units/acts.ts';
import { labelsDue, leaving } from '../handling-units/move.ts';
import { unitName } from '../handling-units/names.ts';
import { takingOff, type Goods } from '../handling-units/taking-off.ts';
import { requireRight } from '../staffing/rights.ts';
import type { Line, Trace } from '../state/entities.ts';
import { heldUnit } from '../sync/claims.ts';
import type { Reader } from '../state/world.ts';
import { leftToPack, leftToPick } from './pick-lines.ts';
import { proposeShort } from './short.ts';
import { notWorkable } from './workable.ts';

export interface DamagedInput {
  readonly po: PoNumber;
  readonly line: string;
  readonly eaches: number;
  readonly reason: string;
  /** Where they were found: still in a bin, picked and not packed, or on a pallet or in a carton. */
  readonly found: { readonly in: 'bin'; readonly location: Location } | { readonly in: 'hand' } | { readonly in: 'unit'; readonly sscc: string; readonly carton: string | null; readonly trace?: Trace | null | undefined };
  readonly code: string;
}

/**
 * Goods that nobody will ship. They come off the pallet and the pick and never back to boxed stock; the bin's books lose them only where
 * they still lay in it, because a pick has taken the others off. The order's line is open again, to be picked from elsewhere.
 */
export function decideDamaged(reader: Reader, input: DamagedInput, context: Context): Decision<{ readonly words: Message; readonly details: readonly Message[] }> {
  const { po, line: name } = input;
  const where = `PO ${po} line ${name}`;
  const forbidden = requireRight(context, 'pick', where);
  if (forbidden) return forbidden;
  const order = reader.get('order', { po });
  const line = reader.get('line', { po, line: name });
  if (!order || !line || line.sku === null) return refuse('scanning.refused.unknownLine', where, { po, line: name });
  // What was picked of an order that is over is here all the same, and broken it must not go back to stock as good.
  const stopped = input.found.in === 'bin' ? notWorkable(order) : undefined;
  if (stopped) return refuse(stopped.key, where, stopped.params, 'scanning.hint.damagedNoOrder');
  const lost = writeOff(reader, line, line.sku, input, context);
  if (!lost.ok) return lost;
  const [first] = lost.operations.flatMap((each) => (each.kind === 'goods.damaged' ? [each.body] : []));
  const eaches = lost.operations.reduce((sum, each) => sum + (each.kind === 'goods.damaged' ? each.body.eaches : 0), 0);
  const words = message('scanning.damaged.done', { eaches, sku: first?.sku ?? line.sku });
  const over = notWorkable({ ...order, picked: order.picked - eaches });
  return decided(inParts(lost.operations), { words, details: [over ?? nextStep(reader, line, input, context), ...lost.details] });
}

type Damaged = Extract<Part, { readonly kind: 'goods.damaged' }>;

type WriteOff = { readonly ok: true; readonly operations: readonly Part[]; readonly details: readonly Message[] } | { readonly ok: false; readonly refusal: Refusal };

function writeOff(reader: Reader, line: Line, sku: Sku, { eaches, reason, found, code }: DamagedInput, context: Context): WriteOff {
  const { po, line: name } = line;
  const damaged: Damaged = { kind: 'goods.damaged', body: { po, line: name, sku, eaches, location: found.in === 'bin' ? found.location : null, reason, code } };
  if (found.in === 'unit') return offUnit(reader, damaged, line, found, context);
  if (found.in === 'bin' && !isBin(reader, sku, found.location)) return refuse('scanning.refused.unknownBin', `PO ${po} line ${name}`, { location: found.location, sku }, 'scanning.hint.unknownBin');
  const most = found.in === 'bin' ? Math.max(leftToPick(line), reader.get('bin', { sku, location: found.location })?.boxed ?? 0) : leftToPack(line);
  if (eaches < 1 || eaches > most) return refuse('scanning.refused.damagedTooMuch', `PO ${po} line ${name}`, { eaches, most, sku }, found.in === 'bin' ? null : 'scanning.hint.damagedWhere');
  return { ok: true, operations: [damaged], details: [] };
}

/** A bin that the books know, also where they say that none of the product lies in it: they may be wrong, a mistyped name is. */
const isBin = (reader: Reader, sku: Sku, location: Location): boolean => reader.find('bin', { location }).length > 0 || reader.get('product', { sku })?.location === location;

function offUnit(reader: Reader, damaged: Damaged, { po }: Line, { sscc, carton, trace }: Extract<DamagedInput['found'], { readonly in: 'unit' }>, context: Context): WriteOff {
  const { sku, eaches } = damaged.body;
  const unit = reader.get('unit', { sscc });
  const where = unitName(reader, sscc);
  if (!unit) return refuse('handlingUnits.refused.unknown', where, { unit: where });
  if (unit.po !== po) return refuse('handlingUnits.refused.otherOrder', where, { unit: where, po: unit.po, wanted: po });
  if (unit.state !== 'open' && unit.state !== 'closed') return refuse('handlingUnits.refused.state', where, { unit: where, state: unit.state }, unit.state === 'loaded' ? 'handlingUnits.hint.unloadFirst' : null);
  const held = heldUnit(reader, sscc, context);
  if (held) return held;
  if (unit.parent !== null) return refuse('handlingUnits.refused.onPallet', where, { carton: where, unit: unitName(reader, unit.parent) }, 'handlingUnits.hint.takeOffPallet');
  const goods: Goods = carton === null ? { kind: 'product', sku, eaches, trace } : { kind: 'carton', carton };
  const off = takingOff(reader, unit, goods);
  if (!off.ok) return off;
  // Each line of the pallet lets go of its own, and each loses what it let go of.
  const lines = off.goods.map(({ body }, takes): Part => ({ ...damaged, body: { ...damaged.body, po, line: body.line, sku: body.sku, eaches: body.eaches, takes } }));
  const lost = off.goods.reduce((sum, { body }) => sum + body.eaches, 0);
  const after = unit.state === 'closed' ? leaving(unit, lost === unit.eaches, 'damaged') : [];
  const operations = [...off.goods, ...after, ...lines];
  const long = tooLong(where, operations.length);
  if (long) return long;
  return { ok: true, operations, details: unit.state === 'closed' ? labelsDue(unit, lost === unit.eaches, { from: where, unit: where }) : [] };
}

/** Others of the bin, another bin, a rejection while Amazon takes one: whatever helps first. */
function nextStep(reader: Reader, { po, line, sku }: Line, { eaches, found }: DamagedInput, context: Context): Message {
  const location = found.in === 'bin' ? found.location : null;
  const here = location === null || sku === null ? 0 : (reader.get('bin', { sku, location })?.boxed ?? 0) - eaches;
  if (location !== null && here > 0) return message('scanning.damaged.takeOthers', { location, boxed: here });
  const { choices, words } = proposeShort(reader, { po, line, location }, context);
  return choices.find(({ next }) => next !== 'count')?.words ?? words;
}
