import { message, type Message } from '../../messages/say.ts';
import type { OperationDraft } from '../../contracts/operations.ts';
import { unitName } from '../handling-units/names.ts';
import { nextUnit } from '../handling-units/open.ts';
import { carriedBy, type Carried } from '../picking/cart.ts';
import { decideShort, proposeShort } from '../picking/short.ts';
import { nextOnWalk, type WalkLine } from '../picking/walk.ts';
import { notWorkable } from '../picking/workable.ts';
import { decideDepart } from '../shipment/depart.ts';
import { loadingView, unitsToLoad } from '../shipment/loading-view.ts';
import { mayDo } from '../staffing/rights.ts';
import type { HandlingUnit } from '../state/entities.ts';
import type { Decision } from '../decision.ts';
import { accepted, answered, ask, refusedAs, wrong, type ScanDecision, type Step } from './answer.ts';
import { placeWords } from './cart-words.ts';
import { loadingStep, shipmentAtDoor } from './load.ts';
import { stepOf } from './start.ts';
import { at, idleStep, loadStep, onUnit, packOrderStep, packsFirst, pickNextLine } from './steps.ts';
import { setTask, taskOn, type AtOrder, type Incoming, type Picking, type Scanned } from './task.ts';

/*
 * The printed commands (and the keys that mean the same). What cannot be taken back asks to be scanned twice. Which command comes here in
 * which state is declared in `scenarios/`.
 */

/** The step as it stands, with a task; the idle one without. */
const hereOf = ({ reader, task }: Incoming): Step => stepOf(reader, task);

export const nothingAsked = (scanned: Incoming): ScanDecision => answered('info', message('scanning.command.nothingAsked'), hereOf(scanned));
export const notDone = (scanned: Incoming): ScanDecision => answered('info', message('scanning.command.notDone'), hereOf(scanned));
export const noTask = (scanned: Incoming): ScanDecision => wrong(message('scanning.command.noTask'), hereOf(scanned));
export const onlyPicking = (scanned: Incoming): ScanDecision => wrong(message('scanning.command.onlyPicking'), hereOf(scanned));

const LEFT: OperationDraft = { kind: 'task.left', body: {} };

const leave = (words: Message, result: 'accepted' | 'done' = 'accepted', details: readonly Message[] = []): ScanDecision => answered(result, words, idleStep(), [LEFT], { details });

/** What was decided as an answer at the scanner, or why not. */
function orWrong<Result>(decision: Decision<Result>, now: Step, answer: (operations: readonly OperationDraft[], result: Result) => ScanDecision): ScanDecision {
  return decision.ok ? answer(decision.operations, decision.result) : refusedAs(decision.refusal, now);
}

const leaveTask = (): ScanDecision => leave(message('scanning.command.left'));

/** Away from work that was stopped; goods of orders that are over stay on no cart without a word. */
export const leaveStopped = ({ reader, task }: Scanned): ScanDecision => leave(message('scanning.command.left'), 'accepted', task.kind === 'pick' ? putBack(carriedBy(reader, task)) : []);

/** Of a cart: the orders that were over before the walk was, and what of them still lies in their places. */
function putBack(carried: readonly Carried[]): Message[] {
  return carried.flatMap((each) => {
    const eaches = each.order.picked - each.order.packed;
    return each.place === null || eaches <= 0 || !notWorkable(each.order) ? [] : [message('cart.putBack', { ...placeWords(each), eaches })];
  });
}

export function printFor(scanned: Scanned): ScanDecision {
  const { task, order, context } = scanned;
  const now = hereOf(scanned);
  if (task.kind === 'pack' && task.sscc !== null) return answered('info', message('scanning.command.printLabel'), now, [], { followUp: { kind: 'print-label', sscc: task.sscc } });
  if (!order) return wrong(message('scanning.command.nothingToPrint'), now);
  if (!mayDo(context.actor.role, 'print')) return wrong(message('scanning.command.listsAtDesk'), now);
  return answered('info', message('scanning.command.printList', { po: order.po }), now, [], { followUp: { kind: 'print-list', po: order.po } });
}

// Picking

/** The cart's own list; of one order, or the one that the caller names, that order's. */
export function printOnWalk(scanned: Picking): ScanDecision {
  const { reader, task, orders, meant, named } = scanned;
  const [first] = task.cart;
  if (first !== undefined && named === null) return answered('info', message('cartList.printing', { count: task.cart.length }), hereOf(scanned), [], { followUp: { kind: 'print-cart-list', po: first } });
  const { order } = nextOnWalk(reader, meant, task.location)?.carried ?? packsFirst(meant) ?? packsFirst(orders) ?? {};
  return printFor({ ...scanned, order });
}

