import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand.ts';

/** A point in time: milliseconds since 1970-01-01T00:00Z. Always UTC; zones appear only when people read it. */
export type Instant = Brand<number, 'Instant'>;
/** A calendar day `YYYY-MM-DD`, in the zone that its context names. */
export type CalendarDate = Brand<string, 'CalendarDate'>;
/** An IANA zone name such as `America/Chicago`. */
export type Zone = Brand<string, 'Zone'>;
/** A wall-clock time of day `HH:MM`, 24 h. */
export type TimeOfDay = Brand<string, 'TimeOfDay'>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const instant = (epochMilliseconds: number): Instant => Math.round(epochMilliseconds) as Instant;
export const later = (from: Instant, milliseconds: number): Instant => instant(from + milliseconds);

/** Reads an ISO 8601 instant with offset or `Z`. Returns undefined for anything else: zone-less text is not an instant. */
export function parseInstant(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds as Instant;
  } catch {
    return undefined;
  }
}

export const toIso = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString();

/** Reads `YYYY-MM-DD` (or `YYYYMMDD`, as X12 writes it). Returns undefined when it is no real day. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const shape = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim());
  if (!shape) return undefined;
  try {
    return Temporal.PlainDate.from(`${shape[1]}-${shape[2]}-${shape[3]}`).toString() as CalendarDate;
  } catch {
    return undefined;
  }
}

export function parseZone(text: string): Zone | undefined {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return text as Zone;
  } catch {
    return undefined;
  }
}

export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as TimeOfDay) : undefined;
}

export function dateIn(zone: Zone, at: Instant): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate;
}

/** From its first moment to the next day's. */
export interface Day {
  readonly start: Instant;
  readonly end: Instant;
}

/** The calendar day of `zone` that holds an instant: to compare many instants with one day without a calendar. */
export function dayIn(zone: Zone, at: Instant): Day {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay();
  const next = day.add({ days: 1 }).startOfDay();
  return { start: day.epochMilliseconds as Instant, end: next.epochMilliseconds as Instant };
}

/** What a wall clock in `zone` shows at that instant. */
export function timeIn(zone: Zone, at: Instant): TimeOfDay {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) as TimeOfDay;
}

/**
 * The instant at which a wall clock in `zone` shows `time` on `date`. Of a time that a clock change repeats it is the first, so no deadline is
 * thought to be later than it may be meant; a time that it leaves out is as long after midnight as if there were no change.
 */
export function instantAt(zone: Zone, date: CalendarDate, time: TimeOfDay): Instant {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .epochMilliseconds as Instant;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;
}

export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** Monday to Friday; public holidays are not known here and are left to the person. */
function isBusinessDay(date: CalendarDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

/** The day `count` business days after `date`; a negative count goes back. */
export function addBusinessDays(date: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** The Monday of the ISO week that holds `date`. */
export function weekOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
}
