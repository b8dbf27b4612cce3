import { fittingOnLayer } from '../../../shared/domain/handling-units/pallet-rules.ts';
import type { Product } from '../../../shared/domain/state/entities.ts';

/** Drawn where neither stacking nor size of the carton is known. */
const USUAL_PER_LAYER = 10;

/** Cartons on one layer for the drawing: as the product is stacked, else as many as fit side by side. */
export function cartonsPerLayer(product: Pick<Product, 'lengthMm' | 'widthMm' | 'cartonsPerLayer'> | null): number {
  return (product && (product.cartonsPerLayer ?? fittingOnLayer(product))) ?? USUAL_PER_LAYER;
}