/** Away from this bin: any other may be scanned. */
export function nextLine(scanned: Picking): ScanDecision {
  const { reader, task, orders } = scanned;
  const now = hereOf(scanned);
  if (!nextOnWalk(reader, orders, task.location)) return endPick(scanned);
  if (task.location === null) return answered('info', now.instruction, now);
  return answered('accepted', message('scanning.command.nextLine'), pickNextLine(at(task, { location: null, sku: null }), orders), [setTask(task, { location: null, sku: null })]);
}

/**
 * Everything picked or reported missing: on to packing, of a cart the order in front; the others wait as picked. Otherwise leaving is asked
 * twice.
 */
export function endPick(scanned: Picking): ScanDecision {
  const { reader, context, task, carried, orders, code, confirmed } = scanned;
  const open = nextOnWalk(reader, orders, task.location) !== undefined;
  if (open && !confirmed) return ask(code, askLeave(orders), hereOf(scanned));
  const [first, ...waiting] = open ? [] : orders.filter(({ order }) => order.picked > order.packed);
  if (!first) return leave(message('scanning.command.left'), 'accepted', putBack(carried));
  const { po } = first.order;
  const packing = taskOn(reader, context, 'pack', po);
  return answered('done', message('scanning.command.toPacking', { po }), packOrderStep(reader, packing, first.order), [setTask(packing)], {
    details: [...waiting.map((each) => message('cart.waits', placeWords(each))), ...putBack(carried)],
  });
}

function askLeave(orders: readonly Carried[]): Message {
  const left = orders.reduce((sum, { order }) => sum + Math.max(0, order.accepted - order.picked), 0);
  const alone = orders.find(({ place }) => place === null);
  return alone ? message('scanning.command.askLeavePick', { po: alone.order.po, left }) : message('cart.askLeave', { left, count: orders.length });
}

/** Reports what is missing at this bin, after the same command was scanned again; the reason is the one that needs no words. */
export function shortHere(scanned: Picking): ScanDecision {
  const { reader, context, task, orders, code, confirmed } = scanned;
  const now = hereOf(scanned);
  const line = lineHere(scanned);
  if (!line) return wrong(message('scanning.command.nothingShort'), now);
  const { po, carried } = line;
  const proposal = proposeShort(reader, { po, line: line.line, location: line.location }, context);
  if (!confirmed) {
    const words = { sku: line.sku, eaches: line.remaining, location: line.location ?? '' };
    const question = carried.place === null ? message('scanning.command.askShort', words) : message('cart.askShort', { ...words, ...placeWords(carried) });
    return ask(code, question, now, [proposal.words]);
  }
  const short = decideShort(reader, { po, line: line.line, eaches: line.remaining, reason: 'not found', location: line.location, next: proposal.next }, context);
  return orWrong(short, now, (operations, result) =>
    accepted(message('scanning.command.short', { sku: line.sku, eaches: line.remaining }), pickNextLine(at(task, { sku: null }), orders), operations, { details: [result.words] }));
}

/** The line at the bin where the picker stands; without a bin the one that would be next. */
function lineHere({ reader, task, meant }: Picking): WalkLine | undefined {
  const line = nextOnWalk(reader, meant, task.location);
  return line && (task.location === null || line.location === task.location) ? line : undefined;
}

// Packing

const inHand = ({ reader, task }: Scanned): HandlingUnit | undefined => {
  const unit = task.sscc === null ? undefined : reader.get('unit', { sscc: task.sscc });
  return unit?.state === 'open' ? unit : undefined;
};

const closing = ({ sscc }: HandlingUnit): OperationDraft => ({ kind: 'unit.closed', body: { sscc, weightGrams: null, heightMm: null } });

/** Closes the pallet in hand, whose label is printed, and opens the next one. */
export function nextPallet(scanned: AtOrder): ScanDecision {
  const { reader, context, task, order } = scanned;
  const now = hereOf(scanned);
  const unit = inHand(scanned);
  if (unit?.eaches === 0) return answered('info', message('scanning.command.stillEmpty', { unit: unitName(reader, unit.sscc) }), now);
  if (order.packed >= order.accepted) return unit ? closeAndStay(scanned, unit) : wrong(message('scanning.command.nothingToPack', { po: order.po }), now);
  const next = nextUnit(reader, order.po, unit?.kind ?? 'pallet', context.station);
  if (!next.ok) return refusedAs(next.refusal, now);
  const { sscc } = next.operation.body;
  const step = packOrderStep(reader, onUnit(task, sscc), order);
  if (!unit) return accepted(message('scanning.pack.opened', { unit: unitName(reader, sscc) }), step, [next.operation]);
  const words = message('scanning.command.nextPallet', { closed: unitName(reader, unit.sscc), unit: unitName(reader, sscc) });
  return accepted(words, step, [closing(unit), { kind: 'unit.opened', body: { ...next.operation.body, part: 1 } }], { followUp: { kind: 'print-label', sscc: unit.sscc } });
}

