import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Seeds that failed once: written by the run that finds one, and simulated before all others by every run after it. */
export const KEPT_SEEDS = join(import.meta.dirname, 'kept-seeds.json');

export const keptSeeds = (file: string = KEPT_SEEDS): readonly number[] => z.array(z.int().min(0)).parse(JSON.parse(readFileSync(file, 'utf8')));

export function keepSeed(seed: number, file: string = KEPT_SEEDS): void {
  const kept = keptSeeds(file);
  if (!kept.includes(seed)) writeFileSync(file, `${JSON.stringify([...kept, seed].sort((left, right) => left - right))}\n`);
}
