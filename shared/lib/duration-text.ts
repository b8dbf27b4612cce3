import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

/** From here on days and hours say more than hours and minutes. */
const DAYS_FROM = 2 * DAY;

/** From here on the hours are noise. */
const ONLY_DAYS_FROM = 100 * DAY;

/**
 * A length of time as floor people say it: `120 d` from a hundred days, `2 d 4 h` from two, `3 h 05` from one hour, `12 min` from one minute, `30 s` below. Cut,
 * never rounded up: a clock must not promise a minute that is not there. The signs are the same in English and Spanish.
 */
export function durationText(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  const hours = Math.floor(length / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  if (length >= ONLY_DAYS_FROM) return `${Math.floor(hours / 24)} d`;
  if (length >= DAYS_FROM) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  if (length >= HOUR) return `${hours} h ${String(minutes).padStart(2, '0')}`;
  return length >= MINUTE ? `${minutes} min` : `${Math.floor(length / SECOND)} s`;
}
