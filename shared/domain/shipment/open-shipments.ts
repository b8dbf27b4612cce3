import type { PoNumber } from '../../lib/ids.ts';
import type { Shipment, ShipmentState } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** The nearest to its departure first. */
const OPEN: readonly ShipmentState[] = ['loading', 'routed', 'requested', 'draft'];

/** Shipments that have not left, the nearest to departure first. */
export const openShipments = (reader: Reader): Shipment[] => OPEN.flatMap((state) => reader.find('shipment', { state }));

/** The shipment that an order's pallets are to leave on; undefined when none is planned. */
export const openShipmentOf = (reader: Reader, po: PoNumber): Shipment | undefined => openShipments(reader).find((shipment) => shipment.pos.includes(po));
