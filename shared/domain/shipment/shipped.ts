import type { PoNumber, ShipmentId } from '../../lib/ids.ts';
import type { Instant } from '../../lib/time.ts';
import type { Occurrence } from '../decision.ts';
import { putLine } from '../state/totals.ts';
import type { Reader, World } from '../state/world.ts';
import { touch } from '../sync/act.ts';

interface Leaving {
  readonly po: PoNumber;
  readonly line: string;
  /** Negative: it turned out that they had not left. */
  readonly eaches: number;
}

/**
 * Eaches of a line have left. Inside the window they count for the fill rate, at most what was accepted; an order whose
 * document names no window has none to miss.
 */
export function shipUnits(world: World, { po, line, eaches }: Leaving, departedAt: Instant, occurrence: Occurrence): void {
  const before = world.get('line', { po, line });
  const order = world.get('order', { po });
  if (!before || !order) return;
  const inWindow = order.shipBy === null || departedAt <= order.shipBy;
  const counts = inWindow ? Math.min(eaches, Math.max(0, before.accepted - before.shippedInWindow)) : 0;
  const shipped = Math.max(0, before.shipped + eaches);
  const shippedInWindow = Math.max(0, Math.min(shipped, before.shippedInWindow + counts));
  putLine(world, { ...before, shipped, shippedInWindow, workedBy: touch(before.workedBy, occurrence) });
}

/** When the truck that a unit is on left. */
export function departureOf(reader: Reader, shipmentId: ShipmentId | null, otherwise: Instant): Instant {
  const shipment = shipmentId === null ? undefined : reader.get('shipment', { shipmentId });
  return shipment?.departedAt ?? otherwise;
}
