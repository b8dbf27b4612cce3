import type { PoNumber, StaffId } from '../../lib/ids.ts';
import type { Claim, Task } from '../state/entities.ts';
import { ordersOfTask } from '../picking/cart.ts';
import type { World } from '../state/world.ts';

/*
 * Work that a station holds (a claim) ends with the work: with the task, the pallet or the order. No operation of its own is needed for that,
 * so none can be forgotten.
 */

export const orderClaim = (po: PoNumber): string => `order:${po}`;
export const unitClaim = (sscc: string): string => `unit:${sscc}`;

/** What a station no longer works on is free, or its companion's alone. */
export function letGo(world: World, before: Pick<Task, 'station' | 'po' | 'sscc' | 'cart'>, now: Pick<Task, 'po' | 'sscc' | 'cart'>): void {
  const kept = ordersOfTask(now);
  for (const po of ordersOfTask(before)) if (!kept.includes(po)) leaveClaim(world, orderClaim(po), before.station);
  if (before.sscc !== null && before.sscc !== now.sscc) leaveClaim(world, unitClaim(before.sscc), before.station);
}

/** The work is over for everybody. */
export function endClaim(world: World, subject: string): void {
  if (world.get('claim', { subject })) world.remove('claim', { subject });
}

/** One station lets go; whoever shared the work goes on. */
export function leaveClaim(world: World, subject: string, station: string): void {
  const held = world.get('claim', { subject });
  if (!held) return;
  const others = held.sharedWith.filter((other) => other !== station);
  if (held.station !== station) {
    if (others.length < held.sharedWith.length) world.put('claim', { ...held, sharedWith: others });
    return;
  }
  const [heir, ...rest] = others;
  if (heir === undefined) world.remove('claim', { subject });
  else world.put('claim', { ...held, station: heir, staffId: personAt(world, heir, held), sharedWith: rest });
}

const personAt = (world: World, station: string, held: Claim): StaffId => world.get('task', { station })?.staffId ?? held.staffId;
