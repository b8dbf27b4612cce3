import { addContent, holdUnit, putUnit, releaseUnit, takeContent, takeOffTruck, type Packing } from '../handling-units/changes.ts';
import { sameTrace } from '../handling-units/traces.ts';
import { comeOff, standOn } from '../handling-units/nesting.ts';
import type { Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';
import { takeFromBin } from '../picking/bins.ts';
import { ordersOfTask } from '../picking/cart.ts';
import { withoutPicked } from '../picking/totes.ts';
import type { Occurrence } from '../decision.ts';
import type { Move, Scan, Task, Trace, TraceInHand } from '../state/entities.ts';
import { putLine } from '../state/totals.ts';
import type { World } from '../state/world.ts';
import { endClaim, letGo, unitClaim } from '../sync/hold.ts';
import { placeStaff } from '../staffing/place.ts';
import { bringBackLess, recordScan } from './record.ts';
import { withoutWaiting } from './tracing.ts';

export const scanningFolds: Folds<'task.set' | 'task.left' | 'scan.undone' | 'scan.unknown' | 'unknown-code.settled'> = {
  'task.set': (world, { kind, po, shipmentId, sscc, location, sku, carton = null, trace = null, cart = [], move = null, totes = [], put = [] }, occurrence) => {
    const { station, actor, occurredAt } = occurrence;
    const before = world.get('task', { station });
    const same = before?.kind === kind && before.shipmentId === shipmentId && (before.po === po || isSameWalk(before, cart));
    const startedAt = same ? before.startedAt : occurredAt;
    world.put('task', { station, kind, po, staffId: actor, startedAt, location, sscc, shipmentId, sku, carton, trace, cart, move, totes, put });
    if (before) letGo(world, before, { po, sscc, cart });
    const moveBefore = { move: same ? before.move : null, sscc: same ? before.sscc : null };
    if (!isSameMove(move, moveBefore.move)) recordScan(world, occurrence, { kind: 'move', code: moveName(move), po, moveBefore });
    if (!same) return placeStaff(world, actor, occurrence);
    // Within a task a bin, product, pallet or carton was scanned: that is work too, and undo takes it back.
    const moved = {
      location: location === before.location ? null : location,
      sku: sku === before.sku ? null : sku,
      sscc: sscc === before.sscc ? null : sscc,
      carton: carton === before.carton ? null : carton,
      trace: trace === null || isSameHand(trace, before.trace) ? null : scannedIn(trace),
    };
    const code = moved.carton ?? moved.sscc ?? moved.sku ?? moved.location ?? (moved.trace && trace ? handName(trace) : null);
    if (code !== null) recordScan(world, occurrence, { kind: 'locate', code, po, ...moved });
  },

  'task.left': (world, _body, { station }) => {
    const task = world.get('task', { station });
    world.remove('task', { station });
    if (task) letGo(world, task, { po: null, sscc: null, cart: [] });
  },

  'scan.undone': (world, { undoes }, occurrence) => {
    const scan = world.get('scan', { opId: undoes });
    if (!scan || scan.undone) return;
    world.put('scan', { ...scan, undone: true });
    takeBack(world, scan, occurrence);
  },

  'scan.unknown': (world, { code, task }, { actor, occurredAt }) => {
    const before = world.get('unknownCode', { code });
    if (!before) forgetOldCode(world);
    world.put('unknownCode', { code, firstAt: before?.firstAt ?? occurredAt, lastAt: occurredAt, times: (before?.times ?? 0) + 1, task, staffId: actor });
  },

  'unknown-code.settled': (world, { code }) => world.remove('unknownCode', { code }),
};

const isSameHand = (hand: TraceInHand, before: TraceInHand | null): boolean =>
  before !== null && sameTrace(hand, before) && hand.sku === before.sku && hand.sscc === before.sscc && hand.waiting?.code === before.waiting?.code && sameTrace(hand.waiting, before.waiting);

const isSameMove = (move: Move | null, before: Move | null): boolean => JSON.stringify(move) === JSON.stringify(before);

/** What was scanned last for the move, for people. */
function moveName(move: Move | null): string {
  const last = move?.goods.at(-1);
  if (last?.kind === 'product') return last.sku;
  return (last?.kind === 'carton' ? last.carton : move?.from) ?? '';
}

/** What the scan itself said. */
const scannedIn = ({ waiting, ...hand }: TraceInHand): Trace => {
  const { lot, expiry, serial } = waiting ?? hand;
  return { lot, expiry, serial };
};

/** What people are told is forgotten when the scan is taken back. */
const handName = ({ waiting, lot, serial, expiry }: TraceInHand): string => waiting?.code ?? lot ?? serial ?? expiry ?? '';

/** An order that joins a walk does not begin it anew. */
function isSameWalk(before: Task, cart: Task['cart']): boolean {
  const orders = ordersOfTask(before);
  return cart.some((po) => orders.includes(po));
}

/** So many different codes that nobody knew are for a person to look through; a scanner that reads rubbish makes more. */
const UNKNOWN_CODES = 500;

function forgetOldCode(world: World): void {
  const known = world.find('unknownCode', {});
  if (known.length < UNKNOWN_CODES) return;
  const oldest = known.reduce((first, each) => (each.lastAt < first.lastAt ? each : first));
  world.remove('unknownCode', { code: oldest.code });
}

/** What was on its way into a tote is not any more. */
function takeFromTote(world: World, { station, po, sku, eaches }: Scan): void {
  const task = world.get('task', { station });
  if (!task || task.put.length === 0 || po === null || sku === null) return;
  world.put('task', { ...task, put: withoutPicked(task.put, po, sku, eaches) });
}

/** The counter-operation of a confirmed scan: its quantities go back to exactly what they were. */
function takeBack(world: World, scan: Scan, occurrence: Occurrence): void {
  const goods = goodsOf(scan);
  switch (scan.kind) {
    case 'pick':
      returnToBin(world, { ...scan, taken: Math.min(scan.taken, pickedOf(world, scan)) }, occurrence);
      takeFromTote(world, scan);
      return changeLine(world, scan, 'picked', -scan.eaches, occurrence);
    case 'return':
      returnToBin(world, scan, occurrence);
      return changeLine(world, scan, 'picked', scan.eaches, occurrence);
    case 'count':
    case 'receive':
      return returnToBin(world, scan, occurrence);
    case 'short':
      return changeLine(world, scan, 'short', -scan.eaches, occurrence);
    case 'pack': {
      const off = goods && takeContent(world, goods, occurrence);
      if ((off?.eaches ?? 0) < scan.eaches) bringBackLess(world, scan, off);
      return forgetTrace(world, scan);
    }
    case 'unpack':
      if (goods && scan.eaches > 0) addContent(world, goods, occurrence);
      return;
    case 'load':
      return scan.sscc === null ? undefined : takeOffTruck(world, scan.sscc, occurrence);
    case 'open':
      return changeUnitOf(world, scan, 'open', (unit) => unit.eaches === 0 && putUnit(world, { ...unit, state: 'voided', touchedBy: touch(unit.touchedBy, occurrence) }));
    case 'close':
      return changeUnitOf(world, scan, 'closed', (unit) => putUnit(world, { ...unit, state: 'open', closedAt: null, weightGrams: null, heightMm: null, labelConfirmedAt: null, touchedBy: touch(unit.touchedBy, occurrence) }));
    case 'void':
      return changeUnitOf(world, scan, 'voided', (unit) => putUnit(world, { ...unit, state: unit.closedAt === null ? 'open' : 'closed', touchedBy: touch(unit.touchedBy, occurrence) }));
    case 'reopen':
      return closeAsBefore(world, scan, occurrence);
    case 'damage':
      return scan.location === null ? changeLine(world, scan, 'picked', scan.eaches, occurrence) : returnToBin(world, scan, occurrence);
    case 'nest':
      if (scan.carton !== null) comeOff(world, scan.carton, occurrence);
      return;
    case 'unnest':
      if (scan.carton !== null && scan.sscc !== null) standOn(world, scan.carton, scan.sscc, occurrence);
      return;
    case 'locate':
      return forgetPlace(world, scan);
    case 'move':
      return moveAsBefore(world, scan);
  }
}

/** The move as it stood before, and what was in hand then; unless another task has begun since. A task that the move itself began is over. */
function moveAsBefore(world: World, { station, at, moveBefore }: Scan): void {
  const task = world.get('task', { station });
  if (!task || moveBefore === null || task.startedAt > at) return;
  if (task.kind === 'move' && moveBefore.move === null) return world.remove('task', { station });
  const inHand = moveBefore.sscc === null ? undefined : world.get('unit', { sscc: moveBefore.sscc });
  world.put('task', { ...task, move: moveBefore.move, sscc: inHand?.state === 'open' ? inHand.sscc : task.sscc });
}

/** Others may have put back meanwhile what this station picked: that cannot come back to the books twice. */
function pickedOf(world: World, { po, line }: Scan): number {
  return po === null || line === null ? 0 : (world.get('line', { po, line })?.picked ?? 0);
}

function returnToBin(world: World, { sku, location, taken }: Scan, occurrence: Occurrence): void {
  if (sku !== null && location !== null) takeFromBin(world, sku, location, -taken, occurrence);
}

function changeLine(world: World, { po, line }: Scan, field: 'picked' | 'short', by: number, occurrence: Occurrence): void {
  const before = po === null || line === null ? undefined : world.get('line', { po, line });
  if (before) putLine(world, { ...before, [field]: Math.max(0, before[field] + by), workedBy: touch(before.workedBy, occurrence) });
}

const goodsOf = ({ sscc, po, line, sku, eaches, cartons, carton, trace }: Scan): Packing | undefined =>
  sscc === null || po === null || line === null || sku === null ? undefined : { sscc, po, line, sku, eaches, cartons, carton, trace };

/** A lot that was packed by mistake is not the next carton's. */
function forgetTrace(world: World, { station, sku, trace }: Scan): void {
  const task = world.get('task', { station });
  const hand = task?.trace ?? null;
  if (task && hand && trace && hand.sku === sku && sameTrace({ ...hand, serial: trace.serial }, trace)) world.put('task', { ...task, trace: null });
}

type Unit = Parameters<typeof putUnit>[1];

function changeUnitOf(world: World, { sscc, station }: Scan, state: Unit['state'], change: (unit: Unit) => void): void {
  const unit = sscc === null ? undefined : world.get('unit', { sscc });
  if (unit?.state !== state) return;
  change(unit);
  const after = world.get('unit', { sscc: unit.sscc });
  if (after?.state === 'open') return holdUnit(world, station, unit);
  const task = world.get('task', { station });
  if (after?.state === 'voided') endClaim(world, unitClaim(unit.sscc));
  if (after?.state === 'voided' && task?.sscc === unit.sscc) world.put('task', { ...task, sscc: null });
}

/** Closed again with the weight and the label it had. */
function closeAsBefore(world: World, { sscc, closedAs }: Scan, occurrence: Occurrence): void {
  const unit = sscc === null ? undefined : world.get('unit', { sscc });
  if (unit?.state !== 'open' || closedAs === null) return;
  putUnit(world, { ...unit, ...closedAs, state: 'closed', touchedBy: touch(unit.touchedBy, occurrence) });
  releaseUnit(world, unit);
}

/** Forgets the bin, product, pallet or carton the station was at, unless it has moved on since. */
function forgetPlace(world: World, { station, location, sku, sscc, carton, trace }: Scan): void {
  const task = world.get('task', { station });
  if (!task) return;
  const still = <Field extends 'location' | 'sku' | 'sscc' | 'carton'>(field: Field, was: Task[Field]): Task[Field] | null =>
    was !== null && task[field] === was ? null : task[field];
  world.put('task', { ...task, trace: trace !== null && task.trace && sameTrace(trace, scannedIn(task.trace)) ? withoutWaiting(task.trace) : task.trace, location: still('location', location), sku: still('sku', sku), sscc: still('sscc', sscc), carton: still('carton', carton) });
}
