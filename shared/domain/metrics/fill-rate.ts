import type { PoNumber } from '../../lib/ids.ts';
import { dateIn, weekOf, type CalendarDate, type Instant, type Zone } from '../../lib/time.ts';
import type { Line, Order } from '../state/entities.ts';
import { isFinal } from '../state/totals.ts';
import { addShares, noShare, type Share } from './share.ts';

/** One HPO's part in the rate. */
export interface FillRateOrder extends Share {
  readonly po: PoNumber;
  /** The site's day on which the order was received: the day, and week, that it counts in. */
  readonly day: CalendarDate;
  readonly state: Order['state'];
  /** Its window is not over and work may still come: shown apart, not in the rate. */
  readonly open: boolean;
}

/** A day, a week (its Monday) or an ASIN. The rate is of settled orders; `open` shows the others. */
export interface FillRateGroup extends Share {
  readonly key: string;
  readonly pos: readonly PoNumber[];
  readonly open: Share;
  readonly openPos: readonly PoNumber[];
}

export interface FillRate {
  readonly settled: Share;
  readonly open: Share;
  readonly orders: readonly FillRateOrder[];
  readonly byDay: readonly FillRateGroup[];
  readonly byWeek: readonly FillRateGroup[];
  readonly byAsin: readonly FillRateGroup[];
}

/** Nothing that happens from now on changes the order's rate: it has ended, or its window has closed. */
export const isSettled = (order: Order, now: Instant): boolean => isFinal(order.state) || (order.shipBy !== null && now >= order.shipBy);

/**
 * HPO fill rate: accepted units handed to the carrier inside the window, of the units of the document that first brought the order. A
 * later change does not shrink the denominator, units added later do not fill it, and a line cannot make up for another. Orders count on
 * the site's day of receipt: that never moves, as a changed window would.
 * @param orders any orders; those that are no HPOs of a first-party customer are passed over.
 * @param lines the lines of (at least) those orders.
 */
export function fillRate(orders: readonly Order[], lines: readonly Line[], zone: Zone, now: Instant): FillRate {
  const linesOf = Map.groupBy(lines, ({ po }) => po);
  const rows: FillRateOrder[] = [];
  const days = new Groups();
  const weeks = new Groups();
  const asins = new Groups();
  for (const order of orders) {
    if (!order.hpo || order.channel !== 'vendor') continue;
    const day = dateIn(zone, order.receivedAt);
    const open = !isSettled(order, now);
    let share = noShare;
    for (const line of linesOf.get(order.po) ?? []) {
      if (line.originalRequested === 0) continue;
      const ofLine = { numerator: Math.min(line.shippedInWindow, line.originalRequested), denominator: line.originalRequested };
      share = addShares(share, ofLine);
      asins.add(line.asin ?? line.vendorSku ?? line.gtin ?? line.buyerPart ?? line.line, order.po, open, ofLine);
    }
    rows.push({ po: order.po, day, state: order.state, open, ...share });
    days.add(day, order.po, open, share);
    weeks.add(weekOf(day), order.po, open, share);
  }
  const sum = (open: boolean): Share => rows.filter((row) => row.open === open).reduce<Share>(addShares, noShare);
  return { settled: sum(false), open: sum(true), orders: rows, byDay: days.list(), byWeek: weeks.list(), byAsin: asins.list() };
}

class Groups {
  readonly #groups = new Map<string, { settled: Share; open: Share; pos: Set<PoNumber>; openPos: Set<PoNumber> }>();

  add(key: string, po: PoNumber, open: boolean, share: Share): void {
    const group = this.#groups.get(key) ?? { settled: noShare, open: noShare, pos: new Set(), openPos: new Set() };
    if (open) {
      group.open = addShares(group.open, share);
      group.openPos.add(po);
    } else {
      group.settled = addShares(group.settled, share);
      group.pos.add(po);
    }
    this.#groups.set(key, group);
  }

  /** In ascending order of the key. */
  list(): FillRateGroup[] {
    return [...this.#groups]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, { settled, open, pos, openPos }]) => ({ key, ...settled, open, pos: [...pos], openPos: [...openPos] }));
  }
}
