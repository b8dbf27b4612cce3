import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import type { Occurrence } from '../decision.ts';
import type { Content, HandlingUnit, Shipment, Trace } from '../state/entities.ts';
import { departureOf, shipUnits } from '../shipment/shipped.ts';
import { putLine, putOrder } from '../state/totals.ts';
import type { Reader, World } from '../state/world.ts';
import { touch } from '../sync/act.ts';
import { endClaim, letGo, unitClaim } from '../sync/hold.ts';
import { cartonsOn, carry, standingOn } from './nesting.ts';
import { addTrace, serialOf, takeTrace } from './traces.ts';

/*
 * How a handling unit, its contents, its order and the tasks that hold it change together. Used by the folds of
 * packing and loading and by undo, so that each is the exact inverse of the other.
 */

/** Writes a unit; its order's state follows from its units'. */
export function putUnit(world: World, unit: HandlingUnit): void {
  world.put('unit', unit);
  const order = world.get('order', { po: unit.po });
  if (order) putOrder(world, order);
}

export interface Packing extends Content {
  readonly carton: string | null;
  /** Of all these eaches; left out where their product needs none. */
  readonly trace?: Trace | null | undefined;
}

/**
 * Puts eaches of a line on a unit. False, and nothing changes, when unit or line are unknown, or that carton or serial number is packed already. What stands on a
 * unit that has left has left with it; a unit that another station gave up as empty is none when goods stand on it.
 */
export function addContent(world: World, { sscc, po, line, sku, eaches, cartons, carton, trace = null }: Packing, occurrence: Occurrence): boolean {
  const unit = world.get('unit', { sscc });
  const before = world.get('line', { po, line });
  if (!unit || !before || (carton !== null && world.get('carton', { carton })) || serialOf(world, sku, trace)) return false;
  const content = world.get('content', { sscc, po, line });
  world.put('content', { sscc, po, line, sku, eaches: (content?.eaches ?? 0) + eaches, cartons: (content?.cartons ?? 0) + cartons });
  if (carton !== null) world.put('carton', { carton, sscc, po, line, eaches, trace });
  if (trace) addTrace(world, { sscc, po, line, sku, eaches }, trace);
  world.put('unit', { ...openAgain(unit), eaches: unit.eaches + eaches, cartons: unit.cartons + cartons, touchedBy: touch(unit.touchedBy, occurrence) });
  carry(world, unit.parent, eaches, 0);
  putLine(world, { ...before, packed: before.packed + eaches, workedBy: touch(before.workedBy, occurrence) });
  shipWith(world, unit, { po, line, eaches }, occurrence);
  return true;
}

/** A unit that was given up and has goods on it is open; what it was closed and labelled with is of another time. */
const openAgain = (unit: HandlingUnit): HandlingUnit => (unit.state === 'voided' ? { ...unit, state: 'open', closedAt: null, weightGrams: null, heightMm: null, labelConfirmedAt: null } : unit);

/** What came off a unit. */
export type TakenOff = Pick<Content, 'eaches' | 'cartons'>;

/**
 * Takes eaches of a line off a unit, at most what is on it. Undefined, and nothing changes, when none is, or the carton or numbered piece
 * that is meant stands there no longer: then others would come off in its place.
 */
export function takeContent(world: World, { sscc, po, line, sku, eaches, cartons, carton, trace = null }: Packing, occurrence: Occurrence): TakenOff | undefined {
  const unit = world.get('unit', { sscc });
  const before = world.get('line', { po, line });
  const content = world.get('content', { sscc, po, line });
  if (!unit || !before || !content || !isThere(world, { sscc, po, line, sku, carton, trace })) return undefined;
  const off = Math.min(content.eaches, eaches);
  const rest = content.eaches - off;
  const offCartons = rest === 0 ? content.cartons : Math.min(content.cartons, cartons);
  if (rest === 0) world.remove('content', { sscc, po, line });
  else world.put('content', { ...content, eaches: rest, cartons: content.cartons - offCartons });
  takeTrace(world, { sscc, po, line }, { off, rest }, trace ?? (carton === null ? null : (world.get('carton', { carton })?.trace ?? null)));
  if (carton !== null) world.remove('carton', { carton });
  world.put('unit', { ...unit, eaches: unit.eaches - off, cartons: unit.cartons - offCartons, touchedBy: touch(unit.touchedBy, occurrence) });
  carry(world, unit.parent, -off, 0);
  putLine(world, { ...before, packed: Math.max(0, before.packed - off), workedBy: touch(before.workedBy, occurrence) });
  shipWith(world, unit, { po, line, eaches: -off }, occurrence);
  return { eaches: off, cartons: offCartons };
}

