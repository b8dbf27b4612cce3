import type { Locale } from '../../shared/messages/define.ts';
import { regionOf } from '../../shared/messages/region.ts';
import type { Money } from '../../shared/lib/money.ts';
import { minorDigits } from '../../shared/lib/money.ts';
import type { CalendarDate, Instant, Zone } from '../../shared/lib/time.ts';

/** Numbers and moments as people of a language read them, in the site's zone. 24 h clock: a dock has no am and pm. */
export interface Formats {
  readonly number: (value: number, digits?: number) => string;
  /** `ratio` 0.953 reads 95.3%. */
  readonly percent: (ratio: number, digits?: number) => string;
  readonly money: (money: Money, options?: { readonly signed?: boolean }) => string;
  /** 16:00 */
  readonly time: (at: Instant) => string;
  /** 16:00:07 */
  readonly timeWithSeconds: (at: Instant) => string;
  /** Mon 24 Nov */
  readonly date: (at: Instant) => string;
  /** Mon 16:00: for a moment less than a week away. */
  readonly dayTime: (at: Instant) => string;
  /** Mon 24 Nov, 16:00 */
  readonly dateTime: (at: Instant) => string;
  /** The zone's short name at that moment, such as CST. */
  readonly zoneName: (at: Instant) => string;
  /** A day that has no zone: windows, ship dates. */
  readonly day: (day: CalendarDate) => string;
  /** Mon 24 Nov 2025: for days that may be years away. */
  readonly dayWithYear: (day: CalendarDate) => string;
  readonly list: (items: readonly string[]) => string;
}

const cache = new Map<string, Formats>();

/** The formats of a language and zone; made once, since Intl objects are dear. */
export function formatsFor(locale: Locale, zone: Zone): Formats {
  const id = `${locale} ${zone}`;
  let formats = cache.get(id);
  if (!formats) {
    formats = makeFormats(locale, zone);
    cache.set(id, formats);
  }
  return formats;
}

function makeFormats(locale: Locale, zone: Zone): Formats {
  const region = regionOf(locale);
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    let format = numbers.get(key);
    if (!format) {
      format = new Intl.NumberFormat(region, options);
      numbers.set(key, format);
    }
    return format;
  };
  const moment = (options: Intl.DateTimeFormatOptions): ((at: Instant) => string) => {
    const format = new Intl.DateTimeFormat(region, { timeZone: zone, hourCycle: 'h23', ...options });
    return (at) => format.format(at);
  };
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const calendar = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const zoneParts = new Intl.DateTimeFormat(region, { timeZone: zone, timeZoneName: 'short' });
  const dayFormat = new Intl.DateTimeFormat(region, { timeZone: 'UTC', ...calendar });
  const dayWithYearFormat = new Intl.DateTimeFormat(region, { timeZone: 'UTC', ...calendar, year: 'numeric' });
  const listFormat = new Intl.ListFormat(region, { type: 'conjunction', style: 'long' });

  return {
    number: (value, digits = 0) =>
      numberFormat(`n${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (ratio, digits = 1) =>
      numberFormat(`p${digits}`, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(ratio),
    money: ({ minor, currency }, { signed = false } = {}) => {
      const digits = minorDigits(currency);
      return numberFormat(`${currency} ${signed}`, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: signed ? 'exceptZero' : 'auto',
      }).format(minor / 10 ** digits);
    },
    time: moment(clock),
    timeWithSeconds: moment({ ...clock, second: '2-digit' }),
    date: moment(calendar),
    dayTime: moment({ weekday: 'short', ...clock }),
    dateTime: moment({ ...calendar, ...clock }),
    zoneName: (at) => zoneParts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone,
    day: (day) => dayFormat.format(midnight(day)),
    dayWithYear: (day) => dayWithYearFormat.format(midnight(day)),
    list: (items) => listFormat.format(items),
  };
}

/** A calendar day is the same day everywhere: it is read as UTC midnight and written in UTC. */
const midnight = (day: CalendarDate): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
