import { dateIn, instantAt, parseCalendarDate, parseTimeOfDay, timeIn, type Instant, type Zone } from '../../../shared/lib/time.ts';

/** A moment as it is typed: a day and a time of day in the site's zone; both empty for none. */
export interface TypedMoment {
  readonly day: string;
  readonly time: string;
}

export const typedMoment = (zone: Zone, at: Instant | null): TypedMoment => (at === null ? { day: '', time: '' } : { day: dateIn(zone, at), time: timeIn(zone, at) });

/** The instant that was typed; null while it is not complete. */
export function momentOf(zone: Zone, { day, time }: TypedMoment): Instant | null {
  const date = parseCalendarDate(day);
  const clock = parseTimeOfDay(time);
  return date === undefined || clock === undefined ? null : instantAt(zone, date, clock);
}
