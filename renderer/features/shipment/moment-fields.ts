import { dateIn, instantAt, parseCalendarDate, parseTimeOfDay, timeIn, type Instant, type TimeOfDay, type Zone } from '../../../shared/lib/time.ts';

/** A moment as it is typed: a day and a time of day in the site's zone; both empty for none. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
}

export const typedMoment = (zone: Zone, at: Instant | null): TypedMoment => (at === null ? { day: '', time: '' } : { day: dateIn(zone, at), time: timeIn(zone, at) });

/** A time of day as people type it, `8:00` or `0800` as well as `08:00`; undefined for anything else. */
export function typedTime(text: string): TimeOfDay | undefined {
  const shape = /^(\d{1,2})[:.h]?(\d{2})$/.exec(text.trim());
  return shape ? parseTimeOfDay(`${shape[1]?.padStart(2, '0')}:${shape[2]}`) : undefined;
}

/** The instant that was typed; null while it is not complete. */
export function momentOf(zone: Zone, { day, time }: TypedMoment): Instant | null {
  const date = parseCalendarDate(day);
  const clock = typedTime(time);
  return date === undefined || clock === undefined ? null : instantAt(zone, date, clock);
}
