import type { PoNumber } from '../../lib/ids.ts';
import type { Instant } from '../../lib/time.ts';
import { putShipment, putUnit } from '../handling-units/changes.ts';
import type { Folds } from '../folds.ts';
import { touch } from '../sync/act.ts';
import { endOrder, isAllShipped, putLine } from '../state/totals.ts';
import type { World } from '../state/world.ts';

type Kinds = 'shipment.created' | 'shipment.changed' | 'shipment.routing-requested' | 'shipment.departed';

export const shipmentFolds: Folds<Kinds> = {
  'shipment.created': (world, { shipmentId, serial, pos, freightTerm }, { occurredAt }) => {
    if (serial > (world.get('counter', { name: 'shipment' })?.value ?? 0)) world.put('counter', { name: 'shipment', value: serial });
    if (world.get('shipment', { shipmentId })) return;
    world.put('shipment', {
      shipmentId, pos, state: 'draft', freightTerm, freightReady: null, cartons: 0, palletsStackable: 0, palletsNonStackable: 0, weightGrams: 0,
      volumeCubicCentimetres: 0, arn: null, scac: null, pro: null, bol: null, appointment: null, createdAt: occurredAt, requestedAt: null,
      departedAt: null, confirmBy: null,
    });
  },

  'shipment.changed': (world, body) => {
    const shipment = world.get('shipment', { shipmentId: body.shipmentId });
    if (shipment) putShipment(world, { ...shipment, ...body }, shipment.state === 'loading');
  },

  'shipment.routing-requested': (world, { shipmentId }, { occurredAt }) => {
    const shipment = world.get('shipment', { shipmentId });
    if (shipment) putShipment(world, { ...shipment, requestedAt: shipment.requestedAt ?? occurredAt }, shipment.state === 'loading');
  },

  'shipment.departed': (world, { shipmentId, departedAt, confirmBy, ssccs, finished }, occurrence) => {
    const shipment = world.get('shipment', { shipmentId });
    if (shipment) world.put('shipment', { ...shipment, state: 'departed', departedAt, confirmBy });
    const touched = new Set<PoNumber>(finished);
    for (const sscc of ssccs) {
      const unit = world.get('unit', { sscc });
      // What has left once cannot leave again, whoever says so.
      if (!unit || unit.state === 'departed') continue;
      putUnit(world, { ...unit, state: 'departed', shipmentId, loadedAt: unit.loadedAt ?? departedAt, touchedBy: touch(unit.touchedBy, occurrence) });
      for (const content of world.find('content', { sscc })) ship(world, content, departedAt);
      touched.add(unit.po);
    }
    for (const po of touched) {
      const order = world.get('order', { po });
      const complete = order !== undefined && isAllShipped(world, order);
      if (complete || finished.includes(po)) endOrder(world, po, 'shipped', departedAt);
    }
  },
};

/**
 * Eaches of a line have left. Inside the window they count for the fill rate, at most what was accepted; an order whose
 * document names no window has none to miss.
 */
function ship(world: World, { po, line, eaches }: { readonly po: PoNumber; readonly line: string; readonly eaches: number }, departedAt: Instant): void {
  const before = world.get('line', { po, line });
  const order = world.get('order', { po });
  if (!before || !order) return;
  const inWindow = order.shipBy === null || departedAt <= order.shipBy;
  const counts = inWindow ? Math.min(eaches, Math.max(0, before.accepted - before.shippedInWindow)) : 0;
  putLine(world, { ...before, shipped: before.shipped + eaches, shippedInWindow: before.shippedInWindow + counts });
}
