import type { Shipment } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';

/** A bill of lading was printed with the number that the shipment has: it holds from then on. */
export const hasPrintedBill = (reader: Reader, { shipmentId, bol }: Shipment): boolean =>
  bol !== null && reader.get('paper', { paper: 'bill-of-lading', subject: `shipment:${shipmentId}` }) !== undefined;