function closeAndStay({ reader, task, order }: AtOrder, unit: HandlingUnit): ScanDecision {
  const words = { unit: unitName(reader, unit.sscc), eaches: unit.eaches, cartons: unit.cartons };
  return accepted(message('scanning.command.closed', words), packOrderStep(reader, onUnit(task, null), order), [closing(unit)], { followUp: { kind: 'print-label', sscc: unit.sscc } });
}

/** Closes the pallet in hand; with none in hand ends packing: on to the truck when one is planned. */
export function endPack(scanned: AtOrder): ScanDecision {
  const { reader, context, task, order, code, confirmed } = scanned;
  const unit = inHand(scanned);
  if (unit && unit.eaches > 0) return closeAndStay(scanned, unit);
  const { po } = order;
  if (order.packed < order.accepted && !confirmed) {
    return ask(code, message('scanning.command.askLeavePack', { po, left: order.picked - order.packed, unpicked: order.accepted - order.picked }), hereOf(scanned));
  }
  const giveUp: readonly OperationDraft[] = unit ? [{ kind: 'unit.voided', body: { sscc: unit.sscc, reason: 'left empty' } }] : [];
  const loading = taskOn(reader, context, 'load', po);
  if (order.packed < order.accepted || loading.shipmentId === null) {
    const key = order.packed < order.accepted ? 'scanning.command.left' : 'scanning.command.packedNoShipment';
    return answered('done', message(key, { po }), idleStep(), [...giveUp, LEFT]);
  }
  return answered('done', message('scanning.command.toLoading', { po }), loadingStep(reader, loading), [...giveUp, setTask(loading)], { details: task.carton === null ? [] : [message('scanning.command.cartonForgotten')] });
}

// Loading

/** NEXT: away from this truck, which another person sends off. */
export function leaveLoad(scanned: Scanned): ScanDecision {
  const { reader, task, code, confirmed } = scanned;
  const shipment = shipmentAtDoor(reader, task);
  if (shipment === null) return leaveTask();
  const view = loadingView(reader, shipment);
  const loaded = view.loaded.length;
  const of = unitsToLoad(view);
  if (loaded === of || confirmed) return leave(message('scanning.command.leftLoading', { loaded }));
  return ask(code, message('scanning.command.askLeaveLoad', { loaded, of }), hereOf(scanned));
}

/** DONE: with everything on the truck, scanned again it departs, for those who may send it off. Otherwise the task is left. */
export function endLoad(scanned: Scanned): ScanDecision {
  const { reader, context, task, code, confirmed } = scanned;
  const shipment = shipmentAtDoor(reader, task);
  const view = shipment && loadingView(reader, shipment);
  const loaded = view?.loaded.length ?? 0;
  if (!shipment || !view || loaded === 0 || loaded < unitsToLoad(view) || !mayDo(context.actor.role, 'depart')) return leaveLoad(scanned);
  const { shipmentId } = shipment;
  const departure = decideDepart(reader, { shipmentId, finished: [], leftBehind: [], departedAt: null }, context);
  // What is missing is said before it is too late.
  if (departure.ok && !confirmed) return ask(code, message('scanning.command.askDepart', { loaded }), loadStep(task, shipment, loaded, loaded), departure.result.warnings);
  return orWrong(departure, hereOf(scanned), (operations, result) =>
    answered('done', message('scanning.command.departed', { loaded }), idleStep(), [...operations, LEFT], { details: result.warnings, followUp: { kind: 'departed', shipmentId } }));
}

// Counting and receiving

/** Enough. */
export const leaveDone = (): ScanDecision => leave(message('scanning.command.left'), 'done');

/** Another bin. */
export function nextBin({ reader, task }: Scanned): ScanDecision {
  if (task.location === null) return leaveDone();
  return answered('accepted', message('scanning.command.nextBin'), stepOf(reader, { ...task, location: null, sku: null }), [setTask(task, { location: null, sku: null })]);
}
