import type { Instant, Zone } from '../../shared/lib/time.ts';
import type { Locale } from '../../shared/documents/papers.ts';
import { regionOf } from '../../shared/messages/region.ts';

/** Whose words: language and the site's zone. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: Zone;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

/** A deadline: `Mon, Nov 24` and `16:00 CST`. */
export function deadlineText({ locale, zone }: Reader, at: Instant): { readonly day: string; readonly time: string } {
  return {
    day: new Intl.DateTimeFormat(regionOf(locale), { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(at),
    time: new Intl.DateTimeFormat(regionOf(locale), { ...CLOCK, timeZone: zone }).format(at),
  };
}

/** When something was printed: `Nov 24, 2025, 10:42 CST`. */
export function printedText({ locale, zone }: Reader, at: Instant): string {
  return new Intl.DateTimeFormat(regionOf(locale), { day: 'numeric', month: 'short', year: 'numeric', ...CLOCK, timeZone: zone }).format(at);
}
