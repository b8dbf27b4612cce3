import { describe, expect, test } from 'vitest';
import shipped from '../../../resources/chargeback-policy.json' with { type: 'json' };
import { exposureOfOrder, type ExposureView } from '../../../shared/domain/chargebacks/exposure.ts';
import { chargebackRule } from '../../../shared/domain/settings/settings.ts';
import { settingsOf } from '../../../shared/domain/state/totals.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { DAY, HOUR, instant, later, parseZone } from '../../../shared/lib/time.ts';
import { sayIn } from '../../../shared/messages/say-in.ts';
import { Floor, START, day, orderDocument } from '../../support/domain.ts';

const rules = chargebackRule.array().parse(shipped);
const chicago = parseZone('America/Chicago');
if (!chicago) throw new Error('no zone');

/** 1,000 ceramic grinders at 24.50; the window closes two days after receipt. */
function grinders(receivedAt = START): Floor {
  const floor = new Floor();
  floor.now = receivedAt;
  floor.settings({ zone: chicago });
  floor.product('GRINDER', { cost: '24.50' });
  floor.received(orderDocument('HPO1', [{ vendorSku: 'GRINDER', quantity: 1000, cost: '24.50' }], {
    hpo: true, rush: true, acknowledgeBy: later(receivedAt, 24 * HOUR), shipBy: later(receivedAt, 2 * DAY),
  }));
  return floor;
}

function exposed(floor: Floor): ExposureView {
  return exposureOfOrder(floor.order('HPO1'), floor.lines('HPO1'), floor.world.find('product', {}), rules, settingsOf(floor.world), floor.now);
}

const told = (view: ExposureView, locale: 'en' | 'es' = 'en'): string => (view.sentence === null ? '' : sayIn({ locale, zone: chicago }, view.sentence));
const answer = (floor: Floor, accepted: number): void => {
  floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber('HPO1'), version: floor.order('HPO1').acknowledgementVersion + 1, override: null, lines: [{ line: '1', accepted, rejected: 1000 - accepted, backordered: 0, rejectionReason: accepted < 1000 ? 'TemporarilyUnavailable' : null, shipDate: null }] } }]);
};

describe('the order left in the queue for three days', () => {
  test('each day says what it costs if nothing more happens', () => {
    const floor = grinders();
    floor.pass(2 * HOUR);
    expect(told(exposed(floor))).toBe('Answer by Tue, Mar 3, 08:00 (22 h 00 left). If nobody answers and nothing leaves in the window: 5 % of cost, $1,225.00.');
    expect(exposed(floor).incurred).toEqual({ minor: 0, currency: 'USD' });

    floor.pass(26 * HOUR);
    expect(told(exposed(floor))).toMatch(/^Nobody has answered for 28 h 00: the answer is overdue by 4 h 00\. Amazon may count every line as rejected\. It must leave by Wed, Mar 4, 08:00 or it costs 5 % of cost, \$1,225\.00\.$/);

    floor.pass(44 * HOUR);
    const missed = exposed(floor);
    expect(told(missed)).toContain('Leaving late: 3 % of cost, $735.00. Never leaving, once Amazon cancels the order by itself: 5 % of cost, $1,225.00.');
    expect(missed.incurred).toEqual({ minor: 122_500, currency: 'USD' });
    expect(missed.ifShippedLate).toEqual({ minor: 73_500, currency: 'USD' });
    expect(missed.items[0]?.elsewhere.map(({ rule }) => rule.percent)).toEqual([10, 3]);

    floor.apply([{ kind: 'order.cancelled', body: { po: poNumber('HPO1'), documentId: null, reason: 'window expired', by: 'customer' } }]);
    expect(told(exposed(floor))).toBe('Cancelled by Amazon after the window had closed: 0 of 1,000 units left in time. Chargeback on 1,000 units not filled: 5 % of cost, $1,225.00. Amazon may suppress the listing.');
  });

  test('by the rules of 2017 to 2025 it is 3 % late and 10 % never', () => {
    const floor = grinders(instant(Date.UTC(2024, 2, 4, 14)));
    floor.pass(3 * DAY);
    expect(told(exposed(floor))).toContain('Leaving late: 3 % of cost, $735.00. Never leaving, once Amazon cancels the order by itself: 10 % of cost, $2,450.00.');
    expect(told(exposed(floor), 'es')).toContain('10 % del costo');
  });
});

test('taken back by the customer before its window closed it costs nothing', () => {
  const floor = grinders();
  floor.apply([{ kind: 'order.cancelled', body: { po: poNumber('HPO1'), documentId: null, reason: 'no longer needed', by: 'customer' } }]);
  expect(exposed(floor)).toMatchObject({ items: [], total: { minor: 0 } });
});

test('given up here after accepting it was never filled', () => {
  const floor = grinders();
  answer(floor, 480);
  floor.apply([{ kind: 'order.cancelled', body: { po: poNumber('HPO1'), documentId: null, reason: 'factory late', by: 'person' } }]);
  expect(exposed(floor)).toMatchObject({ incurred: { minor: 58_800 }, items: [{ event: 'not-filled', units: 480, happened: true }] });
});

test('a clean rejection costs nothing, taking back late costs the down-confirmed rate', () => {
  const rejected = grinders();
  answer(rejected, 0);
  expect(exposed(rejected)).toMatchObject({ items: [], total: { minor: 0 }, sentence: null });

  const reduced = grinders();
  answer(reduced, 1000);
  reduced.now = instant(Date.UTC(2026, 2, 10, 14));
  answer(reduced, 400);
  expect(reduced.line('HPO1', '1')).toMatchObject({ accepted: 400, rejected: 600, downConfirmed: 600 });
  expect(exposed(reduced).items.find(({ event }) => event === 'down-confirmed')).toMatchObject({ units: 600, total: { minor: 44_100 } });
});

test('units without a cost are counted, not priced', () => {
  const floor = new Floor();
  floor.settings({ zone: chicago });
  floor.received(orderDocument('HPO1', [{ vendorSku: 'UNKNOWN', quantity: 10, cost: null }], { windowStart: day('2026-03-02') }));
  expect(exposed(floor)).toMatchObject({ unpricedUnits: 10, items: [] });
});
