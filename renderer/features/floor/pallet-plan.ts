import type { Product } from '../../../shared/domain/state/entities.ts';

/** The GMA pallet that North American docks take: 48 x 40 in. */
const LONG_MM = 1_219;
const WIDE_MM = 1_016;
/** Drawn where the carton's size is not known. */
const USUAL_PER_LAYER = 10;

/** Cartons side by side on one layer, all turned the same way, whichever way holds more. For the drawing only. */
export function cartonsPerLayer(product: Pick<Product, 'lengthMm' | 'widthMm'> | null): number {
  const { lengthMm: length, widthMm: width } = product ?? { lengthMm: null, widthMm: null };
  if (length === null || width === null || length <= 0 || width <= 0) return USUAL_PER_LAYER;
  const along = Math.floor(LONG_MM / length) * Math.floor(WIDE_MM / width);
  const across = Math.floor(LONG_MM / width) * Math.floor(WIDE_MM / length);
  return Math.max(1, along, across);
}
