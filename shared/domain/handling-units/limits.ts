import { message, type Message } from '../../messages/say.ts';
import type { Settings } from '../settings/settings.ts';
import type { HandlingUnit } from '../state/entities.ts';
import { limits } from './dock-limits.ts';

/** What the site lets a pallet weigh and how high it lets it stand. */
export type PalletLimits = Pick<Settings, 'palletHeightMm' | 'palletWeightGrams'>;

type Measured = Pick<HandlingUnit, 'kind' | 'weightGrams' | 'heightMm'>;

/** What the scale and the tape say against what docks take: warnings, never refusals. */
export function measureWarnings({ kind, weightGrams, heightMm }: Measured, { palletHeightMm, palletWeightGrams }: PalletLimits): Message[] {
  const heaviest = kind === 'pallet' ? palletWeightGrams : limits.cartonGrams;
  const highest = kind === 'pallet' ? palletHeightMm : limits.cartonSideMm;
  const warnings: Message[] = [];
  if (weightGrams !== null && weightGrams > heaviest) {
    warnings.push(message(kind === 'pallet' ? 'handlingUnits.warning.palletHeavy' : 'handlingUnits.warning.cartonHeavy', { weightGrams, mostGrams: heaviest }));
  }
  if (heightMm !== null && heightMm > highest) {
    warnings.push(message('handlingUnits.warning.high', { heightMm, mostMm: highest }));
  } else if (kind === 'pallet' && heightMm !== null && heightMm > limits.stackablePalletMm) {
    warnings.push(message('handlingUnits.warning.notStackable', { mostMm: limits.stackablePalletMm }));
  }
  return warnings;
}
