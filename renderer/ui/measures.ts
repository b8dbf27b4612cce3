import type { Measure } from '../../shared/lib/measures.ts';
import type { Words } from './i18n.tsx';

/** A stored number in a unit people read: `1,543.2 lb`. */
export const measureText = ({ format }: Words, stored: number, { unit, size, digits }: Measure): string => `${format.number(stored / size, digits)} ${unit}`;

/** Length, width and height of a case: `14.17 × 10.24 × 8.66 in`. */
export const sidesText = ({ format }: Words, sides: readonly number[], { unit, size, digits }: Measure): string => `${sides.map((side) => format.number(side / size, digits)).join(' × ')} ${unit}`;
