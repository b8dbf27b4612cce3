import type { PoNumber } from '../../lib/ids.ts';
import { message, type Message } from '../../messages/say.ts';
import { standingOn } from '../handling-units/nesting.ts';
import type { HandlingUnit, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { loadingView } from './loading-view.ts';

/** What will have happened once the truck has left as it is loaded now. Quantities in eaches. */
export interface Departure {
  readonly eaches: number;
  readonly orders: readonly OrderLeaving[];
  /** What is still missing on paper; none of it holds the truck. */
  readonly warnings: readonly Message[];
}

export interface OrderLeaving {
  readonly po: PoNumber;
  readonly leaving: number;
  /** Accepted, on this truck neither nor on an earlier one. */
  readonly short: number;
  /** A person may end it although it is short: something of it is on the truck or has left before. */
  readonly mayEnd: boolean;
}

/** The departure as it would be now, to be read before it is decided. */
export function departurePreview(reader: Reader, shipment: Shipment): Departure {
  const { loaded } = loadingView(reader, shipment);
  const leaving = new Map<string, number>();
  for (const { sscc } of loaded) {
    for (const { po, eaches } of standingOn(reader, sscc)) leaving.set(po, (leaving.get(po) ?? 0) + eaches);
  }
  const orders = shipment.pos.map((po): OrderLeaving => {
    const order = reader.get('order', { po });
    const now = leaving.get(po) ?? 0;
    const short = Math.max(0, (order?.accepted ?? 0) - (order?.shipped ?? 0) - now);
    return { po, leaving: now, short, mayEnd: short > 0 && (now > 0 || (order?.shipped ?? 0) > 0) };
  });
  return { eaches: orders.reduce((total, order) => total + order.leaving, 0), orders, warnings: departureWarnings(shipment, loaded) };
}

/** What the shipment confirmation will lack, and labels nobody has scanned on the pallet. */
export function departureWarnings({ freightTerm, arn, scac, pro }: Shipment, loaded: readonly HandlingUnit[]): readonly Message[] {
  const unconfirmed = loaded.filter((unit) => unit.labelConfirmedAt === null).length;
  return [
    ...(freightTerm === 'collect' && arn === null ? [message('shipment.warning.noArn')] : []),
    ...(scac === null || pro === null ? [message('shipment.warning.noCarrier')] : []),
    ...(unconfirmed > 0 ? [message('shipment.warning.labels', { count: unconfirmed })] : []),
  ];
}
