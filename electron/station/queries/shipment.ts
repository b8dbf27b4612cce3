import type { ShipmentView } from '../../../shared/contracts/views.ts';
import { routingClash } from '../../../shared/domain/queue/routing-clash.ts';
import { departurePreview } from '../../../shared/domain/shipment/departure.ts';
import { loadingView, unitsToLoad } from '../../../shared/domain/shipment/loading-view.ts';
import { openShipments } from '../../../shared/domain/shipment/open-shipments.ts';
import { proposeRouting } from '../../../shared/domain/shipment/propose.ts';
import { earliestPickup } from '../../../shared/domain/shipment/routing-rule.ts';
import type { Shipment } from '../../../shared/domain/state/entities.ts';
import { shipmentId, type PoNumber } from '../../../shared/lib/ids.ts';
import { decodeRow } from '../../store/row-codec.ts';
import { notFound } from '../api/base.ts';
import type { Station } from '../station.ts';
import { unitView } from './units.ts';
import { shipToName, unitsOf } from './queue-row.ts';

const DEPARTED_SHOWN = 50;

/** Shipments that have not left, and the last ones that have. */
export function shipmentList(station: Station): ShipmentView[] {
  const departed = station.store.database
    .prepare<[number]>("SELECT * FROM shipment WHERE state = 'departed' ORDER BY departed_at DESC, shipment_id LIMIT ?")
    .all(DEPARTED_SHOWN)
    .map((row) => decodeRow('shipment', row));
  return [...openShipments(station.reader), ...departed].map((shipment) => shipmentView(station, shipment));
}

export function requireShipment(station: Station, id: string): ShipmentView {
  const shipment = station.reader.get('shipment', { shipmentId: shipmentId(id) });
  if (!shipment) throw notFound('shipment.refused.unknown', id, { shipmentId: id });
  return shipmentView(station, shipment);
}

export function shipmentsOf(station: Station, po: PoNumber): ShipmentView[] {
  return station.store.database
    .prepare<[PoNumber]>('SELECT * FROM shipment WHERE EXISTS (SELECT 1 FROM json_each(shipment.pos) WHERE value = ?) ORDER BY created_at, shipment_id')
    .all(po)
    .map((row) => shipmentView(station, decodeRow('shipment', row)));
}

export function shipmentView(station: Station, shipment: Shipment): ShipmentView {
  const { reader, settings } = station;
  const orders = shipment.pos.flatMap((po) => reader.get('order', { po }) ?? []);
  const view = loadingView(reader, shipment);
  const units = shipment.state === 'departed' ? reader.find('unit', { shipmentId: shipment.shipmentId }).filter(({ parent }) => parent === null) : [...view.loaded, ...view.waiting, ...view.open];
  const routed = shipment.state !== 'draft';
  const clash = shipment.freightTerm === 'collect' ? orders.map((order) => routingClash(order, settings, station.now(), routed)).find((found) => found !== null) : undefined;
  return {
    ...shipment,
    orders: orders.map((order) => ({ po: order.po, hpo: order.hpo, shipBy: order.shipBy, units: unitsOf(order), shipTo: shipToName(settings, order) })),
    units: units.map((unit) => unitView(station, unit)),
    loaded: shipment.state === 'departed' ? units.length : view.loaded.length,
    toLoad: shipment.state === 'departed' ? units.length : unitsToLoad(view),
    documents: reader.find('outgoing', { shipmentId: shipment.shipmentId }),
    clash: clash?.message ?? null,
    proposal: proposeRouting(reader, shipment.pos),
    earliestPickup: earliestPickup(station.now(), settings),
    departure: shipment.state === 'departed' || shipment.state === 'cancelled' ? null : departurePreview(reader, shipment),
  };
}
