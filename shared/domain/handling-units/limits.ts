import { message, type Message } from '../../messages/say.ts';
import type { HandlingUnit } from '../state/entities.ts';

/**
 * What a receiving dock takes. Sources disagree (Amazon's 2016 transport manual: 50 in single, 100 in double stacked, up
 * to 104 in when nothing may stand on it; FBA pages: 72 and 100 in), so beyond them is a warning and never a refusal.
 */
export const limits = {
  /** 1,500 lb. */
  palletGrams: 680_389,
  /** 50 in: higher pallets are not double stacked. */
  stackablePalletMm: 1_270,
  /** 104 in. */
  palletMm: 2_642,
  /** 50 lb: above, a carton needs a "team lift" label. */
  cartonGrams: 22_680,
  /** 25 in. */
  cartonSideMm: 635,
} as const;

type Measured = Pick<HandlingUnit, 'kind' | 'weightGrams' | 'heightMm'>;

export function measureWarnings({ kind, weightGrams, heightMm }: Measured): Message[] {
  const heaviest = kind === 'pallet' ? limits.palletGrams : limits.cartonGrams;
  const highest = kind === 'pallet' ? limits.palletMm : limits.cartonSideMm;
  const warnings: Message[] = [];
  if (weightGrams !== null && weightGrams > heaviest) {
    warnings.push(message(kind === 'pallet' ? 'handlingUnits.warning.palletHeavy' : 'handlingUnits.warning.cartonHeavy', { kilograms: weightGrams / 1000, most: heaviest / 1000 }));
  }
  if (heightMm !== null && heightMm > highest) {
    warnings.push(message('handlingUnits.warning.high', { millimetres: heightMm, most: highest }));
  } else if (kind === 'pallet' && heightMm !== null && heightMm > limits.stackablePalletMm) {
    warnings.push(message('handlingUnits.warning.notStackable', { millimetres: heightMm, most: limits.stackablePalletMm }));
  }
  return warnings;
}
