import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { before, daysOf, isPeriod, lastDays } from '../../../renderer/features/metrics/period.ts';
import { numberOf } from '../../../renderer/features/metrics/numbers.ts';
import { formatsFor } from '../../../renderer/ui/formats.ts';
import type { Words } from '../../../renderer/ui/i18n.tsx';
import { metricsView, type MetricsView } from '../../../shared/domain/metrics/view.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { addDays, instant, parseCalendarDate, type CalendarDate } from '../../../shared/lib/time.ts';
import { say } from '../../../shared/messages/say.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';

const zone = defaultSettings.zone;
const words: Words = { locale: 'en', zone, system: 'metric', t: (key, params) => say('en', key, params), tell: (message) => sayIn({ locale: 'en', zone }, message), format: formatsFor('en', zone) };

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-03-01');
const empty = metricsView({ orders: [], lines: [], products: [] }, lastDays(28, today), [], defaultSettings, instant(0));
const withRate = (numerator: number, denominator: number): MetricsView => ({ ...empty, fillRate: { ...empty.fillRate, settled: { numerator, denominator } } });
const rateNumber = (now: MetricsView, earlier: MetricsView | undefined) => numberOf('fillRate', { now, before: earlier, days: 28 }, words);

describe('a period', () => {
  it('is followed back by as many days right before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(4000), (days, back) => {
        const period = lastDays(days, addDays(today, -back));
        const earlier = before(period);
        expect(daysOf(period)).toBe(days);
        expect(daysOf(earlier)).toBe(days);
        expect(addDays(earlier.to, 1)).toBe(period.from);
      }),
    );
  });

  it('has its days in order, and 400 at most', () => {
    expect(isPeriod({ from: today, to: today })).toBe(true);
    expect(isPeriod({ from: addDays(today, 1), to: today })).toBe(false);
    expect(isPeriod(lastDays(400, today))).toBe(true);
    expect(isPeriod(lastDays(401, today))).toBe(false);
  });
});

describe('a number against the days before', () => {
  it('goes up or down by points, and says unchanged only when it is', () => {
    expect(rateNumber(withRate(480, 480), withRate(450, 500))).toMatchObject({ value: '100%', trend: { direction: 'up', words: '10.0 points up on the 28 days before', tone: 'good' } });
    expect(rateNumber(withRate(999_999, 1_000_000), withRate(1, 1))).toMatchObject({ value: '99.9%', trend: { direction: 'down', words: '<0.1 points down on the 28 days before', tone: 'bad' } });
    expect(rateNumber(withRate(1, 3), withRate(2, 6))).toMatchObject({ trend: { direction: 'level', words: 'unchanged from the 28 days before' } });
  });

  it('says nothing where there is nothing to compare', () => {
    expect(rateNumber(withRate(1, 1), empty).trend).toBeUndefined();
    expect(rateNumber(empty, withRate(1, 1))).toMatchObject({ value: '–', trend: undefined });
    expect(rateNumber(withRate(1, 1), undefined).trend).toBeUndefined();
  });

  it('counts units taken back, fewer being better', () => {
    const taken = (downConfirmed: number): MetricsView => ({ ...empty, takenBack: { ...empty.takenBack, downConfirmed } });
    const number = (now: number, earlier: number) => numberOf('takenBack', { now: taken(now), before: taken(earlier), days: 7 }, words).trend;
    expect(number(3, 5)).toMatchObject({ direction: 'down', tone: 'good', words: '2 fewer than in the 7 days before' });
    expect(number(5, 3)).toMatchObject({ direction: 'up', tone: 'bad' });
    expect(number(0, 0)).toBeUndefined();
  });
});
