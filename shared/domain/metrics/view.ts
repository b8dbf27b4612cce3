import type { PoNumber, Sku } from '../../lib/ids.ts';
import { extend, noMoney, type Money } from '../../lib/money.ts';
import { addDays, dateIn, type CalendarDate, type Instant } from '../../lib/time.ts';
import { cancelledHere, endedAt, windowClosed } from '../chargebacks/events.ts';
import { exposureOfOrder } from '../chargebacks/exposure.ts';
import { lineCost, sumMoney } from '../chargebacks/line-cost.ts';
import { riskOf } from '../queue/risk.ts';
import type { ChargebackRule, Settings } from '../settings/settings.ts';
import type { Line, Order, Product } from '../state/entities.ts';
import { isFinal } from '../state/totals.ts';
import { fillRate, isSettled, type FillRate, type FillRateGroup } from './fill-rate.ts';
import { addShares, noShare, type Share } from './share.ts';

/** Orders behind a number, with what each adds to it. */
export interface Behind extends Share {
  readonly po: PoNumber;
}

export interface MetricsView {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly now: Instant;
  /** HPOs received in the period. */
  readonly fillRate: FillRate;
  /** Orders of the period answered by their deadline, of those answered or overdue. */
  readonly acknowledged: Share & {
    readonly hours: number;
    /** From receipt to first answer; null while none is answered. */
    readonly medianMs: number | null;
    readonly late: readonly PoNumber[];
  };
  /** Accepted units of settled orders of the period that left inside the window. */
  readonly onTime: Share & { readonly orders: readonly Behind[] };
  /** Units of the period accepted and taken back, or accepted and cancelled before they left. */
  readonly takenBack: {
    readonly downConfirmed: number;
    readonly cancelled: number;
    /** Cost of those units; null when currencies differ. Units without a known cost are not in it. */
    readonly cost: Money | null;
    readonly pos: readonly PoNumber[];
  };
  /** Chargebacks of the period's orders that can no longer be averted; null when currencies differ. */
  readonly incurred: Money | null;
  /** HPOs that are alive now, whatever day they came. */
  readonly openHot: { readonly open: readonly PoNumber[]; readonly atRisk: readonly PoNumber[]; readonly overdue: readonly PoNumber[] };
  /** Every day of the period, also those without an HPO. */
  readonly trend: readonly FillRateGroup[];
}

export interface MetricsRows {
  /** At least those received in the period and all that are alive. */
  readonly orders: readonly Order[];
  /** The lines of those orders. */
  readonly lines: readonly Line[];
  /** The products of those lines. */
  readonly products: readonly Product[];
}

/** The longest period shown day by day. */
const DAYS_MAX = 400;

/**
 * The five numbers of the page, of orders received from `from` to `to` (the site's days, both included).
 */
export function metricsView(
  { orders, lines, products }: MetricsRows,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  rules: readonly ChargebackRule[],
  settings: Settings,
  now: Instant,
): MetricsView {
  const vendor = orders.filter(({ channel }) => channel === 'vendor');
  const inPeriod = vendor.filter((order) => {
    const day = dateIn(settings.zone, order.receivedAt);
    return from <= day && day <= to;
  });
  const linesOf = Map.groupBy(lines, ({ po }) => po);
  const rate = fillRate(inPeriod, lines, settings.zone, now);
  const live = vendor.filter((order) => order.hpo && !isFinal(order.state));
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const incurredBy = (order: Order, its: readonly Line[]): Money | null => {
    const used = its.flatMap(({ sku }) => (sku === null ? [] : (bySku.get(sku) ?? [])));
    return exposureOfOrder(order, its, used, rules, settings, now).incurred;
  };
  const posAt = (risk: 'atRisk' | 'overdue'): readonly PoNumber[] => live.filter((order) => riskOf(order, settings, now) === risk).map(({ po }) => po);
  return {
    from,
    to,
    now,
    fillRate: rate,
    acknowledged: acknowledgedInTime(inPeriod, settings, now),
    onTime: shippedOnTime(inPeriod, now),
    takenBack: takenBack(inPeriod, linesOf, bySku, settings),
    incurred: total(inPeriod.flatMap((order) => incurredBy(order, linesOf.get(order.po) ?? []) ?? []), settings),
    openHot: { open: live.map(({ po }) => po), atRisk: posAt('atRisk'), overdue: posAt('overdue') },
    trend: dailyTrend(rate, from, to),
  };
}

