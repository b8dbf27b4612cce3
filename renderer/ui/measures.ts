import { GRAMS_IN_POUND, type MeasureSystem } from '../../shared/lib/mass.ts';
import type { Words } from './i18n.tsx';

interface Measure {
  readonly unit: string;
  /** Store units in one of these. */
  readonly size: number;
  readonly digits: number;
}

/** International foot (exact). */
const CUBIC_CENTIMETRES_IN_CUBIC_FOOT = 28_316.846_592;

export const weightIn: Readonly<Record<MeasureSystem, Measure>> = {
  imperial: { unit: 'lb', size: GRAMS_IN_POUND, digits: 1 },
  metric: { unit: 'kg', size: 1000, digits: 1 },
};

export const volumeIn: Readonly<Record<MeasureSystem, Measure>> = {
  imperial: { unit: 'cu ft', size: CUBIC_CENTIMETRES_IN_CUBIC_FOOT, digits: 1 },
  metric: { unit: 'm³', size: 1_000_000, digits: 2 },
};

export const measureText = ({ format }: Words, stored: number, { unit, size, digits }: Measure): string => `${format.number(stored / size, digits)} ${unit}`;
