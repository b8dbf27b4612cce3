import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillRate } from '../../../shared/domain/metrics/fill-rate.ts';
import { formatShare } from '../../../shared/domain/metrics/share.ts';
import { metricsView } from '../../../shared/domain/metrics/view.ts';
import { defaultSettings } from '../../../shared/domain/settings/settings.ts';
import { poNumber } from '../../../shared/lib/ids.ts';
import { DAY, HOUR, later, parseZone } from '../../../shared/lib/time.ts';
import { Floor, START, day, orderDocument } from '../../support/domain.ts';

const chicago = parseZone('America/Chicago');
if (!chicago) throw new Error('no zone');
const settings = { ...defaultSettings, zone: chicago };

/** What of the first line left inside and outside the window, as a departure would have it. */
function left(floor: Floor, po: string, inWindow: number, late = 0): void {
  const line = floor.line(po, '1');
  floor.world.put('line', { ...line, picked: inWindow + late, packed: inWindow + late, shipped: inWindow + late, shippedInWindow: inWindow });
  floor.world.put('order', { ...floor.order(po), state: 'shipped', shipped: inWindow + late, shippedInWindow: inWindow, shippedAt: floor.now });
}

function received(floor: Floor, po: string, quantity = 1000, fields: Parameters<typeof orderDocument>[2] = {}): void {
  floor.received(orderDocument(po, [{ vendorSku: 'GRINDER', asin: 'B00GRINDER', quantity }], { hpo: true, acknowledgeBy: later(floor.now, 24 * HOUR), shipBy: later(floor.now, 2 * DAY), ...fields }));
}

const accept = (floor: Floor, po: string, accepted: number): void => {
  const { requested, acknowledgementVersion } = floor.order(po);
  floor.apply([{ kind: 'order.acknowledged', body: { po: poNumber(po), version: acknowledgementVersion + 1, override: null, lines: [{ line: '1', accepted, rejected: requested - accepted, backordered: 0, rejectionReason: accepted < requested ? 'TemporarilyUnavailable' : null, shipDate: null }] } }]);
};
const rateOf = (floor: Floor) => fillRate(floor.world.find('order', {}), floor.world.find('line', {}), chicago, floor.now);

describe('HPO fill rate', () => {
  test('all shipped in the window is full; a later cut of the order does not shrink what was asked', () => {
    const floor = new Floor();
    received(floor, 'GOOD');
    accept(floor, 'GOOD', 1000);
    left(floor, 'GOOD', 1000);
    received(floor, 'CUT');
    accept(floor, 'CUT', 1000);
    floor.apply([{ kind: 'order.changed', body: { ...orderDocument('CUT', [{ vendorSku: 'GRINDER', asin: 'B00GRINDER', quantity: 600 }], { hpo: true }), what: [] } }]);
    left(floor, 'CUT', 600);
    const rate = rateOf(floor);
    expect(rate.settled).toEqual({ numerator: 1600, denominator: 2000 });
    expect(rate.byAsin).toMatchObject([{ key: 'B00GRINDER', numerator: 1600, denominator: 2000, pos: ['CUT', 'GOOD'] }]);
    expect(rate.byDay.map(({ key }) => key)).toEqual(['2026-03-02']);
  });

  test('open orders are shown apart until their window closes, then count with nothing', () => {
    const floor = new Floor();
    received(floor, 'LEFT');
    received(floor, 'STANDARD', 500, { hpo: false });
    expect(rateOf(floor)).toMatchObject({ settled: { denominator: 0 }, open: { denominator: 1000 }, orders: [{ po: 'LEFT', open: true }] });
    floor.pass(3 * DAY);
    expect(rateOf(floor)).toMatchObject({ settled: { numerator: 0, denominator: 1000 }, open: { denominator: 0 } });
  });

  test('late units and units beyond the original document do not fill it', () => {
    const floor = new Floor();
    received(floor, 'LATE', 100);
    accept(floor, 'LATE', 100);
    left(floor, 'LATE', 60, 40);
    received(floor, 'MORE', 100);
    left(floor, 'MORE', 150);
    expect(rateOf(floor).settled).toEqual({ numerator: 160, denominator: 200 });
  });

  test('by order, day, week and ASIN it adds up to the same units', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ asked: fc.integer({ min: 1, max: 500 }), left: fc.nat(500), days: fc.nat(20), open: fc.boolean() }), { maxLength: 12 }), (orders) => {
        const floor = new Floor();
        orders.forEach(({ asked, left: gone, days, open }, index) => {
          floor.now = later(START, days * DAY);
          received(floor, `PO${index}`, asked, { shipBy: later(START, 60 * DAY) });
          if (!open) left(floor, `PO${index}`, Math.min(asked, gone));
        });
        const rate = rateOf(floor);
        for (const groups of [rate.byDay, rate.byWeek, rate.byAsin, rate.orders.filter((order) => !order.open)]) {
          expect(groups.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(rate.settled.numerator);
          expect(groups.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(rate.settled.denominator);
        }
        expect(rate.settled.numerator).toBeLessThanOrEqual(rate.settled.denominator);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a share in words', () => {
  test('only a full share reads 100 %', () => {
    expect([[1000, 1000], [999, 1000], [999_999, 1_000_000], [0, 1000], [1, 3], [0, 0]].map(([numerator = 0, denominator = 0]) => formatShare({ numerator, denominator }, 'en'))).toEqual(['100%', '99.9%', '99.9%', '0%', '33.3%', '–']);
    expect(formatShare({ numerator: 1, denominator: 3 }, 'es')).toBe('33.3%');
  });
  test('100 % exactly when nothing is missing', () => {
    fc.assert(fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 1_000_000_000 }), (numerator, denominator) => {
      expect(formatShare({ numerator, denominator }, 'en') === '100%').toBe(numerator >= denominator);
    }));
  });
});

test('the five numbers of a period', () => {
  const floor = new Floor();
  received(floor, 'GOOD');
  received(floor, 'BAD');
  received(floor, 'CUT');
  received(floor, 'WITHDRAWN', 10, { hpo: false });
  floor.pass(2 * HOUR);
  floor.apply([{ kind: 'order.cancelled', body: { po: poNumber('WITHDRAWN'), documentId: null, reason: 'x', by: 'customer' } }]);
  accept(floor, 'GOOD', 1000);
  accept(floor, 'CUT', 1000);
  floor.pass(HOUR);
  accept(floor, 'CUT', 700);
  floor.pass(23 * HOUR);
  left(floor, 'GOOD', 1000);
  floor.pass(2 * DAY);
  floor.apply([{ kind: 'order.cancelled', body: { po: poNumber('BAD'), documentId: null, reason: 'x', by: 'customer' } }]);
  received(floor, 'NEW');
  const rows = { orders: floor.world.find('order', {}), lines: floor.world.find('line', {}), products: [] };
  const view = metricsView(rows, { from: day('2026-03-01'), to: day('2026-03-05') }, [], settings, floor.now);
  expect(view.fillRate).toMatchObject({ settled: { numerator: 1000, denominator: 3000 }, open: { denominator: 1000 } });
  expect(view.acknowledged).toMatchObject({ numerator: 2, denominator: 3, late: ['BAD'], medianMs: 2 * HOUR });
  expect(view.onTime).toMatchObject({ numerator: 1000, denominator: 1700 });
  expect(view.takenBack).toMatchObject({ downConfirmed: 300, cancelled: 0, cost: { minor: 300_000 }, pos: ['CUT'] });
  expect(view.openHot).toMatchObject({ open: ['CUT', 'NEW'], overdue: ['CUT'] });
  expect(view.trend.map(({ key }) => key)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']);
});
