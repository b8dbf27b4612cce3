import { parseCalendarDate, type CalendarDate } from '../time.ts';

/**
 * A GS1 date `YYMMDD` as a calendar day (General Specifications 7.12).
 * The century is the one that puts the year within 49 years before to 50 years after `thisYear`;
 * day 00 means the last day of the month. Undefined when there is no such day.
 */
export function readGs1Date(yymmdd: string, thisYear: number): CalendarDate | undefined {
  const shape = /^(\d{2})(\d{2})(\d{2})$/.exec(yymmdd);
  if (!shape) return undefined;
  const [, yy = '', month = '', day = ''] = shape;
  const year = fullYear(Number(yy), thisYear);
  if (day !== '00') return parseCalendarDate(`${year}-${month}-${day}`);
  for (const last of ['31', '30', '29', '28']) {
    const date = parseCalendarDate(`${year}-${month}-${last}`);
    if (date) return date;
  }
  return undefined;
}

function fullYear(yy: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const difference = yy - (thisYear % 100);
  if (difference >= 51) return century - 100 + yy;
  if (difference <= -50) return century + 100 + yy;
  return century + yy;
}
