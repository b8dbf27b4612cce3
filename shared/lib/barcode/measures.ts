/** What a measure of AI 310n to 369n says: `logistic` ones are of the pack, the others of the goods. */
export type MeasureKind =
  | 'net-weight'
  | 'gross-weight'
  | 'length'
  | 'width'
  | 'height'
  | 'area'
  | 'net-volume'
  | 'logistic-length'
  | 'logistic-width'
  | 'logistic-height'
  | 'logistic-area'
  | 'logistic-volume'
  | 'weight-per-area';

export interface Measure {
  readonly kind: MeasureKind;
  /** Exact decimal, for example `12.500`. */
  readonly amount: string;
  /** UCUM-like short name: kg, lb, m, in, ft, yd, m2, l, m3, oz_tr, oz, qt, gal, ... */
  readonly unit: string;
}

/** First three digits of the AI, kind, unit (GS1 General Specifications 3.6). The fourth digit counts decimals, 0 to 5. */
export const measureStems: ReadonlyArray<readonly [stem: string, kind: MeasureKind, unit: string]> = [
  ['310', 'net-weight', 'kg'],
  ['311', 'length', 'm'],
  ['312', 'width', 'm'],
  ['313', 'height', 'm'],
  ['314', 'area', 'm2'],
  ['315', 'net-volume', 'l'],
  ['316', 'net-volume', 'm3'],
  ['320', 'net-weight', 'lb'],
  ['321', 'length', 'in'],
  ['322', 'length', 'ft'],
  ['323', 'length', 'yd'],
  ['324', 'width', 'in'],
  ['325', 'width', 'ft'],
  ['326', 'width', 'yd'],
  ['327', 'height', 'in'],
  ['328', 'height', 'ft'],
  ['329', 'height', 'yd'],
  ['330', 'gross-weight', 'kg'],
  ['331', 'logistic-length', 'm'],
  ['332', 'logistic-width', 'm'],
  ['333', 'logistic-height', 'm'],
  ['334', 'logistic-area', 'm2'],
  ['335', 'logistic-volume', 'l'],
  ['336', 'logistic-volume', 'm3'],
  ['337', 'weight-per-area', 'kg/m2'],
  ['340', 'gross-weight', 'lb'],
  ['341', 'logistic-length', 'in'],
  ['342', 'logistic-length', 'ft'],
  ['343', 'logistic-length', 'yd'],
  ['344', 'logistic-width', 'in'],
  ['345', 'logistic-width', 'ft'],
  ['346', 'logistic-width', 'yd'],
  ['347', 'logistic-height', 'in'],
  ['348', 'logistic-height', 'ft'],
  ['349', 'logistic-height', 'yd'],
  ['350', 'area', 'in2'],
  ['351', 'area', 'ft2'],
  ['352', 'area', 'yd2'],
  ['353', 'logistic-area', 'in2'],
  ['354', 'logistic-area', 'ft2'],
  ['355', 'logistic-area', 'yd2'],
  ['356', 'net-weight', 'oz_tr'],
  ['357', 'net-volume', 'oz'],
  ['360', 'net-volume', 'qt'],
  ['361', 'net-volume', 'gal'],
  ['362', 'logistic-volume', 'qt'],
  ['363', 'logistic-volume', 'gal'],
  ['364', 'net-volume', 'in3'],
  ['365', 'net-volume', 'ft3'],
  ['366', 'net-volume', 'yd3'],
  ['367', 'logistic-volume', 'in3'],
  ['368', 'logistic-volume', 'ft3'],
  ['369', 'logistic-volume', 'yd3'],
];

const byStem = new Map(measureStems.map(([stem, kind, unit]) => [stem, { kind, unit }]));

/** The measure in a checked element; undefined when the AI is none of 310n to 369n. */
export function measureOf(ai: string, value: string): Measure | undefined {
  const known = ai.length === 4 ? byStem.get(ai.slice(0, 3)) : undefined;
  return known && { ...known, amount: impliedDecimal(value, Number(ai.slice(3))) };
}

/** `digits` with a decimal point `decimals` places from the right, without leading zeros. */
function impliedDecimal(digits: string, decimals: number): string {
  const whole = digits.slice(0, digits.length - decimals).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
}
