import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shipped from '../../../resources/chargeback-policy.json' with { type: 'json' };
import { exposureOf, rulesAt, type ChargebackEvent } from '../../../shared/domain/chargebacks/rules.ts';
import { lineCost } from '../../../shared/domain/chargebacks/line-cost.ts';
import { chargebackRule } from '../../../shared/domain/settings/settings.ts';
import { moneyText } from '../../../shared/lib/money.ts';
import { Floor, day, orderDocument, productOf } from '../../support/domain.ts';

const rules = chargebackRule.array().parse(shipped);
const events: readonly ChargebackEvent[] = ['not-filled', 'down-confirmed', 'overage', 'late', 'low-confirmation', 'asn-inaccurate'];
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('the policy that ships with the product', () => {
  test('has one rule in force for an event on any day, so that no charge is counted twice', () => {
    for (const on of ['2016-12-31', '2017-09-01', '2025-07-20', '2025-07-21', '2026-02-26', '2026-02-27', '2030-01-01']) {
      for (const event of events) expect(rulesAt(rules, day(on)).filter((rule) => rule.event === event).length).toBeLessThanOrEqual(1);
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.every(({ source }) => source !== '')).toBe(true);
  });

  test.each([
    ['2024-05-01', 'not-filled', 10], ['2024-05-01', 'late', 3], ['2025-07-20', 'not-filled', 10], ['2025-07-21', 'not-filled', 5],
    ['2026-11-24', 'down-confirmed', 3], ['2026-11-24', 'overage', 100], ['2026-11-24', 'late', 3],
  ] as const)('on %s %s is charged at %i %%', (on, event, percent) => {
    expect(exposureOf({ event, costOfUnits: usd(100_000) }, rules, day(on)).total).toEqual(usd(percent * 1000));
  });

  test('rates of other times and other sources are shown beside, never added', () => {
    const { charges, elsewhere, total } = exposureOf({ event: 'not-filled', costOfUnits: usd(100_000) }, rules, day('2026-11-24'));
    expect(charges.map(({ rule }) => rule.id)).toEqual(['not-filled-2025']);
    expect(elsewhere.map(({ rule, amount }) => [rule.id, amount.minor])).toEqual([['not-filled-2017', 10_000], ['hpo-non-compliance', 3_000]]);
    expect(total).toEqual(usd(5_000));
  });
});

test('exposure never falls when more units are concerned', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.constantFrom(...events), fc.constantFrom('2018-01-01', '2026-11-24'), (a, b, event, on) => {
      const of = (minor: number) => exposureOf({ event, costOfUnits: usd(minor) }, rules, day(on)).total.minor;
      expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
    }),
  );
});

describe('cost of one each', () => {
  const lineOf = (fields: Parameters<typeof orderDocument>[1][number]) => {
    const floor = new Floor();
    floor.product('MUG', { caseSize: 24, cost: '7.50', currency: 'EUR' });
    floor.received(orderDocument('PO1', [{ vendorSku: 'MUG', ...fields }]));
    return floor.line('PO1', '1');
  };
  const mug = productOf('MUG', { cost: '7.50', currency: 'EUR' });

  test('a case is divided by its size', () => expect(lineCost(lineOf({ unit: 'cases', quantity: 2, cost: '240.00', currency: 'USD' }), mug, 'USD')).toEqual({ amount: '10', currency: 'USD' }));
  test('without an own cost, or with a cost of zero, the product has it', () => {
    expect(lineCost(lineOf({ cost: null, currency: null }), mug, 'USD')).toEqual({ amount: '7.50', currency: 'EUR' });
    expect(lineCost(lineOf({ cost: '0.00' }), mug, 'USD')).toEqual({ amount: '7.50', currency: 'EUR' });
  });
  test('null when nobody knows it', () => expect(lineCost(lineOf({ cost: null }), undefined, 'USD')).toBeNull());
  test('the site’s currency stands in where the 850 has none', () => expect(lineCost(lineOf({ cost: '3.00', currency: null }), undefined, 'MXN')?.currency).toBe('MXN'));
});

test('money in plain words', () => {
  expect([usd(5), usd(123456), { minor: 900, currency: 'JPY' }, usd(-250)].map(moneyText)).toEqual(['0.05 USD', '1234.56 USD', '900 JPY', '-2.50 USD']);
});
