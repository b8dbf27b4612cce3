import { message, type Message } from '../../messages/say.ts';
import { decideMove } from '../handling-units/move.ts';
import { unitName } from '../handling-units/names.ts';
import { traceMessage } from '../handling-units/trace-words.ts';
import type { Goods, SomeGoods } from '../handling-units/taking-off.ts';
import { loosePartsOf, sameTrace } from '../handling-units/traces.ts';
import { notWorkable } from '../picking/workable.ts';
import type { HandlingUnit, Move, NotedGoods, PackedCarton, Product, Trace } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { accepted, answered, ask, refusedAs, wrong, type ScanDecision, type Step } from './answer.ts';
import { moveStep, notedEaches } from './move-step.ts';
import { UNIT_GONE } from './pack.ts';
import { named } from './pick.ts';
import type { ProductMatch } from './resolve.ts';
import { stepOf } from './start.ts';
import { idleStep } from './steps.ts';
import { newTask, setTask, type Incoming, type Scanned } from './task.ts';
import { FIELDS, neededOf } from './tracing.ts';

/*
 * Goods from one pallet to another, and pallets split, by scanner alone: MOVE, the pallet they come from (or the one in hand), what goes, and
 * where to: another open pallet's label, or NEW. Nothing is moved before that last scan; then all of it is, in one act (`decideMove`). The
 * task beneath goes on where it was when DONE ends the move. Which scan comes here is declared in `scenarios/move.ts`.
 */

/** A scan while goods are being moved. */
export type Moving = Scanned & { readonly move: Move };

/** So many different things may be noted at once; each scan is saved with all of them. */
const MOST_NOTED = 60;

const NOTHING: Move = { from: null, goods: [] };

const hereOf = ({ reader, task, move }: Moving): Step => moveStep(reader, task, move);

/** MOVE: from the pallet in hand, where there is one with goods on it. Without a task it is one of its own. */
export function beginMove({ reader, context, task }: Incoming): ScanDecision {
  const beneath = task ?? newTask(context, 'move', {});
  const inHand = beneath.kind !== 'pack' || beneath.sscc === null ? undefined : reader.get('unit', { sscc: beneath.sscc });
  const order = inHand && reader.get('order', { po: inHand.po });
  const move = inHand?.state === 'open' && inHand.eaches > 0 && order && !notWorkable(order) ? { ...NOTHING, from: inHand.sscc } : NOTHING;
  return accepted(message('scanning.move.begun'), moveStep(reader, beneath, move), [setTask(beneath, { move })]);
}

/** NEW is where moved goods go. */
export const onlyMoving = ({ reader, task }: Incoming): ScanDecision => wrong(message('scanning.move.onlyMoving'), stepOf(reader, task));

/** Not wanted while goods are moved: the words say why, the step what is. */
export const notWhileMoving = (words: Message) => (scanned: Moving): ScanDecision => wrong(words, hereOf(scanned));

export const whereItStands = (scanned: Moving): ScanDecision => {
  const now = hereOf(scanned);
  return answered('info', now.instruction, now);
};

function goOn({ reader, task }: Moving, words: Message, move: Move, details: readonly Message[] = []): ScanDecision {
  return accepted(words, moveStep(reader, task, move), [setTask(task, { move })], { details });
}

// Where they come from

/** A pallet's or carton's own label: where goods come from, one of those that go, or where they go. */
export function unitWhileMoving(scanned: Moving, unit: HandlingUnit): ScanDecision {
  const { from, goods } = scanned.move;
  if (unit.sscc === from) return noteAll(scanned, unit);
  if (from !== null && unit.parent === from) return noteCarton(scanned, from, unit.sscc);
  return goods.length === 0 ? takeSource(scanned, unit) : moveOnto(scanned, unit.sscc);
}

function takeSource(scanned: Moving, unit: HandlingUnit): ScanDecision {
  const { reader } = scanned;
  // Its own label says which pallet it stands on: one scan for both.
  if (unit.parent !== null) return noteCarton(scanned, unit.parent, unit.sscc);
  const fault = sourceFault(reader, unit);
  if (fault) return wrong(fault, hereOf(scanned));
  return goOn(scanned, message('scanning.move.from', { unit: unitName(reader, unit.sscc), eaches: unit.eaches }), { from: unit.sscc, goods: [] });
}