/** Whether the carton or the numbered piece stands on that content; goods without a number of their own are as good as any other of their kind. */
export function isThere(reader: Reader, { sscc, po, line, sku, carton, trace = null }: Pick<Packing, 'sscc' | 'po' | 'line' | 'sku' | 'carton' | 'trace'>): boolean {
  const stands = (place: { readonly sscc: string; readonly po: PoNumber; readonly line: string } | undefined): boolean => place?.sscc === sscc && place.po === po && place.line === line;
  if (carton !== null) return stands(reader.get('carton', { carton }));
  return trace?.serial == null || stands(serialOf(reader, sku, trace));
}

/** Shipped is what stands on units that have left, however it came to stand there. */
function shipWith(world: World, { state, shipmentId }: HandlingUnit, content: { readonly po: PoNumber; readonly line: string; readonly eaches: number }, occurrence: Occurrence): void {
  if (state === 'departed') shipUnits(world, content, departureOf(world, shipmentId, occurrence.occurredAt), occurrence);
}

/** The station goes on packing on this unit; the lot in hand was that of the one before. */
export function holdUnit(world: World, station: string, { po, sscc }: Pick<HandlingUnit, 'po' | 'sscc'>): void {
  const task = world.get('task', { station });
  if (task?.kind !== 'pack' || task.po !== po || task.sscc === sscc) return;
  letGo(world, task, { po, sscc, cart: [] });
  world.put('task', { ...task, sscc, trace: null });
}

/** No station packs on this unit any longer. */
export function releaseUnit(world: World, { po, sscc }: { readonly po: PoNumber; readonly sscc: string }): void {
  for (const task of world.find('task', { po })) if (task.sscc === sscc) world.put('task', { ...task, sscc: null, trace: null });
  endClaim(world, unitClaim(sscc));
}

/** Draft, requested, routed and loading follow from what is known of a shipment; departed and cancelled are events. */
export function putShipment(world: World, shipment: Shipment, loading: boolean): void {
  world.put('shipment', { ...shipment, state: shipmentState(shipment, loading) });
}

function shipmentState(shipment: Shipment, loading: boolean): Shipment['state'] {
  if (shipment.state === 'departed') return shipment.state;
  // Also of one that another station had cancelled meanwhile.
  if (loading) return 'loading';
  if (shipment.state === 'cancelled') return shipment.state;
  if (shipment.arn !== null || shipment.scac !== null) return 'routed';
  return shipment.requestedAt === null ? 'draft' : 'requested';
}

/** Takes a loaded unit off its truck again. A unit that has left stays gone, unless a supervisor decided that it had not. */
export function takeOffTruck(world: World, sscc: string, occurrence: Occurrence, afterDeparture = false): void {
  const unit = world.get('unit', { sscc });
  if (unit?.state !== 'loaded' && !(unit?.state === 'departed' && afterDeparture)) return;
  if (unit.state === 'departed') {
    for (const { po, line, eaches } of standingOn(world, sscc)) shipWith(world, unit, { po, line, eaches: -eaches }, occurrence);
    for (const carton of cartonsOn(world, sscc)) world.put('unit', { ...carton, state: 'closed', shipmentId: null, loadedAt: null, touchedBy: touch(carton.touchedBy, occurrence) });
  }
  putUnit(world, { ...unit, state: 'closed', shipmentId: null, loadedAt: null, touchedBy: touch(unit.touchedBy, occurrence) });
  if (unit.shipmentId !== null) refreshShipment(world, unit.shipmentId);
}

export function refreshShipment(world: World, shipmentId: ShipmentId): void {
  const shipment = world.get('shipment', { shipmentId });
  if (shipment) putShipment(world, shipment, world.find('unit', { shipmentId }).some((unit) => unit.state === 'loaded'));
}
