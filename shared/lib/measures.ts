import { GRAMS_IN_POUND, type MeasureSystem } from './mass.ts';

/** Millimetres in an international inch (exact). */
export const MM_PER_INCH = 25.4;

/** International foot (exact). */
const CUBIC_CENTIMETRES_IN_CUBIC_FOOT = 28_316.846_592;

/** A unit in which a whole number of the store (grams, millimetres, cubic centimetres) is read and typed. */
export interface Measure {
  readonly unit: string;
  /** Store units in one of these. */
  readonly size: number;
  /** Decimals that are shown and kept of what is typed. */
  readonly digits: number;
}

type MeasureOf = Readonly<Record<MeasureSystem, Measure>>;

/** Pallets, cartons and freight. */
export const weightIn: MeasureOf = {
  imperial: { unit: 'lb', size: GRAMS_IN_POUND, digits: 1 },
  metric: { unit: 'kg', size: 1000, digits: 1 },
};

/** One each: light enough that a tenth of a pound would lose what a full pallet adds up. */
export const eachWeightIn: MeasureOf = {
  imperial: { unit: 'lb', size: GRAMS_IN_POUND, digits: 3 },
  metric: { unit: 'g', size: 1, digits: 0 },
};

/** Sides of cases and heights of pallets: finer than a millimetre, so that none is lost; a tape's eighth of an inch fits. */
export const lengthIn: MeasureOf = {
  imperial: { unit: 'in', size: MM_PER_INCH, digits: 2 },
  metric: { unit: 'cm', size: 10, digits: 1 },
};

export const volumeIn: MeasureOf = {
  imperial: { unit: 'cu ft', size: CUBIC_CENTIMETRES_IN_CUBIC_FOOT, digits: 1 },
  metric: { unit: 'm³', size: 1_000_000, digits: 2 },
};

/** The number that stands for a stored one, as it is rounded on the screen: left alone it is the same number again, and nothing is stored. */
export function shownIn({ size, digits }: Pick<Measure, 'size' | 'digits'>, stored: number): number {
  const power = 10 ** digits;
  return Math.round((stored / size) * power) / power;
}

/** The whole number that is stored for one that was typed. */
export const storedFrom = ({ size }: Pick<Measure, 'size'>, shown: number): number => Math.round(shown * size);

/** Whole units between two stored bounds, for a field and for the words of what is wrong with it. */
export const boundsIn = ({ size }: Pick<Measure, 'size'>, least: number, most: number): { readonly min: number; readonly max: number } => ({ min: Math.ceil(least / size), max: Math.floor(most / size) });