/** Nothing-charged amounts say nothing of currency. */
function total(amounts: readonly Money[], settings: Settings): Money | null {
  const charged = amounts.filter(({ minor }) => minor > 0);
  return charged.length === 0 ? noMoney(settings.currency) : sumMoney(charged);
}

function acknowledgedInTime(orders: readonly Order[], settings: Settings, now: Instant): MetricsView['acknowledged'] {
  let share = noShare;
  const late: PoNumber[] = [];
  const waits: number[] = [];
  for (const order of orders) {
    const { po, receivedAt, acknowledgeBy, firstAcknowledgedAt } = order;
    if (firstAcknowledgedAt !== null) waits.push(Math.max(0, firstAcknowledgedAt - receivedAt));
    const inTime = firstAcknowledgedAt !== null && firstAcknowledgedAt <= acknowledgeBy;
    // Not due yet, or taken back before the answer was due: nobody was late.
    if (firstAcknowledgedAt === null && (endedAt(order) ?? now) < acknowledgeBy) continue;
    share = addShares(share, { numerator: inTime ? 1 : 0, denominator: 1 });
    if (!inTime) late.push(po);
  }
  return { ...share, hours: settings.acknowledgeHours, medianMs: median(waits), late };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? upper) + upper) / 2);
}

function shippedOnTime(orders: readonly Order[], now: Instant): MetricsView['onTime'] {
  const behind = orders
    .filter((order) => order.accepted > 0 && isSettled(order, now))
    .map(({ po, shippedInWindow, accepted }): Behind => ({ po, numerator: Math.min(shippedInWindow, accepted), denominator: accepted }));
  return { ...behind.reduce<Share>(addShares, noShare), orders: behind };
}

function takenBack(orders: readonly Order[], linesOf: ReadonlyMap<PoNumber, readonly Line[]>, bySku: ReadonlyMap<Sku, Product>, settings: Settings): MetricsView['takenBack'] {
  const costs: Money[] = [];
  const pos: PoNumber[] = [];
  let downConfirmed = 0;
  let cancelled = 0;
  for (const order of orders) {
    const gone = cancelledAfterAccept(order);
    let units = 0;
    for (const line of linesOf.get(order.po) ?? []) {
      const left = gone ? Math.max(0, line.accepted - line.shipped) : 0;
      downConfirmed += line.downConfirmed;
      cancelled += left;
      units += line.downConfirmed + left;
      const cost = lineCost(line, line.sku === null ? undefined : bySku.get(line.sku), settings.currency);
      if (cost !== null && line.downConfirmed + left > 0) costs.push(extend(cost, line.downConfirmed + left));
    }
    if (units > 0) pos.push(order.po);
  }
  return { downConfirmed, cancelled, cost: costs.length === 0 ? noMoney(settings.currency) : sumMoney(costs), pos };
}

/** Given up here, or taken back by Amazon because its window had closed. What the customer takes back in time is no failure of ours. */
const cancelledAfterAccept = (order: Order): boolean =>
  order.state === 'cancelled' && (cancelledHere(order) || (order.cancelledAt !== null && windowClosed(order, order.cancelledAt)));

function dailyTrend({ byDay }: FillRate, from: CalendarDate, to: CalendarDate): readonly FillRateGroup[] {
  const known = new Map(byDay.map((group) => [group.key, group]));
  const trend: FillRateGroup[] = [];
  for (let day = from; day <= to && trend.length < DAYS_MAX; day = addDays(day, 1)) {
    trend.push(known.get(day) ?? { key: day, ...noShare, pos: [], open: noShare, openPos: [] });
  }
  return trend;
}
