import { addMoney, extend, moneyText, noMoney, type Money } from '../../lib/money.ts';
import { dateIn, type CalendarDate, type Instant } from '../../lib/time.ts';
import { message, type Message, type MessageParams } from '../../messages/say.ts';
import type { ChargebackRule, Settings } from '../settings/settings.ts';
import type { Line, Order, Product } from '../state/entities.ts';
import { cancelledHere, eventsOf, owed, releasedByCustomer, windowClosed } from './events.ts';
import { lineCost, sumMoney } from './line-cost.ts';
import { exposureOf, type Exposure } from './rules.ts';

export interface ExposureItem extends Exposure {
  readonly units: number;
  /** False: it comes if nothing more happens. True: it cannot be averted any more. */
  readonly happened: boolean;
}

/** What an order costs in chargebacks if nothing more happens. */
export interface ExposureView {
  readonly items: readonly ExposureItem[];
  /** All items together; null when currencies differ. Units without a known cost are not in it. */
  readonly total: Money | null;
  /** Of that, what can no longer be averted. */
  readonly incurred: Money | null;
  /** What leaving late would cost instead of never: only while something is still owed. */
  readonly ifShippedLate: Money | null;
  /** Units concerned of which no cost is known, so that no charge can be told. */
  readonly unpricedUnits: number;
  /** Where the order stands, in a sentence; null when nothing threatens. */
  readonly sentence: Message | null;
}

/** @param products the item master's products of the lines, in any order. */
export function exposureOfOrder(
  order: Order,
  lines: readonly Line[],
  products: readonly Product[],
  rules: readonly ChargebackRule[],
  settings: Settings,
  now: Instant,
): ExposureView {
  const costs = costsOf(lines, products, settings);
  const events = eventsOf(order, lines, settings, now);
  const items = events
    .flatMap(({ event, happened, at, units }) =>
      priced(units, costs).amounts.map(({ cost, units: count }): ExposureItem => ({ ...exposureOf({ event, costOfUnits: cost }, rules, dateIn(settings.zone, at)), units: count, happened })),
    )
    // An unconfirmed item is worth a line only where a rule charges for it.
    .filter((item) => item.event !== 'low-confirmation' || item.charges.length > 0);
  const late = lateInstead(order, lines, costs, rules, dateIn(settings.zone, now));
  const view = {
    items,
    total: sumOf(items, settings),
    incurred: sumOf(items.filter(({ happened }) => happened), settings),
    ifShippedLate: late?.total ?? null,
    unpricedUnits: Math.max(0, ...events.map(({ units }) => priced(units, costs).unpriced)),
  };
  return { ...view, sentence: sentenceOf(order, lines, items.find(({ event }) => event === 'not-filled'), late, now) };
}

type Costs = ReadonlyMap<string, (units: number) => Money | null>;

function costsOf(lines: readonly Line[], products: readonly Product[], settings: Settings): Costs {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return new Map(
    lines.map((line) => {
      const cost = lineCost(line, line.sku === null ? undefined : bySku.get(line.sku), settings.currency);
      return [line.line, (units: number) => (cost === null ? null : extend(cost, units))] as const;
    }),
  );
}

/** The cost of units by currency, and how many of them have none. */
function priced(units: ReadonlyMap<string, number>, costs: Costs): { readonly amounts: readonly { readonly cost: Money; readonly units: number }[]; readonly unpriced: number } {
  const amounts = new Map<string, { cost: Money; units: number }>();
  let unpriced = 0;
  for (const [line, count] of units) {
    const cost = costs.get(line)?.(count) ?? null;
    if (cost === null) {
      unpriced += count;
    } else {
      const before = amounts.get(cost.currency) ?? { cost: noMoney(cost.currency), units: 0 };
      amounts.set(cost.currency, { cost: addMoney(before.cost, cost), units: before.units + count });
    }
  }
  return { amounts: [...amounts.values()], unpriced };
}

const sumOf = (items: readonly ExposureItem[], settings: Settings): Money | null =>
  items.length === 0 ? noMoney(settings.currency) : sumMoney(items.map(({ total }) => total));

function lateInstead(order: Order, lines: readonly Line[], costs: Costs, rules: readonly ChargebackRule[], today: CalendarDate): Exposure | null {
  if (order.state === 'shipped' || order.state === 'cancelled' || order.state === 'closed' || order.state === 'rejected') return null;
  const units = new Map(lines.map((line) => [line.line, owed(order, line)]));
  const cost = sumMoney(priced(units, costs).amounts.map((amount) => amount.cost));
  return cost === null ? null : exposureOf({ event: 'late', costOfUnits: cost }, rules, today);
}

const percentOfAll = (exposure: Exposure | null | undefined): number => (exposure?.charges ?? []).reduce((sum, { rule }) => sum + rule.percent, 0);

function sentenceOf(order: Order, lines: readonly Line[], notFilled: ExposureItem | undefined, late: Exposure | null, now: Instant): Message | null {
  if (order.channel !== 'vendor' || order.state === 'rejected') return null;
  const units = lines.reduce((sum, line) => sum + owed(order, line), 0);
  const params: MessageParams = {
    units,
    shipped: order.shippedInWindow,
    requested: order.originalRequested,
    percent: percentOfAll(notFilled),
    chargeMoney: notFilled ? moneyText(notFilled.total) : '',
    latePercent: percentOfAll(late),
    lateMoney: late ? moneyText(late.total) : '',
    waitingMs: Math.max(0, now - order.receivedAt),
    latePriced: late ? 'yes' : 'no',
    priced: notFilled ? 'yes' : 'no',
    answered: order.acknowledgementVersion > 0 ? 'yes' : 'no',
    window: order.shipBy === null ? 'none' : 'known',
    shipAt: order.shipBy ?? '',
  };
  if (order.state === 'cancelled' || order.state === 'closed') {
    if (releasedByCustomer(order)) return message('acknowledgement.exposure.released', params);
    if (units === 0) return null;
    return message(cancelledHere(order) ? 'acknowledgement.exposure.cancelledHere' : 'acknowledgement.exposure.autoCancelled', params);
  }
  if (units === 0) return null;
  if (order.state === 'shipped') return message('acknowledgement.exposure.shippedShort', params);
  if (windowClosed(order, now)) return message('acknowledgement.exposure.windowMissed', { ...params, lateMs: now - (order.shipBy ?? now) });
  if (order.acknowledgementVersion > 0) return message('acknowledgement.exposure.owed', params);
  if (now >= order.acknowledgeBy) return message('acknowledgement.exposure.unanswered', { ...params, overdueMs: now - order.acknowledgeBy });
  return message('acknowledgement.exposure.answerBy', { ...params, dueAt: order.acknowledgeBy, leftMs: order.acknowledgeBy - now });
}
