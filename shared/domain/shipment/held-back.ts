import type { OutgoingDocument } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { plannedTwice } from './planned-twice.ts';

/**
 * A document that nobody may be given yet: the second request for a truck for one order, which costs money, until a supervisor has decided.
 * Deciding for it prepares it anew, so whoever has passed it by still gets it.
 */
export function isHeldBack(reader: Reader, { kind, state, shipmentId }: OutgoingDocument): boolean {
  if (kind !== 'routing-json' || state !== 'prepared' || shipmentId === null) return false;
  return plannedTwice(reader, shipmentId).some(({ what, detail }) => what.params['requested'] === 'yes' && detail.secondPlace === shipmentId);
}
