import type { FileReading, IncomingLine, IncomingOrder, OrderReading } from '../../../shared/documents/incoming.ts';
import type { InboundDocument } from '../../../shared/domain/state/entities.ts';
import { decideImport } from '../../../shared/domain/orders/import/decide-import.ts';
import { documentId } from '../../../shared/lib/ids.ts';
import { day, type Floor } from '../../support/domain.ts';

export const incomingLine = (line: string, fields: Partial<IncomingLine> = {}): IncomingLine => ({
  line, asin: null, vendorSku: `SKU-${line}`, gtin: null, buyerPart: null, title: null, unit: 'eaches', unitSize: null, quantity: 10, cost: '10.00',
  currency: 'USD', backOrderAllowed: false, place: `line ${line}`, ...fields,
});

export const incoming = (po: string, fields: Partial<IncomingOrder> = {}): IncomingOrder => ({
  po, channel: 'vendor', orderType: 'RegularOrder', rush: false, documentState: 'open', orderDate: day('2026-03-02'), changedAt: null,
  window: { kind: 'ship', start: day('2026-03-02'), end: day('2026-03-09') }, vendorCode: 'HOUBX', buyer: null,
  shipTo: { id: 'PHX3', name: null, addressLines: [], city: null, region: null, postalCode: null, country: null },
  billTo: null, freightTerm: null, notes: [], lines: [incomingLine('1'), incomingLine('2')], partial: false, warnings: [], place: `order ${po}`, ...fields,
});

export const reading = (orders: readonly (IncomingOrder | OrderReading)[], format: 'sp-api' | 'x12-850' = 'sp-api'): FileReading => ({
  format,
  orders: orders.map((order) => ('ok' in order ? order : { ok: true, format, order })),
  problem: null,
});

/** A hash that stands for a file's name: the same name is the same file. */
export const hashOf = (name: string): string => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7).toString(16).padStart(64, '0');

export function importFile(floor: Floor, name: string, file: FileReading): InboundDocument {
  const input = { fileName: name, sha256: hashOf(name), bytes: 1, via: 'screen', reading: file, documentId: documentId(floor.newId()) } as const;
  return floor.perform(decideImport(floor.world, input, floor.context('shipping')));
}

export const results = (document: InboundDocument): readonly string[] => document.orders.map((order) => order.result);
export const said = (document: InboundDocument): readonly string[] => document.orders.flatMap((order) => order.changes.map((change) => change.key));
