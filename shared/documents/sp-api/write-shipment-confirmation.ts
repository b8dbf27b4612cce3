import { toIso } from '../../lib/time.ts';
import type { DocumentProblem } from '../incoming.ts';
import { DocumentNotWritable, linePlace } from '../not-writable.ts';
import type { ShipmentConfirmationDocument, ShippedUnit } from '../outgoing.ts';
import { problem, type DocumentsKey } from '../problem.ts';
import { addressedParty, type PartyIdentification } from './parties.ts';
import { shippedQuantity, volume, weight, type ItemQuantity } from './quantities.ts';

type Shipped = ShipmentConfirmationDocument['items'][number];

interface ContainerIdentification {
  readonly containerIdentificationType: 'SSCC';
  readonly containerIdentificationNumber: string;
}

/**
 * `PackageItemDetails` and `ItemDetails` of vendorShipments.json (amzn/selling-partner-api-models, 34dc93fe): `lotNumber` and `expiry` are
 * mandatory for perishable items, "at either the item or carton or pallet level, whichever is appropriate". Here they stand with what is in
 * each carton and on each pallet, where one item may be of several lots.
 */
interface PackedDetails {
  readonly purchaseOrderNumber: string;
  readonly lotNumber?: string;
  readonly expiry?: { readonly expiryDate: string };
}

interface ContainerItem {
  readonly itemReference: string;
  readonly shippedQuantity: ItemQuantity;
  readonly itemDetails: PackedDetails;
}

interface Carton {
  readonly cartonIdentifiers: readonly ContainerIdentification[];
  readonly cartonSequenceNumber: string;
  readonly weight?: ReturnType<typeof weight>;
  readonly items: readonly ContainerItem[];
}

interface Pallet {
  readonly palletIdentifiers: readonly ContainerIdentification[];
  readonly weight?: ReturnType<typeof weight>;
  readonly cartonReferenceDetails?: { readonly cartonCount: number; readonly cartonReferenceNumbers: readonly string[] };
  readonly items?: readonly ContainerItem[];
}

/** `ShipmentConfirmation` of vendorShipments.json. */
export interface ShipmentConfirmation {
  readonly shipmentIdentifier: string;
  readonly shipmentConfirmationType: 'Original';
  readonly shipmentStructure?: 'PalletizedAssortmentCase' | 'PalletOfItems' | 'LooseAssortmentCase';
  readonly transportationDetails: {
    readonly carrierScac?: string;
    readonly carrierShipmentReferenceNumber?: string;
    readonly transportationMode: 'Road';
    readonly billOfLadingNumber?: string;
  };
  readonly amazonReferenceNumber?: string;
  readonly shipmentConfirmationDate: string;
  readonly shippedDate: string;
  readonly estimatedDeliveryDate?: string;
  readonly sellingParty: PartyIdentification;
  readonly shipFromParty: PartyIdentification;
  readonly shipToParty: PartyIdentification;
  readonly shipmentMeasurements: {
    readonly grossShipmentWeight: ReturnType<typeof weight>;
    readonly shipmentVolume: ReturnType<typeof volume>;
    readonly cartonCount?: number;
    readonly palletCount?: number;
  };
  readonly shippedItems: readonly {
    readonly itemSequenceNumber: string;
    readonly amazonProductIdentifier?: string;
    readonly vendorProductIdentifier?: string;
    readonly shippedQuantity: ItemQuantity;
    readonly itemDetails: { readonly purchaseOrderNumber: string };
  }[];
  readonly cartons?: readonly Carton[];
  readonly pallets?: readonly Pallet[];
}

/** Body of `POST /vendor/shipping/v1/shipmentConfirmations`. */
export interface SubmitShipmentConfirmationsBody {
  readonly shipmentConfirmations: readonly ShipmentConfirmation[];
}

/**
 * What Amazon expects on an ASN from North America but the model does not demand: carrier, PRO, BOL and, for collect freight, the ARN.
 * The document can be written without; a person should complete it before it is handed over.
 */
