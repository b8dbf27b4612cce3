import { addMoney, noMoney, percentOf, type Money } from '../../lib/money.ts';
import type { CalendarDate } from '../../lib/time.ts';
import type { ChargebackRule } from '../settings/settings.ts';

export type ChargebackEvent = ChargebackRule['event'];

/** One rule and what it takes of the cost of the units concerned. */
export interface Charge {
  readonly rule: ChargebackRule;
  readonly amount: Money;
}

export interface Exposure {
  readonly event: ChargebackEvent;
  /** The day whose rules were asked. */
  readonly day: CalendarDate;
  /** Cost of the units concerned. */
  readonly cost: Money;
  readonly charges: readonly Charge[];
  readonly total: Money;
  /** The same event at rates that do not count here: switched off, or of another time. For people to compare, never added. */
  readonly elsewhere: readonly Charge[];
}

const inForce = (rule: ChargebackRule, day: CalendarDate): boolean =>
  rule.enabled && (rule.validFrom === null || rule.validFrom <= day) && (rule.validTo === null || day <= rule.validTo);

/** The rules that count on a day: switched on and valid then. A missing date means that no source gives one: no limit. */
export const rulesAt = (rules: readonly ChargebackRule[], day: CalendarDate): readonly ChargebackRule[] => rules.filter((rule) => inForce(rule, day));

/** What an event costs by the rules of a day. Each rule is rounded half up to the minor unit by itself, as charges are billed one by one. */
export function exposureOf({ event, costOfUnits }: { readonly event: ChargebackEvent; readonly costOfUnits: Money }, rules: readonly ChargebackRule[], day: CalendarDate): Exposure {
  const named = rules.filter((rule) => rule.event === event);
  const chargeOf = (rule: ChargebackRule): Charge => ({ rule, amount: percentOf(costOfUnits, rule.percent) });
  const charges = rulesAt(named, day).map(chargeOf);
  return {
    event,
    day,
    cost: costOfUnits,
    charges,
    total: charges.reduce((sum, { amount }) => addMoney(sum, amount), noMoney(costOfUnits.currency)),
    elsewhere: named.filter((rule) => !inForce(rule, day)).map(chargeOf),
  };
}
