import type { RoutingRequestDocument, ShipmentConfirmationDocument, ShippedLot, ShippedUnit } from '../../documents/outgoing.ts';
import type { ShipmentId } from '../../lib/ids.ts';
import { DAY, instant } from '../../lib/time.ts';
import type { MessageKey } from '../../messages/catalogue.ts';
import { refuse, type Context, type Refusal } from '../decision.ts';
import { looseOf } from '../handling-units/decide.ts';
import { loosePartsOf, type TracePart } from '../handling-units/traces.ts';
import { shippedFigures } from './propose.ts';
import type { Content, HandlingUnit, Line, Order, Shipment, Trace } from '../state/entities.ts';
import { settingsOf } from '../state/totals.ts';
import type { Reader } from '../state/world.ts';

export type Prepared<Document> = { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly refusal: Refusal };

interface Basis {
  readonly shipment: Shipment;
  readonly orders: readonly Order[];
  readonly vendorCode: string;
  readonly shipToId: string;
}

/** What both documents need. What is missing is said with where to enter it. */
function basisOf(reader: Reader, shipmentId: ShipmentId): { readonly ok: true; readonly basis: Basis } | { readonly ok: false; readonly refusal: Refusal } {
  const where = `shipment ${shipmentId}`;
  const shipment = reader.get('shipment', { shipmentId });
  if (!shipment) return refuse('shipment.refused.unknown', where, { shipmentId });
  const orders = shipment.pos.flatMap((po) => reader.get('order', { po }) ?? []);
  const first = orders[0];
  const missing = (key: MessageKey): { readonly ok: false; readonly refusal: Refusal } => refuse(key, where, { shipmentId }, 'shipment.hint.settings');
  // A document may name no vendor code (generic 850s): the vendor's own party id in the settings stands in for it.
  const vendorCode = first?.vendorCode ?? settingsOf(reader).shipFrom.id;
  if (!first || vendorCode === '') return missing('shipment.refused.noVendorCode');
  if (first.shipToId === null) return missing('shipment.refused.noShipTo');
  if (settingsOf(reader).shipFrom.name === '') return missing('shipment.refused.noShipFrom');
  return { ok: true, basis: { shipment, orders, vendorCode, shipToId: settingsOf(reader).shipToCodes[first.shipToId] ?? first.shipToId } };
}

const unitOf = ({ unit, unitSize }: Line): { readonly unit: Line['unit']; readonly unitSize: number } => ({ unit, unitSize: unitSize ?? 1 });

/** As the order and its acknowledgement name the product: an order may know it by its GTIN alone. */
const idsOf = ({ asin, vendorSku, gtin }: Line): { readonly asin: string | null; readonly vendorSku: string | null } => ({ asin, vendorSku: vendorSku ?? gtin });

/** The routing request of a shipment: everything accepted of its orders that has not left yet. */
export function routingRequestDocument(reader: Reader, shipmentId: ShipmentId, context: Context): Prepared<RoutingRequestDocument> {
  const found = basisOf(reader, shipmentId);
  if (!found.ok) return found;
  const { shipment, orders, vendorCode, shipToId } = found.basis;
  if (shipment.state === 'cancelled') return refuse('shipment.refused.cancelled', `shipment ${shipmentId}`, { shipmentId });
  if (shipment.freightReady === null) return refuse('shipment.refused.noFreightReady', `shipment ${shipmentId}`, {}, 'shipment.hint.freightReady');
  const { freightTerm, freightReady, cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres } = shipment;
  return {
    ok: true,
    document: {
      shipmentId, at: context.now, vendorCode, shipFrom: settingsOf(reader).shipFrom, shipTo: { id: shipToId }, freightTerm, freightReady,
      cartons, palletsStackable, palletsNonStackable, weightGrams, volumeCubicCentimetres,
      orders: orders.map((order) => ({
        po: order.po,
        orderDate: order.orderDate,
        items: reader
          .find('line', { po: order.po })
          .sort((left, right) => left.position - right.position)
          .flatMap((line) => {
            const eaches = line.accepted - line.shipped;
            return eaches > 0 ? [{ line: line.line, ...idsOf(line), eaches, ...unitOf(line) }] : [];
          }),
      })),
    },
  };
}

