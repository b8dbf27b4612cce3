import type { ShipmentId } from '../../lib/ids.ts';
import type { Case } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** The open cases that a shipment's orders are planned on another one too. */
export function plannedTwice(reader: Reader, shipmentId: ShipmentId): readonly Case[] {
  const pos = reader.get('shipment', { shipmentId })?.pos ?? [];
  return pos.flatMap((po) => reader.find('case', { po })).filter(({ state, type, detail }) => state === 'open' && type === 'planned-twice' && (detail.firstPlace === shipmentId || detail.secondPlace === shipmentId));
}

/** The shipment that an open case names beside this one. */
export const otherPlan = ({ detail }: Case, shipmentId: ShipmentId): string | null => (detail.firstPlace === shipmentId ? detail.secondPlace : detail.firstPlace);
