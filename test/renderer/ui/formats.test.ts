import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../renderer/ui/formats.ts';
import { instant, parseCalendarDate, parseZone } from '../../../shared/lib/time.ts';

const zone = parseZone('America/Chicago');
if (!zone) throw new Error('no such zone');
const at = instant(Date.UTC(2026, 10, 24, 22, 0, 7));

describe('formats', () => {
  const en = formatsFor('en', zone);
  const es = formatsFor('es', zone);
  it('read times on a 24 h clock in the site zone', () => {
    expect(en.time(at)).toBe('16:00');
    expect(en.timeWithSeconds(at)).toBe('16:00:07');
    expect(es.time(at)).toBe('16:00');
    expect(en.zoneName(at)).toBe('CST');
  });
  it('a calendar day stays the same day west of Greenwich', () => {
    const day = parseCalendarDate('2026-11-24');
    expect(day && en.day(day)).toBe('Tue, Nov 24');
  });
  it('money keeps its currency’s own minor units', () => {
    expect(en.money({ minor: 123_450, currency: 'USD' })).toBe('$1,234.50');
    expect(en.money({ minor: 1234, currency: 'JPY' })).toBe('¥1,234');
    expect(en.money({ minor: 5000, currency: 'USD' }, { signed: true })).toBe('+$50.00');
  });
  it('ratios and numbers follow the language', () => {
    expect(en.percent(0.9738)).toBe('97.4%');
    // Spanish as the warehouses in the United States write it.
    expect(es.number(1000)).toBe('1,000');
    expect(es.money({ minor: 940, currency: 'USD' })).toBe('$9.40');
    expect(es.percent(0.9738)).toBe('97.4%');
    expect(es.zoneName(at)).toBe('CST');
  });
});
