import fc from 'fast-check';
import { decideCloseUnit, decideUnpack, decideUnpackCarton } from '../../../shared/domain/handling-units/decide.ts';
import { decideMove, type MoveInput } from '../../../shared/domain/handling-units/move.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { loosePartsOf } from '../../../shared/domain/handling-units/traces.ts';
import { decideDamaged } from '../../../shared/domain/picking/damaged.ts';
import { decideJoinWalk, decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import { decideStartTask } from '../../../shared/domain/scanning/start.ts';
import type { Content, HandlingUnit, TaskKind } from '../../../shared/domain/state/entities.ts';
import { decideShipmentCreate } from '../../../shared/domain/shipment/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import { location, poNumber } from '../../../shared/lib/ids.ts';
import { codes, command, foreignCarton, HOT, PLAIN, type ScanFloor } from './floor.ts';
import { attempt, index, nth, undo, type NamedStep } from './steps.ts';
import { batchLabel, BINS, radioLabel, teaLabel, traced, TRACED } from './traced.ts';

/* Random work of the dock on a floor `withTraced`: what comes in, what is counted, lots and serial numbers, cartons, moves and what breaks. */

const order = poNumber(TRACED);
const lot = fc.constantFrom('L1', 'L2');
/** Few, so that two stations without network meet the same. */
const radio = fc.integer({ min: 1, max: 5 });
const few = fc.integer({ min: 1, max: 3 });

const start = (floor: ScanFloor, kind: TaskKind): void => attempt(({ world }) => decideStartTask(world, { kind, po: null, shipmentId: null }, floor.context()))(floor);

/** A step of one scan and another, and in one of four the last of them taken back. */
const undone = fc.integer({ min: 1, max: 4 }).map((one) => one === 1);

const RECEIVED = { TEA: traced.teaCase, RADIO: traced.radio, MUG: codes.mugCase, GRIND: codes.grinderEach } as const;
const receipt = fc.tuple(fc.constantFrom('TEA', 'RADIO', 'MUG', 'GRIND'), fc.constantFrom(BINS.TEA, BINS.RADIO, 'A-01-02'), few, undone).map(([sku, bin, times, back]): NamedStep => ({
  name: `receive ${sku} ${times} times at ${bin}${back ? ', one taken back' : ''}`,
  run: (floor) => {
    start(floor, 'receive');
    floor.scan(bin);
    for (let left = times; left > 0; left -= 1) floor.scan(RECEIVED[sku]);
    if (back) undo(floor);
  },
}));

const counting = fc.tuple(fc.constantFrom('TEA', 'RADIO', 'MUG'), fc.constantFrom(BINS.TEA, BINS.RADIO, 'A-01-02'), fc.integer({ min: 0, max: 40 }), undone).map(([sku, bin, boxed, back]): NamedStep => ({
  name: `count ${boxed} ${sku} at ${bin}${back ? ', taken back' : ''}`,
  run: (floor) => {
    start(floor, 'count');
    floor.scans(bin, sku, String(boxed));
    if (back) undo(floor);
  },
}));

function pickTraced(floor: ScanFloor): void {
  floor.scan(BINS.TEA, { task: 'pick', po: order });
  floor.scan(traced.teaCase, { task: 'pick', po: order, quantity: 24 });
  floor.scan(traced.radio, { task: 'pick', po: order, quantity: 6 });
}

const teaLeft = (floor: ScanFloor): boolean => floor.line(TRACED, '1').packed < floor.line(TRACED, '1').picked;

/** Its product and its lot by one bar code of the label, by two, or without the lot, which the one in hand or a question then gives. */
const packTea = fc.tuple(lot, fc.constantFrom('one', 'one', 'two', 'none')).map(([of, bars]): NamedStep => ({
  name: `pack ${of} by ${bars}`,
  run: (floor) => {
    if (floor.line(TRACED, '1').picked === 0) return pickTraced(floor);
    if (!teaLeft(floor)) return void floor.scan(command.done, { task: 'pack', po: order });
    floor.scan(bars === 'one' ? teaLabel(of) : traced.teaCase, { task: 'pack', po: order });
    if (bars === 'two') floor.scan(batchLabel(of));
  },
}));

const packRadios = fc.tuple(radio, few).map(([first, count]): NamedStep => ({
  name: `pack ${count} radios from ${first}`,
  run: (floor) => {
    if (floor.line(TRACED, '2').picked === 0) pickTraced(floor);
    for (let number = first; number < first + count; number += 1) floor.scan(radioLabel(number), { task: 'pack', po: order });
  },
}));

/** All that stands there closed, on a truck, and gone. */
const sending = fc.boolean().map((departs): NamedStep => ({
  name: `send ${TRACED}${departs ? ', gone' : ''}`,
  run: (floor) => {
    const { world } = floor;
    for (const { sscc } of world.find('unit', { po: order, state: 'open' })) attempt(() => decideCloseUnit(world, { sscc, weightGrams: null, heightMm: null }, floor.context()))(floor);
    attempt(() => decideShipmentCreate(world, { pos: [order], freightTerm: 'prepaid' }, floor.context()))(floor);
    for (const { sscc, parent } of world.find('unit', { po: order, state: 'closed' })) if (parent === null) floor.scan(sscc, { task: 'load', po: order });
    const loaded = world.find('unit', { po: order, state: 'loaded' })[0]?.shipmentId ?? null;
    if (departs && loaded !== null) attempt(() => decideDepart(world, { shipmentId: loaded, finished: [], leftBehind: [], departedAt: null }, floor.context()))(floor);
  },
}));

const back = fc.constant<NamedStep>({ name: 'undo', run: undo });

const unitAt = (floor: ScanFloor, at: number): HandlingUnit | undefined => nth(floor.world.find('unit', {}).filter(({ eaches, state }) => eaches > 0 && (state === 'open' || state === 'closed')), at);
const contentAt = (floor: ScanFloor, { sscc }: HandlingUnit, at: number): Content | undefined => nth(floor.world.find('content', { sscc }), at);

/** A lot, a numbered piece, a labelled carton, some eaches or all of a unit: what a dialog would offer. */
function goodsAt(floor: ScanFloor, unit: HandlingUnit, at: number): MoveInput['goods'] | undefined {
  const carton = nth(floor.world.find('carton', { sscc: unit.sscc }), at);
  if (carton && at % 3 === 0) return { kind: 'carton', carton: carton.carton };
  const content = contentAt(floor, unit, at);
  const part = content && nth(loosePartsOf(floor.world, content), at);
  if (!content || !part || at % 5 === 0) return { kind: 'all' };
  return { kind: 'product', sku: content.sku, eaches: Math.max(1, part.eaches - (at % 2)), trace: part.trace };
}

const moving = fc.tuple(index, index, fc.constantFrom(true, false, false)).map(([at, what, split]): NamedStep => ({
  name: `${split ? 'split' : 'move'} ${what} of unit ${at}`,
  run: (floor) => {
    const from = unitAt(floor, at);
    const goods = from && goodsAt(floor, from, what);
    if (!goods) return;
    const to = split ? null : (floor.world.find('unit', { po: from.po, state: 'open' }).find(({ sscc }) => sscc !== from.sscc)?.sscc ?? null);
    attempt(({ world }) => decideMove(world, { from: from.sscc, to, goods }, floor.context()))(floor);
  },
}));

const breaking = fc.tuple(index, index, fc.constantFrom('unit', 'unit', 'hand', 'bin')).map(([at, what, where]): NamedStep => ({
  name: `break ${what} of ${where} ${at}`,
  run: (floor) => {
    if (where !== 'unit') {
      const found = where === 'hand' ? ({ in: 'hand' } as const) : ({ in: 'bin', location: location(BINS.TEA) } as const);
      return attempt(({ world }) => decideDamaged(world, { po: order, line: '1', eaches: 1, reason: 'broken', code: '', found }, floor.context()))(floor);
    }
    const unit = unitAt(floor, at);
    const content = unit && contentAt(floor, unit, what);
    const part = content && nth(loosePartsOf(floor.world, content), what);
    if (!unit || !content || !part) return;
    const { po, line } = content;
    attempt(({ world }) => decideDamaged(world, { po, line, eaches: 1, reason: 'broken', code: '', found: { in: 'unit', sscc: unit.sscc, carton: null, trace: part.trace } }, floor.context()))(floor);
  },
}));

const taking = fc.tuple(index, index, few).map(([at, what, eaches]): NamedStep => ({
  name: `take ${eaches} of ${what} off unit ${at}`,
  run: (floor) => {
    const unit = unitAt(floor, at);
    const content = unit && contentAt(floor, unit, what);
    const part = content && nth(loosePartsOf(floor.world, content), what);
    const carton = unit && nth(floor.world.find('carton', { sscc: unit.sscc }), at);
    if (carton) return attempt(({ world }) => decideUnpackCarton(world, { carton: carton.carton }, floor.context()))(floor);
    if (content && part) attempt(({ world }) => decideUnpack(world, { sscc: content.sscc, line: content.line, eaches: Math.min(eaches, part.eaches), trace: part.trace }, floor.context()))(floor);
  },
}));

/** A labelled carton of the maker's, or one of our own with something in it, onto the pallet in hand; or off the one it stands on. */
const carton = fc.tuple(lot, fc.constantFrom('foreign', 'own', 'own', 'off')).map(([of, kind]): NamedStep => ({
  name: `carton ${kind} ${of}`,
  run: (floor) => {
    if (kind === 'off') {
      const nested = floor.world.find('unit', {}).find(({ parent }) => parent !== null);
      return nested && attempt(({ world }) => decideUnpackCarton(world, { carton: nested.sscc }, floor.context()))(floor);
    }
    if (!teaLeft(floor)) return;
    if (kind === 'foreign') {
      floor.scan(foreignCarton(of === 'L1' ? 1 : 2), { task: 'pack', po: order });
      return void floor.scan(teaLabel(of));
    }
    floor.scan(order, { task: 'pack', po: order });
    const pallet = floor.world.get('task', { station: floor.station })?.sscc ?? null;
    const opened = decideOpenUnit(floor.world, { po: order, kind: 'carton' }, floor.context());
    if (!opened.ok) return;
    floor.apply(opened.operations);
    floor.scan(teaLabel(of), { task: 'pack', po: order });
    attempt(({ world }) => decideCloseUnit(world, { sscc: opened.result.sscc, weightGrams: null, heightMm: null }, floor.context()))(floor);
    if (pallet !== null) floor.scan(pallet);
    floor.scan(opened.result.sscc);
  },
}));

/** One walk for several orders, one of which may join it on the way. */
const walking = fc.tuple(fc.shuffledSubarray([HOT, PLAIN, TRACED], { minLength: 2 }), few).map(([pos, scans]): NamedStep => ({
  name: `walk ${pos.join(' ')}`,
  run: (floor) => {
    const [first, second, third] = pos.map(poNumber);
    if (first === undefined || second === undefined) return;
    attempt(({ world }) => decideStartWalk(world, { pos: [first, second], share: true }, floor.context()))(floor);
    for (const code of ['A-01-02', codes.mugCase, codes.mugCase].slice(0, scans)) floor.scan(code);
    if (third !== undefined) attempt(({ world }) => decideJoinWalk(world, { po: third, share: true }, floor.context()))(floor);
  },
}));

export const dockStep: fc.Arbitrary<NamedStep> = fc.oneof(
  { weight: 3, arbitrary: receipt },
  { weight: 2, arbitrary: counting },
  { weight: 3, arbitrary: packTea },
  { weight: 4, arbitrary: packRadios },
  { weight: 1, arbitrary: sending },
  { weight: 4, arbitrary: moving },
  { weight: 2, arbitrary: breaking },
  { weight: 2, arbitrary: taking },
  { weight: 3, arbitrary: carton },
  { weight: 2, arbitrary: walking },
  { weight: 2, arbitrary: back },
);
