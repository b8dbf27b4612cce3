import { parseCalendarDate, type CalendarDate } from './time.ts';

type Part = 'day' | 'month' | 'year';

/** In which order a region writes a date: month first in the United States, day first where Spanish is read there. */
function orderOf(region: string): readonly Part[] {
  const parts = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' }).formatToParts(0);
  return parts.flatMap(({ type }): Part[] => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
}

/**
 * A day as a person types it: three numbers in the region's order with any sign between them, or `YYYY-MM-DD`. A year of two digits is of this
 * century. Undefined when it is no day of the calendar: nothing is guessed.
 */
export function readTypedDay(text: string, region: string): CalendarDate | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? parseCalendarDate(text) : undefined;
  if (iso) return iso;
  const shape = /^(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})$/.exec(text.trim());
  if (!shape) return undefined;
  const found: Record<Part, string> = { day: '', month: '', year: '' };
  orderOf(region).forEach((part, index) => {
    found[part] = shape[index + 1] ?? '';
  });
  const { day, month, year } = found;
  if (day.length > 2 || month.length > 2 || (year.length !== 2 && year.length !== 4)) return undefined;
  return parseCalendarDate(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The same day as the region writes it in numbers, to show how to type it. */
export function dayInNumbers(date: CalendarDate, region: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Intl.DateTimeFormat(region, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}
