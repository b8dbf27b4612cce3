import type { HandlingUnit, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

export interface LoadingView {
  readonly loaded: readonly HandlingUnit[];
  /** Closed and waiting on the dock. */
  readonly waiting: readonly HandlingUnit[];
  /** Still open: to be closed before they can be loaded. An open unit with nothing on it is not counted. */
  readonly open: readonly HandlingUnit[];
}

/** The pallets and cartons of a shipment's orders that have not left with another truck. Cartons that stand on a pallet go with it. */
export function loadingView(reader: Reader, { shipmentId, pos }: Pick<Shipment, 'shipmentId' | 'pos'>): LoadingView {
  const units = pos.flatMap((po) => reader.find('unit', { po })).filter(({ parent }) => parent === null);
  return {
    loaded: units.filter((unit) => unit.state === 'loaded' && unit.shipmentId === shipmentId),
    waiting: units.filter((unit) => unit.state === 'closed'),
    open: units.filter((unit) => unit.state === 'open' && unit.eaches > 0),
  };
}

export const unitsToLoad = ({ loaded, waiting, open }: LoadingView): number => loaded.length + waiting.length + open.length;
