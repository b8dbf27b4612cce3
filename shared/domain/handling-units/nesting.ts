import type { Occurrence } from '../decision.ts';
import type { Content, HandlingUnit } from '../state/entities.ts';
import type { Reader, World } from '../state/world.ts';
import { touch } from '../sync/act.ts';

/*
 * Cartons of our own on a pallet. What is in them stays their content; the pallet's totals include it, each carton counted as one. One level
 * only: nothing stands on a carton, and no pallet on a pallet.
 */

export const cartonsOn = (reader: Reader, sscc: string): HandlingUnit[] => reader.find('unit', { parent: sscc });

/** All goods of a unit by line, those in the cartons on it too. */
export function standingOn(reader: Reader, sscc: string): Content[] {
  const own = reader.find('content', { sscc });
  const cartons = cartonsOn(reader, sscc);
  if (cartons.length === 0) return own;
  const lines = new Map<string, Content>();
  for (const content of [...own, ...cartons.flatMap((carton) => reader.find('content', { sscc: carton.sscc }))]) {
    const key = `${content.po} ${content.line}`;
    const sum = lines.get(key);
    lines.set(key, { ...content, sscc, eaches: (sum?.eaches ?? 0) + content.eaches, cartons: (sum?.cartons ?? 0) + content.cartons });
  }
  return [...lines.values()];
}

/** Whether the carton can stand on the pallet in the books. */
export const mayStandOn = (carton: HandlingUnit, pallet: HandlingUnit): boolean =>
  carton.kind === 'carton' && pallet.kind === 'pallet' && carton.po === pallet.po && carton.parent === null && pallet.parent === null && (carton.state === 'closed' || carton.state === 'open') && pallet.state !== 'departed';

/** Changes what a pallet holds in all by what a carton on it does. */
export function carry(world: World, parent: string | null, eaches: number, cartons: number): void {
  const pallet = parent === null ? undefined : world.get('unit', { sscc: parent });
  if (pallet) world.put('unit', { ...pallet, eaches: Math.max(0, pallet.eaches + eaches), cartons: Math.max(0, pallet.cartons + cartons) });
}

/** False, and nothing changes, when it cannot. A pallet that another station gave up as empty is none when a carton stands on it. */
export function standOn(world: World, sscc: string, on: string, occurrence: Occurrence): boolean {
  const carton = world.get('unit', { sscc });
  const pallet = world.get('unit', { sscc: on });
  if (!carton || !pallet || !mayStandOn(carton, pallet)) return false;
  world.put('unit', { ...carton, parent: on, touchedBy: touch(carton.touchedBy, occurrence) });
  world.put('unit', { ...pallet, state: pallet.state === 'voided' ? 'open' : pallet.state, touchedBy: touch(pallet.touchedBy, occurrence) });
  carry(world, on, carton.eaches, 1);
  return true;
}

/** False when it stands by itself already. */
export function comeOff(world: World, sscc: string, occurrence: Occurrence): boolean {
  const carton = world.get('unit', { sscc });
  const parent = carton?.parent ?? null;
  if (!carton || parent === null) return false;
  carry(world, parent, -carton.eaches, -1);
  const pallet = world.get('unit', { sscc: parent });
  if (pallet) world.put('unit', { ...pallet, touchedBy: touch(pallet.touchedBy, occurrence) });
  world.put('unit', { ...carton, parent: null, touchedBy: touch(carton.touchedBy, occurrence) });
  return true;
}
