import { extend, moneyText, noMoney, type Money, type UnitCost } from '../../lib/money.ts';
import type { CalendarDate } from '../../lib/time.ts';
import { message, type Message } from '../../messages/say.ts';
import { CONFIRMED_ENOUGH } from '../chargebacks/events.ts';
import { exposureOf, type Exposure } from '../chargebacks/rules.ts';
import type { ChargebackRule } from '../settings/settings.ts';

/** What answering a line with `accept` costs against rejecting at once what is not there. Null money: no cost is known. */
export interface Consequence {
  readonly accept: number;
  readonly reject: number;
  /** Accepted units that are not boxed and free. */
  readonly short: number;
  /** The short units accepted now and taken back later (cancel after accept). */
  readonly downConfirmed: Exposure | null;
  /** The short units accepted now and never delivered. */
  readonly notFilled: Exposure | null;
  /** The dearer of the two: what accepting is expected to cost. */
  readonly accepting: Money | null;
  /** The same units rejected now instead, with all else that is rejected. */
  readonly rejectingNow: Exposure | null;
  readonly sentence: Message;
}

export interface Answered {
  readonly requested: number;
  readonly accept: number;
  readonly short: number;
  readonly unitCost: UnitCost | null;
}

export function consequenceOf({ requested, accept, short, unitCost }: Answered, rules: readonly ChargebackRule[], day: CalendarDate): Consequence {
  const reject = Math.max(0, requested - accept);
  const quantities = { accept, reject, short };
  if (unitCost === null) {
    return { ...quantities, downConfirmed: null, notFilled: null, accepting: null, rejectingNow: null, sentence: message('acknowledgement.consequence.noCost', quantities) };
  }
  const costOfUnits = extend(unitCost, short);
  const downConfirmed = exposureOf({ event: 'down-confirmed', costOfUnits }, rules, day);
  const notFilled = exposureOf({ event: 'not-filled', costOfUnits }, rules, day);
  const accepting = notFilled.total.minor >= downConfirmed.total.minor ? notFilled.total : downConfirmed.total;
  const rejectedInstead = reject + short;
  const counts = requested > 0 && requested - rejectedInstead < requested * CONFIRMED_ENOUGH;
  const rejectingNow = exposureOf({ event: 'low-confirmation', costOfUnits: counts ? extend(unitCost, rejectedInstead) : noMoney(unitCost.currency) }, rules, day);
  const params = { ...quantities, acceptMoney: moneyText(accepting), rejectMoney: moneyText(rejectingNow.total) };
  const key = short > 0 ? 'acknowledgement.consequence.short' : reject > 0 ? 'acknowledgement.consequence.rejectsRest' : 'acknowledgement.consequence.covered';
  return { ...quantities, downConfirmed, notFilled, accepting, rejectingNow, sentence: message(key, params) };
}
