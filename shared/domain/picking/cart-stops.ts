import type { Location, Sku } from '../../lib/ids.ts';
import type { Task } from '../state/entities.ts';
import type { Reader } from '../state/world.ts';
import { ordersInFront, type Carried } from './cart.ts';
import { openLines, type WalkLine } from './walk.ts';

/** How many eaches of a product go into one place of the cart. */
export interface CartShare {
  readonly carried: Carried;
  readonly eaches: number;
}

/** One product to take at one bin, and who gets how many of it: the order in front first. */
export interface CartStop {
  /** Null where no bin is known. */
  readonly location: Location | null;
  readonly sku: Sku;
  readonly title: string;
  readonly caseSize: number;
  readonly shares: readonly CartShare[];
}

/**
 * What a walk still takes, product by product in the order of the walk: at each bin what hot orders want comes first. Every each that is
 * accepted and neither picked nor reported missing is in it once. Reads every line of the cart's orders: for paper, not for deciding a scan.
 */
export function cartStops(reader: Reader, task: Task): CartStop[] {
  const stops = new Map<string, CartStop>();
  for (const line of openLines(reader, ordersInFront(reader, task))) {
    const key = JSON.stringify([line.location, line.sku]);
    stops.set(key, withLine(stops.get(key), line));
  }
  return [...stops.values()];
}

function withLine(stop: CartStop | undefined, { location, sku, title, caseSize, carried, remaining }: WalkLine): CartStop {
  const before = stop?.shares ?? [];
  const own = before.find((share) => share.carried.order.po === carried.order.po);
  const shares = own ? before.map((share) => (share === own ? { carried, eaches: own.eaches + remaining } : share)) : [...before, { carried, eaches: remaining }];
  return { location, sku, title, caseSize, shares };
}
