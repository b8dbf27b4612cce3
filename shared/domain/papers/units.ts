import type { PoNumber, ShipmentId, Sku } from '../../lib/ids.ts';
import { looseOf } from '../handling-units/decide.ts';
import { cartonsOn } from '../handling-units/nesting.ts';
import { loosePartsOf, type TracePart } from '../handling-units/traces.ts';
import { packingView } from '../handling-units/packing-view.ts';
import { loadingView } from '../shipment/loading-view.ts';
import type { Content, HandlingUnit, Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** A product on a pallet or in a carton. */
export interface ContentFacts {
  readonly line: string;
  readonly sku: Sku;
  readonly asin: string | null;
  readonly gtin: string | null;
  readonly title: string;
  readonly eaches: number;
  readonly cartons: number;
  /** The carton's own SSCC; null: cartons without one. */
  readonly carton: string | null;
  /** Its lots and serial numbers; absent where it has none, so that papers of goods without them keep their revision. */
  readonly parts?: readonly TracePart[];
}

/** What papers say of a pallet or carton. */
export interface UnitFacts {
  readonly sscc: string;
  readonly kind: HandlingUnit['kind'];
  readonly po: PoNumber;
  /** Still being packed: what the paper says of it is not final. */
  readonly open: boolean;
  readonly eaches: number;
  readonly cartons: number;
  readonly weightGrams: number | null;
  readonly heightMm: number | null;
  /** By line as the document has them; cartons with an SSCC of their own after those without. */
  readonly contents: readonly ContentFacts[];
}

export function unitFacts(reader: Reader, unit: HandlingUnit): UnitFacts {
  const { sscc, kind, po, state, eaches, cartons, weightGrams, heightMm } = unit;
  return { sscc, kind, po, open: state === 'open', eaches, cartons, weightGrams, heightMm, contents: contentsOf(reader, sscc) };
}

function contentsOf(reader: Reader, sscc: string): ContentFacts[] {
  const position = ({ po, line }: Content): number => reader.get('line', { po, line })?.position ?? 0;
  const labelled = reader.find('carton', { sscc }).sort((left, right) => (left.carton < right.carton ? -1 : 1));
  const nested = cartonsOn(reader, sscc).sort((left, right) => (left.sscc < right.sscc ? -1 : 1)).flatMap((carton) => contentsOf(reader, carton.sscc).map((facts) => ({ ...facts, carton: carton.sscc })));
  const own = reader
    .find('content', { sscc })
    .sort((left, right) => position(left) - position(right) || (left.line < right.line ? -1 : 1))
    .flatMap((content) => {
      const { line, sku } = content;
      const product = reader.get('product', { sku });
      const named = { line, sku, asin: product?.asin ?? null, gtin: product?.gtinEach ?? product?.gtinCase ?? null, title: product?.title ?? reader.get('line', { po: content.po, line })?.title ?? sku };
      const loose = looseOf(reader, content);
      const numbered = labelled.filter((carton) => carton.po === content.po && carton.line === line);
      return [
        ...(loose.eaches > 0 ? [{ ...named, ...loose, carton: null, ...traced(loosePartsOf(reader, content)) }] : []),
        ...numbered.map(({ carton, eaches, trace }) => ({ ...named, eaches, cartons: 1, carton, ...traced([{ trace, eaches }]) })),
      ];
    });
  return [...own, ...nested];
}

const traced = (parts: readonly TracePart[]): Pick<ContentFacts, 'parts'> => (parts.some(({ trace }) => trace !== null) ? { parts } : {});

/** An order's pallets and cartons, in the order they were begun; empty and voided ones are no goods. */
export const unitsOfOrder = (reader: Reader, po: PoNumber): HandlingUnit[] => packingView(reader, po).units.flatMap(({ unit }) => (unit.eaches > 0 ? [unit] : []));

/** What leaves or has left with a shipment: on the truck, or on the dock for it. */
export function unitsOfShipment(reader: Reader, shipment: Shipment): HandlingUnit[] {
  const order = (unit: HandlingUnit): number => shipment.pos.indexOf(unit.po);
  return unitsWith(reader, shipment).filter(({ eaches }) => eaches > 0).sort((left, right) => order(left) - order(right) || left.openedAt - right.openedAt || (left.sscc < right.sscc ? -1 : 1));
}

function unitsWith(reader: Reader, shipment: Shipment): HandlingUnit[] {
  if (shipment.state === 'departed') return departedWith(reader, shipment.shipmentId);
  const { loaded, waiting, open } = loadingView(reader, shipment);
  return [...loaded, ...waiting, ...open];
}

const departedWith = (reader: Reader, shipmentId: ShipmentId): HandlingUnit[] => reader.find('unit', { shipmentId }).filter(({ state, parent }) => state === 'departed' && parent === null);
