import { z } from 'zod';

/**
 * What Amazon's models demand (amzn/selling-partner-api-models at 34dc93fe, vendorOrders.json and vendorShipments.json), written by hand
 * as strict schemas: an unknown field, a missing required one or a value outside an enum fails.
 */
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const dateTime = z.iso.datetime({ offset: true });
const quantity = z.strictObject({ amount: z.int().min(1), unitOfMeasure: z.enum(['Cases', 'Eaches']), unitSize: z.int().min(1).optional() });
const money = z.strictObject({ currencyCode: z.string().length(3), amount: decimal });
const address = z.strictObject({
  name: z.string(),
  addressLine1: z.string(),
  city: z.string().optional(),
  stateOrRegion: z.string().optional(),
  postalCode: z.string().optional(),
  countryCode: z.string().length(2),
});
const party = z.strictObject({ partyId: z.string().min(1), address: address.optional() });
const weight = z.strictObject({ unitOfMeasure: z.enum(['G', 'Kg', 'Oz', 'Lb']), value: decimal });
const volume = z.strictObject({ unitOfMeasure: z.enum(['CuFt', 'CuIn', 'CuM', 'CuY']), value: decimal });

export const submitAcknowledgementRequest = z.strictObject({
  acknowledgements: z.array(
    z.strictObject({
      purchaseOrderNumber: z.string(),
      sellingParty: party,
      acknowledgementDate: dateTime,
      items: z
        .array(
          z.strictObject({
            itemSequenceNumber: z.string().optional(),
            amazonProductIdentifier: z.string().optional(),
            vendorProductIdentifier: z.string().optional(),
            orderedQuantity: quantity,
            netCost: money,
            itemAcknowledgements: z
              .array(
                z.strictObject({
                  acknowledgementCode: z.enum(['Accepted', 'Backordered', 'Rejected']),
                  acknowledgedQuantity: quantity,
                  scheduledShipDate: dateTime.optional(),
                  scheduledDeliveryDate: dateTime.optional(),
                  rejectionReason: z.enum(['TemporarilyUnavailable', 'InvalidProductIdentifier', 'ObsoleteProduct']).optional(),
                }),
              )
              .min(1),
          }),
        )
        .min(1),
    }),
  ),
});

export const submitShipmentsRequest = z.strictObject({
  shipments: z.array(
    z.strictObject({
      vendorShipmentIdentifier: z.string(),
      transactionType: z.enum(['New', 'Cancel']),
      transactionDate: dateTime,
      shipmentFreightTerm: z.enum(['Collect', 'Prepaid']),
      sellingParty: party,
      shipFromParty: party,
      shipToParty: party,
      shipmentMeasurements: z.strictObject({
        totalCartonCount: z.int().optional(),
        totalPalletStackable: z.int().optional(),
        totalPalletNonStackable: z.int().optional(),
        shipmentWeight: weight,
        shipmentVolume: volume,
      }),
      collectFreightPickupDetails: z.strictObject({ requestedPickUp: dateTime }).optional(),
      purchaseOrders: z.array(
        z.strictObject({
          purchaseOrderNumber: z.string(),
          purchaseOrderDate: dateTime.optional(),
          items: z.array(
            z.strictObject({
              itemSequenceNumber: z.string(),
              buyerProductIdentifier: z.string().optional(),
              vendorProductIdentifier: z.string().optional(),
              shippedQuantity: quantity,
            }),
          ),
        }),
      ),
    }),
  ),
});

const identification = z.strictObject({
  containerIdentificationType: z.enum(['SSCC', 'AMZNCC', 'GTIN', 'BPS', 'CID']),
  containerIdentificationNumber: z.string().regex(/^00\d{18}$/),
});
const itemDetails = z.strictObject({ purchaseOrderNumber: z.string() });
/** `ItemDetails`: the fields that we write, as the model of 2026-08-05 has them. */
const packedDetails = itemDetails.extend({ lotNumber: z.string().optional(), expiry: z.strictObject({ expiryDate: z.iso.datetime() }).optional() });
const containerItem = z.strictObject({ itemReference: z.string(), shippedQuantity: quantity, itemDetails: packedDetails });

export const submitShipmentConfirmationsRequest = z.strictObject({
  shipmentConfirmations: z.array(
    z.strictObject({
      shipmentIdentifier: z.string(),
      shipmentConfirmationType: z.enum(['Original', 'Replace']),
      shipmentStructure: z
        .enum(['PalletizedAssortmentCase', 'LooseAssortmentCase', 'PalletOfItems', 'PalletizedStandardCase', 'LooseStandardCase', 'MasterPallet', 'MasterCase'])
        .optional(),
      transportationDetails: z.strictObject({
        carrierScac: z.string().optional(),
        carrierShipmentReferenceNumber: z.string().optional(),
        transportationMode: z.enum(['Road', 'Air', 'Ocean']),
        billOfLadingNumber: z.string().optional(),
      }),
      amazonReferenceNumber: z.string().optional(),
      shipmentConfirmationDate: dateTime,
      shippedDate: dateTime,
      estimatedDeliveryDate: dateTime.optional(),
      sellingParty: party,
      shipFromParty: party,
      shipToParty: party,
      shipmentMeasurements: z.strictObject({
        grossShipmentWeight: weight,
        shipmentVolume: volume,
        cartonCount: z.int().optional(),
        palletCount: z.int().optional(),
      }),
      shippedItems: z
        .array(
          z.strictObject({
            itemSequenceNumber: z.string(),
            amazonProductIdentifier: z.string().optional(),
            vendorProductIdentifier: z.string().optional(),
            shippedQuantity: quantity,
            itemDetails,
          }),
        )
        .min(1),
      cartons: z
        .array(
          z.strictObject({
            cartonIdentifiers: z.array(identification),
            cartonSequenceNumber: z.string(),
            weight: weight.optional(),
            items: z.array(containerItem).min(1),
          }),
        )
        .optional(),
      pallets: z
        .array(
          z.strictObject({
            palletIdentifiers: z.array(identification).min(1),
            weight: weight.optional(),
            cartonReferenceDetails: z.strictObject({ cartonCount: z.int(), cartonReferenceNumbers: z.array(z.string()) }).optional(),
            items: z.array(containerItem).optional(),
          }),
        )
        .optional(),
    }),
  ),
});
