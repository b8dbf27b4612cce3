import { addDays, daysBetween, type CalendarDate } from '../../../shared/lib/time.ts';

/** The site's days, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The station shows no longer period day by day. */
const MOST_DAYS = 400;

export const daysOf = ({ from, to }: Period): number => daysBetween(from, to) + 1;

export const lastDays = (days: number, today: CalendarDate): Period => ({ from: addDays(today, 1 - days), to: today });

/** As many days right before, to compare with. */
export const before = (period: Period): Period => ({ from: addDays(period.from, -daysOf(period)), to: addDays(period.from, -1) });

export const isPeriod = (period: Period): boolean => period.from <= period.to && daysOf(period) <= MOST_DAYS;
