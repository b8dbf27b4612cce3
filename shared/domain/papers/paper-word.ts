import type { PaperKind } from '../../lib/barcode/scanned-code.ts';

/** A paper's name in messages: ICU's `select` takes no hyphens. */
export const paperWord = { 'packing-list': 'packingList', 'shipment-packing-list': 'packingList', 'pallet-manifest': 'palletManifest', 'bill-of-lading': 'billOfLading', 'day-sheet': 'daySheet', 'cart-list': 'cartList' } as const satisfies Record<PaperKind, string>;
