import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { location, sku } from '../../../shared/lib/ids.ts';
import { orderDocument, productOf } from '../../support/domain.ts';

export const POS = ['PO-1', 'PO-2'] as const;
export const SKUS = ['CG-1', 'CG-2'] as const;

/** What was there before anybody worked. */
export const SEED: readonly OperationDraft[] = [
  ...SKUS.flatMap((name): OperationDraft[] => [
    { kind: 'product.put', body: productOf(name, { caseSize: 1 }) },
    { kind: 'stock.set', body: { sku: sku(name), location: location('A-01'), boxed: 100, safety: 0, reason: 'seed', code: null } },
  ]),
  ...POS.map((po): OperationDraft => ({ kind: 'order.received', body: orderDocument(po, SKUS.map((vendorSku) => ({ vendorSku, unitSize: 1, quantity: 40 })), { hpo: po === 'PO-1' }) })),
];