/** Why nothing can come off a unit; undefined while it can. */
function sourceFault(reader: Reader, { sscc, po, state, eaches }: HandlingUnit): Message | undefined {
  const words = { unit: unitName(reader, sscc), po };
  if (state === 'loaded' || state === 'departed' || state === 'voided') return message(UNIT_GONE[state], words);
  const order = reader.get('order', { po });
  return (order && notWorkable(order)) ?? (eaches === 0 ? message('handlingUnits.refused.nothingOnIt', words) : undefined);
}

/** A carton with a number of its maker's stands where it was packed. */
export function cartonWhileMoving(scanned: Moving, { carton, sscc }: PackedCarton): ScanDecision {
  const { reader, move } = scanned;
  if (sscc !== move.from && move.goods.length > 0) {
    const words = { unit: unitName(reader, move.from ?? ''), carton: unitName(reader, carton) };
    return wrong(message('handlingUnits.refused.cartonNotThere', words), hereOf(scanned));
  }
  return noteCarton(scanned, sscc, carton);
}

// What goes

function noteCarton(scanned: Moving, from: string, carton: string): ScanDecision {
  const { reader, move } = scanned;
  const source = reader.get('unit', { sscc: from });
  const fault = source && sourceFault(reader, source);
  if (fault) return wrong(fault, hereOf(scanned));
  const words = { carton: unitName(reader, carton), unit: unitName(reader, from) };
  const goods = from === move.from ? move.goods : [];
  if (goods.some((each) => each.kind === 'all' || (each.kind === 'carton' && each.carton === carton))) return answered('duplicate', message('scanning.move.notedAlready', words), hereOf(scanned));
  return note(scanned, message('scanning.move.carton', words), { from, goods: [...goods, { kind: 'carton', carton }] });
}

/** The pallet itself again: everything on it, as much as stands there now. */
function noteAll(scanned: Moving, unit: HandlingUnit): ScanDecision {
  const { reader, move } = scanned;
  const words = { unit: unitName(reader, unit.sscc), eaches: unit.eaches };
  if (unit.eaches === 0) return wrong(message('handlingUnits.refused.nothingOnIt', words), hereOf(scanned));
  if (move.goods.some((each) => each.kind === 'all' && each.eaches === unit.eaches)) return answered('info', message('scanning.move.allNoted', words), hereOf(scanned));
  return note(scanned, message('scanning.move.all', words), { ...move, goods: [{ kind: 'all', eaches: unit.eaches }] });
}

function note(scanned: Moving, words: Message, move: Move, details: readonly Message[] = []): ScanDecision {
  return move.goods.length > MOST_NOTED ? wrong(message('scanning.move.enough', { most: MOST_NOTED }), hereOf(scanned)) : goOn(scanned, words, move, details);
}

type NotedProduct = Extract<NotedGoods, { readonly kind: 'product' }>;

function noteEntry(scanned: Moving, before: readonly NotedGoods[], entry: NotedProduct): ScanDecision {
  const { sku, eaches, unit, trace } = entry;
  const times = eaches / unit;
  const words = message('scanning.move.noted', { sku, eaches, times, unit, repeated: times > 1 && unit > 1 ? 'yes' : 'no' });
  return note(scanned, words, { ...scanned.move, goods: [...before, entry] }, trace === null ? [] : [traceMessage(trace)]);
}

/** Loose goods of the pallet that are of one lot, or one piece with a number; without those that are noted already. */
interface Part {
  readonly product: Product;
  readonly trace: Trace | null;
  readonly there: number;
  readonly left: number;
}

function partsLeft(reader: Reader, { from, goods }: Move): Part[] {
  const parts = new Map<string, Part>();
  for (const content of from === null ? [] : reader.find('content', { sscc: from })) {
    const product = reader.get('product', { sku: content.sku });
    if (!product) continue;
    for (const { trace, eaches } of loosePartsOf(reader, content)) {
      const key = JSON.stringify([content.sku, trace]);
      const there = (parts.get(key)?.there ?? 0) + eaches;
      const noted = goods.reduce((sum, each) => (isOf(each, product, trace) ? sum + each.eaches : sum), 0);
      parts.set(key, { product, trace, there, left: there - noted });
    }
  }
  return [...parts.values()];
}

const isOf = (goods: NotedGoods, { sku }: Product, trace: Trace | null): goods is NotedProduct => goods.kind === 'product' && goods.sku === sku && sameTrace(goods.trace, trace);

