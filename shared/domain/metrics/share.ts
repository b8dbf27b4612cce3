import type { Locale } from '../../messages/define.ts';
import { regionOf } from '../../messages/region.ts';

/** Two counts whose ratio is meant; never stored as a ratio, so that people can see both. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export const noShare: Share = { numerator: 0, denominator: 0 };

export const addShares = (left: Share, right: Share): Share => ({ numerator: left.numerator + right.numerator, denominator: left.denominator + right.denominator });

/**
 * A share in percent with one decimal, cut and never rounded up: only a full share reads 100 %, and one unit short of it reads 99.9 % at
 * most. A dash where there is nothing to measure.
 */
export function formatShare({ numerator, denominator }: Share, locale: Locale): string {
  if (denominator <= 0) return '–';
  const full = numerator >= denominator;
  const percent = new Intl.NumberFormat(regionOf(locale), { style: 'percent', minimumFractionDigits: full || numerator <= 0 ? 0 : 1, maximumFractionDigits: 1 });
  return percent.format(full ? 1 : Math.max(0, Number((BigInt(numerator) * 1000n) / BigInt(denominator))) / 1000);
}