export function shipmentConfirmationGaps(doc: ShipmentConfirmationDocument): readonly DocumentProblem[] {
  const gaps: readonly (readonly [boolean, DocumentsKey])[] = [
    [doc.scac === null, 'documents.write.gap-scac'],
    [doc.pro === null, 'documents.write.gap-pro'],
    [doc.bol === null, 'documents.write.gap-bol'],
    [doc.freightTerm === 'collect' && doc.arn === null, 'documents.write.gap-arn'],
  ];
  return gaps.filter(([missing]) => missing).map(([, code]) => problem(code, doc.shipmentId, { shipment: doc.shipmentId }));
}

/**
 * The shipment confirmation (ASN) of one truck to one warehouse. Items are numbered 001, 002 ... within it, because line numbers of
 * several orders can be equal; cartons and pallets refer to those numbers. SSCCs are written with their application identifier `00`.
 * @throws DocumentNotWritable when nothing was shipped or handling units and items contradict each other.
 */
export function writeShipmentConfirmationJson(doc: ShipmentConfirmationDocument): SubmitShipmentConfirmationsBody {
  const items = doc.items.filter((item) => item.eaches > 0);
  if (items.length === 0) throw new DocumentNotWritable('documents.write.nothing-shipped', doc.shipmentId, { shipment: doc.shipmentId });
  const references = new Map(items.map((item, index) => [linePlace(item.po, item.line), { item, number: sequence(index) }]));
  checkContents(doc, items, references);
  const cartons = doc.units.filter((unit) => unit.kind === 'carton');
  const pallets = doc.units.filter((unit) => unit.kind === 'pallet');
  const cartonNumbers = new Map(cartons.map((carton, index) => [carton.sscc, sequence(index)]));
  const itemsOf = (unit: ShippedUnit): readonly ContainerItem[] =>
    unit.contents.filter((content) => content.eaches > 0).map((content) => containerItem(content, references));
  const confirmation: ShipmentConfirmation = {
    shipmentIdentifier: doc.shipmentId,
    shipmentConfirmationType: 'Original',
    ...structureOf(cartons.length, pallets.length),
    transportationDetails: {
      ...(doc.scac === null ? {} : { carrierScac: doc.scac }),
      ...(doc.pro === null ? {} : { carrierShipmentReferenceNumber: doc.pro }),
      transportationMode: 'Road',
      ...(doc.bol === null ? {} : { billOfLadingNumber: doc.bol }),
    },
    ...(doc.arn === null ? {} : { amazonReferenceNumber: doc.arn }),
    shipmentConfirmationDate: toIso(doc.at),
    shippedDate: toIso(doc.departedAt),
    ...(doc.estimatedDelivery === null ? {} : { estimatedDeliveryDate: toIso(doc.estimatedDelivery) }),
    sellingParty: { partyId: doc.vendorCode },
    shipFromParty: addressedParty(doc.shipFrom, doc.vendorCode),
    shipToParty: { partyId: doc.shipTo.id },
    shipmentMeasurements: {
      grossShipmentWeight: weight(doc.weightGrams),
      shipmentVolume: volume(doc.volumeCubicCentimetres),
      ...(pallets.length > 0 ? { palletCount: pallets.length } : { cartonCount: cartons.length }),
    },
    shippedItems: items.map((item, index) => ({
      itemSequenceNumber: sequence(index),
      ...(item.asin === null ? {} : { amazonProductIdentifier: item.asin }),
      ...(item.vendorSku === null ? {} : { vendorProductIdentifier: item.vendorSku }),
      shippedQuantity: shippedQuantity(item.eaches, item),
      itemDetails: { purchaseOrderNumber: item.po },
    })),
    ...(cartons.length === 0 ? {} : { cartons: cartons.map((carton, index) => cartonOf(carton, sequence(index), itemsOf(carton))) }),
    ...(pallets.length === 0
      ? {}
      : {
          pallets: pallets.map((pallet) => {
            const standing = cartons.filter((carton) => carton.parent === pallet.sscc);
            return palletOf(pallet, standing.map((carton) => cartonNumbers.get(carton.sscc) ?? ''), itemsOf(pallet));
          }),
        }),
  };
  return { shipmentConfirmations: [confirmation] };
}

const sequence = (index: number): string => String(index + 1).padStart(3, '0');

