import type { PoNumber } from '../../lib/ids.ts';
import type { Instant } from '../../lib/time.ts';
import type { Occurrence } from '../decision.ts';
import { putShipment, putUnit, refreshShipment } from '../handling-units/changes.ts';
import { cartonsOn, standingOn } from '../handling-units/nesting.ts';
import type { Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';
import { endOrder, isAllShipped } from '../state/totals.ts';
import type { World } from '../state/world.ts';
import { hasPrintedBill } from './printed-bill.ts';
import { shipUnits } from './shipped.ts';

type Kinds = 'shipment.created' | 'shipment.changed' | 'shipment.bol-assigned' | 'shipment.routing-requested' | 'shipment.cancelled' | 'shipment.departed';

export const shipmentFolds: Folds<Kinds> = {
  'shipment.created': (world, { shipmentId, serial, pos, freightTerm }, occurrence) => {
    if (serial > (world.get('counter', { name: 'shipment' })?.value ?? 0)) world.put('counter', { name: 'shipment', value: serial });
    if (world.get('shipment', { shipmentId })) return;
    world.put('shipment', {
      shipmentId, pos, state: 'draft', freightTerm, freightReady: null, cartons: 0, palletsStackable: 0, palletsNonStackable: 0, weightGrams: 0,
      volumeCubicCentimetres: 0, arn: null, scac: null, pro: null, bol: null, appointment: null, createdAt: occurrence.occurredAt, requestedAt: null,
      departedAt: null, confirmBy: null, plannedBy: touch(null, occurrence), changedBy: null,
    });
  },

  /** It carries every field as its station knew them: no BOL there does not take back one that was given meanwhile. */
  'shipment.changed': (world, body, occurrence) => {
    const shipment = world.get('shipment', { shipmentId: body.shipmentId });
    if (!shipment) return;
    const bol = hasPrintedBill(world, shipment) ? shipment.bol : (body.bol ?? shipment.bol);
    putShipment(world, { ...shipment, ...body, bol, changedBy: touch(shipment.changedBy, occurrence) }, shipment.state === 'loading');
  },

  /** The first number holds: it stands on paper. */
  'shipment.bol-assigned': (world, { shipmentId, bol, serial }) => {
    if (serial > (world.get('counter', { name: 'bol' })?.value ?? 0)) world.put('counter', { name: 'bol', value: serial });
    const shipment = world.get('shipment', { shipmentId });
    if (shipment?.bol === null) world.put('shipment', { ...shipment, bol });
  },

  'shipment.routing-requested': (world, { shipmentId }, occurrence) => {
    const shipment = world.get('shipment', { shipmentId });
    if (shipment) putShipment(world, { ...shipment, requestedAt: shipment.requestedAt ?? occurrence.occurredAt, plannedBy: touch(shipment.plannedBy, occurrence) }, shipment.state === 'loading');
  },

  'shipment.cancelled': (world, { shipmentId }, occurrence) => {
    const shipment = world.get('shipment', { shipmentId });
    // Pallets that stand on it are a fact: somebody loaded them without knowing.
    if (!shipment || shipment.state === 'departed' || shipment.state === 'loading') return;
    world.put('shipment', { ...shipment, state: 'cancelled', plannedBy: touch(shipment.plannedBy, occurrence) });
  },

  'shipment.departed': (world, { shipmentId, departedAt, confirmBy, ssccs, finished }, occurrence) => {
    const shipment = world.get('shipment', { shipmentId });
    // The first word of when it left holds, and the confirmation's clock with it.
    if (shipment && shipment.state !== 'departed') world.put('shipment', { ...shipment, state: 'departed', departedAt, confirmBy });
    const touched = new Set<PoNumber>(finished);
    for (const sscc of ssccs) {
      const unit = world.get('unit', { sscc });
      // What has left once cannot leave again, whoever says so.
      if (!unit || unit.state === 'departed') continue;
      putUnit(world, { ...unit, state: 'departed', shipmentId, loadedAt: unit.loadedAt ?? departedAt, touchedBy: touch(unit.touchedBy, occurrence) });
      for (const content of standingOn(world, sscc)) shipUnits(world, content, departedAt, occurrence);
      for (const carton of cartonsOn(world, sscc)) world.put('unit', { ...carton, state: 'departed', shipmentId, loadedAt: unit.loadedAt ?? departedAt, touchedBy: touch(carton.touchedBy, occurrence) });
      if (unit.shipmentId !== null && unit.shipmentId !== shipmentId) refreshShipment(world, unit.shipmentId);
      touched.add(unit.po);
    }
    for (const po of touched) {
      const order = world.get('order', { po });
      const complete = order !== undefined && isAllShipped(world, order);
      if (complete || finished.includes(po)) endShipped(world, po, departedAt, occurrence);
    }
  },
};

/** Whoever still works on it without knowing must be able to learn who ended it. */
function endShipped(world: World, po: PoNumber, departedAt: Instant, occurrence: Occurrence): void {
  endOrder(world, po, 'shipped', departedAt);
  const order = world.get('order', { po });
  if (order?.state === 'shipped') world.put('order', { ...order, changedBy: touch(order.changedBy, occurrence) });
}
