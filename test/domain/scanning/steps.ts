import fc from 'fast-check';
import { decideCloseUnit, decideUnpack, decideUnpackCarton } from '../../../shared/domain/handling-units/decide.ts';
import { decideMove } from '../../../shared/domain/handling-units/move.ts';
import { decideDamaged } from '../../../shared/domain/picking/damaged.ts';
import { decideOpenUnit } from '../../../shared/domain/handling-units/open.ts';
import { decideReturnToStock } from '../../../shared/domain/picking/return-to-stock.ts';
import { decideShort, decideShortResolved } from '../../../shared/domain/picking/short.ts';
import { decideJoinWalk, decideStartWalk } from '../../../shared/domain/scanning/join.ts';
import { decideShipmentCreate, decideUnload } from '../../../shared/domain/shipment/decide.ts';
import { decideDepart } from '../../../shared/domain/shipment/depart.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import { location, poNumber, sku, type PoNumber } from '../../../shared/lib/ids.ts';
import { codes, command, everydayCommands, foreignCarton, HOT, PLAIN, type ScanFloor } from './floor.ts';

/* Random work on the two orders of the warehouse: scans, keyed quantities, undo, shipments, a cancellation. */

export const scanned = fc.constantFrom(
  ...Object.values(codes), ...everydayCommands, HOT, PLAIN, 'GRIND', 'B0MUGMUG01', 'A-01-01', 'A-01-02', 'B-02-01', 'C-01-01', 'HD:QTY:7', 'HD:QTY:3',
  foreignCarton(1), foreignCarton(2), '17', 'nonsense', '614141000999',
);

export type Step = (floor: ScanFloor) => void;

export const attempt = (decide: (floor: ScanFloor) => Decision<unknown>): Step => (floor) => {
  const decision = decide(floor);
  if (decision.ok) floor.apply(decision.operations);
};

/** Takes back what was done last, also when it is asked whether that is meant. */
export const undo: Step = (floor) => {
  if (floor.scan(command.undo).confirm !== null) floor.scan(command.undo);
};

export const nth = <Value>(all: readonly Value[], index: number): Value | undefined => (all.length === 0 ? undefined : all[index % all.length]);

const po = fc.constantFrom(HOT, PLAIN).map(poNumber);
const line = fc.constantFrom('1', '2', '3');
export const eaches = fc.integer({ min: 1, max: 14 });
export const index = fc.nat(20);

/** What a sensible person does next on an order, one scan of it. */
function sensible(floor: ScanFloor, order: PoNumber, piece: boolean): void {
  const { picked, packed, accepted } = floor.order(order);
  const grinder = order === HOT && (packed < picked ? floor.line(order, '2').packed === 6 || piece : floor.line(order, '2').picked === 6);
  const code = grinder ? (piece ? codes.grinderEach : codes.grinderCase) : piece ? codes.mugEach : codes.mugCase;
  if (packed < picked) return void floor.scan(code, { task: 'pack', po: order });
  if (picked < accepted) {
    const bin = floor.world.find('bin', { sku: sku(grinder ? 'GRIND' : 'MUG') })[0]?.location ?? location('A-01-01');
    floor.scan(bin, { task: 'pick', po: order });
    return void floor.scan(code, { task: 'pick', po: order });
  }
  const open = floor.world.find('unit', { po: order }).find((unit) => unit.state === 'open');
  if (open) return attempt(() => decideCloseUnit(floor.world, { sscc: open.sscc, weightGrams: null, heightMm: null }, floor.context()))(floor);
  const closed = floor.world.find('unit', { po: order }).find((unit) => unit.state === 'closed');
  attempt(() => decideShipmentCreate(floor.world, { pos: [order], freightTerm: 'prepaid' }, floor.context()))(floor);
  if (closed) return void floor.scan(closed.sscc, { task: 'load', po: order });
  floor.scan(command.done, { task: 'load', po: order });
}

export interface NamedStep {
  readonly name: string;
  readonly run: Step;
}

