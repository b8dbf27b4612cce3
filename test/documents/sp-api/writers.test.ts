import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentNotWritable } from '../../../shared/documents/not-writable.ts';
import type { AcknowledgedLine, ShippedUnit } from '../../../shared/documents/outgoing.ts';
import { writeAcknowledgementJson } from '../../../shared/documents/sp-api/write-acknowledgement.ts';
import { writeRoutingRequestJson } from '../../../shared/documents/sp-api/write-routing-request.ts';
import { shipmentConfirmationGaps, writeShipmentConfirmationJson } from '../../../shared/documents/sp-api/write-shipment-confirmation.ts';
import { expectWords } from '../fixtures.ts';
import { ACKNOWLEDGEMENT, CONFIRMATION, LINE, refusedWith, ROUTING } from '../samples.ts';
import { submitAcknowledgementRequest, submitShipmentConfirmationsRequest, submitShipmentsRequest } from './model.ts';

describe('submitAcknowledgement', () => {
  const items = (...lines: readonly AcknowledgedLine[]) =>
    submitAcknowledgementRequest.parse(writeAcknowledgementJson({ ...ACKNOWLEDGEMENT, lines })).acknowledgements[0]?.items;

  it('has the shape of the model', () => {
    expect(submitAcknowledgementRequest.parse(writeAcknowledgementJson(ACKNOWLEDGEMENT))).toEqual({
      acknowledgements: [
        {
          purchaseOrderNumber: '7HGRINDR',
          sellingParty: { partyId: 'GRNDX' },
          acknowledgementDate: '2026-09-14T11:05:00Z',
          items: [
            {
              itemSequenceNumber: '1',
              amazonProductIdentifier: 'B0CERGRND1',
              vendorProductIdentifier: 'CG-200',
              orderedQuantity: { amount: 1000, unitOfMeasure: 'Eaches', unitSize: 1 },
              netCost: { currencyCode: 'USD', amount: '18.40' },
              itemAcknowledgements: [
                {
                  acknowledgementCode: 'Accepted',
                  acknowledgedQuantity: { amount: 1000, unitOfMeasure: 'Eaches', unitSize: 1 },
                  scheduledShipDate: '2026-09-15T12:00:00Z',
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('splits a line into its answers and counts in ordered cases; net cost stays per each', () => {
    const [item] = items({ ...LINE, unit: 'cases', unitSize: 24, ordered: 240, accepted: 120, backordered: 48, rejected: 72, rejectionReason: 'TemporarilyUnavailable' }) ?? [];
    expect(item?.orderedQuantity).toEqual({ amount: 10, unitOfMeasure: 'Cases', unitSize: 24 });
    expect(item?.netCost.amount).toBe('18.40');
    expect(item?.itemAcknowledgements.map((each) => [each.acknowledgementCode, each.acknowledgedQuantity.amount, each.rejectionReason])).toEqual([
      ['Accepted', 5, undefined],
      ['Backordered', 2, undefined],
      ['Rejected', 3, 'TemporarilyUnavailable'],
    ]);
  });

  it('schedules the delivery where the window is one of delivery, and echoes the GTIN where there is no SKU', () => {
    const body = writeAcknowledgementJson({ ...ACKNOWLEDGEMENT, windowKind: 'delivery', lines: [{ ...LINE, asin: null, vendorSku: null }] });
    const [item] = submitAcknowledgementRequest.parse(body).acknowledgements[0]?.items ?? [];
    expect(item).toMatchObject({ vendorProductIdentifier: '036000291452', itemAcknowledgements: [{ scheduledDeliveryDate: '2026-09-15T12:00:00Z' }] });
    expect(item).not.toHaveProperty('amazonProductIdentifier');
  });

  it.each([
    ['documents.write.cost-missing', { ...LINE, cost: null }],
    ['documents.write.cost-missing', { ...LINE, cost: { amount: '0', currency: 'USD' } }],
    ['documents.write.does-not-add-up', { ...LINE, accepted: 1001 }],
    ['documents.write.reason-missing', { ...LINE, accepted: 0, rejected: 1000 }],
    ['documents.write.not-whole-units', { ...LINE, unit: 'cases', unitSize: 24 }],
    ['documents.write.no-lines', { ...LINE, ordered: 0, accepted: 0 }],
  ] as const)('refuses with %s, which has words', (code, line) => {
    const error = refusedWith(() => writeAcknowledgementJson({ ...ACKNOWLEDGEMENT, lines: [line] }));
    if (!(error instanceof DocumentNotWritable)) throw error;
    expect(error.code).toBe(code);
    expectWords(error);
  });

  it('refuses without vendor code', () => {
    expect(refusedWith(() => writeAcknowledgementJson({ ...ACKNOWLEDGEMENT, vendorCode: null }))).toMatchObject({ code: 'documents.write.vendor-code-missing' });
  });

  it('property: answers add up to what was ordered and none is zero', () => {
    const part = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 1, max: 48 }), (accepted, backordered, rejected, unitSize) => {
        fc.pre(accepted + backordered + rejected > 0);
        const [item] =
          items({
            ...LINE,
            unit: 'cases',
            unitSize,
            ordered: (accepted + backordered + rejected) * unitSize,
            accepted: accepted * unitSize,
            backordered: backordered * unitSize,
            rejected: rejected * unitSize,
            rejectionReason: 'ObsoleteProduct',
          }) ?? [];
        const amounts = item?.itemAcknowledgements.map((each) => each.acknowledgedQuantity.amount) ?? [];
        expect(amounts.every((amount) => amount > 0)).toBe(true);
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(item?.orderedQuantity.amount);
      }),
    );
  });
});

describe('submitShipments', () => {
  it('has the shape of the model; weight and volume are exact', () => {
    const [shipment] = submitShipmentsRequest.parse(writeRoutingRequestJson(ROUTING)).shipments;
    expect(shipment).toMatchObject({
      vendorShipmentIdentifier: 'S-1001',
      shipmentFreightTerm: 'Collect',
      shipmentMeasurements: {
        totalPalletStackable: 2,
        totalPalletNonStackable: 0,
        shipmentWeight: { unitOfMeasure: 'Kg', value: '907.185' },
        shipmentVolume: { unitOfMeasure: 'CuM', value: '2.400001' },
      },
      collectFreightPickupDetails: { requestedPickUp: '2026-09-16T15:00:00Z' },
      purchaseOrders: [{ purchaseOrderNumber: '7HGRINDR', items: [{ shippedQuantity: { amount: 41, unitOfMeasure: 'Cases', unitSize: 24 } }] }],
    });
    expect(shipment?.shipmentMeasurements).not.toHaveProperty('totalCartonCount');
  });

  it('counts cartons only without pallets and asks for no pickup of prepaid freight', () => {
    const body = writeRoutingRequestJson({ ...ROUTING, palletsStackable: 0, freightTerm: 'prepaid' });
    const [shipment] = submitShipmentsRequest.parse(body).shipments;
    expect(shipment?.shipmentMeasurements.totalCartonCount).toBe(42);
    expect(shipment).not.toHaveProperty('collectFreightPickupDetails');
  });

  it('refuses when nothing would ship', () => {
    expect(refusedWith(() => writeRoutingRequestJson({ ...ROUTING, orders: [] }))).toMatchObject({ code: 'documents.write.nothing-shipped' });
  });
});

describe('submitShipmentConfirmations', () => {
  it('has the shape of the model; items, cartons and pallets refer to each other', () => {
    const [confirmation] = submitShipmentConfirmationsRequest.parse(writeShipmentConfirmationJson(CONFIRMATION)).shipmentConfirmations;
    expect(confirmation).toMatchObject({
      shipmentStructure: 'PalletizedAssortmentCase',
      amazonReferenceNumber: '1234567890',
      shippedDate: '2026-09-15T16:00:00Z',
      shipmentMeasurements: { palletCount: 2 },
      shippedItems: [
        { itemSequenceNumber: '001', shippedQuantity: { amount: 40, unitOfMeasure: 'Cases', unitSize: 24 }, itemDetails: { purchaseOrderNumber: '7HGRINDR' } },
        { itemSequenceNumber: '002', shippedQuantity: { amount: 10, unitOfMeasure: 'Eaches', unitSize: 1 }, itemDetails: { purchaseOrderNumber: '4STANDRD' } },
      ],
      cartons: [{ cartonSequenceNumber: '001', items: [{ itemReference: '002' }] }],
      pallets: [
        {
          palletIdentifiers: [{ containerIdentificationNumber: '00009999990000000019' }],
          cartonReferenceDetails: { cartonCount: 40, cartonReferenceNumbers: [] },
          items: [{ itemReference: '001', shippedQuantity: { amount: 40 } }],
        },
        { cartonReferenceDetails: { cartonCount: 1, cartonReferenceNumbers: ['001'] } },
      ],
    });
  });

  it('names the structure by what is on the truck, and tells a broken case in eaches', () => {
    const unit: ShippedUnit = { sscc: '009999990000000019', kind: 'pallet', parent: null, weightGrams: null, contents: [{ po: '7HGRINDR', line: '1', eaches: 30, cartons: 2 }] };
    const items = [{ po: '7HGRINDR', line: '1', asin: null, vendorSku: 'CG-200', eaches: 30, unit: 'cases', unitSize: 24 }] as const;
    const structure = (units: readonly ShippedUnit[]) =>
      submitShipmentConfirmationsRequest.parse(writeShipmentConfirmationJson({ ...CONFIRMATION, items, units })).shipmentConfirmations[0];
    expect(structure([unit])).toMatchObject({ shipmentStructure: 'PalletOfItems', shippedItems: [{ shippedQuantity: { amount: 30, unitOfMeasure: 'Eaches', unitSize: 1 } }] });
    expect(structure([{ ...unit, kind: 'carton' }])).toMatchObject({ shipmentStructure: 'LooseAssortmentCase', shipmentMeasurements: { cartonCount: 1 } });
    expect(structure([])).not.toHaveProperty('shipmentStructure');
  });

  it.each([
    ['documents.write.nothing-shipped', { items: [] }],
    ['documents.write.bad-sscc', { units: CONFIRMATION.units.map((unit, index) => (index === 0 ? { ...unit, sscc: '1' } : unit)) }],
    ['documents.write.unknown-parent', { units: CONFIRMATION.units.filter((_unit, index) => index !== 1) }],
    ['documents.write.contents-differ', { units: CONFIRMATION.units.slice(0, 1) }],
    ['documents.write.unknown-item', { items: CONFIRMATION.items.slice(0, 1) }],
    ['documents.write.empty-carton', { units: CONFIRMATION.units.map((unit) => ({ ...unit, contents: [] })) }],
  ])('refuses with %s, which has words', (code, change) => {
    const error = refusedWith(() => writeShipmentConfirmationJson({ ...CONFIRMATION, ...change }));
    if (!(error instanceof DocumentNotWritable)) throw error;
    expect(error.code).toBe(code);
    expectWords(error);
  });

  it('names what Amazon expects besides, without refusing', () => {
    expect(shipmentConfirmationGaps(CONFIRMATION)).toEqual([]);
    const gaps = shipmentConfirmationGaps({ ...CONFIRMATION, scac: null, pro: null, bol: null, arn: null });
    for (const gap of gaps) expectWords(gap);
    expect(gaps.map((gap) => gap.code)).toEqual(['documents.write.gap-scac', 'documents.write.gap-pro', 'documents.write.gap-bol', 'documents.write.gap-arn']);
    expect(shipmentConfirmationGaps({ ...CONFIRMATION, arn: null, freightTerm: 'prepaid' })).toEqual([]);
  });
});

describe('our own party', () => {
  it('goes by the vendor code without an id, and has no address with blanks in it', () => {
    const bare = { ...CONFIRMATION.shipFrom, id: '', addressLine: '' };
    const [asn] = submitShipmentConfirmationsRequest.parse(writeShipmentConfirmationJson({ ...CONFIRMATION, shipFrom: bare })).shipmentConfirmations;
    expect(asn?.shipFromParty).toEqual({ partyId: CONFIRMATION.vendorCode });
    const partly = { ...ROUTING.shipFrom, city: '', region: '' };
    expect(writeRoutingRequestJson({ ...ROUTING, shipFrom: partly }).shipments[0]?.shipFromParty.address).toEqual({
      name: partly.name, addressLine1: partly.addressLine, postalCode: partly.postalCode, countryCode: partly.country,
    });
  });
});
