import type { BodyOf, Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';
import { movedBy, recordScan } from '../scanning/record.ts';
import { withoutWaiting } from '../scanning/tracing.ts';
import type { HandlingUnit, TraceInHand } from '../state/entities.ts';
import type { World } from '../state/world.ts';
import { addContent, holdUnit, putShipment, putUnit, refreshShipment, releaseUnit, takeContent, takeOffTruck } from './changes.ts';
import { comeOff, standOn } from './nesting.ts';

type Kinds =
  | 'unit.opened' | 'unit.packed' | 'unit.unpacked' | 'unit.closed' | 'unit.reopened' | 'unit.voided' | 'unit.label-printed'
  | 'unit.label-confirmed' | 'unit.loaded' | 'unit.unloaded' | 'unit.nested' | 'unit.unnested';

export const handlingUnitFolds: Folds<Kinds> = {
  'unit.opened': (world, { sscc, serial, kind, po, part, aside = false }, occurrence) => {
    const issued = world.get('counter', { name: 'sscc' })?.value ?? 0;
    if (serial > issued) world.put('counter', { name: 'sscc', value: serial });
    if (world.get('unit', { sscc })) return;
    putUnit(world, {
      sscc, kind, po, state: 'open', openedAt: occurrence.occurredAt, openedBy: occurrence.actor, closedAt: null, shipmentId: null,
      loadedAt: null, parent: null, eaches: 0, cartons: 0, weightGrams: null, heightMm: null, labelPrints: 0, labelMark: null, labelConfirmedAt: null, touchedBy: touch(null, occurrence),
    });
    if (!aside) holdUnit(world, occurrence.station, { po, sscc });
    recordScan(world, occurrence, { kind: 'open', code: sscc, po, sscc }, part);
  },

  'unit.packed': (world, body, occurrence) => {
    const { sscc, po, line, sku, carton, code, part, takes } = body;
    const { eaches, cartons } = movedBy(world, body, occurrence);
    if (eaches === 0 || !addContent(world, { ...body, eaches, cartons }, occurrence)) return;
    if (takes === undefined) goOnAfter(world, body, occurrence.station);
    recordScan(world, occurrence, { kind: 'pack', code, po, line, sku, sscc, eaches, cartons, carton, trace: body.trace ?? null }, part);
  },

  'unit.unpacked': (world, body, occurrence) => {
    const { sscc, po, line, sku, carton, code, part } = body;
    // A release before named no lot: those of the carton come off with it, and come back with it.
    const trace = body.trace ?? (carton === null ? null : (world.get('carton', { carton })?.trace ?? null));
    const off = takeContent(world, { ...body, trace }, occurrence);
    if (!off) return;
    recordScan(world, occurrence, { kind: 'unpack', code, po, line, sku, sscc, ...off, carton, trace }, part);
  },

  'unit.closed': (world, { sscc, weightGrams, heightMm }, occurrence) => {
    changeUnit(world, sscc, 'open', (unit) => {
      putUnit(world, { ...unit, state: 'closed', closedAt: occurrence.occurredAt, weightGrams, heightMm, touchedBy: touch(unit.touchedBy, occurrence) });
      releaseUnit(world, unit);
      recordScan(world, occurrence, { kind: 'close', code: sscc, po: unit.po, sscc });
    });
  },

  // The label that was confirmed no longer says what is on it.
  'unit.reopened': (world, { sscc, part }, occurrence) => {
    changeUnit(world, sscc, 'closed', (unit) => {
      const { closedAt, weightGrams, heightMm, labelConfirmedAt } = unit;
      const closedAs = { closedAt, weightGrams, heightMm, labelConfirmedAt };
      putUnit(world, { ...unit, state: 'open', closedAt: null, weightGrams: null, heightMm: null, labelConfirmedAt: null, touchedBy: touch(unit.touchedBy, occurrence) });
      // Opened because goods came off it, the pallet in hand stays in hand.
      if (part === undefined) holdUnit(world, occurrence.station, unit);
      else recordScan(world, occurrence, { kind: 'reopen', code: sscc, po: unit.po, sscc, closedAs }, part);
    });
  },

  /** Only empty units are given up: where another station has packed on it meanwhile, the goods stand on it all the same. */
  'unit.voided': (world, { sscc, part }, occurrence) => {
    const before = world.get('unit', { sscc });
    if (!before || before.state === 'voided' || before.state === 'departed' || before.eaches > 0) return;
    comeOff(world, sscc, occurrence);
    changeUnit(world, sscc, before.state, (unit) => {
      putUnit(world, { ...unit, state: 'voided', touchedBy: touch(unit.touchedBy, occurrence) });
      releaseUnit(world, unit);
      if (part !== undefined) recordScan(world, occurrence, { kind: 'void', code: sscc, po: unit.po, sscc }, part);
    });
  },

  'unit.nested': (world, { sscc, on, po, code, part }, occurrence) => {
    if (!standOn(world, sscc, on, occurrence)) return;
    recordScan(world, occurrence, { kind: 'nest', code, po, sscc: on, carton: sscc, eaches: world.get('unit', { sscc })?.eaches ?? 0, cartons: 1 }, part);
  },

  'unit.unnested': (world, { sscc, from, po, part }, occurrence) => {
    if (world.get('unit', { sscc })?.parent !== from || !comeOff(world, sscc, occurrence)) return;
    recordScan(world, occurrence, { kind: 'unnest', code: sscc, po, sscc: from, carton: sscc, eaches: world.get('unit', { sscc })?.eaches ?? 0, cartons: 1 }, part);
  },

  // A new label is to be scanned again; on a truck nobody could.
  'unit.label-printed': (world, { sscc, mark = null }) => {
    const unit = world.get('unit', { sscc });
    const gone = unit?.state === 'loaded' || unit?.state === 'departed';
    if (unit) world.put('unit', { ...unit, labelPrints: unit.labelPrints + 1, labelMark: mark, labelConfirmedAt: gone ? unit.labelConfirmedAt : null });
  },

  'unit.label-confirmed': (world, { sscc }, occurrence) => {
    const unit = world.get('unit', { sscc });
    if (unit) world.put('unit', { ...unit, labelConfirmedAt: occurrence.occurredAt });
  },

  'unit.loaded': (world, { sscc, shipmentId, code }, occurrence) => {
    // Loaded by itself, it stands on no pallet any more.
    comeOff(world, sscc, occurrence);
    const unit = world.get('unit', { sscc });
    if (!unit || unit.state === 'departed' || unit.state === 'voided') return;
    const from = unit.state === 'loaded' ? unit.shipmentId : null;
    putUnit(world, { ...unit, state: 'loaded', shipmentId, loadedAt: occurrence.occurredAt, touchedBy: touch(unit.touchedBy, occurrence) });
    const shipment = world.get('shipment', { shipmentId });
    if (shipment && shipment.state !== 'loading') putShipment(world, shipment, true);
    if (from !== null && from !== shipmentId) refreshShipment(world, from);
    recordScan(world, occurrence, { kind: 'load', code, po: unit.po, sscc, eaches: unit.eaches, cartons: unit.cartons });
  },

  'unit.unloaded': (world, { sscc, afterDeparture }, occurrence) => takeOffTruck(world, sscc, occurrence, afterDeparture),
};

/** A carton that was noted is packed now, and its lot is in hand. Goods that were only moved say nothing of what is packed next. */
function goOnAfter(world: World, body: BodyOf<'unit.packed'>, station: string): void {
  const task = world.get('task', { station });
  if (!task) return;
  const carton = task.carton === body.carton ? null : task.carton;
  const trace = handAfter(task.trace, body);
  if (carton !== task.carton || trace !== task.trace) world.put('task', { ...task, carton, trace });
}

/**
 * The next cartons of the product on this unit are of the same lot until another is scanned; a serial number is one each's own. Products that
 * need none leave it in hand; a label whose product was not scanned, or a scan that waited, is over with what was packed instead.
 */
function handAfter(before: TraceInHand | null, { sku, sscc, trace }: BodyOf<'unit.packed'>): TraceInHand | null {
  if (trace && (trace.lot !== null || trace.expiry !== null)) return { sku, sscc, lot: trace.lot, expiry: trace.expiry, serial: null, waiting: null };
  return withoutWaiting(before);
}

function changeUnit(world: World, sscc: string, state: HandlingUnit['state'], change: (unit: HandlingUnit) => void): void {
  const unit = world.get('unit', { sscc });
  if (unit?.state === state) change(unit);
}
