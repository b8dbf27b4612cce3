import type { Brand } from './brand.ts';

/** Purchase order number as the customer writes it, upper-cased; unique for a site. */
export type PoNumber = Brand<string, 'PoNumber'>;
/** Vendor SKU of the item master, trimmed; unique for a site. */
export type Sku = Brand<string, 'Sku'>;
export type StaffId = Brand<string, 'StaffId'>;
export type ShipmentId = Brand<string, 'ShipmentId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
/** UUIDv7 of one operation. */
export type OperationId = Brand<string, 'OperationId'>;
/** A bin or dock address such as `A-01-02`, upper-cased. */
export type Location = Brand<string, 'Location'>;

export const poNumber = (text: string): PoNumber => text.trim().toUpperCase() as PoNumber;
export const sku = (text: string): Sku => text.trim() as Sku;
export const location = (text: string): Location => text.trim().toUpperCase() as Location;
export const staffId = (text: string): StaffId => text as StaffId;
export const shipmentId = (text: string): ShipmentId => text as ShipmentId;
export const documentId = (text: string): DocumentId => text as DocumentId;
