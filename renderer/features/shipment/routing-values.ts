import type { ShipmentInput } from '../../../shared/contracts/api.ts';
import type { ShipmentView } from '../../../shared/contracts/views.ts';
import type { Zone } from '../../../shared/lib/time.ts';
import { momentOf, typedMoment } from './moment-fields.ts';
import { shipmentInputOf } from './shipment-input.ts';
import { shipByOf } from './stage.ts';
import type { FreightTerm } from './term-choices.ts';

/** The routing form as it is typed; figures in the store's own units. */
export interface RoutingValues {
  readonly freightTerm: FreightTerm;
  readonly readyDay: string;
  readonly readyTime: string;
  readonly cartons: number;
  readonly palletsStackable: number;
  readonly palletsNonStackable: number;
  readonly weightGrams: number;
  readonly volumeCubicCentimetres: number;
  /** What the carrier team agreed to by telephone. */
  readonly agreed: string;
}

/** What the form begins with: what is saved, else the proposal, and the first day Amazon takes where the window allows it. */
export function routingValues(shipment: ShipmentView, zone: Zone, cutoff: string): RoutingValues {
  const { freightTerm, freightReady, clash, earliestPickup, departedAt, proposal } = shipment;
  const shipBy = shipByOf(shipment);
  const fits = shipBy === null || typedMoment(zone, shipBy).day >= earliestPickup;
  const proposed = freightReady === null && departedAt === null && freightTerm === 'collect' && clash === null && fits;
  const ready = proposed ? { day: earliestPickup, time: cutoff } : typedMoment(zone, freightReady);
  const { cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres } = hasFigures(shipment) ? shipment : proposal;
  return { freightTerm, readyDay: ready.day, readyTime: ready.time, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres, agreed: '' };
}

const hasFigures = ({ cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres }: ShipmentView): boolean =>
  cartons + palletsStackable + palletsNonStackable + weightGrams + volumeCubicCentimetres > 0;

/** The shipment with what was typed. */
export function changedShipment(shipment: ShipmentView, { readyDay, readyTime, agreed: _, ...figures }: RoutingValues, zone: Zone): ShipmentInput {
  return { ...shipmentInputOf(shipment), ...figures, freightReady: momentOf(zone, { day: readyDay, time: readyTime }) };
}