function structureOf(cartons: number, pallets: number): Pick<ShipmentConfirmation, 'shipmentStructure'> {
  if (pallets > 0) return { shipmentStructure: cartons > 0 ? 'PalletizedAssortmentCase' : 'PalletOfItems' };
  return cartons > 0 ? { shipmentStructure: 'LooseAssortmentCase' } : {};
}

function cartonOf(carton: ShippedUnit, number: string, items: readonly ContainerItem[]): Carton {
  return {
    cartonIdentifiers: [identification(carton.sscc)],
    cartonSequenceNumber: number,
    ...(carton.weightGrams === null ? {} : { weight: weight(carton.weightGrams) }),
    items,
  };
}

function palletOf(pallet: ShippedUnit, cartonNumbers: readonly string[], items: readonly ContainerItem[]): Pallet {
  const cartonCount = cartonNumbers.length + pallet.contents.reduce((sum, content) => sum + content.cartons, 0);
  return {
    palletIdentifiers: [identification(pallet.sscc)],
    ...(pallet.weightGrams === null ? {} : { weight: weight(pallet.weightGrams) }),
    ...(cartonCount === 0 ? {} : { cartonReferenceDetails: { cartonCount, cartonReferenceNumbers: cartonNumbers } }),
    ...(items.length === 0 ? {} : { items }),
  };
}

function identification(sscc: string): ContainerIdentification {
  const digits = sscc.length === 20 && sscc.startsWith('00') ? sscc.slice(2) : sscc;
  if (!/^\d{18}$/.test(digits)) throw new DocumentNotWritable('documents.write.bad-sscc', sscc, { sscc });
  return { containerIdentificationType: 'SSCC', containerIdentificationNumber: `00${digits}` };
}

type References = ReadonlyMap<string, { readonly item: Shipped; readonly number: string }>;

function containerItem(content: ShippedUnit['contents'][number], references: References): ContainerItem {
  const place = linePlace(content.po, content.line);
  const reference = references.get(place);
  if (!reference) throw new DocumentNotWritable('documents.write.unknown-item', place, { po: content.po, line: content.line });
  return {
    itemReference: reference.number,
    shippedQuantity: shippedQuantity(content.eaches, reference.item),
    itemDetails: packedDetails(content),
  };
}

/** The model wants the expiry as a date-time: the day's first moment, as a calendar day is one day everywhere. */
function packedDetails({ po, lot = null, expiry = null }: ShippedUnit['contents'][number]): PackedDetails {
  return {
    purchaseOrderNumber: po,
    ...(lot === null ? {} : { lotNumber: lot }),
    ...(expiry === null ? {} : { expiry: { expiryDate: `${expiry}T00:00:00Z` } }),
  };
}

/** Amazon compares what it scans with the ASN: a unit too many in a carton is a chargeback, so contradictions are found here. */
function checkContents(doc: ShipmentConfirmationDocument, items: readonly Shipped[], references: References): void {
  if (doc.units.length === 0) return;
  const pallets = new Set(doc.units.filter((unit) => unit.kind === 'pallet').map((unit) => unit.sscc));
  const packed = new Map<string, number>();
  for (const unit of doc.units) {
    if (unit.parent !== null && !pallets.has(unit.parent)) {
      throw new DocumentNotWritable('documents.write.unknown-parent', unit.sscc, { sscc: unit.sscc, parent: unit.parent });
    }
    if (unit.kind === 'carton' && !unit.contents.some((content) => content.eaches > 0)) {
      throw new DocumentNotWritable('documents.write.empty-carton', unit.sscc, { sscc: unit.sscc });
    }
    for (const content of unit.contents) {
      const place = linePlace(content.po, content.line);
      if (content.eaches > 0 && !references.has(place)) {
        throw new DocumentNotWritable('documents.write.unknown-item', place, { po: content.po, line: content.line });
      }
      packed.set(place, (packed.get(place) ?? 0) + content.eaches);
    }
  }
  for (const item of items) {
    const place = linePlace(item.po, item.line);
    const found = packed.get(place) ?? 0;
    if (found !== item.eaches) {
      throw new DocumentNotWritable('documents.write.contents-differ', place, { po: item.po, line: item.line, shipped: item.eaches, packed: found });
    }
  }
}
