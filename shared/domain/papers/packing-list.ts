import type { PoNumber, Sku } from '../../lib/ids.ts';
import type { Line, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { unitFacts, unitsOfOrder, unitsOfShipment, type UnitFacts } from './units.ts';

/** A line of which less goes out than was ordered. Eaches. */
export interface ShortFacts {
  readonly po: PoNumber;
  readonly line: string;
  readonly sku: Sku | null;
  readonly title: string;
  readonly ordered: number;
  readonly accepted: number;
  readonly packed: number;
}

/** What a packing list says: what is in which pallet or carton, and what is missing. */
export interface PackingList {
  readonly pos: readonly PoNumber[];
  readonly units: readonly UnitFacts[];
  readonly short: readonly ShortFacts[];
}

/** Of one order: everything packed for it so far, also what has left. */
export const packingListOfOrder = (reader: Reader, po: PoNumber): PackingList => packingList(reader, [po], unitsOfOrder(reader, po).map((unit) => unitFacts(reader, unit)));

export const packingListOfShipment = (reader: Reader, shipment: Shipment): PackingList =>
  packingList(reader, shipment.pos, unitsOfShipment(reader, shipment).map((unit) => unitFacts(reader, unit)));

function packingList(reader: Reader, pos: readonly PoNumber[], units: readonly UnitFacts[]): PackingList {
  const lines = pos.flatMap((po) => reader.find('line', { po }).sort((left, right) => left.position - right.position));
  return { pos, units, short: lines.flatMap((line) => (line.packed < line.requested ? [shortFacts(reader, line)] : [])) };
}

function shortFacts(reader: Reader, { po, line, sku, title, vendorSku, asin, requested, accepted, packed }: Line): ShortFacts {
  const product = sku === null ? undefined : reader.get('product', { sku });
  return { po, line, sku, title: product?.title ?? title ?? vendorSku ?? asin ?? '', ordered: requested, accepted, packed };
}