export const workStep: fc.Arbitrary<NamedStep> = fc.oneof(
  { weight: 14, arbitrary: scanned.map((code) => ({ name: `scan ${code}`, run: (floor: ScanFloor) => void floor.scan(code) })) },
  { weight: 26, arbitrary: fc.tuple(po, fc.boolean()).map(([order, piece]) => ({ name: `go on ${order}`, run: (floor: ScanFloor) => sensible(floor, order, piece) })) },
  { weight: 7, arbitrary: fc.constant({ name: 'undo', run: undo }) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('pick', 'pack', 'load', 'count'), po).map(([task, order]) => ({ name: `${task} ${order}`, run: (floor: ScanFloor) => void floor.scan(order, { task: task as never }) })) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('GRIND', 'MUG'), eaches).map(([code, quantity]) => ({ name: `key ${quantity} ${code}`, run: (floor: ScanFloor) => void floor.scan(code, { quantity }) })) },
  { weight: 6, arbitrary: index.map((at) => ({ name: `scan unit ${at}`, run: (floor: ScanFloor) => {
    const unit = nth(floor.world.find('unit', {}), at);
    if (unit) floor.scan(unit.sscc);
  } })) },
  { weight: 1, arbitrary: fc.shuffledSubarray([HOT, PLAIN].map(poNumber), { minLength: 2 }).map((pos) => ({ name: `walk ${pos.join(' ')}`, run: attempt((floor) => decideStartWalk(floor.world, { pos, share: true }, floor.context())) })) },
  { weight: 1, arbitrary: po.map((order) => ({ name: `join ${order}`, run: attempt((floor) => decideJoinWalk(floor.world, { po: order, share: true }, floor.context())) })) },
  { weight: 2, arbitrary: fc.tuple(po, line, eaches).map(([order, at, missing]) => ({ name: `short ${order} ${at} ${missing}`, run: attempt((floor) => decideShort(floor.world, { po: order, line: at, eaches: missing, reason: 'not found', location: null, next: null }, floor.context())) })) },
  { weight: 1, arbitrary: fc.tuple(po, line).map(([order, at]) => ({ name: `resolve ${order} ${at}`, run: attempt((floor) => decideShortResolved(floor.world, { po: order, line: at, note: 'found' }, floor.context())) })) },
  { weight: 2, arbitrary: fc.tuple(po, line, eaches).map(([order, at, back]) => ({ name: `return ${order} ${at} ${back}`, run: attempt((floor) => decideReturnToStock(floor.world, { po: order, line: at, eaches: back, location: location('B-02-01') }, floor.context())) })) },
  { weight: 4, arbitrary: fc.tuple(index, fc.constantFrom('1', '2'), eaches).map(([at, of, off]) => ({ name: `unpack ${at} ${of} ${off}`, run: attempt((floor) => decideUnpack(floor.world, { sscc: nth(floor.world.find('unit', {}), at)?.sscc ?? '', line: of, eaches: off }, floor.context())) })) },
  { weight: 2, arbitrary: fc.tuple(index, fc.option(index), fc.constantFrom('all', 'GRIND', 'MUG', 'carton'), eaches).map(([at, to, what, some]) => ({ name: `move ${at} ${what} ${some} to ${to}`, run: attempt((floor) => decideMove(floor.world, {
    from: nth(floor.world.find('unit', {}), at)?.sscc ?? '',
    to: to === null ? null : (nth(floor.world.find('unit', { state: 'open' }), to)?.sscc ?? null),
    goods: what === 'all' ? { kind: 'all' } : what === 'carton' ? { kind: 'carton', carton: foreignCarton((some % 2) + 1) } : { kind: 'product', sku: sku(what), eaches: some },
  }, floor.context())) })) },
  { weight: 1, arbitrary: fc.tuple(po, line, eaches, fc.constantFrom('bin', 'hand', 'unit'), index).map(([order, of, lost, where, at]) => ({ name: `damaged ${order} ${of} ${lost} ${where}`, run: attempt((floor) => decideDamaged(floor.world, {
    po: order, line: of, eaches: lost, reason: 'damaged', code: '',
    found: where === 'bin' ? { in: 'bin', location: location('A-01-01') } : where === 'hand' ? { in: 'hand' } : { in: 'unit', sscc: nth(floor.world.find('unit', { po: order }), at)?.sscc ?? '', carton: null },
  }, floor.context())) })) },
  { weight: 1, arbitrary: po.map((order) => ({ name: `own carton of ${order}`, run: (floor: ScanFloor) => {
    // A carton with something in it, closed, and the pallet that was in hand taken up again with it.
    const before = floor.world.get('task', { station: floor.station })?.sscc ?? null;
    const opened = decideOpenUnit(floor.world, { po: order, kind: 'carton' }, floor.context());
    if (!opened.ok) return;
    floor.apply(opened.operations);
    floor.scan(order === HOT ? codes.grinderEach : codes.mugEach, { task: 'pack', po: order });
    attempt(() => decideCloseUnit(floor.world, { sscc: opened.result.sscc, weightGrams: null, heightMm: null }, floor.context()))(floor);
    if (before !== null) floor.scan(before);
    floor.scan(opened.result.sscc);
  } })) },
  { weight: 1, arbitrary: index.map((at) => ({ name: `off ${at}`, run: attempt((floor) => decideUnpackCarton(floor.world, { carton: nth(floor.world.find('unit', {}).filter(({ kind }) => kind === 'carton'), at)?.sscc ?? '' }, floor.context())) })) },
  { weight: 2, arbitrary: po.map((order) => ({ name: `ship ${order}`, run: attempt((floor) => decideShipmentCreate(floor.world, { pos: [order], freightTerm: 'prepaid' }, floor.context())) })) },
  { weight: 1, arbitrary: index.map((at) => ({ name: `unload ${at}`, run: attempt((floor) => {
    const unit = nth(floor.world.find('unit', { state: 'loaded' }), at);
    return decideUnload(floor.world, { shipmentId: (unit?.shipmentId ?? '') as never, sscc: unit?.sscc ?? '' }, floor.context());
  }) })) },
  { weight: 3, arbitrary: fc.tuple(index, fc.boolean()).map(([at, leave]) => ({ name: `depart ${at}`, run: attempt((floor) => {
    const shipment = nth(floor.world.find('shipment', {}), at);
    const leftBehind = leave ? floor.world.find('unit', {}).map((unit) => unit.sscc) : [];
    return decideDepart(floor.world, { shipmentId: (shipment?.shipmentId ?? '') as never, finished: [], leftBehind, departedAt: null }, floor.context());
  }) })) },
  { weight: 1, arbitrary: fc.constant({ name: 'cancel', run: (floor: ScanFloor) => void floor.apply([{ kind: 'order.cancelled', body: { po: poNumber(PLAIN), documentId: null, reason: 'customer', by: 'customer' } }]) }) },
);
