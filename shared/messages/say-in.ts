import { durationText } from '../lib/duration-text.ts';
import type { MeasureSystem } from '../lib/mass.ts';
import { lengthIn, weightIn, type Measure } from '../lib/measures.ts';
import type { Zone } from '../lib/time.ts';
import type { Locale } from './define.ts';
import { regionOf } from './region.ts';
import { say, type Message, type MessageParams } from './say.ts';

/** Whose words: language, the site's zone, and in which system weights and lengths are read there; metric unless told. */
export interface Audience {
  readonly locale: Locale;
  readonly zone: Zone;
  readonly system?: MeasureSystem | undefined;
}

/**
 * The words for a message whose values are moments and lengths of time. The ending of a value's name says what it is:
 * `…Ms` a length of time in milliseconds (`3 h 05`), `…Time` an instant shown as time of day (`16:00`), `…At` an instant shown with its
 * day (`Mon, Nov 24, 16:00`), `…Day` a calendar day (`Mon, Nov 24`, with the year where the days are of several; empty text: no date), `…Money` an amount as `moneyText` writes it
 * (`$150.00`), `…Grams` a weight (`1,500 lb`), `…Mm` a length (`104 in`), `…Date` a calendar day far away, with its year (`Nov 24, 2027`). All other values stay as they are.
 */
export const sayIn = (audience: Audience, { key, params }: Message): string => say(audience.locale, key, readable(audience, params));

function readable(audience: Audience, params: MessageParams): MessageParams {
  const withYear = ofSeveralYears(params);
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readableValue(audience, name, value, withYear)]));
}

function ofSeveralYears(params: MessageParams): boolean {
  const days = Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' && value !== '' && name.endsWith('Day') ? [value] : []));
  return new Set(days.map((day) => day.slice(0, 4))).size > 1;
}

function readableValue(audience: Audience, name: string, value: string | number, withYear: boolean): string | number {
  if (typeof value === 'number') {
    if (name.endsWith('Ms')) return durationText(value);
    if (name.endsWith('Time')) return formats(audience).time.format(value);
    if (name.endsWith('At')) return formats(audience).moment.format(value);
    if (name.endsWith('Grams')) return weightText(audience, value);
    if (name.endsWith('Mm')) return lengthText(audience, value);
  } else if (name.endsWith('Day')) {
    return value === '' ? say(audience.locale, 'orders.day.none') : dayText(audience, value, withYear);
  } else if (name.endsWith('Date')) {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateText(audience, value) : value;
  } else if (name.endsWith('Money')) {
    return amountText(audience, value);
  }
  return value;
}

function amountText({ locale }: Audience, text: string): string {
  const [amount = '', currency = ''] = text.split(' ');
  if (!/^[A-Z]{3}$/.test(currency)) return text;
  return new Intl.NumberFormat(regionOf(locale), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(Number(amount));
}

type Reader = Pick<Audience, 'locale' | 'system'>;

/** A weight as the site reads it, to a tenth of a pound or a kilogram. */
export const weightText = (reader: Reader, grams: number): string => tenthsText(reader, grams, weightIn[reader.system ?? 'metric']);

/** A height as the site reads it, to a tenth of an inch or a centimetre. */
export const lengthText = (reader: Reader, millimetres: number): string => tenthsText(reader, millimetres, lengthIn[reader.system ?? 'metric']);

const tenthsText = ({ locale }: Reader, stored: number, { unit, size }: Measure): string => `${new Intl.NumberFormat(regionOf(locale), { maximumFractionDigits: 1 }).format(stored / size)} ${unit}`;

const dayText = (audience: Audience, day: string, withYear: boolean): string => formats(audience)[withYear ? 'dayWithYear' : 'day'].format(midnight(day));

/** An expiry on labels, papers and screens. */
export const dateText = (audience: Audience, day: string): string => formats(audience).date.format(midnight(day));

/** A calendar day is the same day everywhere: it is read as midnight UTC and written in UTC. */
function midnight(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly dayWithYear: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
}

const made = new Map<string, Formats>();

function formats({ locale, zone }: Audience): Formats {
  const id = `${locale} ${zone}`;
  let found = made.get(id);
  if (!found) {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const calendar = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    found = {
      time: new Intl.DateTimeFormat(regionOf(locale), { ...clock, timeZone: zone }),
      moment: new Intl.DateTimeFormat(regionOf(locale), { ...calendar, ...clock, timeZone: zone }),
      day: new Intl.DateTimeFormat(regionOf(locale), { ...calendar, timeZone: 'UTC' }),
      dayWithYear: new Intl.DateTimeFormat(regionOf(locale), { ...calendar, year: 'numeric', timeZone: 'UTC' }),
      date: new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'medium', timeZone: 'UTC' }),
    };
    made.set(id, found);
  }
  return found;
}
