/** International avoirdupois pound (exact). */
export const GRAMS_IN_POUND = 453.592_37;

/** In which units weights and volumes are typed and read; the store keeps grams and cubic centimetres. */
export type MeasureSystem = 'imperial' | 'metric';

/** Letter paper is used where pounds are. */
export const usualSystem = (paperSize: 'A4' | 'Letter'): MeasureSystem => (paperSize === 'Letter' ? 'imperial' : 'metric');
