import { describe, expect, test } from 'vitest';
import { durationText } from '../../shared/lib/duration-text.ts';
import { DAY, HOUR, MINUTE, parseZone, SECOND } from '../../shared/lib/time.ts';
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
    expect(sayIn({ locale: 'es', zone }, routing)).toContain('mié, 4 mar');
    const first = message('orders.queue.whyFirst', { pin: 'none', class: 'hot', answer: 'none', ship: 'day', shipAt: Date.UTC(2026, 2, 4, 3, 30), start: 'none' });
    expect(sayIn({ locale: 'en', zone }, first)).toBe('HPO · ship by Tue, Mar 3, 21:30');
  });
});
