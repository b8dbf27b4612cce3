import { durationText } from '../lib/duration-text.ts';
import type { Zone } from '../lib/time.ts';
import type { Locale } from './define.ts';
import { say, type Message, type MessageParams } from './say.ts';

/** Whose words: language and the site's zone. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: Zone;
}

/**
 * The words for a message whose values are moments and lengths of time. The ending of a value's name says what it is:
 * `…Ms` a length of time in milliseconds (`3 h 05`), `…Time` an instant shown as time of day (`16:00`), `…At` an instant shown with its
 * day (`Mon, Nov 24, 16:00`), `…Day` a calendar day (`Mon, Nov 24`; empty text: no date). All other values stay as they are.
 */
export const sayIn = (reader: Reader, { key, params }: Message): string => say(reader.locale, key, readable(reader, params));

function readable(reader: Reader, params: MessageParams): MessageParams {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readableValue(reader, name, value)]));
}

function readableValue(reader: Reader, name: string, value: string | number): string | number {
  if (typeof value === 'number') {
    if (name.endsWith('Ms')) return durationText(value);
    if (name.endsWith('Time')) return formats(reader).time.format(value);
    if (name.endsWith('At')) return formats(reader).moment.format(value);
  } else if (name.endsWith('Day')) {
    return value === '' ? say(reader.locale, 'orders.day.none') : dayText(reader, value);
  }
  return value;
}

/** A calendar day is the same day everywhere: it is read as midnight UTC and written in UTC. */
function dayText(reader: Reader, day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return formats(reader).day.format(Date.UTC(year, month - 1, date));
}

interface Formats {
  readonly time: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
}

const made = new Map<string, Formats>();

function formats({ locale, zone }: Reader): Formats {
  const id = `${locale} ${zone}`;
  let found = made.get(id);
  if (!found) {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const calendar = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    found = {
      time: new Intl.DateTimeFormat(locale, { ...clock, timeZone: zone }),
      moment: new Intl.DateTimeFormat(locale, { ...calendar, ...clock, timeZone: zone }),
      day: new Intl.DateTimeFormat(locale, { ...calendar, timeZone: 'UTC' }),
    };
    made.set(id, found);
  }
  return found;
}