/** A case or piece: one scan, one of it, as in packing. Where its product stands there with several lots, the label has to say which. */
export function noteProduct(scanned: Moving, matches: readonly ProductMatch[], label: Trace): ScanDecision {
  const { reader, move, quantity } = scanned;
  const now = hereOf(scanned);
  const closed = closedToGoods(scanned);
  if (closed) return closed;
  const parts = partsLeft(reader, move);
  const match = matches.find(({ product }) => parts.some((part) => part.product.sku === product.sku)) ?? matches[0];
  const sku = match?.product.sku;
  const own = parts.filter(({ product }) => product.sku === sku);
  const unit = unitName(reader, move.from ?? '');
  if (!match || own.length === 0) return wrong(message('scanning.move.notOnIt', { ...named(match?.product), unit }), now);
  const part = meant(own, match.product.needs === null ? null : neededOf(match.product.needs, label));
  if (part === 'none') return wrong(message('scanning.move.lotNotOnIt', { sku: match.product.sku, unit }), now);
  if (part === 'several') return wrong(message('handlingUnits.refused.whichLot', { sku: match.product.sku, unit }), now, message('scanning.move.hint.lot'));
  if (quantity === null && match.level === 'pallet' && match.eaches === null) return wrong(message('scanning.wrong.keyQuantity', named(match.product)), now);
  return noteEaches(scanned, part, { eaches: quantity ?? match.eaches ?? usual(part), unit: quantity === null ? null : 1 });
}

/** The second bar code of a label alone: enough where it names one of what stands there. */
export function noteLabel(scanned: Moving, label: Trace): ScanDecision {
  const { reader, move } = scanned;
  const closed = closedToGoods(scanned);
  if (closed) return closed;
  const unit = unitName(reader, move.from ?? '');
  const part = meant(partsLeft(reader, move).filter(({ trace }) => trace !== null && saysTheSame(label, trace)), null);
  if (part === 'none') return wrong(message('scanning.move.labelNotOnIt', { unit }), hereOf(scanned));
  if (part === 'several') return wrong(message('scanning.move.labelOfSeveral', { unit }), hereOf(scanned));
  return noteEaches(scanned, part, { eaches: usual(part), unit: null });
}

/** One field at least, and none otherwise; labels say more than what their product needs. */
const saysTheSame = (label: Trace, trace: Trace): boolean =>
  FIELDS.some((field) => label[field] !== null && label[field] === trace[field]) && FIELDS.every((field) => label[field] === null || trace[field] === null || label[field] === trace[field]);

function closedToGoods(scanned: Moving): ScanDecision | undefined {
  const { reader, move } = scanned;
  if (move.from === null) return wrong(message('scanning.move.palletFirst'), hereOf(scanned));
  const all = move.goods.find(({ kind }) => kind === 'all');
  return all && answered('info', message('scanning.move.allNoted', { unit: unitName(reader, move.from), eaches: notedEaches(reader, [all]) }), hereOf(scanned));
}

/** The one part that a label may mean: nothing that it says is otherwise there. */
function meant(parts: readonly Part[], label: Trace | null): Part | 'none' | 'several' {
  const fitting = parts.filter(({ trace }) => label === null || FIELDS.every((field) => label[field] === null || label[field] === (trace?.[field] ?? null)));
  const open = fitting.filter(({ left }) => left > 0);
  const [only = fitting[0], another] = open;
  return another ? 'several' : (only ?? 'none');
}

/** What a code that names only the product stands for: a numbered piece, a case while there is a whole one, else a piece. */
const usual = ({ product, trace, left }: Part): number => (trace?.serial == null && left >= product.caseSize ? product.caseSize : 1);

function noteEaches(scanned: Moving, { product, trace, left }: Part, { eaches, unit }: { readonly eaches: number; readonly unit: number | null }): ScanDecision {
  const { move } = scanned;
  const { sku } = product;
  if (eaches > left) return notThatMuch(scanned, sku, eaches, left);
  const last = move.goods.at(-1);
  const each = unit ?? eaches;
  // The same again makes it more: a number after it then means all of them.
  const again = last && isOf(last, product, trace) && last.unit === each ? last : undefined;
  return noteEntry(scanned, again ? move.goods.slice(0, -1) : move.goods, { kind: 'product', sku, eaches: (again?.eaches ?? 0) + eaches, unit: each, trace });
}