/** The shipment confirmation (ASN) of a shipment that has left: what was on its pallets, carton by carton. */
export function shipmentConfirmationDocument(reader: Reader, shipmentId: ShipmentId, context: Context): Prepared<ShipmentConfirmationDocument> {
  const found = basisOf(reader, shipmentId);
  if (!found.ok) return found;
  const { shipment, vendorCode, shipToId } = found.basis;
  const { departedAt } = shipment;
  if (departedAt === null) return refuse('shipment.refused.notDeparted', `shipment ${shipmentId}`, { shipmentId }, 'shipment.hint.depart');
  const units = reader.find('unit', { shipmentId }).filter((unit) => unit.state === 'departed');
  const contents = units.flatMap((unit) => reader.find('content', { sscc: unit.sscc }));
  const { shipFrom, transitDays } = settingsOf(reader);
  const { weightGrams, volumeCubicCentimetres } = shippedFigures(reader, shipment, units);
  return {
    ok: true,
    document: {
      shipmentId, at: context.now, departedAt, vendorCode, shipFrom, shipTo: { id: shipToId },
      estimatedDelivery: shipment.appointment ?? instant(departedAt + transitDays * DAY),
      bol: shipment.bol, arn: shipment.arn, scac: shipment.scac, pro: shipment.pro,
      weightGrams, volumeCubicCentimetres, freightTerm: shipment.freightTerm,
      items: itemsOf(reader, shipment, contents),
      units: units.flatMap((unit) => shippedUnits(reader, unit)),
    },
  };
}

function itemsOf(reader: Reader, { pos }: Shipment, contents: readonly Content[]): ShipmentConfirmationDocument['items'] {
  const shipped = new Map<string, { readonly line: Line; readonly eaches: number }>();
  for (const { po, line, eaches } of contents) {
    const row = reader.get('line', { po, line });
    const key = `${po}\n${line}`;
    if (row) shipped.set(key, { line: row, eaches: (shipped.get(key)?.eaches ?? 0) + eaches });
  }
  return [...shipped.values()]
    .sort((left, right) => pos.indexOf(left.line.po) - pos.indexOf(right.line.po) || left.line.position - right.line.position)
    .map(({ line, eaches }) => ({ po: line.po, line: line.line, ...idsOf(line), eaches, ...unitOf(line) }));
}

const lotOf = (trace: Trace | null): Partial<ShippedLot> => (trace === null || (trace.lot === null && trace.expiry === null) ? {} : { lot: trace.lot, expiry: trace.expiry });

/** Loose goods of a line, lot by lot: Amazon's model has a place for lot and expiry, none for serial numbers. */
function byLot({ po, line }: Content, { eaches, cartons }: Pick<Content, 'eaches' | 'cartons'>, parts: readonly TracePart[]): ShippedUnit['contents'] {
  const lots = new Map<string, { readonly eaches: number; readonly lot: Partial<ShippedLot> }>();
  for (const part of parts) {
    const lot = lotOf(part.trace);
    const id = `${lot.lot ?? ''}\n${lot.expiry ?? ''}`;
    lots.set(id, { lot, eaches: (lots.get(id)?.eaches ?? 0) + part.eaches });
  }
  let upTo = 0;
  let told = 0;
  return [...lots.values()].map((each) => {
    upTo += each.eaches;
    const own = Math.floor((cartons * upTo) / eaches) - told;
    told += own;
    return { po, line, eaches: each.eaches, cartons: own, ...each.lot };
  });
}

/** A unit and the cartons with labels of their own that stand on it. What is in those is not said of the pallet again. */
function shippedUnits(reader: Reader, { sscc, kind, parent, weightGrams }: HandlingUnit): ShippedUnit[] {
  const contents = reader.find('content', { sscc }).flatMap((content) => {
    return byLot(content, looseOf(reader, content), loosePartsOf(reader, content));
  });
  const cartons = reader.find('carton', { sscc }).map(({ carton, po, line, eaches, trace }): ShippedUnit => ({
    sscc: carton, kind: 'carton', parent: sscc, weightGrams: null, contents: [{ po, line, eaches, cartons: 1, ...lotOf(trace) }],
  }));
  return [{ sscc, kind, parent, weightGrams, contents }, ...cartons];
}
