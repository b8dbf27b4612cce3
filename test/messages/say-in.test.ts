import { describe, expect, test } from 'vitest';
import { durationText } from '../../shared/lib/duration-text.ts';
import { DAY, HOUR, MINUTE, parseZone, SECOND, type Zone } from '../../shared/lib/time.ts';
import { message } from '../../shared/messages/say.ts';
import { sayIn } from '../../shared/messages/say-in.ts';

test('lengths of time as floor people say them, cut and never rounded up', () => {
  const texts = [-1, 30 * SECOND, MINUTE - 1, 12 * MINUTE + 59 * SECOND, 3 * HOUR + 5 * MINUTE, 47 * HOUR, 2 * DAY + 4 * HOUR + 59 * MINUTE].map(durationText);
  expect(texts).toEqual(['0 s', '30 s', '59 s', '12 min', '3 h 05', '47 h 00', '2 d 4 h']);
});

describe('words for moments', () => {
  const zone = parseZone('America/Chicago');
  if (!zone) throw new Error('zone');

  test('stand in the zone of the site and the language of the reader', () => {
    const routing = message('orders.routing.clash', { days: 2, pickupDay: '2026-03-04', lastDay: '' });
    expect(sayIn({ locale: 'en', zone }, routing)).toContain('Wed, Mar 4 at the earliest, but it must leave by no date');
    expect(sayIn({ locale: 'es', zone }, routing)).toContain('mié, 4 de mar');
    const first = message('orders.queue.whyFirst', { pin: 'none', class: 'hot', answer: 'none', ship: 'day', shipAt: Date.UTC(2026, 2, 4, 3, 30), start: 'none' });
    expect(sayIn({ locale: 'en', zone }, first)).toBe('HPO · ship by Tue, Mar 3, 21:30');
  });

  test('numbers and money of the Spanish texts are those of the United States', () => {
    expect(sayIn({ locale: 'es', zone }, message('orders.why.window', { hours: 1000, limit: 2000 }))).toContain('1,000 h');
    expect(sayIn({ locale: 'es', zone }, message('acknowledgement.consequence.short', { short: 1, acceptMoney: '9.40 USD', rejectMoney: '1009.40 USD' }))).toMatch(/ \$9\.40 .* \$1,009\.40/);
  });

  test('days of several years say which', () => {
    const window = (fromStartDay: string) => message('orders.change.window', { fromStartDay, fromEndDay: '2025-09-09', toStartDay: '2025-09-10', toEndDay: '2025-09-16' });
    expect(sayIn({ locale: 'en', zone }, window('2025-09-03'))).toBe('The window moved: was Wed, Sep 3 to Tue, Sep 9, now Wed, Sep 10 to Tue, Sep 16.');
    expect(sayIn({ locale: 'en', zone }, window('2024-09-03'))).toBe('The window moved: was Tue, Sep 3, 2024 to Tue, Sep 9, 2025, now Wed, Sep 10, 2025 to Tue, Sep 16, 2025.');
  });
});

test('a warning tells heights as the site reads them', () => {
  const warning = message('handlingUnits.warning.high', { heightMm: 2_700, mostMm: 2_642 });
  const told = (system?: 'imperial' | 'metric'): string => sayIn({ locale: 'en', zone: 'UTC' as Zone, system }, warning);
  expect(told('imperial')).toBe('106.3 in is higher than the 104 in that docks take.');
  expect([told('metric'), told()]).toEqual(Array(2).fill('270 cm is higher than the 264.2 cm that docks take.'));
});

test('a warning tells weights as the site reads them', () => {
  const warning = message('handlingUnits.warning.palletHeavy', { weightGrams: 700_000, mostGrams: 680_389 });
  const told = (system?: 'imperial' | 'metric'): string => sayIn({ locale: 'en', zone: 'UTC' as Zone, system }, warning);
  expect(told('imperial')).toBe('1,543.2 lb is more than the 1,500 lb that docks take on one pallet.');
  expect([told('metric'), told()]).toEqual(Array(2).fill('700 kg is more than the 680.4 kg that docks take on one pallet.'));
});
