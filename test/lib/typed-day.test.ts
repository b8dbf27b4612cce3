import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInNumbers, readTypedDay } from '../../shared/lib/typed-day.ts';
import { addDays, parseCalendarDate, type CalendarDate } from '../../shared/lib/time.ts';

const START = parseCalendarDate('2020-01-01') as CalendarDate;
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(START, days));

test('a day is read back as each region writes it, and as ISO everywhere', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('en-US', 'es-US'), (date, region) => {
      expect(readTypedDay(dayInNumbers(date, region), region)).toBe(date);
      expect(readTypedDay(date, region)).toBe(date);
    }),
  );
});

test('numbers stand in the region’s order', () => {
  expect(readTypedDay('9/30/2026', 'en-US')).toBe('2026-09-30');
  expect(readTypedDay('30.9.26', 'es-US')).toBe('2026-09-30');
  expect(readTypedDay('30/9/2026', 'en-US')).toBeUndefined();
});

test.each(['', 'tomorrow', '2/30/2026', '13/1/2026', '9/30', '9/30/202', '9/30/2026/1', '20260930x', '0/1/2026'])('%s is no day', (text) => {
  expect(readTypedDay(text, 'en-US')).toBeUndefined();
});
