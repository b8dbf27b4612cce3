import { createHash } from 'node:crypto';
import type { FileReading } from '../../shared/documents/incoming.ts';
import { readOrders } from '../../shared/documents/read-file.ts';
import { decideImport } from '../../shared/domain/orders/import/decide-import.ts';
import type { Context, Decision } from '../../shared/domain/decision.ts';
import type { InboundDocument } from '../../shared/domain/state/entities.ts';
import type { Reader } from '../../shared/domain/state/world.ts';
import { documentId } from '../../shared/lib/ids.ts';

/** A file of the customer's as it lies in a folder or at the gateway. */
export interface CustomerDocument {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly reading: FileReading;
}

type Item = readonly [vendorSku: string, quantity: number];

/** The shape of an order of Amazon's vendor API (`Order` of vendorOrders.json). */
function orderFile(po: string, version: number, type: string, items: readonly Item[]): CustomerDocument {
  const text = JSON.stringify({
    orders: [{
      purchaseOrderNumber: po,
      purchaseOrderState: 'New',
      orderDetails: {
        purchaseOrderDate: '2026-11-24T09:00:00Z',
        purchaseOrderChangedDate: `2026-11-24T1${version}:00:00Z`,
        purchaseOrderType: type,
        buyingParty: { partyId: 'AMZNX' },
        sellingParty: { partyId: 'HOUBX' },
        shipToParty: { partyId: 'PHX3' },
        shipWindow: '2026-11-24T07:00:00Z--2026-11-27T07:00:00Z',
        items: items.map(([vendorProductIdentifier, amount], index) => ({
          itemSequenceNumber: String(index + 1),
          vendorProductIdentifier,
          orderedQuantity: { amount, unitOfMeasure: 'Eaches', unitSize: 1 },
          isBackOrderAllowed: false,
          netCost: { currencyCode: 'USD', amount: '18.40' },
        })),
      },
    }],
  });
  const bytes = Buffer.from(text);
  const fileName = `${po}-${version}.json`;
  return { fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), reading: readOrders(bytes, fileName, { zoneOf: () => 'America/Chicago' as never }) };
}

/** The orders that come while the site works: first as they are, then with more, with less, and with nothing left of them. */
export const ARRIVING = ['ARRIVE01', 'ARRIVE02'] as const;

export const DOCUMENTS: readonly CustomerDocument[] = ARRIVING.flatMap((po, index) => [
  orderFile(po, 0, index === 0 ? 'RushOrder' : 'RegularOrder', [['PLATE', 6], ['MUG', 12]]),
  orderFile(po, 1, index === 0 ? 'RushOrder' : 'RegularOrder', [['PLATE', 8], ['MUG', 6]]),
  orderFile(po, 2, index === 0 ? 'RushOrder' : 'RegularOrder', [['PLATE', 0], ['MUG', 0]]),
]);

export const importOf = ({ fileName, bytes, sha256, reading }: CustomerDocument, via: 'folder' | 'gateway') => (reader: Reader, context: Context): Decision<InboundDocument> =>
  decideImport(reader, { documentId: documentId(context.newId()), fileName, sha256, bytes: bytes.length, via, reading }, context);
