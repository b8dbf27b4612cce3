import type { Locale } from '../../shared/messages/define.ts';
import { say } from '../../shared/messages/say.ts';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../shared/lib/time.ts';

/** What a clock counts down to; it ends the sentence: "3 h 05 left to acknowledge". */
export type ClockPurpose = 'plain' | 'acknowledge' | 'ship' | 'route' | 'confirm' | 'start';

/** From here on days and hours say more than hours and minutes. */
const DAYS_FROM = 2 * DAY;

/** From here on the hours are noise, and too long for a row. */
const ONLY_DAYS_FROM = 100 * DAY;

/**
 * A length of time as floor people say it: `120 d` from a hundred days, `2 d 4 h` from two, `3 h 05` from one hour (minute steps), below that
 * `12 min 30 s` and `30 s`. Cut, never rounded up: a clock must not promise a minute that is not there.
 */
export function durationText(locale: Locale, milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  const days = Math.floor(length / DAY);
  const hours = Math.floor(length / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  const seconds = Math.floor((length % MINUTE) / SECOND);
  if (length >= ONLY_DAYS_FROM) return say(locale, 'common.age.days', { count: days });
  if (length >= DAYS_FROM) return say(locale, 'common.duration.days', { days, hours: hours % 24 });
  if (length >= HOUR) return say(locale, 'common.duration.hours', { hours, minutes: String(minutes).padStart(2, '0') });
  if (length >= MINUTE) return say(locale, 'common.duration.minutes', { minutes, seconds: String(seconds).padStart(2, '0') });
  return say(locale, 'common.duration.seconds', { seconds });
}

/** How long ago or how old, in the largest unit only: `40 s`, `12 min`, `3 h`, `2 d`. */
export function ageText(locale: Locale, milliseconds: number): string {
  const age = Math.max(0, milliseconds);
  if (age >= DAYS_FROM) return say(locale, 'common.age.days', { count: Math.floor(age / DAY) });
  if (age >= HOUR) return say(locale, 'common.age.hours', { count: Math.floor(age / HOUR) });
  if (age >= MINUTE) return say(locale, 'common.age.minutes', { count: Math.floor(age / MINUTE) });
  return say(locale, 'common.age.seconds', { count: Math.floor(age / SECOND) });
}

/** An age that stands on every screen: below one minute it is "now", so that nothing there ticks. */
export const recentAgeText = (locale: Locale, milliseconds: number): string => (milliseconds < MINUTE ? say(locale, 'syncScreen.age.now') : ageText(locale, milliseconds));

/** The same in a sentence: "just now", "12 min ago". */
export const agoText = (locale: Locale, milliseconds: number): string =>
  milliseconds < MINUTE ? say(locale, 'syncScreen.ago.now') : say(locale, 'syncScreen.ago', { age: ageText(locale, milliseconds) });

/** What a countdown says at `now`: "3 h 05 left to acknowledge", "due now", "12 min overdue". */
export function clockText(locale: Locale, deadline: Instant, now: Instant, purpose: ClockPurpose = 'plain'): string {
  const left = deadline - now;
  if (Math.abs(left) < SECOND) return say(locale, 'common.clock.now', { purpose });
  if (left < 0) return say(locale, 'common.clock.overdue', { duration: overdueText(locale, -left), purpose });
  return say(locale, 'common.clock.left', { duration: durationText(locale, left), purpose });
}

/** What is already missed is not watched by the second: below one hour it steps in minutes too. */
function overdueText(locale: Locale, late: number): string {
  if (late >= HOUR || late < MINUTE) return durationText(locale, late);
  return say(locale, 'common.age.minutes', { count: Math.floor(late / MINUTE) });
}

export const isOverdue = (deadline: Instant, now: Instant): boolean => now - deadline >= SECOND;
