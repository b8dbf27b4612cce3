/** Milliseconds that some work took. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => ascending(values)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The value that a share (0 to 1) of all is below. */
export const percentile = (values: readonly number[], share: number): number => ascending(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const largest = (values: readonly number[]): number => values.reduce((most, each) => Math.max(most, each), 0);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
