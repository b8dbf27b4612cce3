import type { Locale } from './define.ts';

/** How numbers, money and dates are written: the warehouses are in the United States, also where they read Spanish. */
export const regionOf = (locale: Locale): string => (locale === 'es' ? 'es-US' : 'en-US');
