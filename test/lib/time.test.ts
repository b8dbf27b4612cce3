import { describe, expect, test } from 'vitest';
import { dateIn, dayIn, HOUR, instantAt, parseCalendarDate, parseTimeOfDay, parseZone, timeIn, toIso } from '../../shared/lib/time.ts';

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not read');
  return value;
}
const at = (zone: string, date: string, time: string) => instantAt(known(parseZone(zone)), known(parseCalendarDate(date)), known(parseTimeOfDay(time)));

describe('where clocks change', () => {
  test.each([
    ['the day before they go forward', 'America/New_York', '2027-03-13', '17:00', '2027-03-13T22:00:00Z'],
    ['the day they go forward', 'America/New_York', '2027-03-14', '17:00', '2027-03-14T21:00:00Z'],
    ['a time that is left out', 'America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00Z'],
    ['a time that comes twice: the first', 'America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00Z'],
    ['the day they go back', 'America/New_York', '2027-11-07', '17:00', '2027-11-07T22:00:00Z'],
    ['elsewhere it is another day', 'Europe/Madrid', '2027-03-28', '17:00', '2027-03-28T15:00:00Z'],
    ['and in Arizona none', 'America/Phoenix', '2027-03-14', '17:00', '2027-03-15T00:00:00Z'],
    ['half an hour on Lord Howe', 'Australia/Lord_Howe', '2027-04-04', '17:00', '2027-04-04T06:30:00Z'],
  ])('%s', (_name, zone, date, time, expected) => {
    expect(toIso(at(zone, date, time))).toBe(expected);
  });

  test.each([['2027-03-14', 23], ['2027-03-15', 24], ['2027-11-07', 25]])('%s has %i hours in New York', (date, hours) => {
    const zone = known(parseZone('America/New_York'));
    const { start, end } = dayIn(zone, at(zone, date, '12:00'));
    expect((end - start) / HOUR).toBe(hours);
    expect([dateIn(zone, start), timeIn(zone, start), timeIn(zone, end)]).toEqual([date, '00:00', '00:00']);
  });
});