function notThatMuch(scanned: Moving, sku: string, eaches: number, there: number): ScanDecision {
  const unit = unitName(scanned.reader, scanned.move.from ?? '');
  return wrong(message('handlingUnits.refused.notThatMuchOf', { unit, sku, eaches, there }), hereOf(scanned));
}

/** A number: so many in all of what was scanned last. */
export function repeatNoted(scanned: Moving, times: number): ScanDecision {
  const { reader, move } = scanned;
  const last = move.goods.at(-1);
  if (last?.kind !== 'product' || last.trace?.serial != null || times === 0) return wrong(message('scanning.wrong.quantityOfWhat'), hereOf(scanned));
  const before = move.goods.slice(0, -1);
  const left = partsLeft(reader, { ...move, goods: before }).find(({ product, trace }) => isOf(last, product, trace))?.left ?? 0;
  const entry = { ...last, eaches: times * last.unit };
  return entry.eaches > left ? notThatMuch(scanned, last.sku, entry.eaches, left) : noteEntry(scanned, before, entry);
}

// Where to

/** The target: all that is noted goes there, in one act. `to` null: a new pallet, whose label is printed at once. */
export function moveOnto(scanned: Moving, to: string | null): ScanDecision {
  const { reader, context, task, move, code, confirmed } = scanned;
  const now = hereOf(scanned);
  if (move.from === null) return wrong(message('scanning.move.palletFirst'), now);
  if (move.goods.length === 0) return wrong(message('scanning.move.whatFirst'), now);
  const moved = decideMove(reader, { from: move.from, to, goods: goodsOf(move.goods), before: 1, shared: confirmed }, context);
  if (!moved.ok && moved.refusal.code === 'scanning.claim.held') return ask(code, message(moved.refusal.code, moved.refusal.params), now, [message('scanning.claim.hint')]);
  if (!moved.ok) return refusedAs(moved.refusal, now, now.instruction);
  const { to: onto, left, words, details } = moved.result;
  const rest = left === 0 ? NOTHING : { from: move.from, goods: [] };
  return accepted(words, moveStep(reader, task, rest, left), [setTask(task, { move: rest }), ...moved.operations], { details, followUp: to === null ? { kind: 'print-label', sscc: onto } : null });
}

/** Each product and lot once, however often it was scanned. */
function goodsOf(noted: readonly NotedGoods[]): Goods {
  const goods = new Map<string, SomeGoods>();
  for (const each of noted) {
    if (each.kind === 'all') return { kind: 'all', eaches: each.eaches };
    const key = each.kind === 'carton' ? each.carton : JSON.stringify([each.sku, each.trace]);
    const before = goods.get(key);
    goods.set(key, each.kind === 'carton' ? each : { kind: 'product', sku: each.sku, trace: each.trace, eaches: each.eaches + (before?.kind === 'product' ? before.eaches : 0) });
  }
  return { kind: 'several', goods: [...goods.values()] };
}

// The commands

/** NEXT: another pallet that goods come from. */
export function nextSource(scanned: Moving): ScanDecision {
  const { move } = scanned;
  if (move.goods.length > 0) return wrong(message('scanning.move.whereFirst'), hereOf(scanned));
  return move.from === null ? whereItStands(scanned) : goOn(scanned, message('scanning.move.nextSource'), NOTHING);
}

/** DONE: back to where the person was. Goods that were scanned and not moved are asked about: they may stand elsewhere by now. */
export function endMove(scanned: Moving): ScanDecision {
  const { reader, task, move, code, confirmed } = scanned;
  if (move.goods.length > 0 && !confirmed) return ask(code, message('scanning.move.askLeave', { eaches: notedEaches(reader, move.goods) }), hereOf(scanned));
  if (task.kind === 'move') return answered('accepted', message('scanning.move.ended'), idleStep(), [{ kind: 'task.left', body: {} }]);
  return accepted(message('scanning.move.ended'), stepOf(reader, { ...task, move: null }), [setTask(task, { move: null })]);
}

/** PRINT: the label of the pallet that goods come from. */
export function printSource(scanned: Moving): ScanDecision {
  const { from } = scanned.move;
  if (from === null) return wrong(message('scanning.command.nothingToPrint'), hereOf(scanned));
  return answered('info', message('scanning.command.printLabel'), hereOf(scanned), [], { followUp: { kind: 'print-label', sscc: from } });
}

