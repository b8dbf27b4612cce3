import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageText, clockText, durationText, isOverdue } from '../../../renderer/ui/clock-text.ts';
import { DAY, HOUR, MINUTE, SECOND, instant, later } from '../../../shared/lib/time.ts';

const now = instant(Date.UTC(2026, 10, 24, 19, 0));
const at = (milliseconds: number) => later(now, milliseconds);

describe('a countdown', () => {
  it.each([
    [-5824 * DAY - 17 * HOUR, '5,824 d overdue'],
    [2 * DAY + 4 * HOUR + 59 * MINUTE, '2 d 4 h left'],
    [47 * HOUR + 5 * MINUTE, '47 h 05 left'],
    [3 * HOUR + 5 * MINUTE + 59 * SECOND, '3 h 05 left'],
    [HOUR, '1 h 00 left'],
    [HOUR - 1, '59 min 59 s left'],
    [12 * MINUTE + 3 * SECOND, '12 min 03 s left'],
    [59 * SECOND, '59 s left'],
    [0, 'due now'],
    [-30 * SECOND, '30 s overdue'],
    [-12 * MINUTE - 40 * SECOND, '12 min overdue'],
    [-3 * HOUR - 5 * MINUTE, '3 h 05 overdue'],
  ])('%d ms before its deadline says "%s"', (left, words) => {
    expect(clockText('en', at(left), now)).toBe(words);
  });

  it('says what it is for, in both languages', () => {
    expect(clockText('en', at(3 * HOUR + 5 * MINUTE), now, 'acknowledge')).toBe('3 h 05 left to acknowledge');
    expect(clockText('en', at(-20 * MINUTE), now, 'ship')).toBe('20 min overdue to ship');
    expect(clockText('es', at(3 * HOUR + 5 * MINUTE), now)).toBe('3 h 05 restantes');
    expect(clockText('es', at(3 * HOUR + 5 * MINUTE), now, 'ship')).toBe('3 h 05 para embarcar');
  });

  it('steps in minutes above one hour and in seconds below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 48 * 60 - 2 }), fc.integer({ min: 0, max: 59_999 }), (minutes, within) => {
        expect(durationText('en', minutes * MINUTE + within)).toBe(durationText('en', minutes * MINUTE));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3598 }), (seconds) => {
        expect(durationText('en', seconds * SECOND)).not.toBe(durationText('en', (seconds + 1) * SECOND));
      }),
    );
  });

  it('never shows more time than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 47 * 60 * MINUTE }), (left) => {
        const [, hours = '0', minutes] = /^(?:(\d+) h (\d+))/.exec(durationText('en', left)) ?? [];
        if (minutes !== undefined) expect(Number(hours) * HOUR + Number(minutes) * MINUTE).toBeLessThanOrEqual(left);
      }),
    );
  });

  it('is overdue exactly when its words say so', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10 * DAY, max: 10 * DAY }), (left) => {
        expect(clockText('en', at(left), now).includes('overdue')).toBe(isOverdue(at(left), now));
      }),
    );
  });
});

it('an age is told in its largest unit', () => {
  expect([40 * SECOND, 12 * MINUTE + 5, 3 * HOUR, 50 * HOUR].map((age) => ageText('en', age))).toEqual(['40 s', '12 min', '3 h', '2 d']);
});
