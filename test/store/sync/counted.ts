import type { OperationDraft } from '../../../shared/contracts/operations.ts';
import { location, sku } from '../../../shared/lib/ids.ts';

export const counted = (boxed: number, at = 'A-01', name = 'CG-1'): OperationDraft => ({
  kind: 'stock.set', body: { sku: sku(name), location: location(at), boxed, safety: null, reason: 'count', code: null },
});
