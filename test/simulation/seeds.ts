/** Seeds that found a fault which is mended since: they are simulated before all others. */
export const SEEDS: readonly number[] = [];
