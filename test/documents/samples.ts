import type { AcknowledgedLine, AcknowledgementDocument, Interchange, RoutingRequestDocument, ShipmentConfirmationDocument } from '../../shared/documents/outgoing.ts';
import { parseCalendarDate, parseInstant, type CalendarDate, type Instant } from '../../shared/lib/time.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(text);
  return instant;
}

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

export const INTERCHANGE: Interchange = {
  senderQualifier: 'ZZ',
  senderId: 'HOTDOCKVENDOR',
  receiverQualifier: 'ZZ',
  receiverId: 'AMAZON',
  controlNumber: 42,
  test: false,
};

export const LINE: AcknowledgedLine = {
  line: '1',
  asin: 'B0CERGRND1',
  vendorSku: 'CG-200',
  gtin: '036000291452',
  buyerPart: null,
  unit: 'eaches',
  unitSize: 1,
  ordered: 1000,
  accepted: 1000,
  backordered: 0,
  rejected: 0,
  rejectionReason: null,
  cost: { amount: '18.40', currency: 'USD' },
  shipDate: day('2026-09-15'),
};

export const ACKNOWLEDGEMENT: AcknowledgementDocument = {
  po: '7HGRINDR',
  orderDate: day('2026-09-14'),
  vendorCode: 'GRNDX',
  shipToId: 'PHX3',
  windowKind: 'ship',
  at: at('2026-09-14T11:05:00Z'),
  lines: [LINE],
  interchange: INTERCHANGE,
};

const SHIP_FROM = { id: 'DOCK1', name: 'Grinder Works', addressLine: '1 Mill Road', city: 'Reno', region: 'NV', postalCode: '89501', country: 'US' };

export const ROUTING: RoutingRequestDocument = {
  shipmentId: 'S-1001',
  at: at('2026-09-14T15:00:00Z'),
  vendorCode: 'GRNDX',
  shipFrom: SHIP_FROM,
  shipTo: { id: 'PHX3' },
  freightTerm: 'collect',
  freightReady: at('2026-09-16T15:00:00Z'),
  cartons: 42,
  palletsStackable: 2,
  palletsNonStackable: 0,
  weightGrams: 907_185,
  volumeCubicCentimetres: 2_400_001,
  orders: [
    {
      po: '7HGRINDR',
      orderDate: day('2026-09-14'),
      items: [{ line: '1', asin: 'B0CERGRND1', vendorSku: 'CG-200', eaches: 984, unit: 'cases', unitSize: 24 }],
    },
  ],
};

export const CONFIRMATION: ShipmentConfirmationDocument = {
  shipmentId: 'S-1001',
  at: at('2026-09-15T16:10:00Z'),
  departedAt: at('2026-09-15T16:00:00Z'),
  estimatedDelivery: at('2026-09-17T16:00:00Z'),
  vendorCode: 'GRNDX',
  shipFrom: SHIP_FROM,
  shipTo: { id: 'PHX3' },
  bol: 'GRNDX00000001',
  arn: '1234567890',
  scac: 'ABFS',
  pro: '987654321',
  weightGrams: 907_185,
  volumeCubicCentimetres: 2_400_001,
  freightTerm: 'collect',
  items: [
    { po: '7HGRINDR', line: '1', asin: 'B0CERGRND1', vendorSku: 'CG-200', eaches: 960, unit: 'cases', unitSize: 24 },
    { po: '4STANDRD', line: '1', asin: 'B0CERGRND2', vendorSku: null, eaches: 10, unit: 'eaches', unitSize: 1 },
  ],
  units: [
    { sscc: '009999990000000019', kind: 'pallet', parent: null, weightGrams: 500_000, contents: [{ po: '7HGRINDR', line: '1', eaches: 960, cartons: 40 }] },
    { sscc: '009999990000000026', kind: 'pallet', parent: null, weightGrams: null, contents: [] },
    { sscc: '123456789012345675', kind: 'carton', parent: '009999990000000026', weightGrams: 9_000, contents: [{ po: '4STANDRD', line: '1', eaches: 10, cartons: 1 }] },
  ],
};

/** The code with which a writer refuses. */
export function refusedWith(write: () => unknown): unknown {
  try {
    write();
  } catch (error) {
    return error;
  }
  throw new Error('it was written');
}
