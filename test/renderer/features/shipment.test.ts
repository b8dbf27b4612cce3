import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf, typedMoment, typedTime } from '../../../renderer/features/shipment/moment-fields.ts';
import { stageOf } from '../../../renderer/features/shipment/stage.ts';
import { dateIn, instant, MINUTE, parseZone, timeIn, type Zone } from '../../../shared/lib/time.ts';

function zone(text: string): Zone {
  const known = parseZone(text);
  if (known === undefined) throw new Error(text);
  return known;
}

describe('moments as they are typed', () => {
  test('a time of day is taken as people type it, in 24 hours, and nothing else', () => {
    expect(['8:00', '08:00', '0800', '8.00', '16h30', ' 23:59 '].map(typedTime)).toEqual(['08:00', '08:00', '08:00', '08:00', '16:30', '23:59']);
    expect(['', '24:00', '8', '8:60', '4:00 PM', 'noon'].map(typedTime)).toEqual(Array.from({ length: 6 }));
  });

  test('property: what is shown and left as it is means the same minute in the site zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom('America/Chicago', 'America/Phoenix', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'), (milliseconds, name) => {
        const at = instant(Math.floor(milliseconds / MINUTE) * MINUTE);
        const site = zone(name);
        const again = momentOf(site, typedMoment(site, at));
        if (again === null) throw new Error('not a moment');
        // In the hour that a clock change repeats, the wall clock alone cannot tell which one was meant.
        expect([dateIn(site, again), timeIn(site, again)]).toEqual([dateIn(site, at), timeIn(site, at)]);
      }),
    );
  });

  test('half of a moment is none', () => {
    expect(momentOf(zone('UTC'), { day: '2026-11-24', time: '' })).toBeNull();
    expect(momentOf(zone('UTC'), { day: '', time: '16:00' })).toBeNull();
  });
});

test('prepaid freight waits for no routing; what is on a truck or gone stands there whatever its term', () => {
  expect(stageOf({ state: 'draft', freightTerm: 'collect' })).toBe('routing');
  expect(stageOf({ state: 'requested', freightTerm: 'collect' })).toBe('routing');
  expect(stageOf({ state: 'routed', freightTerm: 'collect' })).toBe('staged');
  expect(stageOf({ state: 'draft', freightTerm: 'prepaid' })).toBe('staged');
  expect(stageOf({ state: 'loading', freightTerm: 'prepaid' })).toBe('loading');
  expect(stageOf({ state: 'departed', freightTerm: 'collect' })).toBe('departed');
});
